import { sql } from "kysely";
import { z } from "zod";
import { crud } from "../platform/crud.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id, Instant, text } from "../platform/input.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { prepareLookup } from "../platform/prepared_query.ts";
import { newApiKeySecret } from "./api_key_secret.ts";
import { audit } from "./audit.ts";
import { requirePermission, type ScopeName, SCOPES } from "./permissions.ts";
import { type Person, type Principal, requirePerson } from "./principal.ts";
import { ensureSandbox } from "./sandbox.ts";
import { sha256 } from "./secrets.ts";

const apiKeys = crud("apiKeys");

/** The most keys of a workspace that are neither revoked nor expired. */
export const MAX_API_KEYS = 100;

/** The longest that an earlier secret holds beside the one that took its place. */
export const MAX_OVERLAP_HOURS = 168;

const Scope = z.enum(SCOPES);

/** Who may write something may read it: what was written is answered. */
const Scopes = z.array(Scope).min(1, "must name at least one scope").max(SCOPES.length)
  .transform((scopes) =>
    SCOPES.filter((scope) =>
      scopes.includes(scope) || scopes.includes(scope.replace(":read", ":write") as ScopeName)
    )
  );

const Expiry = Instant.refine((at) => Date.parse(at) > Date.now(), "must be in the future")
  .nullable();

/** A key to be made. */
export const ApiKeyInput = z.strictObject({
  /** What it is for, in the words of those who use it. */
  name: text(2, 60),
  /** A test key sees sample data and no row of the workspace. */
  mode: z.enum(["live", "test"]).default("live"),
  scopes: Scopes,
  expiresAt: Expiry.default(null),
});
export type ApiKeyInput = z.infer<typeof ApiKeyInput>;

/** What may change of a key; what is left out stays. */
export const ApiKeyChange = z.strictObject({
  name: text(2, 60),
  scopes: Scopes,
  expiresAt: Expiry,
}).partial();
export type ApiKeyChange = z.infer<typeof ApiKeyChange>;

/** For how long the present secret of a rotated key holds beside the new one. */
export const ApiKeyRotation = z.strictObject({
  overlapHours: z.int().min(0).max(MAX_OVERLAP_HOURS).default(24),
});
export type ApiKeyRotation = z.infer<typeof ApiKeyRotation>;

/** A key as its workspace sees it: all but the secret, which is shown once. */
export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  mode: z.enum(["live", "test"]),
  scopes: z.array(Scope),
  /** The last characters of the secret, to tell it from others. */
  lastFour: z.string(),
  /** Null when that user is gone. */
  createdBy: z.string().nullable(),
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  /** Within a minute. */
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  /** While it is rotated: until when the earlier secret holds too. */
  previousUntil: Instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** A key with its secret, which nobody can read again. */
export const NewApiKey = ApiKey.extend({ key: z.string() });
export type NewApiKey = z.infer<typeof NewApiKey>;

/**
 * The keys of the workspace: those that hold first, each part with the newest first.
 *
 * @throws {Forbidden} If the actor may not make keys.
 */
export async function listApiKeys(
  actor: Principal,
  db: Db,
  query: PageQuery,
): Promise<PageOf<ApiKey>> {
  requirePermission(actor, "keys:write");
  const [rows, count] = await Promise.all([
    selectKeys(db, actor)
      .orderBy(
        sql`revoked_at is null and (api_keys.expires_at is null
        or api_keys.expires_at > now())`,
        "desc",
      )
      .orderBy("apiKeys.id", "desc")
      .limit(query.itemsPerPage).offset(offsetOf(query)).execute(),
    apiKeys.count(db, { workspaceId: actor.workspaceId }),
  ]);
  return toPage(rows.map(toApiKey), count, query);
}

/** @throws {NotFound} If there is no such key in the workspace. */
export async function getApiKey(actor: Principal, db: Db, id: string): Promise<ApiKey> {
  requirePermission(actor, "keys:write");
  return await readKey(db, actor, id);
}

/**
 * Makes a key. The first test key of a workspace gives it a sandbox, which fills with the sample
 * data in the background.
 *
 * @returns It with its secret, of which only a hash is kept.
 * @throws {Conflict} If the workspace has as many keys as it may.
 */
export async function createApiKey(
  actor: Principal,
  db: Db,
  { name, mode, scopes, expiresAt }: ApiKeyInput,
): Promise<NewApiKey> {
  const person = keyMaker(actor);
  const secret = await newSecret(mode);
  return await db.transaction().execute(async (trx) => {
    await requireRoom(trx, actor);
    const { id } = await apiKeys.create(trx, {
      workspaceId: actor.workspaceId,
      name,
      mode,
      scopes: [...scopes],
      expiresAt,
      createdBy: person.userId,
    }, { select: ["id"] });
    await addSecret(trx, id, secret.row);
    if (mode === "test") await ensureSandbox(trx, actor.workspaceId, id);
    await audit(trx, actor, "api_key.created", id, { name, mode, scopes, expiresAt });
    return { ...await readKey(trx, actor, id), key: secret.text };
  });
}

/**
 * Gives a key another name, other scopes or another end.
 *
 * @throws {NotFound} If there is no such key in the workspace.
 * @throws {Conflict} If it has been revoked.
 */
export function changeApiKey(
  actor: Principal,
  db: Db,
  id: string,
  { name, scopes, expiresAt }: ApiKeyChange,
): Promise<ApiKey> {
  keyMaker(actor);
  return db.transaction().execute(async (trx) => {
    await lockKey(trx, actor, id);
    await apiKeys.update(trx, { id }, {
      ...(name === undefined ? {} : { name }),
      ...(scopes === undefined ? {} : { scopes: [...scopes] }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    }, { select: ["id"] });
    await audit(trx, actor, "api_key.changed", id, { name, scopes, expiresAt });
    return await readKey(trx, actor, id);
  });
}

/**
 * Gives a key a new secret. The present one holds for the overlap, so that programs can change
 * over one by one; one from an earlier rotation ends no later than it was to.
 *
 * @throws {NotFound} If there is no such key in the workspace.
 * @throws {Conflict} If it has been revoked.
 */
export function rotateApiKey(
  actor: Principal,
  db: Db,
  id: string,
  { overlapHours }: ApiKeyRotation,
): Promise<NewApiKey> {
  keyMaker(actor);
  return db.transaction().execute(async (trx) => {
    const { mode } = await lockKey(trx, actor, id);
    const secret = await newSecret(mode);
    const end = sql<Date>`now() + make_interval(hours => ${overlapHours}::integer)`;
    await trx.updateTable("apiKeySecrets")
      .set({ expiresAt: sql<Date>`least(expires_at, ${end})` })
      .where("apiKeyId", "=", id).execute();
    await addSecret(trx, id, secret.row);
    await audit(trx, actor, "api_key.rotated", id, { overlapHours });
    return { ...await readKey(trx, actor, id), key: secret.text };
  });
}

/**
 * Ends a key with all its secrets, for good; no error when it has ended already.
 *
 * @throws {NotFound} If there is no such key in the workspace.
 */
export async function revokeApiKey(actor: Principal, db: Db, id: string): Promise<void> {
  keyMaker(actor);
  await db.transaction().execute(async (trx) => {
    const { revokedAt } = await readKey(trx, actor, id);
    if (revokedAt) return;
    await trx.updateTable("apiKeys").set({ revokedAt: sql<Date>`now()` })
      .where("id", "=", id).where("revokedAt", "is", null).execute();
    await audit(trx, actor, "api_key.revoked", id);
  });
}

/** Removes secrets that were replaced more than a month ago. */
export async function removeEndedSecrets(db: Db): Promise<void> {
  await db.deleteFrom("apiKeySecrets")
    .where("expiresAt", "<", sql<Date>`now() - interval '30 days'`).execute();
}

/** Who makes and ends keys: a person, who could do as much without one. */
function keyMaker(actor: Principal): Person {
  requirePerson(actor);
  requirePermission(actor, "keys:write");
  return actor;
}

async function newSecret(mode: ApiKey["mode"]) {
  const text = newApiKeySecret(mode);
  return { text, row: { secretHash: await sha256(text), lastFour: text.slice(-4) } };
}

async function addSecret(
  trx: Trx,
  apiKeyId: string,
  row: Awaited<ReturnType<typeof newSecret>>["row"],
): Promise<void> {
  await crud("apiKeySecrets").create(trx, { ...row, apiKeyId }, { select: ["apiKeyId"] });
}

async function requireRoom(trx: Trx, { workspaceId }: Principal): Promise<void> {
  await trx.selectFrom("workspaces").select("id").where("id", "=", workspaceId)
    .forNoKeyUpdate().executeTakeFirst();
  const { count } = await trx.selectFrom("apiKeys")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("workspaceId", "=", workspaceId).where("revokedAt", "is", null)
    .where((eb) => eb.or([eb("expiresAt", "is", null), eb("expiresAt", ">", sql<Date>`now()`)]))
    .executeTakeFirstOrThrow();
  if (Number(count) < MAX_API_KEYS) return;
  throw new Conflict(`A workspace has at most ${MAX_API_KEYS} API keys: revoke one first`);
}

async function lockKey(trx: Trx, actor: Principal, id: string): Promise<{ mode: ApiKey["mode"] }> {
  const row = await trx.selectFrom("apiKeys").select(["mode", "name", "revokedAt"])
    .where("id", "=", id).where("workspaceId", "=", actor.workspaceId)
    .forNoKeyUpdate().executeTakeFirst();
  if (!row) throw noKey(id);
  if (row.revokedAt) throw new Conflict(`The key "${row.name}" has been revoked: make another one`);
  return { mode: row.mode as ApiKey["mode"] };
}

async function readKey(db: Db | Trx, actor: Principal, id: string): Promise<ApiKey> {
  const [row] = await selectKey(db, { workspaceId: actor.workspaceId, id });
  if (!row) throw noKey(id);
  return toApiKey(row);
}

interface KeyPlace {
  readonly workspaceId: string;
  readonly id: string;
}

const selectKey = prepareLookup((db, { workspaceId, id }: KeyPlace) =>
  selectKeys(db, { workspaceId }).where("apiKeys.id", "=", id)
);

function noKey(id: string): NotFound {
  return new NotFound(`There is no API key ${id}`);
}

function selectKeys(db: Db | Trx, { workspaceId }: Pick<Principal, "workspaceId">) {
  return db.selectFrom("apiKeys")
    .innerJoin("apiKeySecrets", (join) =>
      join.onRef("apiKeySecrets.apiKeyId", "=", "apiKeys.id")
        .on("apiKeySecrets.expiresAt", "is", null))
    .leftJoin("users", "users.id", "apiKeys.createdBy")
    .select([
      "apiKeys.id",
      "apiKeys.name",
      "apiKeys.mode",
      "apiKeys.scopes",
      "apiKeys.createdAt",
      "apiKeys.expiresAt",
      "apiKeys.lastUsedAt",
      "apiKeys.revokedAt",
      "apiKeySecrets.lastFour",
      "users.name as createdBy",
    ])
    .select((eb) =>
      eb.selectFrom("apiKeySecrets as earlier")
        .select((inner) => inner.fn.max("earlier.expiresAt").as("until"))
        .whereRef("earlier.apiKeyId", "=", "apiKeys.id")
        .where("earlier.expiresAt", ">", sql<Date>`now()`).as("previousUntil")
    )
    .where("apiKeys.workspaceId", "=", workspaceId);
}

type KeyRow = Awaited<ReturnType<ReturnType<typeof selectKeys>["execute"]>>[number];

function toApiKey(row: KeyRow): ApiKey {
  const instant = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: row.id,
    name: row.name,
    mode: row.mode as ApiKey["mode"],
    scopes: SCOPES.filter((scope) => row.scopes.includes(scope)),
    lastFour: row.lastFour,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: instant(row.expiresAt),
    lastUsedAt: instant(row.lastUsedAt),
    revokedAt: instant(row.revokedAt),
    previousUntil: instant(row.previousUntil),
  };
}
