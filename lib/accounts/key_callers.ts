import { sql } from "kysely";
import type { Db } from "../platform/database.ts";
import { Unauthenticated } from "../platform/errors.ts";
import { prepareLookup } from "../platform/prepared_query.ts";
import { isApiKeySecret } from "./api_key_secret.ts";
import type { ScopeName } from "./permissions.ts";
import type { Machine } from "./principal.ts";
import { sha256 } from "./secrets.ts";
import { keyGuessSubject, recordFailure, requirePatience } from "./throttle.ts";

/** When a key was last used is written down at most this often. */
const SEEN_AFTER = sql<Date>`now() - interval '1 minute'`;

/**
 * Who calls by an API key. A test key acts in the sandbox of its workspace.
 *
 * A key that was mistyped is told by its checksum and not looked up. One that looks right but is
 * unknown was guessed: these are counted by address, and a good key never waits for them.
 *
 * @param address The address of the client, as the server sees it.
 * @throws {Unauthenticated} If it is no key of ours, or was revoked, replaced, or has expired.
 * @throws {TooManyRequests} For one more guess after too many.
 */
export async function findKeyCaller(db: Db, secret: string, address: string): Promise<Machine> {
  if (!isApiKeySecret(secret)) {
    throw new Unauthenticated("This is no API key: it was mistyped, or cut short when copied");
  }
  const [row] = await selectKey(db, { secretHash: await sha256(secret) });
  if (!row) {
    const guesser = [await keyGuessSubject(address)];
    await requirePatience(db, guesser, "guesses of API keys");
    await recordFailure(db, guesser);
    throw new Unauthenticated("There is no such API key: an owner can make one in the settings");
  }
  const { id, name, scopes, actsIn } = row;
  if (row.ended) throw new Unauthenticated(ENDED[row.ended]);
  if (!actsIn) throw new RangeError(`The workspace of the test key ${id} has no sandbox`);
  if (row.isDue) await writeDownUse(db, id);
  return {
    userId: null,
    apiKeyId: id,
    scopes: scopes as ScopeName[],
    workspaceId: actsIn,
    name,
    role: null,
    isSuperuser: false,
    language: null,
    tierId: row.tierId,
  };
}

const ENDED = {
  revoked: "This API key has been revoked: use another one",
  expired: "This API key has expired: an owner can make another one in the settings",
  replaced: "This API key has been rotated: use the one that took its place",
} as const;

const selectKey = prepareLookup((db, { secretHash }: { readonly secretHash: Uint8Array }) =>
  db.selectFrom("apiKeySecrets")
    .innerJoin("apiKeys", "apiKeys.id", "apiKeySecrets.apiKeyId")
    .innerJoin("workspaces", "workspaces.id", "apiKeys.workspaceId")
    .leftJoin(
      "workspaces as sandbox",
      (join) =>
        join.onRef("sandbox.sandboxOf", "=", "apiKeys.workspaceId").on("apiKeys.mode", "=", "test"),
    )
    .select(["apiKeys.id", "apiKeys.name", "apiKeys.scopes", "workspaces.tierId"])
    .select([
      sql<string | null>`
        case api_keys.mode when 'live' then api_keys.workspace_id else sandbox.id end`
        .as("actsIn"),
      sql<keyof typeof ENDED | null>`case
        when api_keys.revoked_at is not null then 'revoked'
        when api_keys.expires_at <= now() then 'expired'
        when api_key_secrets.expires_at <= now() then 'replaced' end`.as("ended"),
      sql<boolean>`api_keys.last_used_at is null or api_keys.last_used_at < ${SEEN_AFTER}`
        .as("isDue"),
    ])
    .where("apiKeySecrets.secretHash", "=", secretHash)
);

async function writeDownUse(db: Db, id: string): Promise<void> {
  await db.updateTable("apiKeys").set({ lastUsedAt: sql<Date>`now()` })
    .where("id", "=", id)
    .where((eb) => eb.or([eb("lastUsedAt", "is", null), eb("lastUsedAt", "<", SEEN_AFTER)]))
    .execute();
}
