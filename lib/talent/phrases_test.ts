import assert from "node:assert/strict";
import fc from "fast-check";
import { LEXICON } from "./lexicon_data.ts";
import { firstKeyOf, keysOfText, Phrases } from "./phrases.ts";
import { tokenize } from "./text.ts";

const LABELS = LEXICON.flatMap(({ skills }) => skills.flatMap(({ en, nl }) => [...en, ...nl]));

Deno.test("firstKeyOf() is the first key of every label, and of whatever is typed", () => {
  for (const label of LABELS) assert.equal(firstKeyOf(label), keysOfText(label)[0] ?? "", label);
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => {
    assert.equal(firstKeyOf(text), keysOfText(text)[0] ?? "");
  }));
});

Deno.test("Phrases finds phrases added late like those that were there at once", () => {
  const phrases = fc.array(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 20 });
  fc.assert(fc.property(phrases, (labels) => {
    const [atOnce, late] = [new Phrases<string>(), new Phrases<string>()];
    for (const label of labels) {
      const keys = keysOfText(label);
      atOnce.add(keys, label);
      late.addLate(firstKeyOf(label), { keys: () => keys, value: () => label });
    }
    const tokens = tokenize(`We ask ${labels.join(" and ")}.`);
    for (let at = 0; at < tokens.length; at++) {
      assert.deepEqual(late.at(tokens, at, true), atOnce.at(tokens, at, true));
    }
  }));
});
