import assert from "node:assert/strict";
import { evaluate } from "./evaluate.ts";
import { readRequirement } from "./requirements.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";
import type { Match } from "./types.ts";

function judge(occupation: string, text: string): Match {
  const { matches: [match] } = evaluate({
    text,
    requirements: [readRequirement(occupation, { kind: "occupation" })],
    weights: DEFAULT_WEIGHTS,
    now: "2026-01-01",
    hiddenCharacters: 0,
  });
  assert.ok(match);
  for (const { start, end, text: quote } of match.evidence) {
    assert.equal(text.slice(start, end), quote);
  }
  return match;
}

const worked = (title: string, ...deeds: string[]) =>
  `Jo Jansen\njo@example.com\n\nExperience\n${title}, Jan 2019 – Dec 2022\n${
    deeds.map((deed) => `- ${deed}\n`).join("")
  }`;

Deno.test("an occupation is met by its own title, in part by one close to it", () => {
  const rows: [asked: string, title: string, verdict: string, code: string][] = [
    ["Sous chef", "Sous chef, Bistro Noord", "YES", "title_held"],
    ["Sous chef", "Head chef, Bistro Noord", "PARTIAL", "title_near"],
    ["Sous chef", "Truck driver, Bistro Noord", "NO", "title_absent"],
    ["Construction manager", "Construction inspector, Gemeente Oost", "PARTIAL", "title_near"],
    ["Construction manager", "Sales manager, Gemeente Oost", "NO", "title_absent"],
    ["Senior PostgreSQL DBA", "Database administrator, Acme", "YES", "title_held"],
    ["Technical support", "IT support specialist, Acme", "YES", "title_held"],
    ["Technical support / server support", "Baker, Acme", "NO", "title_absent"],
  ];
  for (const [asked, title, verdict, code] of rows) {
    const match = judge(asked, worked(title, "Wrote the rota"));
    assert.deepEqual([match.verdict, match.reason.code], [verdict, code], `${asked}: ${title}`);
  }
});

Deno.test("an occupation is met in part by its craft in work of another name", () => {
  const deeds = [
    "Bank reconciliation for two companies",
    "Kept the general ledger",
    "Prepared the month-end close",
  ];
  const craft = judge("Accountant", worked("Office all-rounder, Acme", ...deeds));
  assert.deepEqual([craft.verdict, craft.reason.code], ["PARTIAL", "craft_shown"]);
  assert.equal(craft.evidence.length, 3);
  const little = judge("Accountant", worked("Office all-rounder, Acme", ...deeds.slice(1)));
  assert.equal(little.verdict, "NO");
});

Deno.test("an occupation is met in part by a study of its craft", () => {
  const text = "Jo Jansen\njo@example.com\n\nEducation\nBSc Mechanical Engineering, Delft, 2024\n";
  const { verdict, reason } = judge("Mechanical engineer", text);
  assert.deepEqual([verdict, reason.code], ["PARTIAL", "craft_studied"]);
  assert.equal(judge("Baker", text).verdict, "NO");
});
