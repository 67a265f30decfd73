import assert from "node:assert/strict";
import fc from "fast-check";
import { compareRanked } from "./rank.ts";
import type { Ranked } from "./rank.ts";

const ranked = (rest: Partial<Ranked>): Ranked => ({
  score: 0.5,
  rawScore: 0.5,
  requiredMet: 1,
  requiredTotal: 2,
  fileName: "a.txt",
  textHash: "00",
  ...rest,
});

const rankedArb: fc.Arbitrary<Ranked> = fc.record({
  score: fc.constantFrom(null, 0, 0.5, 0.64),
  rawScore: fc.constantFrom(null, 0.5, 0.9),
  requiredMet: fc.integer({ min: 0, max: 3 }),
  requiredTotal: fc.constant(3),
  fileName: fc.constantFrom("a.txt", "b.txt", "B.txt", "é.txt"),
  textHash: fc.constantFrom("00", "01"),
});

Deno.test("compareRanked() looks at score, raw score, required met, file name, then text", () => {
  const best = ranked({});
  for (
    const worse of [
      { score: 0.4 },
      { score: null },
      { rawScore: 0.4 },
      { requiredMet: 0 },
      { fileName: "b.txt" },
      { textHash: "01" },
    ]
  ) {
    assert.ok(compareRanked(best, ranked(worse)) < 0, JSON.stringify(worse));
    assert.ok(compareRanked(ranked(worse), best) > 0, JSON.stringify(worse));
  }
});

Deno.test("compareRanked() sorts any shuffle of the same résumés into the same order", () => {
  fc.assert(
    fc.property(
      fc.array(rankedArb, { maxLength: 12 }).chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
      ),
      ([list, shuffled]) => {
        const [one, other] = [list, shuffled].map((files) => files.toSorted(compareRanked));
        assert.equal(JSON.stringify(one), JSON.stringify(other));
      },
    ),
  );
});

Deno.test("compareRanked() is 0 for equal documents alone", () => {
  fc.assert(
    fc.property(rankedArb, rankedArb, (a, b) => {
      const equal = JSON.stringify(a) === JSON.stringify(b);
      assert.equal(compareRanked(a, b) === 0, equal);
      assert.equal(Math.sign(compareRanked(a, b)), -Math.sign(compareRanked(b, a)) + 0);
    }),
  );
});
