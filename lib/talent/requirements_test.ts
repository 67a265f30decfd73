import assert from "node:assert/strict";
import fc from "fast-check";
import { readJob, readRequirement } from "./requirements.ts";

/** Name, level and years of what a text asks for, the occupation of its first line apart. */
function read(text: string): string[] {
  return readJob(`Baker\n\n${text}`).requirements.slice(1)
    .map(({ name, level, years, gate }) =>
      [name, level === "required" ? "" : "nice", years ?? "", gate ? "gate" : ""].join("|").replace(
        /\|+$/,
        "",
      )
    );
}

Deno.test("readJob() reads an English posting", () => {
  const { language, requirements } = readJob(ENGLISH);
  assert.equal(language, "en");
  assert.deepEqual(
    requirements.map(({ id, name, level, kind, years }) => [id, name, level, kind, years]),
    [
      ["r1", "Frontend Developer", "required", "occupation", null],
      ["r2", "React or Vue", "required", "hard", 3],
      ["r3", "TypeScript", "required", "hard", null],
      ["r4", "HTML5", "required", "hard", null],
      ["r5", "Jest, Cypress or Playwright", "required", "hard", null],
      ["r6", "BSc in Computer Science or equivalent", "required", "hard", null],
      ["r7", "English C1", "required", "hard", null],
      ["r8", "Dutch B2", "nice_to_have", "hard", null],
      ["r9", "Eligible to work", "required", "hard", null],
      ["r10", "Written communication", "required", "soft", null],
      ["r11", "GraphQL", "nice_to_have", "hard", null],
    ],
  );
  assert.deepEqual(requirements.filter(({ gate }) => gate).map(({ name }) => name), [
    "Eligible to work",
  ]);
});

const ENGLISH = `Frontend Developer

We were founded in 2009 and love Java, the island. As a Frontend Developer you join a team of six.

Must haves:
- 3 to 5 years of commercial experience with React or Vue
- TypeScript and HTML5
- Experience with at least one of: Jest, Cypress, Playwright
- BSc in Computer Science or equivalent experience
- English (C1), Dutch (B2) preferred
- Must be eligible to work in the Netherlands
- Clear written communication

Pluses:
- GraphQL

What we offer
A salary, Kubernetes training and a garden.`;

Deno.test("readJob() reads a Dutch posting in prose", () => {
  const { language, requirements } = readJob(DUTCH);
  assert.equal(language, "nl");
  assert.deepEqual(requirements.map(({ name, level, years }) => [name, level, years]), [
    ["Restaurant", "nice_to_have", null],
    ["Kok", "required", null],
    ["Keuken", "required", 2],
    ["Koksdiploma", "required", null],
    ["HACCP", "required", null],
    ["Patisserie", "nice_to_have", null],
    ["Flexibel", "required", null],
    ["Stressbestendig", "required", null],
    ["Goed Nederlands", "required", null],
  ]);
});

const DUTCH =
  "Wij zoeken een enthousiaste kok voor ons restaurant in Deventer. Je hebt minimaal 2 jaar ervaring in een " +
  "professionele keuken en je bent in het bezit van een koksdiploma. Kennis van HACCP is een must. Ervaring met patisserie " +
  "is mooi meegenomen. Je bent flexibel en stressbestendig en je spreekt goed Nederlands. Wij bieden een salaris conform " +
  "cao horeca en een gezellig team. Interesse? Stuur je cv naar info@example.nl.";

Deno.test("readJob() tells wishes from demands", () => {
  const wishes: readonly (readonly [string, readonly string[]])[] = [
    ["Requirements\n- Kafka is a plus", ["Kafka|nice"]],
    ["Requirements\n- Preferably Kafka", ["Kafka|nice"]],
    ["Requirements\n- SQL required, Kafka is a plus", ["SQL", "Kafka|nice"]],
    ["Requirements\n- SQL (Kafka a plus)", ["SQL", "Kafka|nice"]],
    ["Wij vragen\n- Ervaring met een CRM-systeem, bij voorkeur Salesforce", [
      "CRM-systeem",
      "Salesforce|nice",
    ]],
    ["Wij vragen\n- Kennis van SQL is een pré", ["SQL|nice"]],
    ["Wij vragen\nHeb je ervaring met dementie? Dat is een pluspunt!", ["Dementie|nice"]],
    ["Wij vragen\n- Docker strekt tot aanbeveling", ["Docker|nice"]],
    ["Nice to have\n- Kafka", ["Kafka|nice"]],
    ["Mooi meegenomen\n- Kafka", ["Kafka|nice"]],
  ];
  for (const [text, expected] of wishes) assert.deepEqual(read(text), expected, text);
});

Deno.test("readJob() binds years to what they are asked of", () => {
  assert.deepEqual(read("Requirements\n- 5+ years of Java and Kotlin"), ["Java||5", "Kotlin||5"]);
  assert.deepEqual(read("Requirements\n- Java (5+ years), SQL"), ["Java||5", "SQL"]);
  assert.deepEqual(
    read("Requirements\n- 2 years of retail experience, a driver's license and Kubernetes skills")
      .slice(
        1,
      ),
    [
      "Driver's license",
      "Kubernetes",
    ],
  );
  assert.equal(readJob("Baker\n\nRequirements\n- 5 years of experience").requirements[0]?.years, 5);
});

Deno.test("readJob() proposes gates for mandatory licences, registrations and permits alone", () => {
  assert.deepEqual(read("Wij vragen\n- Een geldige BIG-registratie is vereist"), [
    "BIG-registratie|||gate",
  ]);
  assert.deepEqual(read("Wij vragen\n- Rijbewijs B"), ["Rijbewijs B"]);
  assert.deepEqual(read("Wij vragen\n- Rijbewijs B is verplicht"), ["Rijbewijs B|||gate"]);
  assert.deepEqual(read("Requirements\n- Java is mandatory"), ["Java"]);
  assert.deepEqual(
    read("Requirements\n- PMP certification is required").map((one) => one.includes("gate")),
    [false],
  );
  assert.deepEqual(
    read("Nice to have\n- Rijbewijs B is verplicht").map((one) => one.includes("gate")),
    [false],
  );
});

Deno.test("readJob() keeps unknown terms and leaves junk out", () => {
  assert.deepEqual(read("Requirements\n- Familiarity with RIXML"), ["RIXML"]);
  assert.deepEqual(read("Requirements\n- Ability\n- Strong experience\n- Skills"), []);
  assert.deepEqual(read("Wij vragen\n- Je beheerst Flurbisme"), ["Flurbisme"]);
});

Deno.test("readJob() asks for the same once, in its strictest form", () => {
  assert.deepEqual(read("Requirements\n- Java\n- 3 years of Java\n\nNice to have\n- Java"), [
    "Java||3",
  ]);
});

Deno.test("readJob() reads duties as wishes beside demands, and as demands without", () => {
  const duties = "Responsibilities\n- Build services with Kafka";
  assert.deepEqual(read(`${duties}\n\nRequirements\n- Java`), ["Kafka|nice", "Java"]);
  assert.deepEqual(read(duties), ["Kafka"]);
});

Deno.test("readJob() takes no verb and no everyday word of a duty for a skill", () => {
  const names = (duty: string, asked: string) =>
    readJob(`${duty}\n\n${asked}`).requirements.map(({ name }) => name);
  const english = names(
    "Responsibilities:\nYou take services from first sketch to release, in Python.",
    "Requirements:\n- SQL\n- Git",
  );
  assert.deepEqual(english, ["Python", "SQL", "Git"]);
  const dutch = names("Wat ga je doen?\nJe verpleegt patiënten.", "Wat vragen wij?\n- Wondzorg");
  assert.deepEqual(dutch, ["Wondzorg"]);
});

Deno.test("readJob() finds the occupation when hardly any skill is named", () => {
  assert.deepEqual(
    readJob("Sous chef (m/v) – Utrecht, 32 uur").requirements.map(({ name }) => name),
    ["Sous chef"],
  );
});

Deno.test("readJob() reads messy text: in small letters and without stops", () => {
  const text =
    "looking for a data engineer with 3+ years experience in python and sql must have experience with airflow " +
    "or dagster nice to have kubernetes strong communication skills we offer a competitive salary and remote work";
  assert.deepEqual(
    readJob(text).requirements.map(({ name, level, years }) => `${name} ${level} ${years}`),
    [
      "Data engineer required null",
      "Python required 3",
      "SQL required 3",
      "Airflow or dagster required null",
      "Kubernetes nice_to_have null",
    ],
  );
});

Deno.test("readJob() finds nothing where nothing is asked", () => {
  for (
    const text of [
      "",
      "   \n",
      "We are a friendly family company. Our office has a ping-pong table.",
      "Wij bieden een goed salaris en een laptop.",
    ]
  ) {
    assert.deepEqual(readJob(text).requirements, [], text);
  }
});

Deno.test("readJob() gives sources in range and ids in order, whatever the text", () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "\n",
      "Requirements:\n",
      "- ",
      "Java",
      " or ",
      " and ",
      ", ",
      "5 years of ",
      "experience with ",
      "is a plus",
      "Bachelor's degree in ",
      "Dutch",
      "(",
      ")",
      ". ",
      "Wij vragen\n",
      "Rijbewijs B",
      "at least one of ",
    ),
  );
  fc.assert(fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
    const text = parts.join("");
    const { requirements } = readJob(text);
    requirements.forEach(({ id, name, source, importance, years }, at) => {
      assert.equal(id, `r${at + 1}`);
      assert.ok(name.trim().length > 0 && name.length <= 255 && importance >= 1 && importance <= 5);
      assert.ok(years === null || years > 0);
      assert.ok(
        source !== null && source.start >= 0 && source.end > source.start &&
          source.end <= text.length,
      );
    });
    assert.deepEqual(readJob(text), readJob(text));
  }));
});

Deno.test("readJob() minds no white space around lines", () => {
  const spaced = ENGLISH.split("\n").map((line) => `  ${line}\t`).join("\n\n");
  const names = (text: string) => readJob(text).requirements.map(({ name }) => name);
  assert.deepEqual(names(spaced), names(ENGLISH));
});

Deno.test("readRequirement() proposes kind, years, level and gate, and lets a person decide", () => {
  const typed = readRequirement("  5 jaar ervaring  met Java ");
  assert.deepEqual([typed.name, typed.years, typed.skill, typed.source, typed.kind], [
    "5 jaar ervaring met Java",
    5,
    "java",
    null,
    "hard",
  ]);
  assert.equal(readRequirement("Stressbestendig").kind, "soft");
  assert.equal(readRequirement("Kafka is a plus").level, "nice_to_have");
  assert.equal(readRequirement("BIG-registratie verplicht").gate, true);
  assert.equal(
    readRequirement("BIG-registratie verplicht", { gate: false, id: "x7", importance: 5 }).gate,
    false,
  );
  assert.equal(readRequirement("Dutch C1").skill, "dutch");
});

/** An item of a posting, and what is read from it: level, name, gate. */
const LABELS: readonly [string, string[]][] = [
  ["- Nice to have: Rust", ["nice_to_have Rust"]],
  ["Nice to have: Rust, Go", ["nice_to_have Rust", "nice_to_have Go"]],
  ["- Pré: Terraform", ["nice_to_have Terraform"]],
  ["- Pluspunt: kennis van Azure", ["nice_to_have Azure"]],
  ["- Optional – Ansible", ["nice_to_have Ansible"]],
  ["- Python (nice to have)", ["nice_to_have Python"]],
  ["- (preferred) Scala", ["nice_to_have Scala"]],
  ["- Kubernetes, Terraform (a plus)", ["required Kubernetes", "nice_to_have Terraform"]],
  ["- Must have: Docker", ["required Docker"]],
  ["- Verplicht: rijbewijs B", ["required Rijbewijs B gate"]],
  ["- Go", ["required Go"]],
  ["- R", ["required R"]],
  ["- React", ["required React"]],
  ["- Excel at what you do", []],
];

Deno.test("readJob() takes the label of an item, or a remark in brackets, for its level", () => {
  for (const [item, expected] of LABELS) {
    const { requirements } = readJob(`Requirements\n- SQL\n${item}\n`);
    const read = requirements.filter(({ skill }) => skill !== "sql")
      .map(({ level, name, gate }) => `${level} ${name}${gate ? " gate" : ""}`);
    assert.deepEqual(read, expected, item);
  }
});
