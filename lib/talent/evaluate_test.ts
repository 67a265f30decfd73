import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluate } from "./evaluate.ts";
import { monthsOf } from "./match.ts";
import { REASON_CODES, sayReason } from "./reasons.ts";
import { readResume } from "./resume.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";
import type { Evaluation, Match, Requirement } from "./types.ts";

const TODAY = "2026-01-01";

function asked(name: string, rest: Partial<Requirement> = {}): Requirement {
  return {
    id: name,
    name,
    level: "required",
    kind: "hard",
    years: null,
    importance: 3,
    gate: false,
    skill: null,
    source: null,
    ...rest,
  };
}

function judge(text: string, ...requirements: Requirement[]): Evaluation {
  return evaluate({
    text,
    requirements,
    weights: DEFAULT_WEIGHTS,
    now: TODAY,
    hiddenCharacters: 0,
  });
}

function matchOf(text: string, name: string, rest: Partial<Requirement> = {}): Match {
  const [match] = judge(text, asked(name, rest)).matches;
  assert.ok(match);
  return match;
}

const resume = (body: string) => `Jo Jansen\njo@example.com\n\n${body}\n`;
const work = (line: string, title = "Backend developer") =>
  resume(`Experience\n${title}, Acme, Jan 2019 – Dec 2022\n- ${line}`);
const werk = (line: string) => resume(`Werkervaring\n2019 – heden: Medewerker, Acme\n- ${line}`);

type Row = readonly [name: string, text: string, verdict: string, rest?: Partial<Requirement>];

function check(rows: readonly Row[]): void {
  const wrong = rows.flatMap(([name, text, verdict, rest]) => {
    const match = matchOf(text, name, rest);
    return match.verdict === verdict ? [] : [
      `${name} in ${
        JSON.stringify(text.slice(27))
      }: ${match.verdict} (${match.reason.code}), not ${verdict}`,
    ];
  });
  assert.deepEqual(wrong, []);
}

Deno.test("evaluate() says YES to what dated work, projects and studies show", () => {
  check([
    ["Java", work("Built services in Java and Kafka"), "YES"],
    ["PostgreSQL", work("Moved the ledger to Postgres"), "YES"],
    ["JavaScript", resume("Projects\n- Wrote a game in JavaScript for a club"), "YES"],
    ["Python", resume("Education\nBSc Physics, Leiden, 2014 – 2017: thesis in Python"), "YES"],
    ["Java", resume("Skills\nJava, SQL\n\nExperience\nJava developer, Acme, 2019 – 2022"), "YES"],
    ["Node.js or Deno", work("Four services on Deno"), "YES"],
    ["C#", work("Services in C# and .NET"), "YES"],
  ]);
});

Deno.test("evaluate() says PARTIAL to what is near, weak or only claimed", () => {
  check([
    ["Node.js", work("Built an API with Fastify"), "PARTIAL"],
    ["Java", resume("Skills\nJava, SQL, Git"), "PARTIAL"],
    [
      "Java",
      resume("Profile\nEnthusiastic user of Java.\n\nExperience\nCook, Inn, 2019 – 2022"),
      "PARTIAL",
    ],
    ["SQL", work("Basic knowledge of SQL for reports"), "PARTIAL"],
    ["PostgreSQL", work("Ran MySQL for the shop"), "PARTIAL"],
  ]);
});

Deno.test("evaluate() says NO to what is absent, denied, wished for or somebody else's", () => {
  check([
    ["Java", work("Built pages in JavaScript"), "NO"],
    ["Java", work("No experience with Java, but a lot of Kotlin"), "NO"],
    [
      "Java",
      resume("Profile\nInterested in learning Java.\n\nExperience\nCook, Inn, 2019 – 2022"),
      "NO",
    ],
    ["Java", work("Managed a team of Java developers", "Manager"), "NO"],
    [
      "Kubernetes",
      resume("Profiel\nNog geen ervaring met Kubernetes, maar wil dat graag leren."),
      "NO",
    ],
    ["Python", resume("Profiel\nIk wil graag leren programmeren in Python."), "NO"],
    ["Docker", werk("Ondersteunde de afdeling inkoop"), "NO"],
    ["C", work("Got a grade C in music at school"), "NO"],
    ["Java", resume("Contact\njava@example.com, www.java-jo.example"), "NO"],
  ]);
});

Deno.test("evaluate() compares years with the months that work shows", () => {
  const four = work("Built services in Java");
  check([
    ["Java", four, "YES", { years: 4 }],
    ["Java", four, "PARTIAL", { years: 5 }],
    ["Java", resume("Skills\nJava, SQL"), "NO", { years: 2 }],
    ["Java", resume("Profile\n8 years of experience with Java."), "PARTIAL", { years: 5 }],
    ["Java", resume("Experience\n- Built services in Java at Acme"), "PARTIAL", { years: 2 }],
  ]);
  const twice = resume(
    "Experience\nJava developer, A, 01/2018 – 12/2019\n- Java\nJava developer, B, 01/2019 – 12/2020\n- Java",
  );
  const { reason } = matchOf(twice, "Java", { years: 3 });
  assert.deepEqual([reason.code, reason.params.months, reason.params.asked], ["years_met", 36, 36]);
});

Deno.test("monthsOf() counts the months of a skill over all jobs that show it, once", () => {
  const text = resume(
    "Experience\nCook, A, 01/2015 – 12/2015\n- Cooked\nDeveloper, B, 01/2018 – 12/2019\n- Java\n" +
      "Developer, C, 07/2019 – 06/2020\n- Java and SQL\nManager, D, 2021 – 2023\n- No Java any more",
  );
  assert.equal(monthsOf(readResume(text, TODAY), "java"), 30);
  assert.equal(monthsOf(readResume(text, TODAY), "sql"), 12);
});

Deno.test("evaluate() judges degrees by level, field and whether they were finished", () => {
  const study = (line: string) => resume(`Education\n${line}`);
  const bachelor = "Bachelor's degree in computer science";
  check([
    [bachelor, study("BSc Computer Science, Leeds, 2012 – 2015"), "YES"],
    [bachelor, study("HBO-bachelor Informatica, Windesheim, 2014 – 2018"), "YES"],
    [bachelor, study("MSc Computer Science, Leeds, 2016"), "YES"],
    [bachelor, study("BSc Electrical Engineering, Lagos, 2012 – 2015"), "PARTIAL"],
    [bachelor, study("BSc Computer Science, Leeds, 2024 – present"), "PARTIAL"],
    [bachelor, study("hbo Informatica, Avans, 2017 – 2019 (niet afgerond)"), "PARTIAL"],
    [bachelor, study("Bachelor of Arts, Music, Leeds, 2015"), "NO"],
    [bachelor, study("High School Diploma, 2006"), "NO"],
    ["Mbo niveau 4", study("mbo niveau 4 Logistiek, 2014"), "YES"],
    ["Mbo niveau 4", study("hbo Logistiek, 2014"), "YES"],
    ["Mbo niveau 4", study("mbo 2 Logistiek, 2014"), "NO"],
    ["Hbo werk- en denkniveau", study("hbo Marketing, 2014"), "YES"],
    ["Hbo werk- en denkniveau", resume("Profiel\nHbo werk- en denkniveau."), "YES"],
  ]);
});

Deno.test("evaluate() compares languages by level", () => {
  const talen = (line: string) => resume(`Languages\n${line}`);
  const dutch =
    "Experience\nMedewerker, Acme, 2019 – 2022\nVerantwoordelijk voor het beantwoorden van vragen van klanten, " +
    "zowel per telefoon als aan de balie, en voor het bijhouden van de administratie van de afdeling en het archief.";
  check([
    ["Fluent English", talen("English (native)"), "YES"],
    ["Fluent English", talen("English (C1)"), "YES"],
    ["Fluent English", talen("English (B1)"), "PARTIAL"],
    ["Fluent English", talen("English, German"), "PARTIAL"],
    ["Duits op B1-niveau", talen("Duits: vloeiend"), "YES"],
    ["Vloeiend Nederlands", resume(dutch), "PARTIAL"],
    ["Vloeiend Duits", resume(dutch), "NO"],
    ["Fluent Dutch", resume("Languages\nEnglish (native)\n\nI do not speak Dutch."), "NO"],
  ]);
});

Deno.test("evaluate() tells held, pending and lapsed credentials apart", () => {
  const card = (line: string) => resume(`Certificates\n${line}`);
  check([
    ["BIG-registratie", card("BIG-registratie (geldig tot 2028)"), "YES"],
    ["BIG-registratie", card("BIG-registratie verlopen in 2021"), "NO"],
    ["BIG-registratie", card("BIG-registratie, geldig tot maart 2023"), "NO"],
    ["BIG-registratie", card("BIG-registratie aangevraagd"), "PARTIAL"],
    ["BIG-registratie", card("VCA"), "NO"],
    ["Rijbewijs B", card("Rijbewijs: A, B en BE"), "YES"],
    ["Rijbewijs B", resume("Profiel\nPraktijkexamen gepland, nog geen rijbewijs."), "NO"],
    ["Driving licence", resume("Other\nNo driving licence; I come by e-bike."), "NO"],
    ["Code 95", card("Code 95 verlopen (2020). Rijbewijs C."), "NO"],
    ["PMP", card("PMP, in progress, exam June 2026"), "PARTIAL"],
    ["PMP", card("PMP (expired 2019)"), "NO"],
    ["Right to work in the EU", resume("Profile\nIrish passport."), "YES"],
    [
      "Right to work in the EU",
      resume("Profile\nI need visa sponsorship to work in the EU."),
      "NO",
    ],
  ]);
});

Deno.test("evaluate() judges an occupation by the titles that were held", () => {
  const held = (title: string) => resume(`Experience\n${title}, Acme, 2017 – 2022`);
  check([
    ["Ervaring als verpleegkundige", held("Verpleegkundige"), "YES"],
    ["Experience as a sous chef", held("Sous chef"), "YES", { years: 4 }],
    ["Experience as a sous chef", held("Sous chef"), "PARTIAL", { years: 8 }],
    ["Java developer", resume("Java developer - Wipro\nBuilt screens."), "YES"],
    ["Experience as a nurse", resume("Profile\nCarer who would like to become a nurse."), "NO"],
    ["Experience as a nurse", held("Bus driver"), "NO"],
  ]);
});

Deno.test("evaluate() sees soft skills in behaviour, and bare words as claims", () => {
  const soft = { kind: "soft" } as const;
  check([
    ["Teamwork", work("Worked closely with two designers on the new till"), "YES", soft],
    ["Teamwork", resume("Profile\nReal team player."), "PARTIAL", soft],
    ["Samenwerken", werk("Verdeelt samen met drie collega's de routes"), "YES", soft],
    ["Nauwkeurig", resume("Profiel\nNauwkeurig en vrolijk."), "PARTIAL", soft],
    ["Written communication", work("Published two articles on lock repair"), "YES", soft],
    ["Written communication", work("Published events to the team's Kafka"), "NO", soft],
    ["Leadership", resume("Experience\nCook, Inn, 2019 – 2022\n- Cooked"), "NO", soft],
  ]);
});

Deno.test("evaluate() finds unknown names by their words, in part as PARTIAL", () => {
  check([
    ["grommet burnishing", work("Burnished the grommets of the loom every week"), "YES"],
    ["grommet burnishing of brass looms", work("Did grommet burnishing every week"), "PARTIAL"],
    ["grommet burnishing", work("Sold looms to weavers"), "NO"],
  ]);
});

Deno.test("evaluate() caps a failed gate, flags it, and keeps the raw score", () => {
  const text = work("Built services in Java, Kotlin, Python and PostgreSQL");
  const gate = asked("Rijbewijs B", { gate: true });
  const result = judge(
    text,
    asked("Java"),
    asked("Kotlin"),
    asked("Python"),
    asked("PostgreSQL"),
    gate,
  );
  assert.deepEqual([result.score, result.rawScore, result.grade], [0.64, 0.8, "C"]);
  assert.ok(result.flags.includes("gate_failed"));
});

Deno.test("evaluate() flags hidden text and says who was last what where", () => {
  const result = evaluate({
    text: work("Built services in Java"),
    requirements: [],
    weights: DEFAULT_WEIGHTS,
    now: TODAY,
    hiddenCharacters: 12,
  });
  assert.deepEqual([result.score, result.grade, result.flags], [null, null, ["hidden_text"]]);
  assert.equal(result.headline, "Backend developer · Acme");
});

Deno.test("evaluate() refuses two requirements with one id", () => {
  assert.throws(() => judge("text", asked("Java"), asked("Java")), RangeError);
});

const NAMES = [
  "Java",
  "PostgreSQL",
  "Fluent English",
  "Rijbewijs B",
  "Teamwork",
  "Bachelor's degree",
  "Ervaring als kok",
  "grommet burnishing",
];
const LINES = [
  "Experience",
  "Opleiding",
  "Skills",
  "Cook, Inn, 2019 – 2022",
  "2015 - heden: Java developer, Acme",
  "- Built services in Java and PostgreSQL",
  "No experience with Java",
  "English (C1), Dutch (native)",
  "Rijbewijs: B",
  "hbo Informatica, 2014",
  "Worked closely with two designers on grommet burnishing",
  "",
  "é ë ï € ﬁne \u{1F600} text",
];
const textArb = fc.array(fc.constantFrom(...LINES), { maxLength: 16 }).map((all) => all.join("\n"));

Deno.test("evaluate() quotes exactly, explains in two languages, and never proves a NO", () => {
  fc.assert(
    fc.property(textArb, (text) => {
      for (const match of judge(text, ...NAMES.map((name) => asked(name))).matches) {
        assert.equal(match.verdict === "NO", match.evidence.length === 0, JSON.stringify(match));
        for (const quote of match.evidence) {
          assert.equal(text.slice(quote.start, quote.end), quote.text);
          assert.ok(quote.text.length > 0 && quote.text.length <= 240);
        }
        if (match.verdict === "NO") assert.ok(match.tried.length > 0);
        for (const language of ["en", "nl"] as const) {
          const sentence = sayReason(match.reason, language);
          assert.match(sentence, /^[\p{Lu}\p{N}“‘"'(a-z].*[.”]$/su);
          assert.doesNotMatch(sentence, /undefined|NaN|\[object/);
        }
      }
    }),
    { numRuns: 60 },
  );
});

Deno.test("evaluate() gives the same bytes whatever was judged before and in whatever order", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(NAMES, { minLength: NAMES.length }), textArb, (names, text) => {
      const straight = judge(text, ...NAMES.map((name) => asked(name)));
      const shuffled = judge(text, ...names.map((name) => asked(name)));
      assert.equal(
        JSON.stringify(judge(
          text,
          ...NAMES.map((name) => asked(name)),
        )),
        JSON.stringify(straight),
      );
      assert.deepEqual([shuffled.score, shuffled.flags], [straight.score, straight.flags]);
      const byId = new Map(straight.matches.map((match) => [match.requirementId, match]));
      for (const match of shuffled.matches) assert.deepEqual(match, byId.get(match.requirementId));
    }),
    { numRuns: 30 },
  );
});

Deno.test("sayReason() knows each code in both languages and gives the figures", () => {
  const params = {
    term: "Java",
    skill: "java",
    found: "spring",
    months: 70,
    roles: 2,
    current: 1,
    asked: 60,
    claimed: 96,
    quote: "no Java",
    missing: "SQL",
    language: "nl",
    field: "law",
  };
  for (const code of REASON_CODES) {
    for (const language of ["en", "nl"] as const) {
      assert.ok(sayReason({ code, params }, language).length > 10, code);
    }
  }
  const reason = { code: "years_met", params };
  assert.equal(
    sayReason(reason, "en"),
    "5 years and 10 months across two jobs and still today, where 5 years is asked.",
  );
  assert.equal(
    sayReason(reason, "nl"),
    "5 jaar en 10 maanden over twee banen, nog steeds, waar 5 jaar gevraagd is.",
  );
  assert.throws(() => sayReason({ code: "nonsense", params: {} }, "en"), RangeError);
});
