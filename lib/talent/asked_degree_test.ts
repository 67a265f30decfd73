import assert from "node:assert/strict";
import { readAskedDegree } from "./asked_degree.ts";
import type { DegreeLevel } from "./degree_levels.ts";

Deno.test("readAskedDegree() reads level, fields and whether experience will do", () => {
  const asked: readonly (readonly [string, DegreeLevel, readonly string[], boolean])[] = [
    ["Bachelor's degree in statistics, mathematics or a related field required.", "bachelor", [
      "statistics",
      "mathematics",
    ], false],
    ["HBO werk- en denkniveau", "bachelor", [], true],
    ["HBO of bachelor werk- en denkniveau", "bachelor", [], true],
    ["Diploma hbo-verpleegkunde of mbo-verpleegkundige niveau 4", "mbo4", [
      "verpleegkunde",
      "verpleegkundige",
    ], false],
    ["afgeronde mbo-opleiding niveau 4, bijvoorbeeld Logistiek", "mbo4", ["Logistiek"], false],
    ["mbo/hbo werk- en denkniveau", "mbo4", [], true],
    ["a master's degree in accountancy or finance, preferably with RC", "master", [
      "accountancy",
      "finance",
    ], false],
    ["HBO bachelor informatica", "bachelor", ["informatica"], false],
    ["BS/BA degree or equivalent experience", "bachelor", [], true],
    [
      "Graduation from an accredited college with a Bachelor's degree or equivalent in Finance or Accounting, and one to two years of experience",
      "bachelor",
      ["Finance", "Accounting"],
      true,
    ],
    ["WO werk- en denkniveau", "master", [], true],
    ["PhD in physics", "doctorate", ["physics"], false],
    ["Bachelor of Science in Nursing", "bachelor", ["Nursing"], false],
    ["Culinary degree or apprenticeship", "bachelor", ["Culinary"], false],
    ["high school diploma", "secondary", [], false],
    ["mbo niveau 3 (Verzorgende IG)", "mbo3", ["Verzorgende IG"], false],
  ];
  for (const [text, level, fields, orEquivalent] of asked) {
    const degree = readAskedDegree(text);
    assert.deepEqual([degree?.level, degree?.fields, degree?.orEquivalent], [
      level,
      fields,
      orEquivalent,
    ], text);
  }
});

Deno.test("readAskedDegree() takes no other master or degree for one", () => {
  for (
    const text of [
      "Scrum master",
      "Master data management",
      "MS Office",
      "a high degree of autonomy",
      "Java",
      "",
    ]
  ) {
    assert.equal(readAskedDegree(text), null, text);
  }
});
