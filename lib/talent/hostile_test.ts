import assert from "node:assert/strict";
import { processorMs } from "../../tests/harness/processor_time.ts";
import { findMentions } from "./mentions.ts";
import { readJob } from "./requirements.ts";
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
};

// A reader whose time grows with the square needs many seconds of the processor, a linear one a
// tenth of one.
const LIMIT_MS = 3_000;

for (
  const [reader, read] of Object.entries({
    findMentions: (text: string) => findMentions(text),
    readJob: (text: string) => readJob(`Requirements:\n${text}`),
    extractSkills: (text: string) => extractSkills(`Skills\n${text}`, "resume"),
    "extractSkills as job": (text: string) => extractSkills(text, "job"),
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
