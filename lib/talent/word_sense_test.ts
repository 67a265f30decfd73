import assert from "node:assert/strict";
import { lexicon } from "./lexicon.ts";
import { findMentions } from "./mentions.ts";

/** A text, and the skills that it names (plain) or that it only seems to name (with "!"). */
type Trap = readonly [text: string, ...skills: string[]];

const ENGLISH: readonly Trap[] = [
  ["Our go-to-market plan was ready", "!go"],
  ["Always ready to go the distance", "!go"],
  ["Microservices written in Go, deployed on Kubernetes", "go", "kubernetes"],
  ["Go live support for SAP customers", "!go", "sap"],
  ["Let it go and move on", "!go"],
  ["Spring cleaning of the archive", "!spring"],
  ["Spring 2021 internship", "!spring"],
  ["Spring semester project in Java", "!spring", "java"],
  ["Spring Boot services", "spring-boot"],
  ["React promptly to customer complaints", "!react"],
  ["Able to react under stress", "!react"],
  ["Built the portal in React", "react"],
  ["I excel at building teams", "!excel", "!teams"],
  ["She excels in sales", "!excel"],
  ["Reports made in Excel", "excel"],
  ["Got a C in chemistry", "!c-language"],
  ["Vitamin C and zinc tablets", "!c-language"],
  ["Series C funding", "!c-language"],
  ["Reported to C-level executives", "!c-language"],
  ["Firmware in C for microcontrollers", "c-language"],
  ["Objective-C and Swift", "objective-c", "!c-language"],
  ["R&D budget of two million", "!r-language"],
  ["Section R of the manual", "!r-language"],
  ["Rated R movies", "!r-language"],
  ["Models in R and SPSS", "r-language", "spss"],
  ["Swift codes for foreign payments", "!swift"],
  ["A swift reaction to each call", "!swift"],
  ["Rust prevention and coating", "!rust"],
  ["Ruby red lipstick", "!ruby"],
  ["Ruby on Rails", "rails"],
  ["Ruby and Python courses", "ruby", "python"],
  ["Word of mouth marketing", "!word"],
  ["Spread the word about Java", "!word", "java"],
  ["Access control of the building", "!ms-access"],
  ["Access databases and Excel sheets", "ms-access", "excel"],
  ["Worked in teams of five", "!teams"],
  ["Meetings in Teams and Outlook", "teams", "outlook"],
  ["A positive outlook on life", "!outlook"],
  ["Market outlook for 2020", "!outlook"],
  ["Oracle of the office", "!oracle-database"],
  ["Make tea and coffee", "!make-build"],
  ["Head chef of a hotel", "!chef-infra"],
  ["Chef, Puppet and Ansible", "chef-infra", "puppet", "ansible"],
  ["Puppet theatre for children", "!puppet"],
  ["A sketch of the site", "!sketch-app"],
  ["Sparks from the grinder", "!spark"],
  ["Bed rest after surgery", "!rest-api"],
  ["Soap dispensers refilled", "!soap"],
  ["Kept an eye on the express trains", "!express"],
  ["Express delivery to shops", "!express"],
  ["Node.js with Express and Nest", "node-js", "express"],
  ["Safely lift and move boxes", "!elevators"],
  ["Maintenance of lifts and escalators", "elevators"],
  ["Workouts with medicine balls", "!medicine"],
  ["Lymph node examination", "!node-js"],
  ["Next day delivery", "!nextjs"],
  ["Flask of hot coffee", "!flask"],
  ["Flask and Django", "flask", "django"],
  ["Pandas at the zoo", "!pandas"],
  ["numpy and pandas", "pandas"],
  ["Chef, waiter and cook", "!chef-infra", "chef"],
  ["Built the team from scratch", "!teams"],
  ["Tableau vivant", "!tableau"],
  ["Dashboards in Tableau", "tableau"],
  ["Nest boxes for birds", "!nestjs"],
  ["The project was lean on staff", "!lean"],
];

const DUTCH: readonly Trap[] = [
  ["Commercieel bediende, Proximus", "!serving"],
  ["Polyvalent bediende op kantoor", "!serving"],
  ["Bediende gasten aan tafel", "serving"],
  ["Van start tot go-live begeleid", "!go"],
  ["Ontwikkeld in Go", "go"],
  ["Ga je gang, go for it", "!go"],
  ["In het spring seizoen", "!spring"],
  ["Trampoline springen met kinderen", "!spring"],
  ["Ik spring graag bij", "!spring"],
  ["Java en Spring Boot", "java", "spring-boot"],
  ["Reageert snel op klanten", "!react"],
  ["Rapportages in Excel gemaakt", "excel"],
  ["Excelbestanden opgeschoond", "excel"],
  ["Een sterk woord", "!word"],
  ["Brieven opgesteld in Word", "word"],
  ["Rijbewijs B en C", "!c-language"],
  ["Hepatitis C", "!c-language"],
  ["Vmbo leerweg C", "!c-language"],
  ["Geprogrammeerd in C", "c-language"],
  ["Rust in de groep brengen", "!rust"],
  ["Zorgt voor rust en orde", "!rust"],
  ["Behoudt de rust", "!rust"],
  ["Sap persen in de keuken", "!sap"],
  ["Verse sap en fruit", "!sap"],
  ["Facturen geboekt in SAP", "sap"],
  ["Exact op tijd leveren", "!exact"],
  ["Boekhouding in Exact Online", "exact"],
  ["Unit van de brandweer", "!unity"],
  ["Make-up artiest", "!make-build"],
  ["Chef van dienst", "!chef-infra"],
  ["Chef-kok in een hotel", "!chef-infra"],
  ["Een big voeren", "!big-registration"],
  ["BIG registratie aanwezig", "big-registration"],
  ["Is het de moeite waard", "!it-support"],
  ["Programmeren in Python", "python"],
  ["Ik programmeerde in Python", "programming", "python"],
  ["Heeft geprogrammeerd in Java", "programming", "java"],
  ["Begeleidde projecten en plande teams", "!teams"],
  ["Roostertje maken", "!rust"],
  ["Wondverzorging bij cliënten", "wound-care"],
  ["Projectmanagementervaring", "project-management"],
  ["Javakennis", "java"],
  ["SQL-kennis en Pythonervaring", "sql", "python"],
  ["Contractonderhandelingen gevoerd", "contract-management"],
  ["Presentatietje gegeven", "!powerpoint"],
  ["Heftruckje gereden", "!go"],
];

function failuresOf(traps: readonly Trap[]): string[] {
  return traps.flatMap(([text, ...skills]) => {
    const found = new Set(findMentions(text).map(({ skill }) => skill));
    return skills
      .filter((skill) => found.has(skill.replace("!", "")) === skill.startsWith("!"))
      .map((skill) => `${text}: ${skill} (${[...found].join(" ")})`);
  });
}

Deno.test("findMentions() tells names from words in English", () => {
  assert.deepEqual(failuresOf(ENGLISH), []);
});

Deno.test("findMentions() tells names from words in Dutch, with compounds and forms", () => {
  assert.deepEqual(failuresOf(DUTCH), []);
});

Deno.test("findMentions() knows the skills that the traps name", () => {
  const unknown = [...ENGLISH, ...DUTCH]
    .flatMap(([, ...skills]) => skills.map((skill) => skill.replace("!", "")))
    .filter((id) => lexicon().skillById(id) === undefined);
  assert.deepEqual([...new Set(unknown)], []);
});
