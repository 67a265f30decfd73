import assert from "node:assert/strict";
import fc from "fast-check";
import { backoffMs } from "./held_task.ts";

Deno.test("backoffMs() doubles, spreads around that, and ends at fifteen minutes", () => {
  assert.equal(backoffMs(1, 2000, 0.5), 2000);
  assert.equal(backoffMs(2, 2000, 0.5), 4000);
  assert.equal(backoffMs(4, 2000, 0.5), 16_000);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, random) => {
        const delay = backoffMs(failures, 2000, random);
        assert.ok(delay >= 1000 && delay <= 15 * 60 * 1000);
      },
    ),
  );
});
