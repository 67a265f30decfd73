import assert from "node:assert/strict";
import fc from "fast-check";
import { rankFigures } from "./rank_metrics.ts";

function pool(...scores: [number, boolean][]) {
  return scores.map(([score, isRelevant]) => ({ score, isRelevant }));
}

Deno.test("rankFigures() is 1 for a perfect ranking and counts what stands above", () => {
  const best = rankFigures(pool([3, true], [2, true], [1, false]));
  assert.deepEqual(best, { ndcgAt10: 1, auc: 1, mrr: 1, precisionAt10: 0.2 });
  const middle = rankFigures(pool([3, false], [2, true], [1, false]));
  assert.deepEqual([middle.auc, middle.mrr], [0.5, 0.5]);
  assert.ok(Math.abs(middle.ndcgAt10 - 1 / Math.log2(3)) < 1e-12);
  assert.throws(() => rankFigures(pool([1, true])), RangeError);
});

Deno.test("rankFigures() gives a tie the average over its orders", () => {
  const orders = [0, 1, 2].map((at) =>
    rankFigures([0, 1, 2].map((place) => ({ score: -place, isRelevant: place === at })))
  );
  const tied = rankFigures(pool([1, true], [1, false], [1, false]));
  for (const name of ["ndcgAt10", "auc", "mrr", "precisionAt10"] as const) {
    const mean = orders.reduce((sum, one) => sum + one[name], 0) / orders.length;
    assert.ok(Math.abs(tied[name] - mean) < 1e-12, name);
  }
});

Deno.test("rankFigures() does not depend on the order of the pool, nor on the scale", () => {
  const one = fc.record({ score: fc.integer({ min: 0, max: 5 }), isRelevant: fc.boolean() });
  fc.assert(fc.property(fc.array(one, { maxLength: 30 }), (some) => {
    const all = [...some, { score: 2, isRelevant: true }, { score: 2, isRelevant: false }];
    const scaled = all.toReversed().map(({ score, ...rest }) => ({
      ...rest,
      score: score * 3 - 1,
    }));
    assert.deepEqual(rankFigures(scaled), rankFigures(all));
  }));
});
