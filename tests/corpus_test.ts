import assert from "node:assert/strict";
import { closeReaders } from "../lib/documents/read.ts";
import { agreementOf, corpusJobs, findRequirements, judge } from "./corpus/measure.ts";

Deno.test("the engine agrees with the careful reader on 85 of 100 verdicts", async () => {
  const judged = (await Promise.all(corpusJobs().map(judge))).flat();
  await closeReaders();
  const { exact, yesPrecision, yesRecall } = agreementOf(judged);
  const wrong = judged.filter(({ expected, match }) => expected !== match.verdict)
    .map(({ job, file, requirement, expected, match }) =>
      `${job}/${file}: ${requirement}: ${match.verdict}, the reader says ${expected}`
    );
  assert.ok(exact >= 0.85, `agreement ${exact.toFixed(3)}\n${wrong.join("\n")}`);
  assert.ok(yesPrecision >= 0.9, `precision of YES ${yesPrecision.toFixed(3)}`);
  assert.ok(yesRecall >= 0.85, `recall of YES ${yesRecall.toFixed(3)}`);
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
  assert.ok(missed.length <= found.length * 0.05, missed.join("\n"));
});

Deno.test("the corpus holds six jobs and forty résumés", async () => {
  const jobs = corpusJobs();
  const files = new Set(
    (await Promise.all(jobs.map(judge))).flat().map((one) => one.job + one.file),
  );
  await closeReaders();
  assert.ok(jobs.length >= 6 && files.size >= 40, `${jobs.length} jobs, ${files.size} résumés`);
});
