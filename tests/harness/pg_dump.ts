import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPgDump, type PgDump } from "../../lib/platform/backup/pg_dump.ts";
import { openPostgres } from "../../lib/platform/database.ts";
import type { TestServices } from "./services.ts";

/** A program that runs a script, or prints a line. */
export async function makeProgram(folder: string, name: string, line: string): Promise<string> {
  const path = join(folder, name);
  await Deno.writeTextFile(path, `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  return path;
}

/** The installed `pg_dump` where it fits the server; else one that stands in for it. */
export async function fittingPgDump(test: TestServices): Promise<PgDump> {
  const client = openPostgres({ url: test.config.database.url, poolSize: 1 });
  const script = fileURLToPath(new URL("pg_dump_stand_in.ts", import.meta.url));
  const run = `exec "${Deno.execPath()}" run -A -q --no-check "${script}" "$@"`;
  const standIn = await makeProgram(test.config.dataDir, "pg_dump", run);
  try {
    return await findPgDump(client, "pg_dump").catch(() => findPgDump(client, standIn));
  } finally {
    await client.end();
  }
}
