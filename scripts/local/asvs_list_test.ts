import assert from "node:assert/strict";
import { join } from "node:path";
import { asvsPoints, findAsvsFaults, pathsIn, pointFaults } from "./asvs_list.ts";
import { ROOT } from "./web_build.ts";

const LIST = await Deno.readTextFile(join(ROOT, "docs/security/asvs.md"));

Deno.test("docs/security/asvs.md has every point once, and its proofs are there", async () => {
  assert.deepEqual(await findAsvsFaults(ROOT), []);
});

Deno.test("asvsPoints() reads a row", () => {
  const row = "| 2.1.3  | 1 | passwords are not cut | yes | refused: `a/b_test.ts` |";
  assert.deepEqual(asvsPoints(`# V2\n\n${row}\n`), [
    { number: "2.1.3", level: 1, status: "yes", evidence: "refused: `a/b_test.ts`" },
  ]);
  assert.equal(asvsPoints(LIST).length, 259);
});

Deno.test("pointFaults() wants a test for a yes, a file for a doc, and a reason for all else", () => {
  const point = { number: "1.1.1", level: 2, evidence: "by hand" };
  assert.deepEqual(pointFaults({ ...point, status: "yes" }), ["1.1.1 names no test"]);
  assert.deepEqual(pointFaults({ ...point, status: "yes", evidence: "`lib/a.ts`" }), [
    "1.1.1 names no test",
  ]);
  assert.deepEqual(
    pointFaults({ ...point, status: "yes", evidence: "`lib/a.ts`, `tests/a_test.ts`" }),
    [],
  );
  assert.deepEqual(pointFaults({ ...point, status: "doc" }), ["1.1.1 names no file"]);
  assert.deepEqual(pointFaults({ ...point, status: "doc", evidence: "`docs/a.md`" }), []);
  assert.deepEqual(pointFaults({ ...point, status: "not" }), []);
  assert.deepEqual(pointFaults({ ...point, status: "n/a", evidence: "" }), [
    "1.1.1 gives no reason",
  ]);
  assert.deepEqual(pointFaults({ ...point, status: "maybe" }), ['1.1.1 is "maybe"']);
  assert.deepEqual(pathsIn("`a/b.ts`, `SETTING`, `deno.lock`"), ["a/b.ts", "deno.lock"]);
});

Deno.test("findAsvsFaults() names a proof that is gone and a point that is missing", async () => {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(root, "docs/security"), { recursive: true });
    const row = "| 2.1.3 | 1 | passwords are not cut | yes | `tests/gone_test.ts` |";
    await Deno.writeTextFile(join(root, "docs/security/asvs.md"), row);
    const faults = (await findAsvsFaults(root)).join("\n");
    assert.match(faults, /2\.1\.3: tests\/gone_test\.ts is not there/);
    assert.match(faults, /chapter 2 has 1 points, 1 different ones, not 53/);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
