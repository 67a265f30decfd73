import assert from "node:assert/strict";
import { ignoredBy } from "./ignored.ts";

Deno.test("ignoredBy() reads patterns as Docker does", () => {
  const isIgnored = ignoredBy("# a note\n.*\n!.keep\ndocs\n**/*_test.ts\n*.md\n**/fixtures\n");
  const ignored = [".git/config", ".env", "docs/a/b.md", "a_test.ts", "lib/x/a_test.ts", "A.md"];
  for (const path of [...ignored, "lib/fixtures/x/y.pdf"]) assert.ok(isIgnored(path), path);
  for (const path of [".keep", "lib/A.md", "lib/docs/x.ts", "a.test.ts", "lib/.hidden"]) {
    assert.ok(!isIgnored(path), path);
  }
});
