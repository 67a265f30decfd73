import assert from "node:assert/strict";
import fc from "fast-check";
import { DEEPEST, MAX_QUESTION, MOST_ASKED, type Node } from "./question.ts";
import { indexQuery } from "./question_index.ts";
import { readQuestion } from "./question_read.ts";

/** A question as a short text: "(led a team & hospital)", "!python". */
function shapeOf(node: Node): string {
  if (node.kind === "asked") return node.asked.label;
  if (node.kind === "not") return `!${shapeOf(node.part)}`;
  return `(${node.parts.map(shapeOf).join(node.kind === "all" ? " & " : " | ")})`;
}

const READ: Readonly<Record<string, string>> = {
  "who has led a team in a hospital?": "(led a team & hospital)",
  "Wie heeft leiding gegeven in een ziekenhuis?": "(leiding gegeven & ziekenhuis)",
  "python OR java AND kafka": "(python | (java & kafka))",
  "(python OR java) kafka": "((python | java) & kafka)",
  "python OF java": "(python | java)",
  "kafka NOT java": "(kafka & !java)",
  "kafka -java": "(kafka & !java)",
  "kafka NIET (java OF spring)": "(kafka & !(java | spring))",
  '"project manager" prince2': "(“project manager” & prince2)",
  "“project manager”": "“project manager”",
  "years:python>3": "python > 3",
  "jaren:python>=2,5": "python >= 2,5",
  'years:"project management"<=10': "project management <= 10",
  "language:nl": "Dutch",
  "taal:nederlands": "Dutch",
  "skill:python": "python",
};

for (const [question, shape] of Object.entries(READ)) {
  Deno.test(`readQuestion() understands ${question}`, () => {
    const { question: read, faults } = readQuestion(question);
    assert.deepEqual(faults, []);
    assert.ok(read);
    assert.equal(shapeOf(read.root), shape);
  });
}

const FAULTS: Readonly<Record<string, readonly [code: string, text: string]>> = {
  "": ["empty", ""],
  "who has": ["only_small_words", "who has"],
  "NOT java": ["only_not", "NOT java"],
  "kafka OR NOT java": ["only_not", "kafka OR NOT java"],
  "kafka AND": ["nothing_beside", "AND"],
  "OR kafka": ["nothing_beside", "OR"],
  "kafka NOT": ["nothing_beside", "NOT"],
  "(kafka": ["open_bracket", "("],
  "kafka )": ["stray_bracket", ")"],
  'kafka "project': ["open_quote", '"project'],
  "skill:flurbisme": ["unknown_skill", "flurbisme"],
  "years:python": ["bad_years", "years:python"],
  "years:python>": ["bad_years", "years:python>"],
  "years:python>many": ["bad_years", "years:python>many"],
  "kafka language:qx": ["unknown_language", "qx"],
};

for (const [question, [code, text]] of Object.entries(FAULTS)) {
  Deno.test(`readQuestion() says what is wrong, and where: ${question}`, () => {
    const reading = readQuestion(question);
    assert.equal(reading.question, null);
    const [fault] = reading.faults;
    assert.ok(fault);
    assert.deepEqual([fault.code, fault.text], [code, text]);
    assert.equal(question.slice(fault.start, fault.end), text);
  });
}

Deno.test("readQuestion() refuses what is too long, too much and too deep", () => {
  const code = (question: string) => readQuestion(question).faults[0]?.code;
  assert.equal(code("a".repeat(MAX_QUESTION + 1)), "too_long");
  const words = Array.from({ length: MOST_ASKED + 1 }, (_, n) => `flurb${"abcdefghijklm"[n]}`);
  assert.equal(code(words.slice(1).join(" ")), undefined);
  assert.equal(code(words.join(" ")), "too_many");
  const nested = (deep: number) => `${"(".repeat(deep)}kafka${")".repeat(deep)}`;
  assert.equal(code(nested(DEEPEST)), undefined);
  assert.equal(code(nested(DEEPEST + 1)), "too_deep");
});

const anyQuestion = fc.oneof(
  fc.string({ maxLength: 80, unit: "binary" }),
  fc.array(
    fc.constantFrom(
      ...'kafka java AND OR NOT EN NIET ( ) " “ ” - skill:python skill: years:java>2 years: language:nl who has hospital led a team'
        .split(" "),
    ),
    { maxLength: 24 },
  ).map((words) => words.join(" ")),
);

Deno.test("readQuestion() answers whatever is typed, with every place in the text", () => {
  fc.assert(fc.property(anyQuestion, (text) => {
    const { question, faults } = readQuestion(text);
    assert.notEqual(question === null, faults.length === 0);
    for (const { start, end } of [...faults, ...question?.asked ?? []]) {
      assert.ok(0 <= start && start <= end && end <= text.length);
    }
    for (const fault of faults) assert.equal(text.slice(fault.start, fault.end), fault.text);
    question?.asked.forEach(({ at }, nth) => assert.equal(at, nth));
    // What may be asked is narrowed by an index: it never reads all résumés.
    if (question) assert.notEqual(indexQuery(question.root), null);
  }));
});

type Shape = string | { readonly kind: "all" | "any"; readonly parts: readonly Shape[] };

/** Questions of single words that the language keeps as they are, with brackets around each part. */
const { shape: shapeArb } = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("flurba", "flurbe", "flurbi"),
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const),
      parts: fc.array(tie("shape"), { minLength: 2, maxLength: 2 }),
    }),
  ),
}));

function written(shape: Shape): string {
  if (typeof shape === "string") return shape;
  return `(${shape.parts.map(written).join(shape.kind === "all" ? " AND " : " OR ")})`;
}

function expected(shape: Shape): string {
  if (typeof shape === "string") return shape;
  return `(${shape.parts.map(expected).join(shape.kind === "all" ? " & " : " | ")})`;
}

Deno.test("readQuestion() reads back what was written, however it nests", () => {
  fc.assert(fc.property(shapeArb, (shape) => {
    const text = written(shape);
    fc.pre(text.length <= MAX_QUESTION && (text.match(/flurb/g) ?? []).length <= MOST_ASKED);
    const { question } = readQuestion(text);
    assert.ok(question);
    assert.equal(shapeOf(question.root), expected(shape));
  }));
});
