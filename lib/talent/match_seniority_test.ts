import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluate } from "./evaluate.ts";
import { sayReason } from "./reasons.ts";
import { readJob, readRequirement } from "./requirements.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";
import type { Match } from "./types.ts";

function judge(name: string, text: string): Match {
  const { matches: [match] } = evaluate({
    text,
    requirements: [readRequirement(name)],
    weights: DEFAULT_WEIGHTS,
    now: "2026-01-01",
    hiddenCharacters: 0,
  });
  assert.ok(match);
  for (const { start, end, text: quote } of match.evidence) {
    assert.equal(text.slice(start, end), quote);
  }
  if (match.verdict !== "NO") assert.ok(match.evidence.length > 0, `${name}: no quote`);
  return match;
}

const career = (...roles: string[]) =>
  `Jo Jansen\njo@example.com\n\nExperience\n${
    roles.map((role) => `${role}\n- Wrote the rota\n`).join("\n")
  }`;

Deno.test("a rank is met by a title of it or above it, or by the years that make up for it", () => {
  const rows: [asked: string, text: string, verdict: string, code: string][] = [
    [
      "Senior level as accountant",
      career("Senior accountant, Acme, 2023 – 2025"),
      "YES",
      "rank_held",
    ],
    [
      "Senior level as accountant",
      career("Head accountant, Acme, 2023 – 2025"),
      "YES",
      "rank_held",
    ],
    [
      "Senior niveau als accountant",
      career("Accountant, Acme, 2015 – 2025"),
      "YES",
      "rank_by_years",
    ],
    ["Senior level as accountant", career("Accountant, Acme, 2021 – 2025"), "PARTIAL", "rank_near"],
    [
      "Senior level as accountant",
      career("Junior accountant, Acme, 2024 – 2025"),
      "NO",
      "rank_absent",
    ],
    ["Senior level as accountant", career("Senior baker, Acme, 2010 – 2025"), "NO", "rank_absent"],
    ["Medior/senior niveau als kok", career("Kok, Bistro, 2022 – 2025"), "YES", "rank_by_years"],
    [
      "Lead level as Java developer",
      career("Java developer, Acme, 2005 – 2025"),
      "PARTIAL",
      "rank_near",
    ],
    [
      "Senior level as project manager",
      career("Project manager, Acme, 2024 – 2025"),
      "NO",
      "rank_absent",
    ],
    ["Senior", career("Sr. Java developer, Acme, 2024 – 2025"), "YES", "rank_held"],
    ["Junior", career("Java developer, Acme, 2000 – 2025"), "YES", "rank_open"],
  ];
  for (const [asked, text, verdict, code] of rows) {
    const match = judge(asked, text);
    assert.deepEqual([match.verdict, match.reason.code], [verdict, code], `${asked}: ${text}`);
  }
});

Deno.test("a rank that only the profile claims is met in part", () => {
  const text = "Jo Jansen\njo@example.com\n\nProfile\nSenior accountant who likes order.\n";
  assert.equal(judge("Senior level as accountant", text).reason.code, "rank_claimed");
});

Deno.test("a rank never counts against more work, nor for a year of birth or of a diploma", () => {
  const worth = { YES: 2, PARTIAL: 1, NO: 0 };
  const asked = fc.constantFrom("Junior", "Medior", "Senior", "Lead").map((rank) =>
    `${rank} level as accountant`
  );
  const from = fc.integer({ min: 1980, max: 2023 });
  fc.assert(
    fc.property(asked, from, from, (name, one, other) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)];
      const less = judge(name, career(`Accountant, Acme, ${late} – 2025`));
      const more = judge(name, career(`Accountant, Acme, ${early} – 2025`));
      assert.ok(worth[more.verdict] >= worth[less.verdict], `${name}: ${early}, ${late}`);
      const aged =
        `${career(`Accountant, Acme, ${late} – 2025`)}\nDate of birth: 3 May ${early}\n\n` +
        `Education\nBachelor of Economics, Delft, ${early}\n`;
      assert.equal(judge(name, aged).verdict, less.verdict);
    }),
    { numRuns: 30 },
  );
});

Deno.test("readJob() reads the rank of a title beside its occupation, and none for starters", () => {
  const rows: [text: string, rank: string | undefined][] = [
    ["Senior Java developer\n\nRequirements\n- SQL", "Senior level as Java developer"],
    ["Java developer (medior/senior)\n\nRequirements\n- SQL", "Medior level as Java developer"],
    ["Lead developer – Utrecht\n\nRequirements\n- SQL", "Lead level as developer"],
    [
      "Wij zoeken een senior accountant voor ons kantoor. Je hebt kennis van SQL.",
      "Senior niveau als accountant",
    ],
    ["Junior Java developer\n\nRequirements\n- SQL", undefined],
    ["Junior/medior Java developer\n\nRequirements\n- SQL", undefined],
    ["Team lead\n\nRequirements\n- SQL", undefined],
    ["School principal\n\nRequirements\n- SQL", undefined],
    ["Senior living nurse\n\nRequirements\n- SQL", undefined],
    ["Java developer\n\nRequirements\n- SQL", undefined],
  ];
  for (const [text, rank] of rows) {
    const { requirements } = readJob(text);
    const found = requirements.find(({ name }) => / (?:level as|niveau als) /.test(name));
    assert.equal(found?.name, rank, text);
    if (found === undefined) continue;
    const { level, kind, gate, importance } = found;
    assert.deepEqual({ level, kind, gate, importance }, {
      level: "required",
      kind: "hard",
      gate: false,
      importance: 2,
    });
    const title = requirements.find(({ kind }) => kind === "occupation");
    assert.deepEqual(found.source, title?.source, text);
  }
});

Deno.test("readJob() reads the field that a posting is in, as a wish", () => {
  const rows: [text: string, field: string | undefined][] = [
    ["Accountant, insurance industry\n\nRequirements\n- SQL", "Insurance industry"],
    [
      "Accountant\n\nResponsibilities\n- Keep the books of a construction company.\n\nRequirements\n- SQL",
      "Construction company",
    ],
    ["Sous chef\n\nRequirements\n- HACCP", undefined],
    ["Boekhouder in de zorgsector\n\nWij vragen\n- Excel", "Zorgsector"],
    ["Accountant\n\nRequirements\n- SQL", undefined],
    ["Accountant\n\nRequirements\n- Experience in the insurance industry", undefined],
  ];
  for (const [text, field] of rows) {
    const wish = readJob(text).requirements.find(({ level, kind, skill }) =>
      level === "nice_to_have" && kind === "hard" && skill !== null &&
      /industry|sector|restaurants/.test(skill)
    );
    assert.equal(wish?.name, field, text);
  }
});

Deno.test("a field is met by dated titles that are at home in it", () => {
  const waiter = judge("hotels and restaurants", career("Waiter, De Kroon, 2015 – 2025"));
  assert.deepEqual([waiter.verdict, waiter.reason.code], ["YES", "shown_in_work"]);
  assert.match(sayReason(waiter.reason, "en"), /10 years/);
  assert.match(waiter.evidence[0]?.text ?? "", /Waiter/);
  const short = judge("5 years in hotels and restaurants", career("Waiter, De Kroon, 2023 – 2025"));
  assert.deepEqual([short.verdict, short.reason.code], ["PARTIAL", "years_short"]);
  assert.equal(judge("hotels and restaurants", career("Welder, Acme, 2015 – 2025")).verdict, "NO");
});
