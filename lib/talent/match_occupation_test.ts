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

const career = (...roles: string[]) =>
  `Jo Jansen\njo@example.com\n\nExperience\n${
    roles.map((role) => `${role}\n- Wrote the rota\n`).join("\n")
  }`;

Deno.test("an occupation left long ago, or held for a small part of a career, is half of it", () => {
  const rows: [text: string, verdict: string, code: string][] = [
    [
      career("Florist, Rose, 2012 – 2020", "Sous chef, Bistro Noord, 2005 – 2011"),
      "YES",
      "title_held",
    ],
    [
      career("Florist, Rose, 2011 – 2023", "Sous chef, Bistro Noord, 2005 – 2010"),
      "PARTIAL",
      "title_past",
    ],
    [
      career("Sous chef, Bistro Noord, Mar 2023 – Jun 2023", "Florist, Rose, 2011 – 2023"),
      "PARTIAL",
      "title_brief",
    ],
    // Nothing since: that is no other work.
    [career("Sous chef, Bistro Noord, 2001 – 2006"), "YES", "title_held"],
  ];
  for (const [text, verdict, code] of rows) {
    const match = judge("Sous chef", text);
    assert.deepEqual([match.verdict, match.reason.code], [verdict, code], text);
  }
});

Deno.test("a few lines of a craft among very many are a side of other work", () => {
  const craft = ["Bank reconciliation", "Kept the general ledger", "Prepared the month-end close"];
  const other = Array.from({ length: 40 }, (_, at) => `Drove tour ${at} to the coast`);
  const match = judge("Accountant", worked("Coach driver, Acme", ...craft, ...other));
  assert.equal(match.verdict, "NO");
});

Deno.test("people that somebody worked for are no title of theirs", () => {
  const told = "Composes and revises legal documents for attorneys.";
  const match = judge("Attorney", `Jo Jansen\njo@example.com\n\nExperience\n- ${told}\n`);
  assert.notEqual(match.reason.code, "title_undated");
});

Deno.test("each of very different occupations is known by its craft", () => {
  const rows: [asked: string, deeds: string[]][] = [
    ["Pilot", ["Flight planning", "Pre-flight checks", "1,200 flight hours"]],
    ["Fashion designer", ["Drafted flat patterns", "Fabric sourcing", "Followed fashion trends"]],
    ["Voorlichter", ["Persberichten", "Persconferenties", "Mediamonitoring"]],
    ["Agronomist", ["Soil fertility trials", "Crop rotation plans", "Drip irrigation"]],
  ];
  for (const [asked, deeds] of rows) {
    const match = judge(asked, worked("All-rounder, Acme", ...deeds));
    assert.deepEqual([match.verdict, match.reason.code], ["PARTIAL", "craft_shown"], asked);
  }
});
