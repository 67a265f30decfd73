import assert from "node:assert/strict";
import { readNow } from "./dates.ts";
import { readSections } from "./sections.ts";
import { readRoles } from "./work_history.ts";

const NOW = readNow("2026-01-01");

/** "title | organisation | months" of each role. */
function rolesOf(text: string): string[] {
  const say = (span: { start: number; end: number } | null) =>
    span === null ? "-" : text.slice(span.start, span.end);
  return readRoles(text, readSections(text, "resume"), NOW).map(({ title, organisation, range }) =>
    `${say(title)} | ${say(organisation)} | ${range.to - range.from}`
  );
}

const LAYOUTS: readonly [name: string, text: string, roles: readonly string[]][] = [
  [
    "a line that opens with title and dates and goes on to tell",
    "Senior designer, Dairy Engineering, 2008 to 2012. Conveyors, cheese cutters and wash stations, all of stainless sheet metal, with flat patterns, bend allowances and weld preparation.\n\nIk was monteur bij Acme van januari 2014 tot december 2015: pompen, afsluiters en leidingen, en elke tweede week storingsdienst in het hele rayon tussen Zwolle en Deventer.",
    ["Senior designer | Dairy Engineering | 48", "Ik was monteur | Acme | 24"],
  ],
  [
    "dates behind the title",
    "Experience\nBackend engineer, Polderpay, Utrecht, Mar 2023 – Dec 2024\n- Built an API\n\nWeb developer, Casa, 2019 - 2021\n- Built a shop",
    ["Backend engineer | Polderpay | 22", "Web developer | Casa | 24"],
  ],
  [
    "dates before the title",
    "Werkervaring\n2018 – 2020: Kok, De Gouden Leeuw\nBereidde lunches.\n2015 - 2018 Afwasser, Hotel Krul\nWaste af.",
    ["Kok | De Gouden Leeuw | 24", "Afwasser | Hotel Krul | 36"],
  ],
  [
    "dates on a line of their own below the title",
    "Experience\nStaff nurse, St Mary's\nMarch 2021 – February 2022\n- Ward rounds\n\nCare assistant, Oak House\nAugust 2019 – July 2020\n- Washing and dressing",
    ["Staff nurse | St Mary's | 12", "Care assistant | Oak House | 12"],
  ],
  [
    "dates on a line of their own above the title",
    "Experience\n03/2015 to 02/2016\nVideographer\n\nFilmed events for clients.\n\n06/2014 to 11/2014\nReporter\n\nWrote stories.",
    ["Videographer | - | 12", "Reporter | - | 6"],
  ],
  [
    "dates and place on a line above title and organisation, as in a Europass",
    "WORK EXPERIENCE\n01/03/2015 – 31/12/2019 Assen, Netherlands\nSYSTEMS ADMINISTRATOR – DE LINDE\n• Kept servers running\n01/09/2012 – 28/02/2015 – Groningen, Netherlands\nHELP DESK EMPLOYEE NOORDKANTOOR\nAnswered the telephone.\n2010 – 2012 Köln (Duitsland)\nBarman, Hotel Krul",
    [
      "SYSTEMS ADMINISTRATOR | DE LINDE | 58",
      "HELP DESK EMPLOYEE NOORDKANTOOR | - | 30",
      "Barman | Hotel Krul | 24",
    ],
  ],
  [
    "title below the organisation and its dates",
    "Experience\nAcme BV, 2019 – 2021\nBackend developer\n- Built an API",
    ["Backend developer | Acme BV | 24"],
  ],
  [
    "roles below one organisation, with what they lasted",
    "Experience\nZuiderzee B.V.\n5 years 2 months\nLead engineer\nJan 2022 - Dec 2024 (3 years)\nUtrecht, Netherlands\nRan it.\nEngineer\nJan 2020 - Dec 2021 (2 years)\nBuilt it.\n\nDe Linde\nBeheerder\nJan 2015 - Dec 2019 (5 jaar)",
    [
      "Lead engineer | Zuiderzee B.V. | 36",
      "Engineer | Zuiderzee B.V. | 24",
      "Beheerder | De Linde | 60",
    ],
  ],
  [
    "roles behind bullets",
    "Loopbaan\n• januari 2018 – december 2019: Sales Manager, Indaver. Leidde zes accountmanagers.\n• februari 2014 – januari 2016: Accountmanager, Atlas. Wierf klanten.",
    ["Sales Manager | Indaver | 24", "Accountmanager | Atlas | 24"],
  ],
  [
    "no heading at all",
    "Jeroen Bos\nVerpleegkundige\n\n2004 - 2018 Verpleegkundige, Gelre\nBeademing.\n\nDiploma's: hbo-verpleegkunde, 2004.",
    ["Verpleegkundige | Gelre | 168"],
  ],
  [
    "one year alone",
    "Experience\nIntern, Stedin, 2021\n",
    ["Intern | Stedin | 12"],
  ],
];

Deno.test("readRoles() finds title, organisation and months in many layouts", () => {
  for (const [name, text, roles] of LAYOUTS) assert.deepEqual(rolesOf(text), roles, name);
});

Deno.test("readRoles() takes a study, a certificate and a deed with a year for no role", () => {
  const text = "Experience\nTeacher, Oak School, 2015 – 2019\n- Led the 2017 musical\n\n" +
    "Education\nBSc Mathematics, University of Leeds, 2011 – 2014\n\n" +
    "Certificates\nADR certificate since 2018";
  assert.deepEqual(rolesOf(text), ["Teacher | Oak School | 48"]);
});

Deno.test("readRoles() gives blocks that do not overlap and hold their headings", () => {
  for (const [, text] of LAYOUTS) {
    let end = 0;
    for (const role of readRoles(text, readSections(text, "resume"), NOW)) {
      assert.ok(role.start >= end && role.head.start >= role.start && role.head.end <= role.end);
      end = role.end;
    }
  }
});
