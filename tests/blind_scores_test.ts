import assert from "node:assert/strict";
import fc from "fast-check";
import { closeReaders } from "../lib/documents/read.ts";
import { evaluate } from "../lib/talent/evaluate.ts";
import { readPosting } from "../lib/talent/likeness.ts";
import { readJob } from "../lib/talent/requirements.ts";
import { readResume } from "../lib/talent/resume.ts";
import { DEFAULT_WEIGHTS } from "../lib/talent/score.ts";
import { corpusJobs, judge, postingOf, READ_ON } from "./corpus/measure.ts";

/** Who wrote a résumé; surnames that are trades and given names that are tools among them. */
const anybody = fc.record({
  given: fc.constantFrom(
    "Fatima",
    "Jan",
    "Nguyen",
    "Sjoerd",
    "Aisha",
    "Ruby",
    "Julia",
    "Oluwaseun",
  ),
  family: fc.constantFrom(
    "Haddad",
    "Hendriks",
    "Kok",
    "Bakker",
    "Cook",
    "Özdemir",
    "Timmerman",
    "Li",
  ),
  sex: fc.constantFrom(
    { words: "female", title: "Mrs.", dutch: "Mevrouw", one: "She" },
    { words: "male", title: "Mr.", dutch: "De heer", one: "He" },
  ),
  age: fc.integer({ min: 18, max: 67 }),
  place: fc.constantFrom("Roermond", "Delfzijl", "Leeds", "Antwerpen"),
});
type Anybody = typeof anybody extends fc.Arbitrary<infer T> ? T : never;

/** How many others each résumé is written by. */
const OTHERS = 2;

Deno.test("name, sex, age and home change no score of the corpus", async () => {
  let compared = 0;
  for (const job of corpusJobs()) {
    const posting = await postingOf(job);
    const { language, requirements } = readJob(posting);
    const words = readPosting(posting);
    const judgeAs = (text: string, person: Anybody) => {
      const { score, rawScore, grade, matches, likeness } = evaluate({
        text: asIf(text, person),
        requirements,
        weights: DEFAULT_WEIGHTS,
        now: READ_ON,
        hiddenCharacters: 0,
        language,
        posting: words,
      });
      const verdicts = matches.map(({ verdict }) => verdict);
      return JSON.stringify([score, rawScore, grade, verdicts, likeness?.percent]);
    };
    for (const text of new Set((await judge(job)).map((one) => one.text))) {
      const [first, ...others] = fc.sample(anybody, { numRuns: OTHERS + 1, seed: compared });
      assert.ok(first);
      const expected = judgeAs(text, first);
      for (const person of others) {
        const of: string = `${job}: ${text.slice(0, 40)} as ${JSON.stringify([first, person])}`;
        assert.equal(judgeAs(text, person), expected, of);
      }
      compared++;
    }
  }
  await closeReaders();
  assert.ok(compared >= 60, `${compared} résumés`);
});

/** The same résumé, as somebody else would have written it. */
function asIf(text: string, { given, family, age, sex, place }: Anybody): string {
  const { contact } = readResume(text, READ_ON);
  const name = `${given} ${family}`;
  let other = text;
  if (contact.name) other = other.replaceAll(contact.name, name);
  if (contact.email) other = other.replaceAll(contact.email, `${given}.${family}@example.org`);
  // A place may be asked for where somebody works; this is where they live.
  if (contact.place) other = other.replace(contact.place, place);
  const born = Number(READ_ON.slice(0, 4)) - age;
  const personal = [
    `${sex.title} ${name} / ${sex.dutch} ${family}`,
    `Age: ${age}`,
    `Date of birth: 03-02-${born}`,
    `Gender: ${sex.words}`,
    `${sex.one} lives in ${place}.`,
  ].join("\n");
  const end = other.indexOf("\n");
  return end < 0 ? other : `${other.slice(0, end)}\n${personal}${other.slice(end)}`;
}
