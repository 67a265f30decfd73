import { sql } from "kysely";
import postgres from "postgres";
import { ConfigError } from "./config_error.ts";
import type { Db } from "./database.ts";
import { APP_ROLE } from "./workspace_wall.ts";

/** A login of PostgreSQL. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

const ITERATIONS = 4096;
const INSUFFICIENT_PRIVILEGE = "42501";

/**
 * Makes the login of web and worker, or gives it this password: a member of `talent_app` that owns
 * nothing and inherits nothing, so that whoever runs SQL of their own there cannot act as the owner.
 *
 * @param db As the owner, after the migrations.
 * @returns Whether it was made now.
 * @throws {ConfigError} If it is the owner's own, or more than that, or the owner may make none.
 */
export async function ensureAppLogin(db: Db, login: Login): Promise<boolean> {
  try {
    return await db.transaction().execute((trx) => ensure(trx, login));
  } catch (cause) {
    if (!(cause instanceof postgres.PostgresError)) throw cause;
    if (cause.code !== INSUFFICIENT_PRIVILEGE) throw cause;
    throw new ConfigError(
      `The user of DATABASE_URL may not make the login ${login.user}. Have an administrator run: ` +
        `create role ${login.user} login noinherit in role ${APP_ROLE} password '…'; and unset ` +
        "APP_DATABASE_PASSWORD",
      { cause },
    );
  }
}

async function ensure(trx: Db, { user, password }: Login): Promise<boolean> {
  // Logins belong to the server: two databases may be prepared at once.
  await sql`select pg_advisory_xact_lock(hashtext('talent_app_login'))`.execute(trx);
  const { rows: [found] } = await sql<{ isMore: boolean }>`
    select rolname = current_user or rolsuper or rolbypassrls or rolcreaterole
      or exists (select from pg_class where relowner = pg_roles.oid) as is_more
    from pg_roles where rolname = ${user}`.execute(trx);
  if (found?.isMore) {
    throw new ConfigError(
      `APP_DATABASE_USER is ${JSON.stringify(user)}, who may do more than web and worker should: ` +
        "name another one",
    );
  }
  const [name, role] = [sql.id(user), sql.id(APP_ROLE)];
  if (!found) await sql`create role ${name} login noinherit in role ${role}`.execute(trx);
  // What is logged of the statement is no password.
  await sql`alter role ${name} login noinherit password ${sql.lit(await verifier(password))}`
    .execute(trx);
  return !found;
}

/** What PostgreSQL keeps of a password for SCRAM-SHA-256 (RFC 5803), as it would make it itself. */
async function verifier(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const bytes = (text: string) => new TextEncoder().encode(text);
  const given = await crypto.subtle.importKey("raw", bytes(password), "PBKDF2", false, [
    "deriveBits",
  ]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS };
  const salted = await crypto.subtle.importKey(
    "raw",
    await crypto.subtle.deriveBits(how, given, 256),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const keyFor = (name: string) => crypto.subtle.sign("HMAC", salted, bytes(name));
  const stored = await crypto.subtle.digest("SHA-256", await keyFor("Client Key"));
  const base64 = (buffer: ArrayBuffer) => new Uint8Array(buffer).toBase64();
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toBase64()}$${base64(stored)}:${
    base64(await keyFor("Server Key"))
  }`;
}
