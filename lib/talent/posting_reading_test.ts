import assert from "node:assert/strict";
import { readJob } from "./requirements.ts";

/** What a posting asks for, as "name|nice|years|gate"; empty parts at the end are left out. */
function read(text: string): string[] {
  return readJob(text).requirements.map(({ name, level, years, gate }) =>
    [name, level === "required" ? "" : "nice", years ?? "", gate ? "gate" : ""].join("|")
      .replace(/\|+$/, "")
  );
}

/** The same under the title "Baker", without that. */
function asked(text: string): string[] {
  return read(`Baker\n\n${text}`).slice(1);
}

Deno.test("readJob() finds the occupation however a posting names it", () => {
  const titles: readonly (readonly [string, string])[] = [
    [
      "POSITION DESCRIPTION\nClass Title: Senior Procurement Officer (Grade P-4)\nReports to: Director",
      "Senior Procurement Officer",
    ],
    [
      "Vacature\nFunctie: Administratief medewerker (24 uur)\nStandplaats: Ede",
      "Administratief medewerker",
    ],
    ["Job title: Dental hygienist\nHours: 32", "Dental hygienist"],
    ["Full-stack developer wanted\n\nWe are small.", "Full-stack developer"],
    ["Gezocht: bakker (m/v/x)", "Bakker"],
    ["Keukenhulp gezocht", "Keukenhulp"],
    ["Kitchen assistant needed. Work permit required.", "Kitchen assistant"],
    [
      "Functieomschrijving\nDe gemeente Almelo zoekt ten behoeve van het team Vergunningen een beleidsmedewerker ruimtelijke ordening (36 uur).",
      "Beleidsmedewerker",
    ],
  ];
  for (const [text, title] of titles) {
    const [first] = readJob(text).requirements.filter(({ kind }) => kind === "occupation");
    assert.equal(first?.name, title, text);
  }
});

Deno.test("readJob() asks for nothing that a posting says it does not ask", () => {
  const none = [
    "Requirements\n- You do not need a degree",
    "Requirements\n- No degree required",
    "Requirements\n- Java knowledge is not needed",
    "Requirements\n- Visa sponsorship is not available",
    "Requirements\n- We do not offer visa sponsorship",
    "Wij vragen\n- Een diploma is niet nodig",
    "Wij vragen\n- Geen rijbewijs nodig",
    "Wij vragen\n- Je hoeft geen hbo-diploma te hebben",
    "Wij vragen\n- Je bent maximaal 35 jaar",
    "Requirements\n- Between 25 and 35 years of age",
    "Requirements\n- A first-level degree with two more years may be accepted in lieu of a master's degree",
    "Wij vragen\n- Bereidheid tot het volgen van de opleiding tot projectleider",
  ];
  for (const text of none) assert.deepEqual(asked(text), [], text);
  assert.deepEqual(asked("Requirements\n- Java, no degree needed"), ["Java"]);
  assert.deepEqual(asked("Requirements\n- EU work permit; we can't sponsor visas"), [
    "EU work permit",
  ]);
  assert.deepEqual(asked("Wij vragen\n- Je bent maximaal 35 jaar en je kent SQL"), ["SQL"]);
});

Deno.test("readJob() binds years, levels and wishes to the thing beside them", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["Requirements\n- At least 5 years of software development, of which 3 with Python", [
      "Software development||5",
      "Python||3",
    ]],
    ["Wij vragen\n- Vijf jaar ervaring met SAP, waarvan twee als teamleider", [
      "SAP||5",
      "Teamleider||2",
    ]],
    [
      "Requirements\n- Seven (7) years of progressively responsible experience in public procurement",
      [
        "Public procurement||7",
      ],
    ],
    [
      "Requirements\n- A minimum of seven (7) years of progressively responsible experience in public procurement, of which at least three (3) years at the supervisory level",
      ["Public procurement||7", "Supervisory||3"],
    ],
    ["Wij vragen\n- Een veiligheidsonderzoek door de AIVD maakt deel uit van de procedure", [
      "Veiligheidsonderzoek door de AIVD",
    ]],
    ["Requirements\n- English and German, Dutch is a plus", ["English", "German", "Dutch|nice"]],
    [
      "Wij vragen\n- Je spreekt vloeiend Nederlands (minstens B2), een woordje Duits is mooi meegenomen",
      [
        "Nederlands B2",
        "Woordje Duits|nice",
      ],
    ],
    ["Wij vragen\n- Rijbewijs B, een heftruckcertificaat is een pre", [
      "Rijbewijs B",
      "Heftruckcertificaat|nice",
    ]],
    ["Wij vragen\n- Ervaring met Kafka, Spark en Flink is een pre", [
      "Kafka|nice",
      "Spark|nice",
      "Flink|nice",
    ]],
    ["Requirements\n- 5+ years in data science (3+ years with fraud detection a big plus)", [
      "Data science||5",
      "Fraud detection|nice|3",
    ]],
    ["Wie ben jij\n- Een rijbewijs is niet per se nodig, maar wel handig", ["Rijbewijs|nice"]],
    ["Wie ben jij\nErvaring met Power BI? Helemaal top!", ["Power BI|nice"]],
    ["Requirements\n- SQL\n- Extra credit: Kafka", ["SQL", "Kafka|nice"]],
    ["Requirements\n- Right to work in the UK (no sponsorship)", ["Right to work"]],
    ["Requirements\n- HACCP knowledge or willing to learn", ["HACCP|nice"]],
    ["Requirements\n- An ADR certificate is handy", ["ADR certificate|nice"]],
    ["Wij vragen\n- Handig als je met Excel kunt werken", ["Excel|nice"]],
    ["Wij vragen\n- Je kunt overweg met Excel", ["Excel"]],
    ["Requirements\n- At least one of Kubernetes or Nomad", ["Kubernetes or Nomad"]],
  ];
  for (const [text, expected] of cases) assert.deepEqual(asked(text), expected, text);
});

Deno.test("readJob() takes years in a similar job for years in the occupation", () => {
  const texts = [
    "Baker\n\nRequirements\n- Three years of experience in a similar role, preferably in a hotel",
    "Bakker\n\nWij vragen\n- Ten minste drie jaar werkervaring in een vergelijkbare functie, bij voorkeur in een hotel",
  ];
  for (const text of texts) {
    const [first, second] = readJob(text).requirements;
    assert.deepEqual([first?.kind, first?.years], ["occupation", 3], text);
    assert.deepEqual([second?.name, second?.level, second?.years], ["Hotel", "nice_to_have", null]);
  }
});

Deno.test("readJob() reads a degree with its fields, whatever stands in brackets", () => {
  assert.deepEqual(
    asked(
      "Requirements\n- An advanced university degree (Master's or equivalent) in business administration, law or a related field",
    ),
    ["Advanced university degree (Master's or equivalent) in business administration, law or a related field"],
  );
  assert.deepEqual(
    asked("Wij vragen\n- Minimaal mbo niveau 3 of 4 in elektrotechniek of mechatronica"),
    ["Mbo niveau 3 of 4 in elektrotechniek of mechatronica"],
  );
  assert.deepEqual(asked("Wij vragen\n- Diploma mbo-verpleegkunde niveau 4 of hbo-v"), [
    "Mbo-verpleegkunde niveau 4 of hbo-v",
  ]);
});

Deno.test("readJob() takes people whom one deals with for no occupation asked", () => {
  const people = [
    "Wij vragen\n- Je praat makkelijk met familie en mantelzorgers",
    "Requirements\n- You keep in touch with drivers and planners",
  ];
  for (const text of people) {
    const kinds = readJob(`Baker\n\n${text}`).requirements.slice(1).map(({ kind }) => kind);
    assert.ok(!kinds.includes("occupation"), text);
  }
});

Deno.test("readJob() takes a science for no occupation", () => {
  const [, mechanics] =
    readJob("Coach\n\nRequirements\n- Knowledge of body mechanics").requirements;
  assert.deepEqual([mechanics?.name, mechanics?.kind], ["Body mechanics", "hard"]);
});

Deno.test("readJob() reads running text about the tools of the work", () => {
  assert.deepEqual(
    read("Web developer\n\nWe deploy to AWS with Terraform. At least one of Kubernetes or Nomad.")
      .slice(1),
    ["AWS", "Terraform", "Kubernetes or Nomad"],
  );
});

Deno.test('readJob() reads items that tell what one has behind "Jij:"', () => {
  assert.deepEqual(
    asked("Jij:\n* hebt ervaring met HACCP\n* spreekt Nederlands of Engels\n* kent Excel"),
    ["HACCP", "Nederlands of Engels", "Excel"],
  );
});

Deno.test('readJob() reads items behind "You must:" and "a teacher who:"', () => {
  assert.deepEqual(
    asked("You must:\n- Hold a valid counterbalance licence\n- Speak basic English"),
    ["Counterbalance licence|||gate", "Basic English"],
  );
  assert.deepEqual(
    read(
      "Leerkracht\n\nWij zoeken een leerkracht die:\n- beschikt over een onderwijsbevoegdheid;\n- ervaring heeft met combinatiegroepen, of dit graag wil leren.",
    ),
    ["Leerkracht", "Onderwijsbevoegdheid", "Combinatiegroepen|nice"],
  );
});

Deno.test("readJob() keeps the years of all work beside those of a part of it", () => {
  const posting =
    "Bakker\n\nWij vragen\n- Minimaal 3 jaar werkervaring, waarvan 1 jaar in een hotel";
  assert.deepEqual(read(posting), ["Bakker||3", "Hotel||1"]);
  const nurse =
    "Nurse\n\nEssential criteria\n- Minimum 3 years post-registration experience, including 12 months in intensive care";
  assert.deepEqual(read(nurse), ["Nurse||3", "Intensive care||1"]);
});
