import assert from "node:assert/strict";
import { addCounts, readCounts } from "./test_counts.ts";

Deno.test("readCounts() reads the last line of a run, whatever it holds", () => {
  const cases: [string, [number, number, number] | undefined][] = [
    ["ok | 9 passed | 0 failed (5s)", [9, 0, 0]],
    ["FAILED | 9 passed (31 steps) | 2 failed (1 step) | 3 ignored (1m12s)", [9, 2, 3]],
    ["ok | 1 passed | 0 failed | 0 measured | 4 filtered out (12ms)", [1, 0, 0]],
    ["the driver says ok | 1 passed (1ms)", undefined],
    ["running 9 tests from ./a_test.ts", undefined],
    ["", undefined],
  ];
  for (const [line, expected] of cases) {
    const [passed, failed, skipped] = expected ?? [];
    assert.deepEqual(readCounts(line), expected && { passed, failed, skipped }, line);
  }
});

Deno.test("addCounts() leaves the sum alone when there is nothing to add", () => {
  const counts = { passed: 1, failed: 2, skipped: 3 };
  assert.deepEqual(addCounts(counts, undefined), counts);
  assert.deepEqual(addCounts(counts, counts), { passed: 2, failed: 4, skipped: 6 });
});
