import assert from "node:assert/strict";
import { findMentions } from "./mentions.ts";
import { fitOfField } from "./study_fields.ts";

const CASES: readonly [field: string, about: string, fit: string][] = [
  ["computer science", "HBO-bachelor Informatica, Windesheim", "same"],
  ["computer science", "BEng Electrical Engineering", "related"],
  ["computer science", "Bachelor of Arts, Music", "other"],
  ["statistics", "BSc Econometrics", "same"],
  ["accountancy", "MSc Accounting and Finance", "same"],
  ["accountancy", "hbo Informatica, Haagse Hogeschool", "other"],
  ["verpleegkunde", "hbo-v, Hogeschool Utrecht", "same"],
  ["verpleegkunde", "mbo secretarieel", "other"],
  ["Logistiek", "hbo Logistics Management", "same"],
  ["werktuigbouwkunde", "BSc Mechanical Engineering", "same"],
];

Deno.test("fitOfField() tells the same, a neighbouring and another field, across languages", () => {
  for (const [field, about, fit] of CASES) {
    const skills = findMentions(about).map(({ skill }) => skill);
    assert.equal(fitOfField([field], about, skills), fit, `${field} / ${about}`);
  }
  assert.equal(fitOfField([], "anything", []), "same");
});
