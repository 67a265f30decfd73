import assert from "node:assert/strict";
import postgres from "postgres";
import { untilReachable } from "./database_faults.ts";
import { toProblem } from "./problem.ts";

function serverError(code: string): Error {
  return Object.assign(Object.create(postgres.PostgresError.prototype), { code, message: code });
}

function socketError(code: string): Error {
  return Object.assign(new Error("This socket has been ended by the other party"), { code });
}

Deno.test("toProblem() says 503 when the database went away in the middle, or is full", async () => {
  const faults = [socketError("EPIPE"), socketError("ECONNRESET"), serverError("57P03")];
  for (const fault of faults) assert.equal(toProblem(fault, "req_1").status, 503, String(fault));
  const full = toProblem(serverError("53100"), "req_1");
  assert.equal(full.status, 503);
  assert.match((await full.json()).detail, /no room left/);
  assert.equal(toProblem(serverError("22012"), "req_1").status, 500);
});

Deno.test("untilReachable() waits for a database that starts, and for nothing else", async () => {
  const answers = [serverError("57P03"), socketError("ECONNREFUSED"), undefined];
  const ask = () => {
    const error = answers.shift();
    return error ? Promise.reject(error) : Promise.resolve("here");
  };
  assert.equal(await untilReachable(ask), "here");
  await assert.rejects(untilReachable(() => Promise.reject(serverError("42P01"))));
  await assert.rejects(untilReachable(() => Promise.reject(serverError("57P03")), 0));
});
