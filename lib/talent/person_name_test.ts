import assert from "node:assert/strict";
import { readResume } from "./resume.ts";

const TODAY = "2026-01-01";

function nameIn(text: string): string | null {
  return readResume(text, TODAY).contact.name;
}

const SIDE_BAR = "Breda ·\nEducation\nHBO-ICT, Avans, 2015\nSkills\nSQL, Linux\n\n";
const WORK = "Work experience\nEngineer, Havenbedrijf 2016 – 2020\n• Tunes databases";

Deno.test("findName() takes the line that the e-mail address spells, wherever it stands", () => {
  for (
    const [address, name] of [
      ["mila.devries@example.com", "Mila de Vries"],
      ["j.hartog@example.com", "Jonne Hartog"],
      ["okafor.ada@example.com", "Ada Okafor"],
      ["jose.nunez@example.com", "José Núñez"],
    ] as const
  ) {
    const text = `${address}\n${SIDE_BAR}${name}\nBuilds things\n${WORK}`;
    assert.equal(nameIn(text), name, address);
  }
});

Deno.test("findName() takes a line over the headline of the main column", () => {
  assert.equal(nameIn(`${SIDE_BAR}Mila de Vries\nDatabase engineer\n${WORK}`), "Mila de Vries");
});

Deno.test("findName() is unsure of two candidates, of employers and of other people's names", () => {
  const two = `${SIDE_BAR}Mila de Vries\nEngineer\n\nAda Okafor\nDesigner\n${WORK}`;
  assert.equal(nameIn(two), null);
  const employer = `${SIDE_BAR}${WORK}\n\nBlue Harvest\nSoftware engineer\nJan 2015 – Dec 2015`;
  assert.equal(nameIn(employer), null);
  const other = `info@example.com\n${SIDE_BAR}${WORK}\n\nReferences\nAda Okafor, Acme`;
  assert.equal(nameIn(other), null);
});

Deno.test("readResume() ends a side bar's section at the name", () => {
  const text = `${SIDE_BAR}Mila de Vries\nDatabase engineer\n${WORK}`;
  const { sections } = readResume(text, TODAY);
  const skills = sections.find(({ kind }) => kind === "skills");
  assert.equal(text.slice(skills?.body.start, skills?.body.end), "SQL, Linux");
});
