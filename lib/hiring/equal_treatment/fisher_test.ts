import assert from "node:assert/strict";
import fc from "fast-check";
import { fisherExact } from "./fisher.ts";

const near = (value: number, wanted: number) =>
  assert.ok(Math.abs(value - wanted) < 1e-9, `${value} is not ${wanted}`);

Deno.test("fisherExact() is what counting the tables by hand gives", () => {
  // The lady tasting tea: of eight cups three of four right; 1/70 + 16/70 at each end.
  near(fisherExact({ selected: 3, not: 1 }, { selected: 1, not: 3 }), 34 / 70);
  near(fisherExact({ selected: 4, not: 0 }, { selected: 0, not: 4 }), 2 / 70);
  // C(2,2)·C(3,0) of C(5,2) tables, and no other as unlikely.
  near(fisherExact({ selected: 2, not: 0 }, { selected: 0, not: 3 }), 1 / 10);
  near(fisherExact({ selected: 0, not: 5 }, { selected: 0, not: 9 }), 1);
});

Deno.test("fisherExact() is a probability, the same for either order and for what was not", () => {
  const count = fc.integer({ min: 0, max: 400 });
  fc.assert(fc.property(count, count, count, count, (a, b, c, d) => {
    const p = fisherExact({ selected: a, not: b }, { selected: c, not: d });
    assert.ok(p > 0 && p <= 1);
    near(fisherExact({ selected: c, not: d }, { selected: a, not: b }), p);
    near(fisherExact({ selected: b, not: a }, { selected: d, not: c }), p);
  }));
  assert.throws(() => fisherExact({ selected: -1, not: 2 }, { selected: 1, not: 1 }), RangeError);
});
