import assert from "node:assert/strict";
import fc from "fast-check";
import { scoreMatches } from "./score.ts";
import { type Counting, levelShares, shareOf } from "./shares.ts";

const requirement: fc.Arbitrary<Counting> = fc.record({
  level: fc.constantFrom("required", "nice_to_have"),
  kind: fc.constantFrom("hard", "occupation", "soft"),
  importance: fc.integer({ min: 1, max: 5 }),
  gate: fc.constant(false),
});

const job = fc.record({
  requirements: fc.array(requirement, { minLength: 1, maxLength: 12 }),
  weights: fc.record({
    required: fc.integer({ min: 1, max: 10 }),
    niceToHave: fc.integer({ min: 1, max: 10 }),
    text: fc.integer({ min: 0, max: 15 }),
  }),
});

/** What somebody scores who meets those and nothing else. */
function scoreOf(
  { requirements, weights }: typeof job extends fc.Arbitrary<infer T> ? T : never,
  isMet: (one: Counting) => boolean,
): number {
  const items = requirements.map((one) => ({
    ...one,
    verdict: isMet(one) ? "YES" as const : "NO" as const,
  }));
  return scoreMatches(items, weights, 0).score ?? 0;
}

const isSame = (one: number, other: number) => Math.abs(one - other) < 1e-9;

Deno.test("levelShares() says what meeting all of a level alone would score", () => {
  fc.assert(fc.property(job, (one) => {
    const { required, niceToHave } = levelShares(one.requirements, one.weights);
    assert.ok(isSame(required, scoreOf(one, ({ level }) => level === "required")));
    assert.ok(isSame(niceToHave, scoreOf(one, ({ level }) => level === "nice_to_have")));
  }));
  const none = levelShares([], { required: 6, niceToHave: 4, text: 10 });
  assert.deepEqual(none, { required: 0, niceToHave: 0 });
});

Deno.test("shareOf() says what meeting one requirement alone would score", () => {
  fc.assert(fc.property(job, (one) => {
    const [first] = one.requirements;
    assert.ok(first);
    const share = shareOf(first, one.requirements, one.weights);
    assert.ok(isSame(share, scoreOf(one, (other) => other === first)));
  }));
});
