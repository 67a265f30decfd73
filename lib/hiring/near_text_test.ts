import fc from "fast-check";
import assert from "node:assert/strict";
import { processorMs } from "../../tests/harness/processor_time.ts";
import {
  bandsOf,
  estimateSimilarity,
  NEAR,
  SIGNATURE_SIZE,
  signatureOf,
  similarityOf,
} from "./near_text.ts";

const wordArb = fc.string({ minLength: 2, maxLength: 9, unit: fc.constantFrom(..."abcdefghij") });
const wordsArb = fc.array(wordArb, { minLength: 200, maxLength: 500 });

function signed(text: string): number[] {
  const signature = signatureOf(text);
  assert.ok(signature);
  return signature;
}

Deno.test("signatureOf() minds neither case nor accents nor the blanks between words", () => {
  fc.assert(fc.property(wordsArb, (words) => {
    const signature = signed(words.join(" "));
    assert.deepEqual(signed(words.join("\n\n- ").toUpperCase()), signature);
    assert.equal(signature.length, SIGNATURE_SIZE);
    assert.ok(signature.every((hash) => Number.isInteger(hash) && hash === (hash | 0)));
  }));
  assert.deepEqual(signed("Één café in Zwolle"), signed("een CAFE in zwolle"));
});

Deno.test("signatureOf() is the one that is stored", () => {
  assert.deepEqual(signed("Backend engineer at Tidewater Bank since 2016").slice(0, 3), [
    -2086257236,
    1007038406,
    1810005433,
  ]);
});

Deno.test("signatureOf() answers null for a text without words", () => {
  for (const text of ["", "  \n", "— • !"]) assert.equal(signatureOf(text), null);
  assert.equal(signed("one").length, SIGNATURE_SIZE);
});

Deno.test("a text with few changes stays near, and shares a bucket", () => {
  fc.assert(fc.property(wordsArb, fc.nat(), (words, at) => {
    const changed = words.with(at % words.length, "zzz");
    const [one, other] = [words.join(" "), changed.join(" ")];
    assert.ok(similarityOf(one, other) >= 0.9);
    const [a, b] = [signed(one), signed(other)];
    assert.ok(estimateSimilarity(a, b) >= 0.7);
    const bands = new Set(bandsOf(a));
    assert.ok(bandsOf(b).some((band) => bands.has(band)));
  }));
});

Deno.test("texts about other things are far from each other", () => {
  fc.assert(fc.property(wordsArb, wordsArb, (one, other) => {
    const [a, b] = [one.map((word) => `x${word}`).join(" "), other.map((w) => `y${w}`).join(" ")];
    assert.equal(similarityOf(a, b), 0);
    assert.ok(estimateSimilarity(signed(a), signed(b)) < 0.2);
    assert.ok(similarityOf(a, b) < NEAR);
  }));
});

Deno.test("estimateSimilarity() is about what similarityOf() counts", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(wordArb, { minLength: 300, maxLength: 400 }),
      fc.integer({ min: 0, max: 100 }),
      (words, percent) => {
        const kept = Math.floor(words.length * percent / 100);
        const [one, other] = [
          words.join(" "),
          words.map((word, at) => at < kept ? word : `q${word}`).join(" "),
        ];
        const apart = similarityOf(one, other) - estimateSimilarity(signed(one), signed(other));
        assert.ok(Math.abs(apart) < 0.3, String(apart));
      },
    ),
  );
});

Deno.test("signatureOf() takes no long time for a long text", () => {
  const text = "worked with people in Utrecht and more ".repeat(55_000);
  assert.ok(text.length > 2_000_000);
  const distinct = Array.from({ length: 400_000 }, (_, at) => `w${at}`).join(" ");
  const took = processorMs(() => {
    signatureOf(text);
    signatureOf(distinct);
    signatureOf("é".repeat(2_000_000));
  });
  assert.ok(took < 4000, `${Math.round(took)} ms`);
});
