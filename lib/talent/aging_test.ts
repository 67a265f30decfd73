import assert from "node:assert/strict";
import fc from "fast-check";
import { DEFAULT_HALF_LIVES } from "./aging.ts";
import { evaluate } from "./evaluate.ts";
import { readRequirement } from "./requirements.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";
import type { HalfLives, Kind, Match } from "./types.ts";

function judge(asked: string, text: string, halfLives: HalfLives, kind: Kind = "hard"): Match {
  const { matches: [match] } = evaluate({
    text,
    requirements: [readRequirement(asked, { kind })],
    weights: DEFAULT_WEIGHTS,
    now: "2026-01-01",
    hiddenCharacters: 0,
    halfLives,
  });
  assert.ok(match);
  return match;
}

/** Two jobs: Python until the end of 2012, and then bread for some years. */
const career = (years: number) =>
  `Jo Jansen
jo@example.com

Experience
Baker, De Halm, Jan 2013 – Dec ${2012 + years}
- Baked bread

Developer, Acme, Jan 2008 – Dec 2012
- Built services in Python for project management
`;

const TOOLS = { occupation: null, tool: 60, knowledge: null };

Deno.test("a tool last used before more other work than its half-life counts half", () => {
  assert.equal(judge("Python", career(5), TOOLS).verdict, "YES");
  const { verdict, reason, evidence } = judge("Python", career(6), TOOLS);
  assert.deepEqual([verdict, reason.code, reason.params.ago], ["PARTIAL", "shown_past", 72]);
  assert.match(evidence[0]?.text ?? "", /Python/);
  // So does it where years of it are asked, and are there.
  assert.equal(judge("3 years of Python", career(6), TOOLS).reason.code, "shown_past");
});

Deno.test("each kind has its own half-life, and null never ages", () => {
  const long = career(12);
  assert.equal(judge("Python", long, DEFAULT_HALF_LIVES).verdict, "YES");
  assert.equal(judge("Project management", long, TOOLS).verdict, "YES");
  const knowledge = { ...TOOLS, tool: null, knowledge: 120 };
  assert.equal(judge("Project management", long, knowledge).verdict, "PARTIAL");
  assert.equal(judge("Python", long, knowledge).verdict, "YES");
  const occupation = (halfLives: HalfLives) =>
    judge("Developer", long, halfLives, "occupation").reason.code;
  assert.equal(occupation(DEFAULT_HALF_LIVES), "title_past");
  assert.equal(occupation(TOOLS), "title_held");
});

Deno.test("time out of work ages nothing, and neither does what has no date", () => {
  const alone = `Experience\nDeveloper, Acme, Jan 2000 – Dec 2004\n- Built services in Python\n`;
  assert.equal(judge("Python", alone, TOOLS).verdict, "YES");
  const certified = `${career(12)}\nCertificates\nPCEP Certified Python programmer\n`;
  assert.equal(judge("Python", certified, TOOLS).verdict, "YES");
});

Deno.test("a longer half-life never makes a verdict worse, and no half-life makes a NO", () => {
  const rank = { NO: 0, PARTIAL: 1, YES: 2 };
  const month = fc.integer({ min: 12, max: 600 });
  fc.assert(
    fc.property(month, month, fc.integer({ min: 1, max: 13 }), (a, b, years) => {
      const [short, long] = [Math.min(a, b), Math.max(a, b)];
      const verdict = (tool: number | null) =>
        rank[judge("Python", career(years), { ...TOOLS, tool }).verdict];
      assert.ok(verdict(short) >= 1);
      assert.ok(verdict(long) >= verdict(short));
      assert.ok(verdict(null) >= verdict(long));
    }),
    { numRuns: 40 },
  );
});
