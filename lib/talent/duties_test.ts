import assert from "node:assert/strict";
import { evaluate } from "./evaluate.ts";
import { readJob, readRequirement } from "./requirements.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";

const POSTING = `Beekeeper

Your work
- Inspect forty hives for mites and queens, feed colonies before winter and replace worn frames
- Extract, filter and bottle honey for the farm shop and label every jar with its orchard
- You work outdoors.

Requirements
- A driving licence`;

Deno.test("readJob() takes work that is told at length for wishes, in the posting's words", () => {
  const { requirements } = readJob(POSTING);
  const duties = requirements.filter(({ name }) => /^(?:Inspect|Extract)/.test(name));
  assert.deepEqual(
    duties.map(({ name, level, importance, gate }) => [name, level, importance, gate]),
    [
      [
        "Inspect forty hives for mites and queens, feed colonies before winter and replace worn frames",
        "nice_to_have",
        2,
        false,
      ],
      [
        "Extract, filter and bottle honey for the farm shop and label every jar with its orchard",
        "nice_to_have",
        2,
        false,
      ],
    ],
  );
  for (const { source } of duties) {
    assert.ok(source && POSTING.slice(source.start, source.end).length > 60);
  }
  assert.ok(!requirements.some(({ name }) => name.includes("outdoors")));
});

Deno.test("readJob() finds the work in text without capitals or stops, and in that of officials", () => {
  const small = readJob(`beekeeper

you will inspect hives for mites feed colonies before winter and replace worn frames
responsible for extracting filtering and bottling honey for the farm shop and its orchard`);
  assert.ok(small.requirements.some(({ name }) => name.startsWith("Inspect hives")));
  assert.ok(small.requirements.some(({ name }) => name.startsWith("Extracting filtering")));
  const official = readJob(`Beekeeper

Essential Functions
1. Inspects hives for mites and disease; feeds colonies before winter and replaces worn frames.`);
  assert.ok(official.requirements.some(({ name }) => name.startsWith("Feeds colonies")));
});

const DUTY = "Inspect forty hives for mites and queens, feed colonies and replace worn frames";

function judge(line: string, heading = "Experience\nFarm hand, Hof Oost, Jan 2019 – Dec 2022") {
  const text = `Jo Jansen\njo@example.com\n\n${heading}\n- ${line}\n`;
  const { matches: [match] } = evaluate({
    text,
    requirements: [readRequirement(DUTY)],
    weights: DEFAULT_WEIGHTS,
    now: "2026-01-01",
    hiddenCharacters: 0,
  });
  for (const one of match?.evidence ?? []) assert.equal(text.slice(one.start, one.end), one.text);
  return [match?.verdict, match?.reason.code];
}

Deno.test("evaluate() judges a duty by the line of work that says most of it", () => {
  assert.deepEqual(judge("Inspected hives for mites, fed the colonies, replaced frames"), [
    "YES",
    "duty_done",
  ]);
  assert.deepEqual(judge("Looked after hives, their queens and frames"), ["PARTIAL", "duty_near"]);
  assert.deepEqual(judge("Inspected the tills and replaced rolls"), ["NO", "duty_absent"]);
  assert.deepEqual(
    judge("Hives, mites, queens, colonies, frames", "Skills"),
    ["PARTIAL", "claimed"],
  );
});
