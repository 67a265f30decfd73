import assert from "node:assert/strict";
import fc from "fast-check";
import { lexicon } from "./lexicon.ts";
import { findMentions } from "./mentions.ts";

/** A text, and the skills that it names (plain) or that it only seems to name (with "!"). */
export const TRAPS: readonly (readonly [text: string, ...skills: string[]])[] = [
  // one letter
  ["Experience with C and Linux", "c-language", "linux"],
  ["C, C++ and C#", "c-language", "c-plus-plus", "c-sharp"],
  ["Solid C++ and C#", "!c-language", "c-plus-plus", "c-sharp"],
  ["Programming in C", "c-language"],
  ["English\tC1\tB2\tB2\tB2", "english", "!b2b-sales"],
  ["B2B sales to hospitals", "b2b-sales"],
  ["C/C++", "c-language", "c-plus-plus"],
  ["Talen: C, Java", "c-language", "java"],
  ["We schreven het in C en Rust", "c-language", "rust"],
  ["Grade C in mathematics", "!c-language"],
  ["Vitamin C deficiency", "!c-language"],
  ["hepatitis C vaccination", "!c-language"],
  ["The C-suite and C-level managers", "!c-language"],
  ["rijbewijs C", "!c-language"],
  ["Categorie C", "!c-language"],
  ["Plan C", "!c-language"],
  ["USB-C", "!c-language"],
  ["a type C connector", "!c-language"],
  ["statistical modelling in R", "r-language"],
  ["Kennis van R en Python", "r-language", "python"],
  ["R/Python", "r-language", "python"],
  ["R&D engineer", "!r-language"],
  ["R. de Vries", "!r-language"],
  ["Part R of the appendix", "!r-language"],
  // C#, F#, .NET
  ["C# developer", "c-sharp", "!c-language"],
  ["F# and C#", "c-sharp"],
  [".NET Core", "dotnet"],
  ["ASP.NET", "!dotnet"],
  ["net income rose", "!dotnet"],
  ["het internet", "!dotnet"],
  // Go
  ["Services in Go and Kotlin", "go", "kotlin"],
  ["Go developer", "go"],
  ["Ervaring met Go", "go"],
  ["Python • C • Go", "go", "python", "c-language"],
  ["Go, Rust, Swift", "go", "rust", "swift"],
  ["Go to market fast with Java", "!go"],
  ["Go to the office", "!go"],
  ["On the go", "!go"],
  ["Go/no-go decisions", "!go"],
  ["We go the extra mile in Java", "!go", "java"],
  // Java and JavaScript
  ["JavaScript", "javascript", "!java"],
  ["TypeScript and JavaScript frameworks", "javascript", "typescript", "!java"],
  ["Javanese dance", "!java"],
  ["Java-ontwikkelaar", "java"],
  ["Senior Java Developer", "java"],
  ["Python3 and Java8", "python", "java"],
  // Node, Next, React
  ["Node.js", "node-js"],
  ["a node in the network", "!node-js"],
  ["Next.js and React", "nextjs", "react"],
  ["The next step is Java", "!nextjs", "java"],
  ["Next to Java you know SQL", "!nextjs", "java"],
  ["React and Redux", "react", "redux"],
  ["We react to incidents", "!react"],
  ["React quickly under pressure", "!react"],
  // Spring, Swift, Rust
  ["Java, Spring, Maven", "spring", "java", "maven"],
  ["Spring and Hibernate", "spring", "hibernate"],
  ["Internship, Spring 2019: Java", "!spring", "java"],
  ["In the spring of 2020 we used Java", "!spring", "java"],
  ["developed in the Spring of 2020", "!spring"],
  ["iOS apps in Swift", "swift"],
  ["Swift response to customers", "!swift"],
  ["backend services in Rust", "rust"],
  ["Rust removal on ships", "!rust"],
  ["Rust is belangrijk voor patiënten", "!rust"],
  ["Rust, reinheid, regelmaat", "!rust"],
  // Office
  ["Goede kennis van Excel", "excel"],
  ["Advanced Excel skills", "excel"],
  ["Excel and Word", "excel", "word"],
  ["Excelkennis", "excel"],
  ["Excel at customer service", "!excel"],
  ["You excel in sales", "!excel"],
  ["in other words", "!word"],
  ["Access to the building", "!ms-access"],
  ["You have access to data", "!ms-access"],
  ["MS Access", "ms-access"],
  ["our teams work well", "!teams"],
  ["Microsoft Teams", "teams"],
  // SAP, Oracle, Chef and other names that are words
  ["Ervaring met SAP", "sap"],
  ["SAP consultant", "sap"],
  ["asap", "!sap"],
  ["sap from the trees", "!sap"],
  ["Sous chef in a restaurant", "!chef"],
  ["Unity of command", "!unity"],
  ["games in Unity and C#", "unity", "c-sharp"],
  ["Sketch, Figma and InVision", "sketch-app", "figma"],
  ["sketch the process", "!sketch-app"],
  ["spark joy", "!spark"],
  ["Apache Spark", "spark"],
  ["ruby jewellery", "!ruby"],
  ["Make sure it works", "!make-build"],
  ["rest assured", "!rest-api"],
  ["REST APIs", "rest-api"],
  ["soap and water", "!soap"],
  // acronyms that are words
  ["Een big en een zeug", "!big-registration"],
  ["BIG-registratie", "big-registration"],
  ["BIG-geregistreerd", "big-registration"],
  // inside words and addresses
  ["platform engineer", "!form"],
  ["contact john@java.com", "!java"],
  ["www.python.org/jobs", "!python"],
  ["https://github.com/jan/rust", "!rust", "!github"],
  // forms and compounds
  ["wondzorg", "wound-care"],
  ["projectmanagement", "project-management"],
  ["project-management", "project-management"],
  ["Project Management", "project-management"],
  ["front-end", "frontend-development"],
  ["geprogrammeerd", "programming"],
  ["inkoopervaring", "procurement"],
  ["spreadsheets", "excel"],
];

Deno.test("findMentions() tells names from words", () => {
  const failures: string[] = [];
  for (const [text, ...skills] of TRAPS) {
    const found = new Set(findMentions(text).map(({ skill }) => skill));
    for (const skill of skills) {
      const isWanted = !skill.startsWith("!");
      if (found.has(skill.replace("!", "")) !== isWanted) failures.push(`${text}: ${skill}`);
    }
  }
  assert.deepEqual(failures, []);
  assert.ok(TRAPS.length >= 60);
});

Deno.test("findMentions() knows the skills that the traps name", () => {
  const invented = new Set(["form"]);
  for (const [, ...skills] of TRAPS) {
    for (const skill of skills) {
      const id = skill.replace("!", "");
      assert.ok(invented.has(id) || lexicon().skillById(id) !== undefined, `${id} is no skill`);
    }
  }
});

Deno.test("findMentions() keeps offsets of the whole text within a part", () => {
  const text = "Éric 🚀 writes Java.\nPython too.";
  const from = text.indexOf("\n");
  const found = findMentions(text, { start: from, end: text.length });
  assert.deepEqual(found.map(({ start, end }) => text.slice(start, end)), ["Python"]);
});

const wordArb = fc.constantFrom(
  "Java",
  "C",
  "Go",
  "Node.js",
  "C++",
  "wondzorg",
  "experience",
  "with",
  "and",
  ",",
  ";",
  "\n",
  "• ",
  "(",
  ")",
  "é",
  "🚀",
  "5",
  "R&D",
  "https://x.nl/",
  "project-",
  "management",
  "SAP",
  "in",
);

Deno.test("findMentions() gives spans in range, in order, apart but for occupations", () => {
  fc.assert(fc.property(fc.array(fc.oneof(wordArb, fc.string()), { maxLength: 40 }), (words) => {
    const text = words.join(" ");
    let end = 0;
    let start = 0;
    for (const mention of findMentions(text)) {
      assert.ok(
        mention.start >= start && mention.end > mention.start && mention.end <= text.length,
      );
      const isRole = lexicon().skillById(mention.skill)?.type === "occupation";
      assert.ok(isRole || mention.start >= end, `${text} at ${mention.start}`);
      start = mention.start;
      if (!isRole) end = mention.end;
    }
  }));
});

Deno.test("findMentions() minds no white space before, after or between words", () => {
  const skills = (text: string) => findMentions(text).map(({ skill }) => skill);
  fc.assert(fc.property(fc.array(wordArb, { maxLength: 20 }), (words) => {
    const flat = words.filter((word) => word.trim() !== "");
    assert.deepEqual(skills(`  ${flat.join("  ")} `), skills(flat.join(" ")));
  }));
});
