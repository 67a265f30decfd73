import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluate } from "./evaluate.ts";
import { likenessOf, readPosting } from "./likeness.ts";
import { readJob } from "./requirements.ts";
import { readResume } from "./resume.ts";
import { scoreMatches } from "./score.ts";
import { sumUp } from "./terms.ts";
import type { Weights } from "./types.ts";

const POSTING = `Baker

We bake sourdough, rye bread and pastry before the town wakes. You knead, proof and bake, and keep
the oven and the flour store in order.`;
const BAKER = `Jo Jansen
jo@example.com

Experience
Night shift, Corner Shop, 2019 – 2022
- Kneaded and proofed sourdough
- Baked rye bread and pastry in a stone oven`;
const DRIVER = `Jo Jansen
jo@example.com

Experience
Night shift, Corner Shop, 2019 – 2022
- Drove parcels to the harbour`;
const TODAY = "2026-01-01";

const like = (text: string) => likenessOf(readResume(text, TODAY), readPosting(POSTING));

Deno.test("likenessOf() tells the trade of a posting from another one, with exact quotes", () => {
  const [baker, driver] = [like(BAKER), like(DRIVER)];
  assert.ok(baker && driver);
  assert.ok(baker.percent >= 60, `${baker.percent} %`);
  assert.ok(driver.percent <= 10, `${driver.percent} %`);
  for (const { start, end, text } of baker.evidence) assert.equal(BAKER.slice(start, end), text);
});

Deno.test("likenessOf() takes nothing from a denial or from contact details", () => {
  const denied = `${DRIVER}\n- No experience with sourdough\n`;
  assert.ok(!like(denied)?.evidence.some(({ text }) => text === "sourdough"));
  const named = DRIVER.replace("jo@example.com", "sourdough@pastry.example");
  assert.equal(like(named)?.percent, like(DRIVER)?.percent);
});

Deno.test("readPosting() takes at most forty words, none that says nothing", () => {
  fc.assert(fc.property(fc.string({ maxLength: 3000 }), (text) => {
    const words = readPosting(text);
    assert.ok(words.length <= 40 && words.every(({ weight }) => weight > 0.25));
    assert.deepEqual(readPosting(text), words);
  }));
  assert.equal(likenessOf(readResume(BAKER, TODAY), readPosting("We are the best.")), null);
});

Deno.test("the words of a posting count for no more than their percent of the score", () => {
  const verdict = fc.constantFrom("YES", "PARTIAL", "NO");
  const item = fc.record({
    level: fc.constantFrom("required", "nice_to_have"),
    kind: fc.constantFrom("hard", "soft", "occupation"),
    importance: fc.integer({ min: 1, max: 5 }),
    gate: fc.constant(false),
    verdict,
  });
  fc.assert(fc.property(
    fc.array(item, { minLength: 1, maxLength: 30 }),
    fc.integer({ min: 0, max: 15 }),
    fc.integer({ min: 0, max: 100 }),
    (items, text, percent) => {
      const weights: Weights = { required: 6, niceToHave: 4, text };
      const [none, some, all] = [0, percent, 100].map((one) =>
        scoreMatches(items, weights, one).rawScore ?? 0
      );
      assert.ok(none !== undefined && some !== undefined && all !== undefined);
      assert.ok(none <= some && some <= all && all - none <= text / 100 + 1e-9);
      assert.equal(
        scoreMatches(items, { ...weights, text: 0 }, percent).score,
        scoreMatches(items, weights).score,
      );
      const sum = sumUp(items, weights, percent);
      assert.ok(Math.abs(sum.counts / sum.weight - (sum.rawScore ?? 0)) < 1e-9);
    },
  ));
  assert.throws(() => scoreMatches([], { required: 6, niceToHave: 4, text: 16 }), RangeError);
});

Deno.test("evaluate() lets the words of a posting decide between equal verdicts, or not at all", () => {
  const { requirements } = readJob("Requirements\n- Night work\n- Punctual\n");
  const score = (text: string, percent: number) =>
    evaluate({
      text,
      requirements,
      weights: { required: 6, niceToHave: 4, text: percent },
      now: TODAY,
      hiddenCharacters: 0,
      posting: readPosting(POSTING),
    });
  assert.ok((score(BAKER, 10).score ?? 0) > (score(DRIVER, 10).score ?? 0));
  assert.equal(score(BAKER, 0).score, score(DRIVER, 0).score);
  assert.equal(score(BAKER, 0).likeness, null);
});
