import assert from "node:assert/strict";
import fc from "fast-check";
import { findExcluding } from "./posting_wording.ts";

const ROWS: readonly (readonly [text: string, words: string, kind: string])[] = [
  ["You join a young and dynamic team", "young and dynamic team", "age"],
  ["For recent graduates only", "recent graduates only", "age"],
  ["Aged between 25 and 35 years old", "between 25 and 35 years old", "age"],
  ["A salesman for the north", "salesman", "gender"],
  ["He will report to the board", "He will", "gender"],
  ["Native English speaker", "Native English speaker", "origin"],
  ["EU citizens only", "EU citizens only", "origin"],
  ["You are physically fit", "physically fit", "ability"],
  ["Een jong team van tien", "jong team", "age"],
  ["Je bent niet ouder dan 30 jaar", "niet ouder dan 30 jaar", "age"],
  ["Tussen de 18 en 25 jaar", "Tussen de 18 en 25 jaar", "age"],
  ["Wij zoeken een secretaresse", "secretaresse", "gender"],
  ["Nederlands als moedertaal", "Nederlands als moedertaal", "origin"],
  ["Nederlandse nationaliteit", "Nederlandse nationaliteit", "origin"],
  ["Je bent fysiek sterk", "fysiek sterk", "ability"],
  ["Female preferred", "Female preferred", "gender"],
  ["Ideally a man", "Ideally a man", "gender"],
  ["Bij voorkeur een vrouw", "Bij voorkeur een vrouw", "gender"],
  ["Vrouwelijke kandidaten", "Vrouwelijke kandidaten", "gender"],
  ["We want a young rockstar", "young", "age"],
  ["Je bent maximaal 35 jaar en een harde werker", "maximaal 35 jaar", "age"],
  ["Must be fit", "Must be fit", "ability"],
];

Deno.test("findExcluding() finds wording that shuts people out, EN and NL", () => {
  for (const [text, words, kind] of ROWS) {
    const found = findExcluding(text).map((one) => [text.slice(one.start, one.end), one.kind]);
    assert.deepEqual(found, [[words, kind]]);
  }
});

Deno.test("findExcluding() leaves alone what only sounds like it", () => {
  for (
    const text of [
      "Care for young children and young families",
      "Five years of experience; up to 40 hours",
      "Tot 10 jaar ervaring",
      "Native apps in Swift and React Native",
      "Fysiek en digitaal archief",
      "Human resources for a German company",
      "Salesmanship training",
      "Het jongerenteam en de mannenafdeling",
      "Maximaal 12 jaar ervaring",
      "Care for male and female patients",
      "Must be fit for purpose",
    ]
  ) assert.deepEqual(findExcluding(text), [], text);
});

Deno.test("findExcluding() gives spans in order that never overlap", () => {
  const word = fc.constantFrom(
    "young",
    "team",
    "he",
    "will",
    "native speaker",
    "jong",
    "30 jaar",
    " ",
  );
  fc.assert(fc.property(fc.array(word, { maxLength: 30 }), (words) => {
    const text = words.join(" ");
    let end = 0;
    for (const one of findExcluding(text)) {
      assert.ok(one.start >= end && one.end > one.start && one.end <= text.length);
      end = one.end;
    }
  }));
});
