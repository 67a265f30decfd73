import assert from "node:assert/strict";
import { median } from "./figure.ts";
import { TfIdf } from "./tf_idf.ts";

Deno.test("TfIdf.similarity() is 1 for the same text, 0 for other words, more for rarer ones", () => {
  const plain = new TfIdf(["the cat", "the dog", "the bird"]);
  assert.ok(Math.abs(plain.similarity("the cat", "the cat") - 1) < 1e-9);
  assert.equal(plain.similarity("cat", "dog"), 0);
  assert.ok(plain.similarity("the cat", "a cat") > plain.similarity("the cat", "the dog"));
});

Deno.test("median() takes the middle, the lower one of two", () => {
  assert.equal(median([5, 1, 3]), 3);
  assert.equal(median([4, 1, 3, 2]), 2);
  assert.throws(() => median([]), RangeError);
});
