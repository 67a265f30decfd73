import assert from "node:assert/strict";
import { detectLanguage } from "./language.ts";

Deno.test("detectLanguage() tells Dutch from English", () => {
  assert.equal(detectLanguage("Je hebt minimaal drie jaar ervaring met Java."), "nl");
  assert.equal(detectLanguage("You have three years of experience with Java."), "en");
  assert.equal(detectLanguage("HBO werk- en denkniveau, rijbewijs B"), "nl");
});

Deno.test("detectLanguage() takes English when nothing tells", () => {
  assert.equal(detectLanguage(""), "en");
  assert.equal(detectLanguage("Java, Go, Rust"), "en");
});

Deno.test("detectLanguage() weighs a mixed text", () => {
  const text = "Je bouwt de portefeuille uit en je werkt met klanten. You report to the director.";
  assert.equal(detectLanguage(text), "nl");
  assert.equal(detectLanguage(text, { start: text.indexOf("You"), end: text.length }), "en");
});
