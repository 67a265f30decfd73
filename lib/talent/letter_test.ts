import assert from "node:assert/strict";
import fc from "fast-check";
import { composeLetter, type LetterRequirement, TEXT_PLACES, unknownPlaces } from "./letter.ts";

const TEMPLATE = {
  subject: "Your application for {job}",
  text: "Dear {name},\n\nWe found:\n{met}\n\nWe did not find:\n{missing}\n\n{sender}, {workspace}",
};

const FACTS = { name: "Anna Vos", job: "Nurse", workspace: "Havenlicht", sender: "Olga" };

function requirement(change: Partial<LetterRequirement>): LetterRequirement {
  return {
    name: "wound care",
    kind: "hard",
    level: "required",
    years: null,
    skill: null,
    verdict: "NO",
    ...change,
  };
}

const say = ({ name }: { name: string }, isInPart: boolean) =>
  isInPart ? `${name} (in part)` : name;

function compose(requirements: readonly LetterRequirement[], template = TEMPLATE) {
  return composeLetter(template, { ...FACTS, requirements }, say);
}

Deno.test("composeLetter() says what was met and what was missing, by lines", () => {
  const letter = compose([
    requirement({ name: "BIG registration", verdict: "YES" }),
    requirement({ name: "wound care" }),
    requirement({ name: "English", verdict: "PARTIAL" }),
    requirement({ name: "a driving licence", level: "nice_to_have" }),
  ]);
  assert.equal(letter.subject, "Your application for Nurse");
  assert.equal(
    letter.text,
    "Dear Anna Vos,\n\nWe found:\n- BIG registration\n\n" +
      "We did not find:\n- wound care\n- English (in part)\n\nOlga, Havenlicht",
  );
});

Deno.test("composeLetter() leaves a paragraph out whose list is empty", () => {
  assert.equal(compose([]).text, "Dear Anna Vos,\n\nOlga, Havenlicht");
});

Deno.test("composeLetter() names what would have been a plus where all that is required is there", () => {
  const letter = compose([
    requirement({ name: "wound care", verdict: "YES" }),
    requirement({ name: "a driving licence", level: "nice_to_have" }),
  ]);
  assert.match(letter.text, /We did not find:\n- a driving licence/);
});

Deno.test("composeLetter() tells nobody of their character, nor of what the law protects", () => {
  const untold = [
    requirement({ name: "empathy", kind: "soft" }),
    requirement({ name: "native speaker of Dutch" }),
    requirement({ name: "jonge hond" }),
    requirement({ name: "physically fit" }),
    requirement({ name: "EU citizenship", skill: "eu-citizenship" }),
    requirement({ name: "a work permit", skill: "work-permit" }),
  ];
  for (const verdict of ["YES", "PARTIAL", "NO"] as const) {
    const { text } = compose(untold.map((one) => ({ ...one, verdict })));
    assert.equal(text, "Dear Anna Vos,\n\nOlga, Havenlicht", verdict);
  }
});

Deno.test("composeLetter() writes a list within a sentence with commas", () => {
  const template = { subject: "x", text: "We looked for {missing} in vain." };
  const two = [requirement({ name: "Go" }), requirement({ name: "Rust" })];
  assert.equal(compose(two, template).text, "We looked for Go, Rust in vain.");
});

Deno.test("composeLetter() fills in once: what a name says is no place", () => {
  const facts = { ...FACTS, name: "{missing} {sender}", requirements: [requirement({})] };
  const { text } = composeLetter({ subject: "x", text: "Dear {name}," }, facts, say);
  assert.equal(text, "Dear {missing} {sender},");
});

Deno.test("composeLetter() gives a subject of one line, and lists of no more than six", () => {
  const word = fc.string({ unit: "grapheme", maxLength: 30 });
  const verdict = fc.constantFrom("YES" as const, "PARTIAL" as const, "NO" as const);
  const asked = fc.array(fc.record({ name: word, verdict }), { maxLength: 20 });
  fc.assert(fc.property(word, asked, (name, list) => {
    const requirements = list.map((one) => requirement(one));
    const { subject, text } = composeLetter(
      { subject: "{name}\n{job}", text: "{met}\n\n{missing}" },
      { ...FACTS, name, requirements },
      ({ name }) => name.replaceAll("\n", " "),
    );
    assert.doesNotMatch(subject, /[\r\n]/);
    assert.ok(text.split("\n").filter((line) => line.startsWith("- ")).length <= 12);
  }));
});

Deno.test("unknownPlaces() names the places that a text cannot have, each once", () => {
  const text = "{name} {score} {score} {} {met} { name }";
  assert.deepEqual(unknownPlaces(text, TEXT_PLACES), ["score", "", " name "]);
  assert.deepEqual(unknownPlaces("nothing {", TEXT_PLACES), []);
});
