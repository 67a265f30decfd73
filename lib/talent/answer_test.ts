import assert from "node:assert/strict";
import fc from "fast-check";
import { type Answer, answer } from "./answer.ts";
import { readQuestion } from "./question_read.ts";

const SANNE = `Sanne de Wit
Werkervaring
Teamleider verpleging, Isala Ziekenhuis, januari 2015 - heden
- Begeleidde studenten en gaf leiding aan twaalf verpleegkundigen
Talen
Nederlands (moedertaal), Engels (C1)`;

const AMARA = `Amara Okafor
Work experience
Staff engineer, Tidewater Clinic, January 2016 - present
- Led the night team of six and wrote the planning in Python
Languages: English (native)`;

const TOM = `Tom Herrera
Work experience
Engineer, Lumen Hospital, January 2024 - December 2024
- Wrote Python for the night shift
- Member of a team`;

const TEXTS = { SANNE, AMARA, TOM };
const TODAY = "2026-11-29";

function ask(typed: string, text: string): Answer | null {
  const { question, faults } = readQuestion(typed);
  assert.deepEqual(faults, []);
  assert.ok(question);
  return answer(question, text, TODAY);
}

const ANSWERED: Readonly<Record<string, readonly (keyof typeof TEXTS)[]>> = {
  "who has led a team in a hospital?": ["SANNE", "AMARA"],
  "wie heeft leiding gegeven in een ziekenhuis?": ["SANNE", "AMARA"],
  "hospital": ["SANNE", "AMARA", "TOM"],
  "python": ["AMARA", "TOM"],
  "python NOT planning": ["TOM"],
  "python AND (planning OR lumen)": ["AMARA", "TOM"],
  '"night shift"': ["TOM"],
  '"night team" OR isala': ["SANNE", "AMARA"],
  "years:python>3": ["AMARA"],
  "years:python<3": ["TOM"],
  "language:nl": ["SANNE"],
  "taal:engels": ["SANNE", "AMARA"],
  "submarine": [],
};

for (const [question, names] of Object.entries(ANSWERED)) {
  Deno.test(`answer() finds who answers ${question}`, () => {
    const found = Object.entries(TEXTS).filter(([, text]) => ask(question, text) !== null);
    assert.deepEqual(found.map(([name]) => name), names);
  });
}

Deno.test("answer() quotes what shows all parts first, with marks for each", () => {
  const found = ask("led a team in a hospital", SANNE) ?? assert.fail();
  const [first] = found.quotes;
  assert.equal(first?.text, "Teamleider verpleging, Isala Ziekenhuis, januari 2015 - heden");
  assert.deepEqual(
    first.marks.map(({ start, end, asked }) => [asked, SANNE.slice(start, end)]),
    [[0, "Teamleider"], [1, "Ziekenhuis"]],
  );
  assert.deepEqual(found.found, [{ asked: 0, places: 2 }, { asked: 1, places: 1 }]);
});

const wordArb = fc.constantFrom(
  ..."led team hospital ziekenhuis leiding gaf python, Dutch. Nederlands (C1) \n \n\n - • 2015 - present Work experience Talen 🚀 ß é ."
    .split(" "),
);
const textArb = fc.array(wordArb, { maxLength: 120 }).map((words) => words.join(" "));

Deno.test("answer() says nothing that does not stand in the text", () => {
  const questions = Object.keys(ANSWERED);
  fc.assert(fc.property(textArb, fc.constantFrom(...questions), (text, question) => {
    const found = ask(question, text);
    if (!found) return;
    assert.ok(found.quotes.length > 0);
    for (const quote of found.quotes) {
      assert.equal(text.slice(quote.start, quote.end), quote.text);
      let at = quote.start;
      for (const { start, end } of quote.marks) {
        assert.ok(at <= start && start < end && end <= quote.end);
        at = end;
      }
    }
    assert.ok(found.quotes.some(({ marks }) => marks.length > 0));
  }));
});

Deno.test("answer() reads a long hostile text within its time", () => {
  const text = "led team hospital ".repeat(11_000);
  const found = ask("who has led a team in a hospital?", text) ?? assert.fail();
  assert.ok(found.quotes.length <= 4);
});
