import assert from "node:assert/strict";
import { type Judged, summarise } from "./summary.ts";

function judged(name: string, over: Partial<Judged["requirement"]>, rest: Partial<Judged>): Judged {
  return {
    requirement: {
      id: name,
      name,
      level: "required",
      kind: "hard",
      importance: 3,
      gate: false,
      years: null,
      ...over,
    },
    verdict: "YES",
    evidence: [{ text: `${name} quote`, start: 0, end: 1 }],
    isOverridden: false,
    ...rest,
  };
}

Deno.test("summarise() takes strength and gap from the weightiest requirements", () => {
  const { strength, gap, strip } = summarise([
    judged("extra", { level: "nice_to_have", importance: 5 }, {}),
    judged("core", { importance: 4 }, {}),
    judged("missing", {}, { verdict: "NO", evidence: [] }),
    judged("permit", { gate: true }, { verdict: "NO", evidence: [] }),
  ]);
  assert.equal(strength?.name, "core");
  assert.equal(strength?.quote, "core quote");
  assert.deepEqual(gap, { requirementId: "permit", name: "permit", verdict: "NO" });
  assert.deepEqual(strip.map(({ requirementId }) => requirementId), [
    "extra",
    "core",
    "missing",
    "permit",
  ]);
});

Deno.test("summarise() names a partly met requirement before a missing extra", () => {
  const { gap } = summarise([
    judged("extra", { level: "nice_to_have" }, { verdict: "NO", evidence: [] }),
    judged("half", {}, { verdict: "PARTIAL" }),
  ]);
  assert.equal(gap?.name, "half");
});

Deno.test("summarise() calls experience a strength, and no gate that is met", () => {
  const { strength } = summarise([
    judged("permit", { gate: true }, {}),
    judged("talk", { kind: "soft" }, {}),
    judged("craft", { years: 4 }, {}),
  ]);
  assert.equal(strength?.name, "craft");
});

Deno.test("summarise() names what somebody has done before what they are", () => {
  const occupation = judged("baker", { kind: "occupation", importance: 5 }, {});
  const done = judged("sourdough", { level: "nice_to_have", importance: 1 }, {});
  assert.equal(summarise([occupation, done]).strength?.name, "sourdough");
  assert.equal(summarise([occupation]).strength?.name, "baker");
});

Deno.test("summarise() quotes nothing where a person said yes without a quote", () => {
  const { strength } = summarise([judged("told", {}, { evidence: [], isOverridden: true })]);
  assert.equal(strength, null);
});

Deno.test("summarise() cuts a long quote between words", () => {
  const text = "word ".repeat(60);
  const { strength } = summarise([
    judged("long", {}, { evidence: [{ text, start: 0, end: 300 }] }),
  ]);
  assert.match(strength?.quote ?? "", /^(word )+word…$/);
  assert.ok((strength?.quote.length ?? 0) <= 141);
});
