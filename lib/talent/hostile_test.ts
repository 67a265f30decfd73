import assert from "node:assert/strict";
import { processorMs } from "../../tests/harness/processor_time.ts";
import { evaluate } from "./evaluate.ts";
import { findMentions } from "./mentions.ts";
import { readJob, readRequirement } from "./requirements.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";
import { extractSkills } from "./skills.ts";

const SIZE = 40_000;

/** Texts on which a careless reader goes quadratic. */
const HOSTILE: Readonly<Record<string, string>> = {
  "one letter": "a",
  "spaces": " ",
  "line ends": "\n",
  "guarded names": "Go ",
  "listed letters": "C, ",
  "dashes": "- ",
  "hyphens": "a-",
  "brackets": "(",
  "stops": ". ",
  "sums": "Java and ",
  "choices": "Java or ",
  "years": "5 years ",
  "frames": "experience with Java ",
  "languages": "Dutch and ",
  "degrees": "bachelor or ",
  "commas": "x,",
  "wishes": "is a plus, ",
  "digits": "1",
  "numbers": "1 ",
  "addresses": "a@",
  "links": "http://",
  "items": "• Java\n",
  "headings": "Requirements\n",
  "accents": "e\u0301",
  "quotes": "'a",
  "humps": "aB",
  "examples": "such as ",
  "lone surrogates": "\ud800",
  "roles": "Developer, Acme, 2010 - 2012\n",
  "studies": "BSc Computer Science 2010\n",
  "denials": "no Java ",
  "unasked": "do not need ",
  "parts of years": "5 years of which 2 with ",
  "people": "Mrs. Van der ",
  "homes": "lives in Ede ",
  "seeking": "zoekt een ",
};

const REQUIREMENTS = [
  "Java",
  "5 years as a developer",
  "Bachelor in computer science",
  "English C1",
  "Teamwork",
  "Driving licence B",
  "Kafka or similar",
  "Python, Go or Rust",
  "Willing to travel",
].map((name, at) => readRequirement(name, { id: `r${at}` }));

function judge(text: string) {
  return evaluate({
    text,
    requirements: REQUIREMENTS,
    weights: DEFAULT_WEIGHTS,
    now: "2026-11-01",
    hiddenCharacters: 0,
    posting: [{ word: "java", weight: 1 }],
  });
}

// A reader whose time grows with the square needs many seconds of the processor, a linear one a
// tenth of one.
const LIMIT_MS = 3_000;

for (
  const [reader, read] of Object.entries({
    findMentions: (text: string) => findMentions(text),
    readJob: (text: string) => readJob(`Requirements:\n${text}`),
    extractSkills: (text: string) => extractSkills(`Skills\n${text}`, "resume"),
    "extractSkills as job": (text: string) => extractSkills(text, "job"),
    evaluate: judge,
  })
) {
  Deno.test(`${reader}() reads any text in a time that grows with its length`, () => {
    for (const [name, part] of Object.entries(HOSTILE)) {
      const text = part.repeat(Math.ceil(SIZE / part.length));
      const took = processorMs(() => read(text));
      assert.ok(took < LIMIT_MS, `${name}: ${Math.round(took)} ms`);
    }
  });
}

/** As much as a document may hold. */
const LONGEST = 200_000;

// The slowest of the above, of which each takes less than a second of the processor.
Deno.test("evaluate() judges the longest texts in a time that grows with their length", () => {
  for (const name of ["guarded names", "studies", "listed letters", "hyphens"]) {
    const part = HOSTILE[name] ?? "";
    const text = part.repeat(Math.ceil(LONGEST / part.length));
    const took = processorMs(() => judge(text));
    assert.ok(took < LIMIT_MS, `${name}: ${Math.round(took)} ms`);
  }
});
