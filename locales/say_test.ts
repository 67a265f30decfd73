import assert from "node:assert/strict";
import { say, speaker } from "./say.ts";

Deno.test("say() fills the places and writes figures in the language's way", () => {
  assert.equal(say("en", "{done} of {total}", { done: 12, total: 1200 }), "12 of 1,200");
  assert.equal(say("nl", "{done} van {total}", { done: 12, total: 1200 }), "12 van 1.200");
});

Deno.test("say() chooses the plural form by count", () => {
  const files = { one: "{count} file", other: "{count} files" };
  assert.equal(say("en", files, { count: 1 }), "1 file");
  assert.equal(say("en", files, { count: 0 }), "0 files");
});

Deno.test("say() refuses a place without a value and a plural without a count", () => {
  assert.throws(() => say("en", "{file}"), { name: "RangeError", message: /\{file\}/ });
  assert.throws(() => say("en", { one: "{count}", other: "{count}" }), RangeError);
});

Deno.test("speaker() says the texts that it was given", () => {
  const t = speaker("nl", { hello: "dag {name}" });
  assert.equal(t("hello", { name: "Sam" }), "dag Sam");
});
