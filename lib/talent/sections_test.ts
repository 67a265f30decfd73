import assert from "node:assert/strict";
import fc from "fast-check";
import { readSections } from "./sections.ts";

function kinds(text: string, as: "job" | "resume" = "job"): string[] {
  return readSections(text, as).map(({ kind }) => kind);
}

Deno.test("readSections() knows many spellings of a job's headings", () => {
  const spellings: Readonly<Record<string, readonly string[]>> = {
    requirements: [
      "Requirements",
      "QUALIFICATIONS:",
      "## What you bring",
      "Who you are",
      "Minimum Requirements",
      "Skills & Experience",
      "What we're looking for",
      "Functie-eisen",
      "Wat vragen wij?",
      "Wat breng je mee?",
      "Jouw profiel",
      "Dit ben jij",
      "Dit neem je mee",
      "**Wij vragen**",
      "Required skills:",
      "About you",
    ],
    nice_to_have: [
      "Nice to have",
      "Preferred qualifications",
      "Bonus points",
      "Pré",
      "Pluspunten",
      "Mooi meegenomen",
      "Dat is een plus",
      "Extra points for",
      "Desired:",
    ],
    duties: [
      "Responsibilities",
      "What you will do",
      "Your role",
      "Essential Functions",
      "Wat ga je doen?",
      "Taken en verantwoordelijkheden",
      "Functieomschrijving",
    ],
    benefits: [
      "What we offer",
      "Benefits",
      "Wat bieden wij?",
      "Ons aanbod",
      "Arbeidsvoorwaarden",
      "What's in it for you",
      "Why join us?",
    ],
    company: ["About us", "Over ons", "Wie zijn wij", "Company Overview"],
    process: ["How to apply", "Solliciteren", "Interesse?", "Equal Opportunity Employer"],
  };
  for (const [kind, headings] of Object.entries(spellings)) {
    for (const heading of headings) {
      assert.deepEqual(kinds(`Kok\n${heading}\nx y z`), ["intro", kind], heading);
    }
  }
});

Deno.test("readSections() takes no sentence or list item for a heading", () => {
  for (
    const line of [
      "You have experience with Java.",
      "- Experience with Kafka",
      "We offer Java training and SQL courses",
      "Java, skills",
    ]
  ) {
    assert.deepEqual(kinds(`Kok\n${line}\nx`), ["intro"], line);
  }
});

Deno.test("readSections() reads a heading and its text on one line", () => {
  const text = "Kok\nRequirements: HACCP and three years";
  const section = readSections(text, "job")[1];
  assert.equal(section?.kind, "requirements");
  assert.equal(text.slice(section.body.start, section.body.end), "HACCP and three years");
});

Deno.test("readSections() finds headings that a paragraph swallowed", () => {
  const text =
    "Engineer\n\nWe build things for people who like things.Responsibilities Design the parts.What You Need for this Position- AWS- LinuxWhat's In It for You- A pension";
  assert.deepEqual(kinds(text), ["intro", "duties", "requirements", "benefits"]);
});

Deno.test("readSections() knows the headings of a résumé", () => {
  const text =
    "Jan Jansen\n\nPROFIEL\nx\nWerkervaring\ny\nOpleidingen\nz\nV A A R D I G H E D E N\na\nTalen\nb\nReferenties\nc";
  assert.deepEqual(kinds(text, "resume"), [
    "summary",
    "summary",
    "experience",
    "education",
    "skills",
    "languages",
    "references",
  ]);
});

Deno.test("readSections() keeps a tools line inside a role", () => {
  assert.deepEqual(kinds("Experience\nAcme, 2019 - 2021\nTools: Java, Maven", "resume"), [
    "experience",
  ]);
});

Deno.test("readSections() keeps sections in range and in order", () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom("\n", "Requirements", ":", "What we offer", "Java ", ". ", "- "),
  );
  fc.assert(fc.property(fc.array(part), fc.constantFrom("job", "resume"), (parts, as) => {
    const text = parts.join("");
    let at = 0;
    for (const { heading, body } of readSections(text, as as "job" | "resume")) {
      for (const span of heading === null ? [body] : [heading, body]) {
        assert.ok(span.start >= at && span.end >= span.start && span.end <= text.length);
        at = span.end;
      }
    }
  }));
});

Deno.test("readSections() finds the headings of a résumé whose line ends were lost", () => {
  const english =
    "Jane Doe Rotterdam Summary Careful accountant with eight years in audit firms. " +
    "Experience Senior Accountant, Noord Audit, Jan 2018 to Dec 2022. Prepared monthly closings. " +
    "Education Bachelor of Business Administration, Hogeschool Rotterdam, 2013 " +
    "Skills Excel, SAP, Exact Online, reporting Languages Dutch, English and French";
  assert.deepEqual(kinds(english, "resume").slice(-4), [
    "experience",
    "education",
    "skills",
    "languages",
  ]);
  const dutch = "Jan Jansen, Utrecht WERKERVARING Monteur, Techniek BV, jan 2016 - dec 2020. " +
    "Onderhoud aan machines en aan de lijn voor verpakking, met eigen planning van revisies. " +
    "OPLEIDING Mbo 4 werktuigbouwkunde, ROC Utrecht, 2015 VAARDIGHEDEN Lassen, draaien, frezen " +
    "TALEN Nederlands, Duits en wat Pools van de collega's aan de lijn";
  assert.deepEqual(kinds(dutch, "resume"), [
    "summary",
    "experience",
    "education",
    "skills",
    "languages",
  ]);
});

Deno.test("readSections() cuts no prose at words that headings have too", () => {
  const prose =
    "He has experience with Java and good skills. His education was long and his Skills " +
    "in Excel helped the Summary of accounts in Education departments of the city. ".repeat(3);
  assert.deepEqual(kinds(prose, "resume"), ["summary"]);
});

Deno.test("readSections() ends a section at a heading of its own words, marked as the others are", () => {
  const text = "# Jo\n\n## Experience\n- a\n\n## Certificates\nCCNA\n\n## Looking at\nk8s\n";
  assert.deepEqual(readSections(text, "resume").map(({ kind }) => kind), [
    "summary",
    "experience",
    "certificates",
    "other",
  ]);
  const roles = "## Experience\n\n## Cook, Acme, 2019\n- a\n\n## Education\nMBO\n";
  assert.deepEqual(readSections(roles, "resume").map(({ kind }) => kind), [
    "experience",
    "education",
  ]);
});

Deno.test("readSections() knows the headings of informal postings", () => {
  const kinds = {
    requirements: ["You'll need:", "You'll bring:", "Wat neem je mee?", "Dit heb jij:"],
    nice_to_have: [
      "We'd love:",
      "Leuk als je ook",
      "En misschien ook wel:",
      "Wij zien graag dat je:",
      "Wat je een streepje voor geeft",
    ],
  };
  for (const [kind, headings] of Object.entries(kinds)) {
    for (const heading of headings) {
      assert.equal(readSections(`${heading}\n- a\n`, "job")[0]?.kind, kind, heading);
    }
  }
});

Deno.test("readSections() takes projects and positions for work", () => {
  for (const heading of ["PROJECTEN EN FUNCTIES", "Projects and positions held"]) {
    assert.equal(readSections(`${heading}\n2013 - 2020 Cook\n`, "resume")[0]?.kind, "experience");
  }
});
