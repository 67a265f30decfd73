import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluate } from "./evaluate.ts";
import { nameOfMetric } from "./metric_name.ts";
import { faultOfMetric, MEASURES, type Metric } from "./metrics.ts";
import { sayReason } from "./reasons.ts";
import { readRequirement } from "./requirements.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";
import type { Match } from "./types.ts";

const RESUME = `Jo Jansen
Dorpsstraat 1, Apeldoorn
jo@example.com

Profile
I would like to work in Zwolle.

Experience
Waiter, De Kroon, Deventer, 2010 – 2014
- Served guests and tapped beer

Head waiter, De Kroon, Deventer, 2014 – 2016
- Planned the shifts

Accountant, Acme, Utrecht, 2016 – 2019
- Closed the books with Exact

Education
Bachelor of Economics, Windesheim, 2010

Certificates
VCA Basis, 2018

Languages
Dutch: native
English: B2
German: A2
`;

function judge(given: Partial<Metric> & Pick<Metric, "measure">, text = RESUME): Match {
  const metric: Metric = { of: [], nearly: [], full: null, part: null, ...given };
  assert.equal(faultOfMetric(metric), null);
  const { matches: [match] } = evaluate({
    text,
    requirements: [readRequirement("Own measure", { metric })],
    weights: DEFAULT_WEIGHTS,
    now: "2026-01-01",
    hiddenCharacters: 0,
  });
  assert.ok(match);
  for (const { start, end, text: quote } of match.evidence) {
    assert.equal(text.slice(start, end), quote);
  }
  assert.equal(match.evidence.length > 0, match.verdict !== "NO", metric.measure);
  return match;
}

Deno.test("judgeMetric() judges each measure by the job's thresholds, and says the figure", () => {
  const rows: [Partial<Metric> & Pick<Metric, "measure">, verdict: string, said: RegExp][] = [
    [{ measure: "tenure", full: 4 }, "YES", /^4 years and 6 months a job on average, across two/],
    [{ measure: "tenure", full: 5, part: 4 }, "PARTIAL", /5 years is enough/],
    [{ measure: "total_years", full: 9 }, "YES", /^9 years across three jobs; 9 years is enough/],
    [{ measure: "total_years", full: 10 }, "NO", /10 years is enough/],
    [{ measure: "years_in_field", of: ["accountant"], full: 3 }, "YES", /^3 years in one job/],
    [{ measure: "years_in_field", of: ["hotels and restaurants"], full: 6 }, "YES", /^6 years/],
    [{ measure: "years_in_field", of: ["welder"], full: 1 }, "NO", /No dated work of this kind/],
    [
      { measure: "languages", of: ["English B2", "Duits B1"], full: 2, part: 1 },
      "PARTIAL",
      /^One of two found, two is enough; not found: Duits B1/,
    ],
    [{ measure: "languages", of: ["Nederlands", "English"], full: 2 }, "YES", /^All two/],
    [{ measure: "education", of: ["bachelor"] }, "YES", /where .* is enough/],
    [{ measure: "education", of: ["master"], nearly: ["bachelor"] }, "PARTIAL", /master/],
    [{ measure: "education", of: ["master"] }, "NO", /master/],
    [{ measure: "certificates", of: ["VCA", "BHV"], full: 1 }, "YES", /not found: BHV/],
    [{ measure: "certificates", of: ["BHV"], full: 1 }, "NO", /^No of one|^No/],
    [{ measure: "place", of: ["Utrecht"] }, "YES", /Utrecht/],
    [{ measure: "place", of: ["Zwolle"] }, "YES", /Zwolle/],
    [{ measure: "place", of: ["Arnhem"], nearly: ["Deventer"] }, "PARTIAL", /Deventer/],
    [{ measure: "place", of: ["Apeldoorn"] }, "NO", /Not named/],
    [{ measure: "keywords", of: ["Exact", "tapped beer", "SAP"], full: 2 }, "YES", /SAP/],
    [{ measure: "keywords", of: ["SAP"], full: 1 }, "NO", /SAP/],
  ];
  for (const [metric, verdict, said] of rows) {
    const match = judge(metric);
    const sentence = sayReason(match.reason, "en");
    assert.equal(match.verdict, verdict, `${JSON.stringify(metric)}: ${sentence}`);
    assert.match(sentence, said);
    assert.ok(sayReason(match.reason, "nl").length > 5);
  }
});

Deno.test("a metric has no upper bound: more years never count for less", () => {
  const worth = { YES: 2, PARTIAL: 1, NO: 0 };
  const year = fc.integer({ min: 1980, max: 2023 });
  fc.assert(
    fc.property(year, year, fc.integer({ min: 1, max: 40 }), (one, other, full) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)];
      for (const measure of ["tenure", "total_years"] as const) {
        const metric = { measure, full, part: full / 2 };
        const text = (from: number) =>
          `Jo\n\nExperience\nWaiter, De Kroon, ${from} – 2025\n- Served\n`;
        const [less, more] = [judge(metric, text(late)), judge(metric, text(early))];
        assert.ok(
          worth[more.verdict] >= worth[less.verdict],
          `${measure} ${full}: ${early}, ${late}`,
        );
      }
    }),
    { numRuns: 30 },
  );
});

Deno.test("faultOfMetric() names the field that cannot be judged by", () => {
  const base = { of: [], nearly: [], full: null, part: null };
  const rows: [Metric, string | undefined][] = [
    [{ ...base, measure: "tenure", full: 2 }, undefined],
    [{ ...base, measure: "tenure" }, "full"],
    [{ ...base, measure: "tenure", full: 2, part: 2 }, "part"],
    [{ ...base, measure: "tenure", full: 2, of: ["x"] }, "of"],
    [{ ...base, measure: "total_years", full: 41 }, "full"],
    [{ ...base, measure: "languages", of: ["English"], full: 2 }, "full"],
    [{ ...base, measure: "keywords", of: ["a", "b"], full: 1.5 }, "full"],
    [{ ...base, measure: "education", of: ["wizard"] }, "of"],
    [{ ...base, measure: "education", of: ["bachelor"], nearly: ["master"] }, "nearly"],
    [{ ...base, measure: "place", of: ["Utrecht"], full: 1 }, "full"],
    [{ ...base, measure: "place" }, "of"],
    [{ ...base, measure: "years_in_field", of: ["kok"], full: 1, nearly: ["ober"] }, "nearly"],
  ];
  for (const [metric, field] of rows) {
    assert.equal(faultOfMetric(metric)?.field, field, JSON.stringify(metric));
  }
});

Deno.test("nameOfMetric() says what is measured and what is enough, in both languages", () => {
  const base = { of: [], nearly: [], full: null, part: null };
  assert.equal(
    nameOfMetric({ ...base, measure: "tenure", full: 2 }, "en"),
    "Time per job: 2 years",
  );
  assert.equal(
    nameOfMetric({ ...base, measure: "years_in_field", of: ["de zorg"], full: 1.5 }, "nl"),
    "Werk in de zorg: 1 jaar en 6 maanden",
  );
  assert.equal(
    nameOfMetric({ ...base, measure: "keywords", of: ["SAP", "Exact"], full: 1 }, "en"),
    "Words: 1 of SAP, Exact",
  );
  for (const measure of MEASURES) {
    const metric = { ...base, measure, of: ["bachelor"], full: 1 };
    for (const language of ["en", "nl"] as const) {
      assert.ok(nameOfMetric(metric, language).length >= 2, measure);
    }
  }
});
