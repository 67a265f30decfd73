import assert from "node:assert/strict";
import { closeReaders } from "../lib/documents/read.ts";
import { evaluate } from "../lib/talent/evaluate.ts";
import { readResume } from "../lib/talent/resume.ts";
import { DEFAULT_WEIGHTS } from "../lib/talent/score.ts";
import { corpusJobs, judge, READ_ON } from "./corpus/measure.ts";

const PEOPLE = [
  { name: "Fatima Haddad", age: 58, sex: "female", place: "Roermond" },
  { name: "Jan Hendriks", age: 23, sex: "male", place: "Delfzijl" },
];

Deno.test("name, sex, age and home change no score of the corpus", async () => {
  let compared = 0;
  for (const job of corpusJobs()) {
    const judged = await judge(job);
    const requirements = [...new Set(judged.map(({ requirement }) => requirement))]
      .map((name, at) => ({
        id: `${at}`,
        name,
        level: "required" as const,
        kind: "hard" as const,
        years: null,
        importance: 3,
        gate: false,
        skill: null,
        source: null,
      }));
    for (const text of new Set(judged.map((one) => one.text))) {
      const scores = PEOPLE.map((person) => {
        const { score, rawScore, grade, matches } = evaluate({
          text: asIf(text, person),
          requirements,
          weights: DEFAULT_WEIGHTS,
          now: READ_ON,
          hiddenCharacters: 0,
        });
        return JSON.stringify([score, rawScore, grade, matches.map(({ verdict }) => verdict)]);
      });
      assert.equal(scores[0], scores[1], text.slice(0, 60));
      compared++;
    }
  }
  await closeReaders();
  assert.ok(compared >= 40, `${compared} résumés`);
});

/** The same résumé, as somebody else would have written it. */
function asIf(text: string, { name, age, sex, place }: typeof PEOPLE[number]): string {
  const { contact } = readResume(text, READ_ON);
  const [given = "", family = ""] = name.split(" ");
  let other = text;
  if (contact.name) other = other.replaceAll(contact.name, name);
  if (contact.email) other = other.replaceAll(contact.email, `${given}.${family}@example.org`);
  // A place may be asked for where somebody works; this is where they live.
  if (contact.place) other = other.replace(contact.place, place);
  const personal = `Age: ${age}\nGender: ${sex}`;
  const end = other.indexOf("\n");
  return end < 0 ? other : `${other.slice(0, end)}\n${personal}${other.slice(end)}`;
}
