import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Db } from "../lib/platform/database.ts";
import { testServices } from "./harness/services.ts";

const FOLDER = import.meta.dirname ?? "";
const docs = await Deno.readTextFile(join(FOLDER, "../docs/crud.md"));

/** What the snippets leave behind, by the names that they give it. */
type Told = Record<string, unknown>;
type Run = (db: Db, workspaceId: string, candidateId: string) => Promise<Told>;

/** The snippets as one module: what they import, and a function that does them in turn. */
function moduleOf(markdown: string): { text: string; names: string[] } {
  const snippets = [...markdown.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) => code);
  const lines = snippets.join("\n").split("\n");
  const isImport = (line: string) => line.startsWith("import ");
  const names = lines.flatMap((line) => line.match(/^const (\w+)/)?.[1] ?? []);
  const text = `
    import { z } from "zod";
    import type { Db } from "../lib/platform/database.ts";
    ${lines.filter(isImport).join("\n")}
    export async function run(db: Db, workspaceId: string, candidateId: string) {
      ${lines.filter((line) => !isImport(line)).join("\n")}
      return { ${names.join(", ")} };
    }`;
  return { text, names };
}

Deno.test("docs/crud.md says what crud() does", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { id: workspaceId } = await db.insertInto("workspaces").values({ name: "Made" })
    .returning("id").executeTakeFirstOrThrow();
  const { id: candidateId } = await db.insertInto("candidates").values({ workspaceId })
    .returning("id").executeTakeFirstOrThrow();
  // Beside the tests, so that its imports are found; checked as all else is.
  const file = await Deno.makeTempFile({ dir: FOLDER, prefix: "crud_docs_", suffix: ".ts" });
  let told: Told;
  try {
    await Deno.writeTextFile(file, moduleOf(docs).text);
    const check = await new Deno.Command(Deno.execPath(), { args: ["check", file] }).output();
    assert.ok(check.success, new TextDecoder().decode(check.stderr));
    const { run } = await import(pathToFileURL(file).href) as { run: Run };
    told = await run(db, workspaceId, candidateId);
  } finally {
    await Deno.remove(file);
  }
  const { ann, made, shown, known, open, isTaken, first, second, signed, one, renamed } =
    // deno-lint-ignore no-explicit-any -- values of the snippets
    told as any;
  assert.deepEqual(shown, { id: ann.id, name: "Ann" });
  assert.deepEqual(known, { name: "Ann", username: "ann" });
  assert.deepEqual([made.length, open, isTaken], [2, 1, true]);
  assert.deepEqual(
    [...first.data, ...second.data].map(({ id }: { id: string }) => id).sort(),
    made.map(({ id }: { id: string }) => id).sort(),
  );
  assert.deepEqual(signed.data, [
    { text: "Called, is free from May", authorName: "Ann" },
    { text: "Wrote back", authorName: null },
  ]);
  assert.deepEqual(one, {
    text: "Called, is free from May",
    authorName: "Ann",
    authorUsername: "ann",
  });
  assert.equal(renamed.name, "Ann Smit");
  assert.equal(told.hidden, undefined);
  assert.ok((told.marked as { deletedAt: Date }).deletedAt instanceof Date);
  const left = await db.selectFrom("notes").select("text").execute();
  assert.deepEqual(left, [{ text: "Called, is free from May" }]);
});
