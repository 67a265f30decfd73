import assert from "node:assert/strict";
import { profilePdf } from "../lib/documents/fixtures/profile_pdf.ts";
import { DEFAULT_LIMITS } from "../lib/documents/limits.ts";
import { readBytes } from "../lib/documents/read_bytes.ts";
import { profileOf } from "../lib/talent/profile.ts";
import { readResume } from "../lib/talent/resume.ts";

Deno.test("a profile exported as a PDF is read in its sections, roles below their employer", async () => {
  const { text, hidden } = await readBytes(profilePdf(), DEFAULT_LIMITS);
  assert.deepEqual(hidden, []);
  const resume = readResume(text, "2025-03-01");
  assert.deepEqual(resume.sections.map(({ kind }) => kind), [
    "summary",
    "skills",
    "languages",
    "certificates",
    "summary",
    "summary",
    "experience",
    "education",
  ]);
  assert.deepEqual(resume.contact, {
    name: "Noor Bakker",
    email: "noor.bakker@example.org",
    phone: null,
    place: "Utrecht, Netherlands",
  });
  const { roles, languages, skills } = profileOf(resume, "en");
  assert.deepEqual(
    roles.map(({ title, organisation, place, months }) => [title, organisation, place, months]),
    [
      ["Lead Platform Engineer", "Zuiderzee B.V.", "Utrecht", 38],
      ["Platform Engineer", "Zuiderzee B.V.", "Utrecht", 24],
      ["Systems Administrator", "De Linde", "Assen", 58],
    ],
  );
  assert.deepEqual(languages.map(({ code, level }) => [code, level]), [
    ["nl", "native"],
    ["en", "C1"],
    ["de", "B1"],
  ]);
  const ids = skills.map(({ label }) => label);
  for (const label of ["Kubernetes", "Python", "Linux"]) assert.ok(ids.includes(label), label);
  assert.ok(!ids.includes("LinkedIn"));
});

Deno.test("a Europass that was printed is read in its sections, with its grid of languages", async () => {
  const file = new URL("../lib/documents/fixtures/layouts/europass.pdf", import.meta.url);
  const { text, hidden } = await readBytes(await Deno.readFile(file), DEFAULT_LIMITS);
  assert.deepEqual(hidden, []);
  const resume = readResume(text, "2025-03-01");
  assert.deepEqual(resume.sections.map(({ kind }) => kind), [
    "summary",
    "experience",
    "education",
    "languages",
    "skills",
  ]);
  assert.deepEqual(resume.contact, {
    name: "Noor Bakker",
    email: "noor.bakker@example.org",
    phone: "(+31) 612345678",
    place: null,
  });
  const { roles, languages, education, skills } = profileOf(resume, "en");
  assert.deepEqual(roles.map(({ from, to, place }) => [from, to, place]), [
    ["2015-03", "2019-12", "Assen"],
    ["2012-09", "2015-02", "Groningen"],
  ]);
  assert.equal(roles[1]?.title, "HELP DESK EMPLOYEE NOORDKANTOOR");
  assert.equal(roles[0]?.occupation?.label, "system administrator");
  // The lowest of what the grid has of each.
  assert.deepEqual(languages.map(({ code, level }) => [code, level]), [
    ["nl", "native"],
    ["en", "B2"],
    ["de", "A2"],
  ]);
  assert.equal(education[0]?.level, "bachelor");
  const labels = skills.map(({ label }) => label);
  for (const label of ["Linux", "Kubernetes", "Python"]) assert.ok(labels.includes(label), label);
  assert.ok(!labels.some((label) => /B2B/.test(label)), "levels of a language are no trade");
});

Deno.test("a Europass is read in its sections, with the mother tongue, in its old and its new form", () => {
  const old = `PERSONAL INFORMATION
Noor Bakker
noor.bakker@example.org

WORK EXPERIENCE
March 2015 – December 2019\tSystems Administrator
De Linde, Assen (Netherlands)
• Kept Linux servers running

EDUCATION AND TRAINING
2011 – 2015\tBachelor of Computer Science

PERSONAL SKILLS
Mother tongue(s)\tDutch
Other language(s)\tUNDERSTANDING\tSPEAKING\tWRITING
English\tC1\tC2\tC1\tC1\tB2
Job-related skills
• Kubernetes
Digital skills
Python`;
  const recent = `Noor Bakker
noor.bakker@example.org
WORK EXPERIENCE
01/03/2015 – 31/12/2019 Assen, Netherlands
SYSTEMS ADMINISTRATOR DE LINDE
Kept Linux servers running.
EDUCATION AND TRAINING
01/09/2011 – 30/06/2015 Groningen, Netherlands
BACHELOR OF COMPUTER SCIENCE
DIGITAL SKILLS
Python / Kubernetes
LANGUAGE SKILLS
Mother tongue(s): DUTCH
Other language(s):
ENGLISH C1`;
  for (const text of [old, recent]) {
    const resume = readResume(text, "2025-03-01");
    const { roles, languages, skills, education } = profileOf(resume, "en");
    assert.deepEqual(roles.map(({ from, months }) => [from, months]), [["2015-03", 58]]);
    assert.match(roles[0]?.title ?? "", /systems administrator/i);
    assert.equal(education[0]?.level, "bachelor");
    assert.deepEqual(languages.find(({ code }) => code === "nl")?.level, "native");
    assert.ok(languages.some(({ code }) => code === "en"));
    for (const label of ["Python", "Kubernetes"]) {
      assert.deepEqual(skills.find((one) => one.label === label)?.shownIn, ["list"], label);
    }
  }
});
