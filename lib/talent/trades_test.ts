import assert from "node:assert/strict";
import { readRequirement } from "./requirements.ts";
import { evaluate } from "./evaluate.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";

/** What a trade calls a thing, and what of it a job shows: name asked, title held, deed, verdict. */
type Row = readonly [asked: string, title: string, deed: string, verdict: string];

function check(rows: readonly Row[]): void {
  const wrong = rows.flatMap(([asked, title, deed, verdict]) => {
    const text =
      `Jo Jansen\njo@example.com\n\nExperience\n${title}, Jan 2019 – Dec 2022\n- ${deed}\n`;
    const [match] = evaluate({
      text,
      requirements: [readRequirement(asked)],
      weights: DEFAULT_WEIGHTS,
      now: "2026-01-01",
      hiddenCharacters: 0,
    }).matches;
    return match?.verdict === verdict
      ? []
      : [`${asked}: ${title} / ${deed}: ${match?.verdict} (${match?.reason.code})`];
  });
  assert.deepEqual(wrong, []);
}

Deno.test("evaluate() knows what nurses call their wards and tasks", () => {
  check([
    ["2 jaar intensive care", "IC-verpleegkundige, Ziekenhuis Oost", "Rapportage", "YES"],
    ["2 jaar intensive care", "Intensivecareverpleegkundige, Oost", "Rapportage", "YES"],
    ["2 jaar thuiszorg", "Wijkverpleegkundige, Oost", "Rapportage", "YES"],
    ["2 jaar intensive care", "Doktersassistent, Oost", "Verslagen over de IT", "NO"],
    ["Ervaring met beademing", "Verpleegkundige, Oost", "Zorgt voor beademde patiënten", "YES"],
    ["CVVH of dialyse", "Verpleegkundige, Oost", "CVVH op de afdeling", "YES"],
    ["Stagiairs begeleiden", "Verpleegkundige, Oost", "Werkbegeleider van stagiairs", "YES"],
  ]);
});

Deno.test("evaluate() knows what programmers call tests, pipelines and interfaces", () => {
  check([
    ["Automated testing", "Developer, Acme", "Contract tests for each service", "YES"],
    ["Automated testing", "Developer, Acme", "Unit tests for each service", "YES"],
    ["Automated testing", "Developer, Acme", "Test suites with Vitest", "YES"],
    ["Continuous integration", "Developer, Acme", "Pipelines that run on every push", "YES"],
    ["HTTP APIs", "Developer, Acme", "REST interface for the branches", "YES"],
    ["HTTP APIs", "Developer, Acme", "Styled the front page in CSS", "NO"],
    ["Written communication", "Developer, Acme", "Runbooks for the night shift", "YES"],
    ["Automated testing", "Developer, Acme", "Tested the taste of the coffee", "NO"],
  ]);
});

Deno.test("evaluate() knows an industry by its employers", () => {
  check([
    ["Experience in the energy sector", "Analyst, Noord (electricity)", "Reports", "YES"],
    ["Experience in the energy sector", "Analyst, Gemeente Noord", "Reports", "NO"],
    ["Experience in hospitality", "Controller, Seaside Hotels", "Month-end close", "YES"],
    ["Knowledge of the packaging industry", "Buyer, Karo (golfkarton)", "Contracts", "YES"],
    ["Ervaring in de farmaceutische industrie", "Inkoper, Medi (pharma)", "Contracten", "YES"],
    ["Energiek", "Analist, Energiebedrijf Noord", "Rapporten", "NO"],
  ]);
});

Deno.test("evaluate() knows who sells to companies and what a CRM is", () => {
  check([
    ["B2B sales", "Telesales agent, Acme", "Calls business customers", "YES"],
    ["B2B sales", "Shop assistant, Acme", "Sells shoes", "NO"],
    ["CRM system", "Account manager, Acme", "Plans visits in Microsoft Dynamics 365", "YES"],
    ["Negotiate contracts", "Sales agent, Acme", "Prepares for executives, who negotiate", "NO"],
  ]);
});
