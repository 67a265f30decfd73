import assert from "node:assert/strict";
import fc from "fast-check";
import { DEFAULT_WEIGHTS, gradeOf, isNearLine, occupationFactor, scoreMatches } from "./score.ts";
import type { ScoreItem } from "./score.ts";
import type { Kind, Level, Verdict } from "./types.ts";

const item = (verdict: Verdict, level: Level = "required", rest: Partial<ScoreItem> = {}) => ({
  verdict,
  level,
  kind: "hard" as const,
  importance: 3,
  gate: false,
  ...rest,
});

const itemArb: fc.Arbitrary<ScoreItem> = fc.record({
  verdict: fc.constantFrom<Verdict>("YES", "PARTIAL", "NO"),
  level: fc.constantFrom<Level>("required", "nice_to_have"),
  kind: fc.constantFrom<Kind>("hard", "soft", "occupation"),
  importance: fc.integer({ min: 1, max: 5 }),
  gate: fc.boolean(),
});

const weightsArb = fc.record({
  required: fc.double({ min: 0.1, max: 20, noNaN: true }),
  niceToHave: fc.double({ min: 0.1, max: 20, noNaN: true }),
});

Deno.test("scoreMatches() gives 13/22 for the worked example", () => {
  const items = [item("YES"), item("PARTIAL"), item("NO"), item("YES", "nice_to_have")];
  const result = scoreMatches(items);
  assert.equal(result.score, Math.round((13 / 22) * 1e12) / 1e12);
  assert.equal(result.rawScore, result.score);
  assert.equal(result.grade, "C");
  assert.equal(result.requiredMet, 1);
  assert.equal(result.requiredTotal, 3);
});

Deno.test("scoreMatches() gives null without requirements, and when nothing weighs", () => {
  assert.deepEqual(scoreMatches([]), {
    score: null,
    rawScore: null,
    grade: null,
    requiredMet: 0,
    requiredTotal: 0,
    gate: "passed",
  });
  assert.equal(scoreMatches([item("YES")], { required: 0, niceToHave: 4 }).score, null);
});

Deno.test("scoreMatches() calls exactly 0.8 an A", () => {
  const items = [item("YES"), item("YES"), item("YES"), item("YES"), item("NO")];
  assert.equal(scoreMatches(items).score, 0.8);
  assert.equal(scoreMatches(items).grade, "A");
  const decimal = scoreMatches(items, { required: 0.1, niceToHave: 0.7 });
  assert.equal(decimal.grade, "A");
});

Deno.test("scoreMatches() weighs importance by thirds", () => {
  const items = [item("YES", "required", { importance: 5 }), item("NO")];
  assert.equal(scoreMatches(items).score, 0.625);
});

Deno.test("scoreMatches() caps a failed and a partial gate and keeps the raw score", () => {
  const good = Array.from({ length: 19 }, () => item("YES"));
  const failed = scoreMatches([...good, item("NO", "required", { gate: true })]);
  assert.deepEqual([failed.score, failed.rawScore, failed.grade, failed.gate], [
    0.64,
    0.95,
    "C",
    "failed",
  ]);
  const partial = scoreMatches([...good, item("PARTIAL", "required", { gate: true })]);
  assert.deepEqual([partial.score, partial.rawScore, partial.grade, partial.gate], [
    0.79,
    0.975,
    "B",
    "partial",
  ]);
  const low = scoreMatches([item("NO", "required", { gate: true })]);
  assert.equal(low.score, 0);
});

Deno.test("scoreMatches() refuses weights and importances that make no sense", () => {
  assert.throws(() => scoreMatches([item("YES")], { required: -1, niceToHave: 4 }), RangeError);
  assert.throws(() => scoreMatches([item("YES")], { required: NaN, niceToHave: 4 }), RangeError);
  assert.throws(() => scoreMatches([item("YES", "required", { importance: 0 })]), RangeError);
  assert.throws(() => scoreMatches([item("YES", "required", { importance: 2.5 })]), RangeError);
});

Deno.test("scoreMatches() ignores the order of matches, to the last bit", () => {
  fc.assert(
    fc.property(fc.array(itemArb, { maxLength: 30 }), weightsArb, (items, weights) => {
      assert.deepEqual(scoreMatches(items, weights), scoreMatches(items.toReversed(), weights));
    }),
  );
});

Deno.test("scoreMatches() stays between 0 and 1 and never drops when a verdict improves", () => {
  fc.assert(
    fc.property(fc.array(itemArb, { minLength: 1, maxLength: 20 }), fc.nat(), (items, pick) => {
      const before = scoreMatches(items, DEFAULT_WEIGHTS);
      const at = pick % items.length;
      const better = items.map((one, i) => i === at ? { ...one, verdict: "YES" as const } : one);
      const after = scoreMatches(better, DEFAULT_WEIGHTS);
      assert.ok(before.score !== null && before.score >= 0 && before.score <= 1);
      assert.ok(after.score !== null && after.score >= before.score);
    }),
  );
});

Deno.test("gradeOf() puts a line into the better grade", () => {
  const grades = [1, 0.8, 0.7999, 0.65, 0.6499, 0.5, 0.4999, 0, null].map(gradeOf);
  assert.deepEqual(grades, ["A", "A", "B", "B", "C", "C", "D", "D", null]);
  assert.equal(gradeOf(0.1 + 0.7), "A");
});

Deno.test("isNearLine() is true within 0.02 of a line on both sides", () => {
  const near = [0.78, 0.82, 0.63, 0.67, 0.48, 0.52, 0.8].map(isNearLine);
  assert.deepEqual(near, near.map(() => true));
  const far = [0.77, 0.83, 0.6, 0.7, 0.55, 0.47, 1, 0, null].map(isNearLine);
  assert.deepEqual(far, far.map(() => false));
});

Deno.test("scoreMatches() gives an asked occupation its share, however much else is asked", () => {
  const others = Array.from({ length: 30 }, () => item("NO"));
  const occupation = item("YES", "required", { kind: "occupation", importance: 5 });
  const { score } = scoreMatches([occupation, ...others]);
  assert.ok(score !== null && score > 0.333 && score < 0.34, `${score}`);
  assert.equal(occupationFactor([occupation, item("NO")], DEFAULT_WEIGHTS), 1);
  assert.equal(
    occupationFactor([{ ...occupation, level: "nice_to_have" }, ...others], {
      ...DEFAULT_WEIGHTS,
    }),
    1,
  );
});

Deno.test("occupationFactor() is enough and no more than a hundredth too much", () => {
  fc.assert(fc.property(fc.array(itemArb, { maxLength: 30 }), (items) => {
    const factor = occupationFactor(items, DEFAULT_WEIGHTS);
    const asked = items.filter((one) => one.kind === "occupation" && one.level === "required");
    assert.ok(factor >= 1);
    if (asked.length === 0) return assert.equal(factor, 1);
    const weigh = (all: readonly ScoreItem[]) =>
      all.reduce((sum, one) => sum + (one.level === "required" ? 6 : 4) * one.importance, 0);
    const [own, all] = [weigh(asked), weigh(items)];
    const least = Math.min(5, asked.reduce((sum, { importance }) => sum + importance, 0)) / 15;
    const share = (times: number) => own * times / (all - own + own * times);
    assert.ok(share(factor) >= least - 1e-9);
    if (factor > 1) assert.ok(share(factor - 0.01) < least + 1e-9);
  }));
});
