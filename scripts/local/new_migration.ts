import { join } from "node:path";
import { BadUse } from "./command.ts";

/**
 * Writes the next migration: numbered behind those there are, with what has to be filled in.
 *
 * @param folder Where the migrations are.
 * @param name What it is about: lower-case words with underscores between.
 * @returns The path of the file.
 * @throws {BadUse} If the name is none, or another migration has it.
 */
export async function newMigration(folder: string, name: string): Promise<string> {
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name) || name.length > 60) {
    throw new BadUse(`"${name}" is no name: use lower-case words with underscores between`);
  }
  const there = await numbered(folder);
  const same = there.find((one) => one.slice(5) === name);
  if (same) throw new BadUse(`There is ${same} already: choose another name`);
  const last = Math.max(0, ...there.map((one) => Number(one.slice(0, 4))));
  const path = join(folder, `${String(last + 1).padStart(4, "0")}_${name}.ts`);
  // Two who write one at once: the second is told.
  await Deno.writeTextFile(path, TEMPLATE, { createNew: true });
  return path;
}

async function numbered(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    if (/^\d{4}_[a-z0-9_]+\.ts$/.test(name)) names.push(name.slice(0, -3));
  }
  return names;
}

const TEMPLATE = `/**
 * Why this is needed, and what becomes of the rows that are there. The version before still runs
 * meanwhile: deno task check says what it may do then (docs/adr/0055).
 */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql\`select 1\`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql\`select 1\`.execute(db);
}
`;
