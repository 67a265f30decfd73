import assert from "node:assert/strict";
import fc from "fast-check";
import { indexLabels, isIndexed, labelAt, labelPlaces } from "./label_index.ts";
import shipped from "./label_index.json" with { type: "json" };
import { LEXICON } from "./lexicon_data.ts";
import { keysOfText } from "./phrases.ts";

const ENTRIES = LEXICON.flatMap(({ skills }) => skills);

function labelsUnder(key: string): string[] {
  return labelPlaces(shipped, key).map(({ entry, label }) => {
    const skill = ENTRIES[entry];
    assert.ok(skill, `${key} leads to entry ${entry}`);
    return labelAt(skill, label).text;
  });
}

Deno.test("The shipped index is the one of the lexicon", () => {
  assert.deepEqual(indexLabels(LEXICON), shipped, "deno task lexicon:index writes it");
});

Deno.test("labelPlaces() leads from the first word of every label to it", () => {
  const byFirst = new Map<string, string[]>();
  for (const label of ENTRIES.flatMap(({ en, nl }) => [...en, ...nl])) {
    const first = keysOfText(label)[0] ?? "";
    byFirst.set(first, [...byFirst.get(first) ?? [], label]);
  }
  for (const [first, labels] of byFirst) {
    const found = labelsUnder(first);
    // Those that several words written as one lead to stand among them.
    assert.deepEqual(found.filter((label) => keysOfText(label)[0] === first), labels, first);
  }
});

Deno.test("labelPlaces() leads from several words written as one to their label", () => {
  assert.deepEqual(labelsUnder("projectmanagement"), ["project management", "projectmanagement"]);
});

Deno.test("isIndexed() is false of what is no key, and of the names that objects have", () => {
  const keys = new Set(
    ENTRIES.flatMap(({ en, nl }) => [...en, ...nl]).flatMap((label) => {
      const all = keysOfText(label);
      return [all[0] ?? "", all.join("")];
    }),
  );
  const names = fc.constantFrom("constructor", "__proto__", "", "\n", "\t", "a\tb", "toString");
  fc.assert(fc.property(fc.oneof(names, fc.string({ unit: "grapheme" })), (text) => {
    assert.equal(isIndexed(shipped, text) && !keys.has(text), false, text);
    assert.equal(isIndexed({}, text), false);
    assert.deepEqual(labelPlaces({}, text), []);
  }));
});
