import fc from "fast-check";
import assert from "node:assert/strict";
import { isNearLine, scoreMatches } from "../talent/score.ts";
import type { Flag, Match, Verdict } from "../talent/types.ts";
import type { JobRequirement } from "./requirement_rows.ts";
import { applyOverrides, rescore } from "./verdicts.ts";

const WEIGHTS = { required: 6, niceToHave: 4 };

function requirement(id: string, over: Partial<JobRequirement> = {}): JobRequirement {
  return {
    id,
    name: `name of ${id}`,
    level: "required",
    kind: "hard",
    years: null,
    importance: 3,
    gate: false,
    metric: null,
    skill: null,
    source: null,
    ...over,
  };
}

function match(requirementId: string, verdict: Verdict): Match {
  return { requirementId, verdict, reason: { code: "x", params: {} }, evidence: [], tried: [] };
}

const override = (id: string, verdict: Verdict, name = `name of ${id}`) => ({
  requirementId: id,
  requirementName: name,
  requirementYears: null,
  verdict,
});

Deno.test("applyOverrides() lets a person's verdict hold while the question is the same", () => {
  const requirements = [requirement("a"), requirement("b"), requirement("c", { years: 3 })];
  const matches = [match("a", "NO"), match("b", "NO"), match("c", "NO"), match("gone", "YES")];
  const overrides = [
    override("a", "YES"),
    override("b", "YES", "another name"),
    override("c", "YES"), // said when no years were asked
  ];
  const effective = applyOverrides(requirements, matches, overrides);
  assert.deepEqual(effective.map(({ verdict, isOverridden }) => [verdict, isOverridden]), [
    ["YES", true],
    ["NO", false],
    ["NO", false],
  ]);
});

Deno.test("rescore() without an override is the engine's own score and remarks", () => {
  const item = fc.record({
    verdict: fc.constantFrom<Verdict>("YES", "PARTIAL", "NO"),
    level: fc.constantFrom("required" as const, "nice_to_have" as const),
    kind: fc.constantFrom("hard" as const, "soft" as const, "occupation" as const),
    importance: fc.integer({ min: 1, max: 5 }),
    gate: fc.boolean(),
  });
  fc.assert(fc.property(fc.array(item, { maxLength: 12 }), fc.boolean(), (items, isHidden) => {
    const requirements = items.map((one, n) => requirement(`${n}`, one));
    const { gate, ...score } = scoreMatches(items, WEIGHTS);
    const flags: Flag[] = [];
    if (gate === "failed") flags.push("gate_failed");
    if (gate === "partial") flags.push("gate_partial");
    if (isNearLine(score.score)) flags.push("near_line");
    if (isHidden) flags.push("hidden_text");
    const effective = applyOverrides(
      requirements,
      items.map(({ verdict }, n) => match(`${n}`, verdict)),
      [],
    );
    assert.deepEqual(rescore(effective, WEIGHTS, flags, null), { ...score, flags });
  }));
});

Deno.test("rescore() takes a gate's remark back when a person says that it is met", () => {
  const requirements = [requirement("a", { gate: true }), requirement("b")];
  const matches = [match("a", "NO"), match("b", "YES")];
  const effective = applyOverrides(requirements, matches, [override("a", "YES")]);
  const { score, flags } = rescore(effective, WEIGHTS, ["gate_failed", "keyword_list"], null);
  assert.deepEqual([score, flags], [1, ["keyword_list"]]);
});
