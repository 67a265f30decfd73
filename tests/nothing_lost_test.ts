import assert from "node:assert/strict";
import { findFaketime } from "../bench/chaos/clocks.ts";
import { runChaos } from "../bench/chaos/rounds.ts";

/** What is killed, and the clocks that jump where libfaketime is installed: each once. */
const ROUNDS = await findFaketime() ? 11 : 7;

Deno.test("what was accepted survives a kill of every part and a jump of every clock, once", async () => {
  const said: string[] = [];
  const report = await runChaos({
    rounds: ROUNDS,
    files: 4 * ROUNDS,
    seed: 20260501,
    say: (line) => said.push(line),
  });
  const story = said.join("\n");
  assert.deepEqual(report.faults, [], story);
  assert.equal(Object.keys(report.blows).length, ROUNDS, story);
  assert.equal(report.resumes, report.files);
});
