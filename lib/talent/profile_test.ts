import assert from "node:assert/strict";
import fc from "fast-check";
import { profileOf } from "./profile.ts";
import { readResume } from "./resume.ts";

const TODAY = "2026-11-01";

const RESUME = [
  "Lena Berg",
  "",
  "Work experience",
  "Senior backend engineer, Tidewater Bank, Utrecht, March 2022 - present",
  "- Wrote the payments API in TypeScript on PostgreSQL",
  "",
  "Backend engineer, Polderpay, January 2016 - December 2019",
  "- Built the ledger in PostgreSQL",
  "- Helped in the hospital's planning",
  "",
  "Education",
  "Bachelor of Computer Science, TU Delft, 2012 - 2015",
  "",
  "Skills",
  "Kafka, TypeScript",
  "",
  "Languages",
  "Dutch: native",
].join("\n");

const read = (text: string, language: "en" | "nl" = "en") =>
  profileOf(readResume(text, TODAY), language);

Deno.test("profileOf() gives roles with dates, place and occupation, the latest first", () => {
  const { roles, workMonths } = read(RESUME);
  assert.deepEqual(
    roles.map(({ title, organisation, place, from, to, isCurrent, months }) => [
      title,
      organisation,
      place,
      from,
      to,
      isCurrent,
      months,
    ]),
    [
      ["Senior backend engineer", "Tidewater Bank", "Utrecht", "2022-03", "2026-10", true, 56],
      ["Backend engineer", "Polderpay", null, "2016-01", "2019-12", false, 48],
    ],
  );
  assert.equal(workMonths, 104);
  assert.equal(roles[0]?.occupation?.id, roles[1]?.occupation?.id, "rank is no occupation");
  assert.ok(RESUME.slice(roles[1]?.start, roles[1]?.end).startsWith("Backend engineer, Polderpay"));
});

Deno.test("profileOf() adds time up: in an occupation, and with a skill", () => {
  const { occupations, skills } = read(RESUME);
  assert.deepEqual(occupations.map(({ months }) => months), [104]);
  const of = (label: string) => {
    const { months, lastUsed, isCurrent, shownIn } = skills.find((one) => one.label === label) ??
      assert.fail(`${label} is not among ${skills.map((one) => one.label)}`);
    return [months, lastUsed, isCurrent, shownIn];
  };
  assert.deepEqual(of("PostgreSQL"), [104, "2026-10", true, ["work"]]);
  assert.deepEqual(of("TypeScript"), [56, "2026-10", true, ["work", "list"]]);
  assert.deepEqual(
    of("Apache Kafka"),
    [0, null, false, ["list"]],
    "what is only listed has no months",
  );
  const months = skills.map((one) => one.months);
  assert.deepEqual(months, months.toSorted((a, b) => b - a), "the longest used first");
});

Deno.test("profileOf() tells of gaps where neither work nor study has a date", () => {
  assert.deepEqual(read(RESUME).gaps, [{ from: "2020-01", to: "2022-02", months: 26 }]);
  const byYear =
    "Experience\nCook, Krul, 2016 - 2018\n- Cooked\n\nCook, Acme, 2019 - 2020\n- Cooked";
  assert.deepEqual(read(byYear).gaps, [], "which may have met in the winter");
});

Deno.test("profileOf() gives education and languages with their levels", () => {
  const { education, languages } = read(RESUME, "nl");
  assert.deepEqual(education.map(({ level, status }) => [level, status]), [["bachelor", "done"]]);
  assert.match(education[0]?.about ?? "", /Computer Science/);
  assert.deepEqual(languages, [{ code: "nl", label: "Nederlands", level: "native" }]);
});

Deno.test("profileOf() takes nobody's own name for a firm", () => {
  const { roles } = read("Anna de Vries\nDeveloper, Acme\n2019 - present\n- TypeScript");
  assert.deepEqual(roles.map(({ title, organisation, place }) => [title, organisation, place]), [
    ["Developer", "Acme", null],
  ]);
});

Deno.test("profileOf() leaves out what is denied, and what somebody else can do", () => {
  const text = "Experience\nPlanner, Acme, 2020 - 2022\n- No experience with Kubernetes\n" +
    "- Managed a team of Java developers";
  const found = read(text).skills.map(({ id }) => id);
  assert.ok(!found.includes("kubernetes") && !found.includes("java"), found.join());
});

Deno.test("profileOf() takes no department, form of contract or firm for a place", () => {
  for (const part of ["Remote", "Freelance", "Finance Department", "Acme Holding BV", "Java"]) {
    const { roles } = read(`Experience\nPlanner, Acme, ${part}, 2020 - 2022\n- Planned trips`);
    assert.equal(roles[0]?.place, null, part);
  }
  for (const place of ["Zwolle", "Den Haag", "Alphen aan den Rijn", "New York"]) {
    const { roles } = read(`Experience\nPlanner, Acme, ${place}, 2020 - 2022\n- Planned trips`);
    assert.equal(roles[0]?.place, place);
  }
});

Deno.test("profileOf() tells which pages are named, and the language of each section", () => {
  const { links, sections } = read(
    "Noor Bakker\nhttps://github.com/noorbakker\n\nSummary\nI build the tools that others in the company like to use for their work, with care.\n\n" +
      "Werkervaring\nOntwikkelaar, Acme, 2019 – 2021\nIk heb daar met een team van vijf mensen de systemen voor het magazijn gebouwd en beheerd.",
  );
  assert.deepEqual(links, [{ kind: "github", url: "https://github.com/noorbakker" }]);
  assert.deepEqual(sections.slice(-2).map(({ kind, language }) => [kind, language]), [
    ["summary", "en"],
    ["experience", "nl"],
  ]);
});

Deno.test("profileOf() gives spans in the text and months that fit their dates, whatever it is", () => {
  const line = fc.constantFrom(...RESUME.split("\n"), "2019 - 2021", "• Kok, Krul, mei 2018 – nu");
  fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
    const text = lines.join("\n");
    const { roles, gaps, skills, workMonths } = read(text);
    for (const { start, end, from, to, months } of roles) {
      assert.ok(start >= 0 && start <= end && end <= text.length);
      assert.ok(from <= to && months > 0, `${from} to ${to}`);
    }
    for (const { from, to, months } of gaps) assert.ok(from <= to && months >= 3);
    for (const { months } of skills) assert.ok(months <= workMonths);
  }));
});
