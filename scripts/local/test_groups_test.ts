import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { writeTestGroups } from "./test_groups.ts";

Deno.test("writeTestGroups() imports each test once, with its own kind, the browser's first", async () => {
  const root = await Deno.makeTempDir();
  const folder = await Deno.makeTempDir();
  const files = [
    ...Array.from({ length: 20 }, (_, at) => `tests/browser/page${at}_test.ts`),
    ...Array.from({ length: 20 }, (_, at) => `tests/api${at}_test.ts`),
    "packages/client/src/retry_test.ts",
    "lib/talent/score_test.ts",
    "components/Dot_test.tsx",
  ];
  for (const file of [...files, "lib/talent/score.ts", "tests/harness/wait.ts"]) {
    await Deno.mkdir(join(root, dirname(file)), { recursive: true });
    await Deno.writeTextFile(join(root, file), "");
  }
  const groups = await writeTestGroups(root, folder);
  const imported = await Promise.all(groups.map(async (path) => {
    const text = await Deno.readTextFile(path);
    return [...text.matchAll(/import "file:\/\/(.+)";/g)].map(([, file = ""]) =>
      file.slice(root.length + 1)
    );
  }));
  assert.deepEqual(imported.flat().toSorted(), files.toSorted());
  const kinds = imported.map((group) => new Set(group.map((file) => file.split("/")[0])));
  assert.ok(kinds[0]?.has("tests") && imported[0]?.every((file) => file.includes("/browser/")));
  assert.ok(groups.length < files.length / 2);
  await Deno.remove(root, { recursive: true });
  await Deno.remove(folder, { recursive: true });
});
