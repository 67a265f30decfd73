import assert from "node:assert/strict";
import { PROBLEMS } from "../lib/platform/problem.ts";
import { checkApiTables } from "../scripts/local/api_tables.ts";

const docs = await Deno.readTextFile(new URL("../docs/api.md", import.meta.url));

Deno.test("docs/api.md lists every operation and permission as the code has it", async () => {
  assert.equal(await checkApiTables(false), undefined);
});

Deno.test("docs/api.md lists every problem with its status", () => {
  const listed = docs.split("\n").filter((line) => /^\| `\/problems\//.test(line))
    .map((line) => line.split("|").slice(1, 3).map((cell) => cell.trim()))
    .map(([type, status]) => [type, Number(status)]);
  const known = Object.entries(PROBLEMS)
    .map(([code, { status }]) => [`\`/problems/${code}\``, status]);
  assert.deepEqual(listed.toSorted(), known.toSorted());
});
