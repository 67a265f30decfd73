import assert from "node:assert/strict";
import { findContradictions } from "./posting_demands.ts";
import { readJob } from "./requirements.ts";

function contradictions(text: string) {
  return findContradictions(text.split("\n")[0] ?? "", text, readJob(text).requirements);
}

Deno.test("findContradictions() finds two figures for one thing", () => {
  const text =
    "Developer\n\nAbout the role\nYou bring 3 years of Java.\n\nRequirements\n- 5 years of Java\n- SQL\n";
  assert.deepEqual(contradictions(text), [{ code: "two_figures", name: "Java", years: [3, 5] }]);
});

Deno.test("findContradictions() finds two figures for experience as such", () => {
  const text =
    "Developer\n\nYou need at least 10 years of experience. We welcome people with up to 2 years of experience.";
  assert.deepEqual(contradictions(text), [
    { code: "two_figures", name: "Developer", years: [2, 10] },
  ]);
});

Deno.test("findContradictions() finds a beginner with the years of an expert", () => {
  const text = "Junior accountant\n\nFunctie-eisen\n- 6 jaar ervaring met SAP\n";
  assert.deepEqual(contradictions(text).map(({ code }) => code), ["junior_years"]);
});

Deno.test("findContradictions() finds none where figures agree or speak of other things", () => {
  const text = "Senior developer\n\nRequirements\n- 5 years of Java\n- 3 years of SQL\n- Kafka\n";
  assert.deepEqual(contradictions(text), []);
});
