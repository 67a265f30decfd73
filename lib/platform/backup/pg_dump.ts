import type postgres from "postgres";
import { Conflict } from "../errors.ts";

/** A `pg_dump` that fits the server. */
export interface PgDump {
  readonly program: string;
  /** As it tells it, such as `pg_dump (PostgreSQL) 18.1`. */
  readonly version: string;
}

/**
 * Looks whether `pg_dump` fits a server: one of an older major version does not know all that the
 * server has.
 *
 * @param program A path, or a name that PATH knows.
 * @throws {Conflict} If there is none, or an older one.
 */
export async function findPgDump(sql: postgres.Sql, program: string): Promise<PgDump> {
  const [row] = await sql`show server_version_num`;
  const server = Math.floor(Number(row?.server_version_num) / 10_000);
  const version = await versionOf(program);
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(version ?? "")?.[1]);
  const remedy = `Install that of PostgreSQL ${server} or newer, or set PG_DUMP to its path`;
  if (version === undefined) throw new Conflict(`There is no program ${program}. ${remedy}`);
  if (!(major >= server)) {
    throw new Conflict(`${program} is "${version}", and the server is ${server}. ${remedy}`);
  }
  return { program, version };
}

async function versionOf(program: string): Promise<string | undefined> {
  try {
    const command = new Deno.Command(program, { args: ["--version"], stderr: "null" });
    return new TextDecoder().decode((await command.output()).stdout).trim();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/**
 * The SQL of a database as it is in a snapshot: schema and rows, without who owns them and may read
 * them.
 *
 * @param url Of the database, of whom may see all rows.
 * @param snapshot As by `pg_export_snapshot()`; its transaction must last until the end.
 * @throws {Conflict} What `pg_dump` says when it fails.
 */
export async function* dumpDatabase(
  { program }: PgDump,
  url: string,
  snapshot: string,
): AsyncGenerator<Uint8Array> {
  const child = new Deno.Command(program, {
    args: [
      "--format=plain",
      "--encoding=UTF8",
      "--schema=public",
      "--no-owner",
      "--no-privileges",
      "--no-unlogged-table-data",
      "--no-password",
      `--snapshot=${snapshot}`,
    ],
    env: toEnvironment(url), // others could read a command line
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const said = new Response(child.stderr).text();
  yield* child.stdout;
  const { success } = await child.status;
  if (!success) throw new Conflict(`pg_dump could not write the database: ${(await said).trim()}`);
  await said;
}

/** @see https://www.postgresql.org/docs/current/libpq-envars.html */
function toEnvironment(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const ssl = searchParams.get("sslmode");
  return {
    PGHOST: hostname.replace(/^\[(.*)\]$/, "$1"),
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...ssl ? { PGSSLMODE: ssl } : {},
  };
}
