import assert from "node:assert/strict";
import { closeReaders } from "../lib/documents/read.ts";
import { LEXICON } from "../lib/talent/lexicon_data.ts";
import { findMentions } from "../lib/talent/mentions.ts";
import {
  agreementOf,
  corpusJobs,
  findRequirements,
  judge,
  readExpected,
} from "./corpus/measure.ts";

Deno.test("the engine agrees with the careful reader no less than it did", async () => {
  const judged = (await Promise.all(corpusJobs().map(judge))).flat();
  await closeReaders();
  const { exact, yesPrecision, yesRecall } = agreementOf(judged);
  const wrong = judged.filter(({ expected, match }) => expected !== match.verdict)
    .map(({ job, file, requirement, expected, match }) =>
      `${job}/${file}: ${requirement}: ${match.verdict}, the reader says ${expected}`
    );
  assert.ok(exact >= 0.9, `agreement ${exact.toFixed(3)}\n${wrong.join("\n")}`);
  assert.ok(yesPrecision >= 0.93, `precision of YES ${yesPrecision.toFixed(3)}`);
  assert.ok(yesRecall >= 0.93, `recall of YES ${yesRecall.toFixed(3)}`);
});

Deno.test("every quote of the corpus stands in its text, and no YES or PARTIAL lacks one", async () => {
  for (
    const { file, requirement, match, text } of (await Promise.all(corpusJobs().map(judge))).flat()
  ) {
    const where = `${file}: ${requirement}`;
    for (const { start, end, text: quote } of match.evidence) {
      assert.equal(text.slice(start, end), quote, where);
    }
    assert.equal(match.evidence.length > 0, match.verdict !== "NO", where);
  }
  await closeReaders();
});

Deno.test("readJob() finds the careful reader's requirements at their level", async () => {
  const found = (await Promise.all(corpusJobs().map(findRequirements))).flat();
  const missed = found.filter(({ isFound, isLevelRight }) => !isFound || !isLevelRight)
    .map(({ job, requirement }) => `${job}: ${requirement}`);
  assert.ok(missed.length <= found.length * 0.06, missed.join("\n"));
});

Deno.test("the corpus holds sixteen jobs, half of them Dutch, and seventy résumés", async () => {
  const jobs = await Promise.all(corpusJobs().map(readExpected));
  const resumes = jobs.reduce((sum, { verdicts }) => sum + Object.keys(verdicts).length, 0);
  const dutch = jobs.filter(({ language }) => language === "nl").length;
  assert.ok(jobs.length >= 16 && resumes >= 70, `${jobs.length} jobs, ${resumes} résumés`);
  assert.ok(dutch * 2 >= jobs.length, `${dutch} of ${jobs.length} jobs are Dutch`);
});

Deno.test("the corpus asks for something of each larger field of the lexicon", async () => {
  const jobs = await Promise.all(corpusJobs().map(readExpected));
  const asked = new Set(
    jobs.flatMap(({ requirements }) => requirements.flatMap(({ name }) => findMentions(name)))
      .map(({ skill }) => skill),
  );
  const unasked = LEXICON.filter(({ skills }) => skills.length >= 40)
    .filter(({ skills }) => !skills.some(({ id }) => asked.has(id)))
    .map(({ field }) => field);
  assert.deepEqual(unasked, []);
});
