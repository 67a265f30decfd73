import assert from "node:assert/strict";
import fc from "fast-check";
import { scoreMatches } from "./score.ts";
import { sumUp } from "./terms.ts";
import type { Kind, Level, Verdict } from "./types.ts";

const itemArb = fc.record({
  level: fc.constantFrom<Level[]>("required", "nice_to_have"),
  kind: fc.constantFrom<Kind[]>("hard", "occupation"),
  importance: fc.integer({ min: 1, max: 5 }),
  gate: fc.boolean(),
  verdict: fc.constantFrom<Verdict[]>("YES", "PARTIAL", "NO"),
});
const weightsArb = fc.record({
  required: fc.constantFrom(0, 0.1, 3, 6, 33.3),
  niceToHave: fc.constantFrom(0.7, 1, 4),
});

Deno.test("sumUp() has terms that make the score when they are added up by hand", () => {
  fc.assert(fc.property(fc.array(itemArb, { maxLength: 40 }), weightsArb, (items, weights) => {
    const sum = sumUp(items, weights);
    const { gate: _, ...score } = scoreMatches(items, weights);
    const { terms, text, weight, counts, cap, ...rest } = sum;
    assert.equal(text, null);
    assert.deepEqual(rest, score);
    assert.equal(terms.length, items.length);
    if (score.rawScore === null) return assert.equal(weight, 0);
    const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-8, `${a} and ${b}`);
    close(terms.reduce((total, term) => total + term.counts, 0), counts);
    close(terms.reduce((total, term) => total + term.weight, 0), weight);
    close(counts / weight, score.rawScore);
    assert.equal(score.score, Math.min(score.rawScore, cap ?? 1));
  }));
});

Deno.test("sumUp() keeps what each term is about, without the hair of binary fractions", () => {
  const item = {
    level: "required",
    kind: "hard",
    importance: 3,
    gate: true,
    verdict: "NO",
    id: "a",
  } as const;
  const sum = sumUp([item, { ...item, gate: false, verdict: "YES", id: "b" }], {
    required: 0.1,
    niceToHave: 4,
  });
  assert.deepEqual(sum.terms.map(({ id, weight, counts }) => [id, weight, counts]), [
    ["a", 0.3, 0],
    ["b", 0.3, 0.3],
  ]);
  assert.deepEqual([sum.counts, sum.weight, sum.rawScore, sum.score, sum.cap], [
    0.3,
    0.6,
    0.5,
    0.5,
    0.64,
  ]);
});
