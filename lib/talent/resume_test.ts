import assert from "node:assert/strict";
import fc from "fast-check";
import { processorMs } from "../../tests/harness/processor_time.ts";
import { readResume } from "./resume.ts";

const TODAY = "2026-01-01";
const degrees = (line: string) =>
  readResume(`Jo Jansen\n\nEducation\n${line}\n`, TODAY).degrees.map(({ level, status }) =>
    `${level} ${status}`
  );
const spoken = (line: string) =>
  readResume(`Jo Jansen\n\nLanguages\n${line}\n`, TODAY).spoken.map(({ code, level }) =>
    `${code} ${level}`
  );

const DEGREES: readonly [line: string, found: readonly string[]][] = [
  ["BSc Computer Science, Lund University, 2014 – 2017", ["bachelor done"]],
  ["HBO-bachelor Informatica, Windesheim, 2014 – 2018", ["bachelor done"]],
  ["hbo Verpleegkunde, 2010", ["bachelor done"]],
  ["Master of Science, Statistics, TU Dortmund, 2018", ["master done"]],
  ["Doctorandus Economie, 1998", ["master done"]],
  ["PhD in Statistics, Universität Hamburg, 2022", ["doctorate done"]],
  ["mbo niveau 4 Logistiek, 2014", ["mbo4 done"]],
  ["mbo 3 Verzorgende, 2012", ["mbo3 done"]],
  ["havo, 2008", ["secondary done"]],
  ["High School Diploma, 2006", ["secondary done"]],
  ["Associate of Applied Science, Normandale Community College", ["associate done"]],
  ["MSc Finance, VU Amsterdam, started September 2025, expected 2027", ["master pending"]],
  ["MSc Finance, VU Amsterdam, 2024 – present", ["master pending"]],
  ["hbo Commerciële Economie, Avans, 2017 – 2021 (niet afgerond)", ["bachelor dropped"]],
  ["Bezig met mbo 4 Manager transport, verwacht diploma juli 2027", ["mbo4 pending"]],
  ["Certified Scrum Master, 2019", []],
  ["MS Office, MS SQL", []],
];

Deno.test("readResume() reads levels of education and whether they were finished", () => {
  for (const [line, found] of DEGREES) assert.deepEqual(degrees(line), found, line);
});

const SPOKEN: readonly [line: string, found: readonly string[]][] = [
  ["Swedish (native), English (fluent), Dutch (B2)", ["sv native", "en C1", "nl B2"]],
  ["Nederlands: moedertaal. Engels: redelijk.", ["nl native", "en B1"]],
  ["Dutch and Turkish (native), English (C1)", ["nl native", "tr native", "en C1"]],
  ["Duits: vloeiend, Engels: vloeiend", ["de C1", "en C1"]],
  ["Polish, English (C1)", ["pl null", "en C1"]],
  ["English: professional (C2)", ["en C2"]],
  ["Czech native, English C1, Dutch B1", ["cs native", "en C1", "nl B1"]],
];

Deno.test("readResume() reads languages with CEFR levels, words and mother tongues", () => {
  for (const [line, found] of SPOKEN) assert.deepEqual(spoken(line), found, line);
});

Deno.test("readResume() takes no language from a market, a lesson or a people", () => {
  const text =
    "Experience\nTeacher, Oak School, 2015 – 2019\nTaught English literature; opened the Dutch market.";
  assert.deepEqual(readResume(text, TODAY).spoken, []);
});

Deno.test("readResume() finds name, e-mail, phone and place, and invents none", () => {
  const full =
    "CURRICULUM VITAE\n\nSanne de Wit\nDeventer | sanne@example.com | 06 12345611\n\nProfiel\nVerpleegkundige.";
  assert.deepEqual(readResume(full, TODAY).contact, {
    name: "Sanne de Wit",
    email: "sanne@example.com",
    phone: "06 12345611",
    place: "Deventer",
  });
  const labelled = "Naam: Jan van den Berg\nWoonplaats: Ede\nTelefoon: +31 6 1234 5678\n";
  assert.deepEqual(readResume(labelled, TODAY).contact, {
    name: "Jan van den Berg",
    email: null,
    phone: "+31 6 1234 5678",
    place: "Ede",
  });
  const none = { name: null, email: null, phone: null, place: null };
  for (
    const text of [
      "",
      "Curriculum Vitae",
      "Work Experience\nSales Manager, Acme, 2019 - 2021",
      "Senior Java Developer\n2015 - 2019 2020 - 2024",
      "BIG: 49012345630",
    ]
  ) assert.deepEqual(readResume(text, TODAY).contact, none, text);
});

Deno.test("readResume() tells a pile of keywords from skills that work supports", () => {
  const skills =
    "Skills\nTypeScript, JavaScript, PostgreSQL, MySQL, Kafka, RabbitMQ, GraphQL, Docker, Kubernetes, Terraform\n\n";
  const shop =
    "Experience\nShop assistant, Garden Centre, 2016 - 2020\nServed customers and closed the till.";
  const work =
    "Experience\nBackend developer, Acme, 2016 - 2020\nBuilt services in TypeScript on PostgreSQL and Kafka.";
  assert.equal(readResume(skills + shop, TODAY).isKeywordList, true);
  assert.equal(readResume(skills + work, TODAY).isKeywordList, false);
});

Deno.test("readResume() counts overlapping work once and the months of volunteering not at all", () => {
  const text =
    "Experience\nCook, A, 01/2018 – 12/2019\n- Cooked\nWaiter, B, 01/2019 – 12/2020\n- Served\n\n" +
    "Volunteering\nTrainer, C, 01/2010 – 12/2015\n- Trained";
  assert.equal(readResume(text, TODAY).months, 36);
});

Deno.test("readResume() refuses a day that is none", () => {
  assert.throws(() => readResume("text", "1 January 2026"), RangeError);
});

Deno.test("readResume() reads any text, hostile ones in linear time", () => {
  fc.assert(fc.property(fc.string({ maxLength: 400, unit: "binary" }), (text) => {
    const resume = readResume(text, TODAY);
    for (const line of resume.lines) assert.ok(line.start >= 0 && line.end <= text.length);
  }));
  for (
    const piece of [
      "a@",
      "Java, ",
      "2019 - 2020 ",
      "no Java ",
      "\n• ",
      "English ",
      "hbo ",
      "(((",
      "managed a team of ",
    ]
  ) {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    const took = processorMs(() => readResume(text, TODAY));
    assert.ok(took < 8_000, `${JSON.stringify(piece)} took ${Math.round(took)} ms`);
  }
});
