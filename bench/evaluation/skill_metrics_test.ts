import assert from "node:assert/strict";
import { bm25, tfIdfCosine } from "./baselines.ts";
import { gazetteerSpans } from "./gazetteer.ts";
import { type Marked, skillFigures } from "./skill_metrics.ts";
import { tally } from "./tally.ts";

const text = "Java, SQL and project planning";
const marked: Marked = {
  id: "one",
  text,
  skills: [{ start: 0, end: 4 }, { start: 14, end: 30 }],
  zones: [[0, 13]],
};

Deno.test("skillFigures() tells same ends from a shared character, and looks into zones", () => {
  const found = [[{ start: 0, end: 4 }, { start: 6, end: 9 }, { start: 14, end: 21 }]];
  const { strict, partial, zonePrecision } = skillFigures([marked], found);
  assert.deepEqual([strict.precision, strict.recall], [1 / 3, 1 / 2]);
  assert.deepEqual([partial.precision, partial.recall, partial.f1], [2 / 3, 1, 0.8]);
  assert.equal(zonePrecision, 1 / 2);
  const { zones: _zones, ...plain } = marked;
  assert.equal(skillFigures([plain], [[]]).zonePrecision, null);
  assert.equal(skillFigures([plain], [[]]).partial.f1, 0);
});

Deno.test("gazetteerSpans() finds in a text only what is marked in the other half", () => {
  const texts = Array.from({ length: 20 }, (_, id) => ({ ...marked, id: String(id) }));
  const spans = gazetteerSpans(texts).map((found) =>
    found.map(({ start, end }) => text.slice(start, end))
  );
  assert.ok(spans.every((found) => found.join() === "Java,project planning"), String(spans));
  assert.deepEqual(gazetteerSpans([marked]), [[]], "alone it knows nothing");
});

Deno.test("TF-IDF and BM25 put the text that shares the rarer words first", () => {
  const pool = ["carpenter of roofs", "nurse in a ward", "nurse of wounds in a ward"];
  for (const scorer of [tfIdfCosine, bm25]) {
    const [carpenter, nurse, wounds] = scorer("nurse for wounds", pool);
    assert.equal(carpenter, 0);
    assert.ok(wounds! > nurse! && nurse! > 0, `${nurse} ${wounds}`);
  }
});

Deno.test("tally() counts, most frequent first, then by name", () => {
  const names = tally(["b", "c", "a", "c"]).map(({ name, count }) => `${name}${count}`);
  assert.deepEqual(names, ["c2", "a1", "b1"]);
});
