import assert from "node:assert/strict";
import fc from "fast-check";
import { LEXICON } from "./lexicon_data.ts";
import { keysOfText, type Late, Phrases } from "./phrases.ts";
import { tokenize } from "./text.ts";

const LABELS = LEXICON.flatMap(({ skills }) => skills.flatMap(({ en, nl }) => [...en, ...nl]));

Deno.test("Phrases finds phrases added late like those that were there at once", () => {
  const phrases = fc.array(fc.constantFrom(...LABELS), { minLength: 1, maxLength: 20 });
  fc.assert(fc.property(phrases, (labels) => {
    const atOnce = new Phrases<string>();
    const kept = new Map<string, Late<string>[]>();
    for (const label of labels) {
      const keys = keysOfText(label);
      const first = keys[0] ?? "";
      atOnce.add(keys, label);
      kept.set(first, [...kept.get(first) ?? [], { keys: () => keys, value: () => label }]);
    }
    const late = new Phrases<string>({
      has: (first) => kept.has(first),
      under: (first) => kept.get(first) ?? [],
    });
    const tokens = tokenize(`We ask ${labels.join(" and ")}.`);
    for (let at = 0; at < tokens.length; at++) {
      assert.deepEqual(late.at(tokens, at, true), atOnce.at(tokens, at, true));
    }
  }));
});
