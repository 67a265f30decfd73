import assert from "node:assert/strict";
import { findUnasked, findVague } from "./posting_advice.ts";

const TEXT = [
  "What we ask",
  "- 4 years of Java",
  "- You are a true team player with a can-do mentality",
  "",
  "What we offer",
  "A boat trip each summer.",
].join("\n");

Deno.test("findVague() finds praise in both languages, and no skill", () => {
  const words = (text: string) => findVague(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(words(TEXT), ["true team player", "can-do mentality"]);
  assert.deepEqual(words("Je bent een ervaren teamspeler met een hands-on mentaliteit."), [
    "ervaren teamspeler met een hands-on mentaliteit",
  ]);
  assert.deepEqual(words("A rockstar ninja; geen 9-tot-5 mentaliteit"), [
    "rockstar ninja",
    "geen 9-tot-5 mentaliteit",
  ]);
  assert.deepEqual(words("Ninja build files; hands-on experience with Kafka"), []);
  assert.deepEqual(words("Experience with team players' data and self-starters"), []);
});

Deno.test("findUnasked() finds what the employer says of itself", () => {
  const parts = findUnasked(TEXT).map(({ start, end }) => TEXT.slice(start, end).trim());
  assert.deepEqual(parts, ["A boat trip each summer."]);
});
