import { sql } from "kysely";
import type { Config } from "../platform/config.ts";
import type { Trx } from "../platform/database.ts";
import { Unauthenticated } from "../platform/errors.ts";
import { logger } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { audit } from "./audit.ts";
import { findPrincipal } from "./principals.ts";
import { sha256 } from "./secrets.ts";
import { firstOfLasting } from "./sign_in_end.ts";
import { endTokenFamily, renewFamily, type Tokens, toTokens } from "./token_families.ts";
import type { TokenSubject } from "./tokens.ts";

const log = logger("accounts");

/**
 * For so long an exchanged token gives its successor once more: to the second of two who came at
 * once, and to who never got the answer.
 */
const GRACE = sql`interval '30 seconds'`;

type Outcome =
  | { readonly kind: "exchanged"; readonly subject: TokenSubject; readonly successor: string }
  | { readonly kind: "reused"; readonly familyId: string }
  | { readonly kind: "unknown" | "ended" };

/**
 * Exchanges a refresh token for the next tokens of its family.
 *
 * A token that comes again after it was exchanged is in two hands: the family ends, since nobody
 * can tell which of them is the owner's. docs/adr/0014 says why there is a grace.
 *
 * @throws {Unauthenticated} If the token is not one of ours, its sign-in has ended, or it was
 *   exchanged before.
 */
export async function refreshTokens(
  { db, config }: Pick<Services, "db" | "config">,
  refreshToken: string,
): Promise<Tokens> {
  const outcome = await db.transaction().execute((trx) => exchange(trx, config, refreshToken));
  if (outcome.kind === "exchanged") {
    return await toTokens(config, outcome.subject, outcome.successor);
  }
  if (outcome.kind === "reused") {
    const { familyId } = outcome;
    log.warning("A refresh token came a second time: sign-in {familyId} has ended", { familyId });
    throw new Unauthenticated(
      "The refresh token was used before, so this sign-in has ended: sign in at /api/v1/login",
    );
  }
  throw new Unauthenticated(
    outcome.kind === "ended"
      ? "This sign-in has ended: sign in at /api/v1/login"
      : "The refresh token is not valid: sign in at /api/v1/login",
  );
}

async function exchange(trx: Trx, config: Config, refreshToken: string): Promise<Outcome> {
  const tokenHash = await sha256(refreshToken);
  const row = await lockToken(trx, config, tokenHash);
  if (!row) return { kind: "unknown" };
  const { userId, workspaceId, familyId } = row;
  const actor = row.isEnded ? undefined : await findPrincipal(trx, userId, workspaceId);
  if (!actor) return { kind: "ended" };
  const subject = { userId, workspaceId, familyId };
  if (!row.successorSalt) {
    const successor = await exchangeOnce(trx, config, { refreshToken, tokenHash, familyId });
    return { kind: "exchanged", subject, successor };
  }
  const successor = await successorOf(refreshToken, row.successorSalt);
  if (row.isInGrace && await isUnused(trx, successor)) {
    return { kind: "exchanged", subject, successor };
  }
  await endTokenFamily(trx, familyId);
  await audit(trx, actor, "user.refresh_token_reused", familyId);
  return { kind: "reused", familyId };
}

/** Reads a token with its family; a second one that comes with it waits here for the first. */
function lockToken(trx: Trx, config: Config, tokenHash: Uint8Array) {
  return trx.selectFrom("refreshTokens")
    .innerJoin("tokenFamilies", "tokenFamilies.id", "refreshTokens.familyId")
    .select(["familyId", "userId", "workspaceId", "successorSalt"])
    .select([
      sql<boolean>`revoked_at is not null or expires_at <= now()
        or token_families.created_at <= ${firstOfLasting(config)}`.as("isEnded"),
      sql<boolean>`coalesce(used_at > now() - ${GRACE}, false)`.as("isInGrace"),
    ])
    .where("tokenHash", "=", tokenHash)
    .forUpdate().executeTakeFirst();
}

async function exchangeOnce(
  trx: Trx,
  config: Config,
  { refreshToken, tokenHash, familyId }: {
    refreshToken: string;
    tokenHash: Uint8Array;
    familyId: string;
  },
): Promise<string> {
  const successorSalt = crypto.getRandomValues(new Uint8Array(32));
  const successor = await successorOf(refreshToken, successorSalt);
  await trx.updateTable("refreshTokens").set({ usedAt: sql<Date>`now()`, successorSalt })
    .where("tokenHash", "=", tokenHash).execute();
  await trx.insertInto("refreshTokens").values({ tokenHash: await sha256(successor), familyId })
    .execute();
  await renewFamily(trx, config, familyId);
  return successor;
}

/**
 * The next token: HMAC-SHA-256 of a random salt under the present one. So it can be told again
 * without being kept, to who has the present one, and the salt alone gives nothing.
 */
async function successorOf(refreshToken: string, salt: Uint8Array): Promise<string> {
  const bytes = new TextEncoder().encode(refreshToken);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  const mac = await crypto.subtle.sign("HMAC", key, salt as BufferSource);
  return new Uint8Array(mac).toBase64({ alphabet: "base64url", omitPadding: true });
}

async function isUnused(trx: Trx, refreshToken: string): Promise<boolean> {
  const row = await trx.selectFrom("refreshTokens").select("usedAt")
    .where("tokenHash", "=", await sha256(refreshToken)).executeTakeFirst();
  return row?.usedAt === null;
}
