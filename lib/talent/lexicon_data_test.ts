import assert from "node:assert/strict";
import { CRAFTS } from "./craft_data.ts";
import { FIELDS } from "./field_data.ts";
import { LEXICON } from "./lexicon_data.ts";
import type { SkillEntry, SkillType } from "./lexicon_types.ts";

const ENTRIES: readonly SkillEntry[] = LEXICON.flatMap((file) => file.skills);
const BY_ID = new Map(ENTRIES.map((entry) => [entry.id, entry]));
const TYPES: readonly SkillType[] = [
  "skill",
  "tool",
  "method",
  "knowledge",
  "language",
  "licence",
  "certificate",
  "soft",
  "occupation",
];
const KEYS = ["id", "type", "en", "nl", "broader", "related", "is", "code", "guarded"];

/** What matching sees as the same label: case, accents, hyphens and spaces apart. */
function foldLabel(label: string): string {
  return label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s-]+/g, "");
}

function labelsOf(entry: SkillEntry): string[] {
  return [...entry.en, ...entry.nl];
}

function foldedLabels(entry: SkillEntry): Set<string> {
  return new Set(labelsOf(entry).map(foldLabel));
}

Deno.test("LEXICON covers at least 16 fields, 3,000 entries and 200 occupations", () => {
  const fields = new Set(LEXICON.map((file) => file.field));
  assert.equal(fields.size, LEXICON.length, "two files name the same field");
  assert.ok(fields.size >= 16, `${fields.size} fields`);
  assert.ok(ENTRIES.length >= 3000, `${ENTRIES.length} entries`);
  const occupations = ENTRIES.filter((entry) => entry.type === "occupation").length;
  assert.ok(occupations >= 200, `${occupations} occupations`);
  const languages = ENTRIES.filter((entry) => entry.type === "language").length;
  assert.ok(languages >= 40, `${languages} languages`);
});

Deno.test("LEXICON has three and a half ways of writing an entry, on average", () => {
  const forms = ENTRIES.reduce((sum, entry) => sum + foldedLabels(entry).size, 0);
  assert.ok(
    forms / ENTRIES.length >= 3.5,
    `${(forms / ENTRIES.length).toFixed(2)} labels an entry`,
  );
});

Deno.test("LEXICON writes every entry in the form of SkillEntry", () => {
  for (const entry of ENTRIES) {
    assert.ok(TYPES.includes(entry.type), `${entry.id} has type ${entry.type}`);
    const unknown = Object.keys(entry).filter((key) => !KEYS.includes(key));
    assert.deepEqual(unknown, [], `${entry.id} has unknown keys`);
    assert.match(entry.id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const list of [entry.en, entry.nl]) {
      assert.ok(list.length > 0, `${entry.id} lacks a label in a language`);
      assert.equal(new Set(list).size, list.length, `${entry.id} repeats a label`);
    }
    for (const label of labelsOf(entry)) {
      assert.equal(label, label.trim().replace(/\s+/g, " "), `${entry.id}: "${label}"`);
      assert.match(label, /^[\p{L}\p{N}.]/u, `${entry.id}: "${label}" starts with a mark`);
    }
  }
});

Deno.test("LEXICON has each id once", () => {
  const seen = new Set<string>();
  for (const { id } of ENTRIES) {
    assert.ok(!seen.has(id), `${id} stands twice`);
    seen.add(id);
  }
});

Deno.test("LEXICON is sorted by id within each field", () => {
  for (const file of LEXICON) {
    const ids = file.skills.map((entry) => entry.id);
    assert.deepEqual(ids, ids.toSorted(), `${file.field} is not sorted`);
  }
});

/** Guarded labels mean the entry in its context alone, so another entry may have them plainly. */
function plainLabels(entry: SkillEntry): Set<string> {
  const guarded = new Set(entry.guarded);
  return new Set(labelsOf(entry).filter((label) => !guarded.has(label)).map(foldLabel));
}

Deno.test("LEXICON claims no label for two entries without a context that tells them apart", () => {
  const owner = new Map<string, string>();
  for (const entry of ENTRIES) {
    for (const label of plainLabels(entry)) {
      const other = owner.get(label);
      assert.equal(other, undefined, `"${label}" belongs to ${other} and ${entry.id}`);
      owner.set(label, entry.id);
    }
  }
});

Deno.test("LEXICON guards no label for two entries", () => {
  const owner = new Map<string, string>();
  for (const entry of ENTRIES) {
    for (const label of new Set((entry.guarded ?? []).map(foldLabel))) {
      const other = owner.get(label);
      assert.equal(other, undefined, `"${label}" is guarded by ${other} and ${entry.id}`);
      owner.set(label, entry.id);
    }
  }
});

Deno.test("LEXICON points at entries that exist", () => {
  for (const entry of ENTRIES) {
    for (const target of [...entry.broader ?? [], ...entry.related ?? []]) {
      assert.ok(BY_ID.has(target), `${entry.id} points at ${target}`);
      assert.notEqual(target, entry.id, `${entry.id} points at itself`);
    }
  }
});

Deno.test("LEXICON has no circle of broader entries", () => {
  const done = new Set<string>();
  const climb = (id: string, path: readonly string[]): void => {
    assert.ok(!path.includes(id), `circle: ${[...path, id].join(" → ")}`);
    if (done.has(id)) return;
    for (const wider of BY_ID.get(id)?.broader ?? []) climb(wider, [...path, id]);
    done.add(id);
  };
  for (const { id } of ENTRIES) climb(id, []);
});

Deno.test("LEXICON writes each relation once", () => {
  const pairs = new Set<string>();
  const broader = new Set(
    ENTRIES.flatMap((entry) => (entry.broader ?? []).map((up) => [entry.id, up].sort().join(" "))),
  );
  for (const entry of ENTRIES) {
    const ups = entry.broader ?? [];
    assert.equal(new Set(ups).size, ups.length, `${entry.id} repeats a broader entry`);
    for (const other of entry.related ?? []) {
      const pair = [entry.id, other].sort().join(" ");
      assert.ok(!pairs.has(pair), `${pair} are related twice`);
      assert.ok(!broader.has(pair), `${pair} are related and broader`);
      pairs.add(pair);
    }
  }
});

Deno.test("LEXICON guards labels of its own, and all of one or two letters", () => {
  for (const entry of ENTRIES) {
    const labels = labelsOf(entry);
    for (const guarded of entry.guarded ?? []) {
      assert.ok(labels.includes(guarded), `${entry.id} guards "${guarded}", which it lacks`);
    }
    const bare = labels.filter((label) =>
      /^[\p{L}\p{N}]{1,2}$/u.test(label) && !entry.guarded?.includes(label)
    );
    assert.deepEqual(bare, [], `${entry.id} has short labels without a guard`);
  }
});

Deno.test("LEXICON guards the tools that are ordinary words", () => {
  const guarded = new Set(ENTRIES.flatMap((entry) => entry.guarded ?? []));
  const ordinary = ["C", "R", "Go", "Next", "Spring", "Swift", "Rust", "Word", "Access", "React"];
  const also = ["SAP", "Excel", "Teams", "Outlook", "Exact", "Ruby", "Scala", "Make", "Oracle"];
  const loose = [...ordinary, ...also].filter((label) => !guarded.has(label));
  assert.deepEqual(loose, []);
});

Deno.test("LEXICON gives languages, and nothing else, a code of their own", () => {
  const codes = new Set<string>();
  for (const entry of ENTRIES) {
    if (entry.type !== "language") {
      assert.equal(entry.code, undefined, `${entry.id} is no language`);
      continue;
    }
    assert.match(entry.code ?? "", /^[a-z]{2,3}$/, `${entry.id} lacks a code`);
    assert.ok(!codes.has(entry.code ?? ""), `${entry.code} stands twice`);
    codes.add(entry.code ?? "");
  }
});

/** Work of any kind under these names: they have no craft. */
const WITHOUT_CRAFT = ["freelancer", "intern", "temporary-worker", "trainee", "volunteer"];
const CRAFT_TYPES: readonly SkillType[] = ["skill", "tool", "method", "knowledge"];

Deno.test("CRAFTS names skills that exist, of occupations that exist, in order", () => {
  assert.deepEqual(Object.keys(CRAFTS), Object.keys(CRAFTS).toSorted());
  for (const [id, skills] of Object.entries(CRAFTS)) {
    assert.equal(BY_ID.get(id)?.type, "occupation", `${id} is no occupation`);
    assert.deepEqual([...skills], [...new Set(skills)].sort(), `the craft of ${id} is not sorted`);
    for (const skill of skills) {
      const type = BY_ID.get(skill)?.type;
      assert.ok(type !== undefined && CRAFT_TYPES.includes(type), `${id} has ${skill}: ${type}`);
    }
  }
});

Deno.test("CRAFTS and the relations leave no occupation without a craft", () => {
  const isCraft = (id: string) => CRAFT_TYPES.some((type) => BY_ID.get(id)?.type === type);
  const tied = new Map<string, string[]>();
  for (const { id, related = [] } of ENTRIES) {
    for (const other of related) {
      tied.set(id, [...tied.get(id) ?? [], other]);
      tied.set(other, [...tied.get(other) ?? [], id]);
    }
  }
  const without = ENTRIES.filter(({ id, type }) =>
    type === "occupation" && CRAFTS[id] === undefined && !tied.get(id)?.some(isCraft)
  ).map(({ id }) => id);
  assert.deepEqual(without, WITHOUT_CRAFT);
});

Deno.test("FIELDS names branches of industry and occupations at home in them, sorted", () => {
  const fields = Object.keys(FIELDS);
  assert.deepEqual(fields, fields.toSorted());
  for (const [field, occupations] of Object.entries(FIELDS)) {
    assert.equal(BY_ID.get(field)?.is?.en, "industry", field);
    assert.deepEqual(occupations, [...new Set(occupations)].sort(), field);
    for (const id of occupations) assert.equal(BY_ID.get(id)?.type, "occupation", id);
  }
});
