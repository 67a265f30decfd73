import assert from "node:assert/strict";
import { readAskedLanguages } from "./asked_language.ts";
import { readPiece } from "./reading.ts";

function read(text: string): (string | null)[][] {
  const { tokens, mentions } = readPiece(text);
  return readAskedLanguages(text, tokens, mentions).map((
    { code, level, name },
  ) => [code, level, name]);
}

Deno.test("readAskedLanguages() binds levels to languages", () => {
  const asked: readonly (readonly [string, readonly (readonly (string | null)[])[]])[] = [
    ["Je spreekt vloeiend Duits en goed Engels.", [["de", "C1", "vloeiend Duits"], [
      "en",
      "B2",
      "goed Engels",
    ]]],
    ["Vloeiend Nederlands en Engels", [["nl", "C1", "Vloeiend Nederlands"], [
      "en",
      "C1",
      "Vloeiend Engels",
    ]]],
    ["You speak Dutch and English fluently.", [["nl", "C1", "fluent Dutch"], [
      "en",
      "C1",
      "English fluently",
    ]]],
    ["Dutch (C1), English (B2), German", [["nl", "C1", "Dutch C1"], ["en", "B2", "English B2"], [
      "de",
      null,
      "German",
    ]]],
    ["Frans op B2-niveau", [["fr", "B2", "Frans op B2"]]],
    ["native Dutch speaker", [["nl", "native", "native Dutch speaker"]]],
    ["Goede beheersing van de Nederlandse en Engelse taal", [[
      "nl",
      "B2",
      "Goede beheersing Nederlandse taal",
    ], ["en", "B2", "Goede beheersing Engelse taal"]]],
    ["Fluency in English; German is a plus", [["en", "C1", "Fluency in English"], [
      "de",
      null,
      "German",
    ]]],
  ];
  for (const [text, languages] of asked) assert.deepEqual(read(text), languages, text);
});

Deno.test("readAskedLanguages() knows a language from what is named after it", () => {
  for (
    const text of [
      "Annual accounts under Dutch GAAP",
      "Dutch tax law",
      "English teacher",
      "de Nederlandse markt",
    ]
  ) {
    assert.deepEqual(read(text), [], text);
  }
});
