import assert from "node:assert/strict";
import { readJob } from "./requirements.ts";

function namesOf(demands: string): string[] {
  return readJob(`Requirements\n${demands}`).requirements.map(({ name }) => name);
}

Deno.test("readJob() keeps each term of the work as one requirement", () => {
  const rows: readonly (readonly [demand: string, ...names: string[]])[] = [
    ["- Willing to travel up to 30%", "Willing to travel up to 30%"],
    ["- Able to work weekends and night shifts", "Able to work weekends and night shifts"],
    ["- Available on Monday and Tuesday", "Available on Monday and Tuesday"],
    ["- Bereid om te reizen binnen Nederland", "Bereid om te reizen binnen Nederland"],
    ["- Be available Sunday to Thursday, 10pm to 6am", "Available Sunday to Thursday, 10pm to 6am"],
    ["- Beschikbaar op maandag en dinsdag", "Beschikbaar op maandag en dinsdag"],
    ["- Je werkt graag in ploegen", "Je werkt graag in ploegen"],
    [
      "- Beschikbaar voor 32 tot 36 uur per week en rijbewijs B",
      "Beschikbaar voor 32 tot 36 uur per week",
      "Rijbewijs B",
    ],
  ];
  for (const [demand, ...names] of rows) assert.deepEqual(namesOf(demand), names, demand);
});

Deno.test("readJob() weighs terms of the work less, unless the posting insists", () => {
  const posting = (demands: string) => `Kok\n\nFunctie-eisen\n${demands}`;
  const importances = (demands: string) =>
    readJob(posting(demands)).requirements.slice(1).map(({ importance }) => importance);
  assert.deepEqual(importances("- HACCP\n- Bereid om te reizen binnen Nederland"), [3, 2]);
  assert.deepEqual(importances("- Beschikbaar voor nachtdiensten is een must"), [3]);
  assert.deepEqual(importances("- Rijbewijs B\n- Werkvergunning"), [3, 3]);
});

Deno.test("readJob() takes the terms of a contract for no demand", () => {
  const posting =
    "Kok\n\nFunctie-eisen\n- HACCP\n\nWij bieden\n- Een contract van 32 uur per week\n";
  const names = readJob(posting).requirements.map(({ name }) => name);
  assert.deepEqual(names, ["Kok", "HACCP"]);
});

Deno.test("readJob() reads all of one choice, whatever word opens it", () => {
  for (
    const [demand, name] of [
      ["- Python, Go or Rust", "Python, Go or Rust"],
      ["- At least one of: AWS, Azure or GCP", "AWS, Azure or GCP"],
      ["- Minstens één van deze papieren: VCA, NEN 3140 of BHV", "VCA, NEN 3140 of BHV"],
    ] as const
  ) assert.deepEqual(namesOf(demand), [name]);
  assert.deepEqual(namesOf("- Python and Go"), ["Python", "Go"]);
});
