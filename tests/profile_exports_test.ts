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
