import assert from "node:assert/strict";
import { readResume } from "./resume.ts";

const WORK = "Werkervaring\nPlanner, Havenbedrijf, 2016 - 2020\n- Reed vrachtwagens vol";

function personal(head: string): string[] {
  const { text, personal } = readResume(`${head}\n\n${WORK}`, "2026-11-01");
  return personal.map(({ start, end }) => text.slice(start, end));
}

Deno.test("personalSpans() finds who somebody is, wherever it stands", () => {
  const head = [
    "Jan Kok . Planner",
    "Ede . jan.kok@example.org",
    "Geboortedatum: 3 februari 1970",
    "Leeftijd: 56",
    "Mevrouw Van den Berg was de chef van Jan Kok.",
    "Hij is woonachtig in Ede.",
  ].join("\n");
  assert.deepEqual(personal(head), [
    "Jan Kok",
    "Ede",
    "jan.kok@example.org",
    "Geboortedatum: 3 februari 1970",
    "Leeftijd: 56",
    "Mevrouw Van den Berg",
    "Jan Kok",
    "woonachtig in Ede",
  ]);
});

Deno.test("personalSpans() leaves skills and employers alone", () => {
  assert.deepEqual(personal("Profiel\nIk ken Ms Excel, MS Office en Mr. Proper"), [
    "Mr. Proper",
  ]);
  assert.deepEqual(personal("Profile\nLiving in Agile teams, in an age of change"), []);
});

Deno.test("readResume() takes a name for no skill", () => {
  const { mentions } = readResume(`Ruby Cook\nUtrecht\n\n${WORK}\n- Ruby Cook alone`, "2026-11-01");
  assert.deepEqual(mentions.filter(({ skill }) => skill === "ruby" || skill === "chef"), []);
});
