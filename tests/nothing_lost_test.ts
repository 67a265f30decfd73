import assert from "node:assert/strict";
import { runChaos } from "../bench/chaos/rounds.ts";

/** So many that each part is killed once. */
const ROUNDS = 7;

Deno.test("what was accepted survives a kill of every part, once", async () => {
  const said: string[] = [];
  const report = await runChaos({
    rounds: ROUNDS,
    files: 28,
    seed: 20260501,
    say: (line) => said.push(line),
  });
  const story = said.join("\n");
  assert.deepEqual(report.faults, [], story);
  assert.equal(Object.keys(report.kills).length, ROUNDS, story);
  assert.equal(report.resumes, report.files);
});
