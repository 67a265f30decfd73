import assert from "node:assert/strict";
import fc from "fast-check";
import { SAMPLE } from "../routes/api/(_shared)/samples.ts";
import { currentDocument } from "../scripts/local/api_document.ts";
import { configureLog } from "../lib/platform/log.ts";
import { apiTest } from "./harness/api.ts";
import { FuzzSender } from "./harness/fuzz_answers.ts";
import {
  type FuzzOperation,
  type FuzzRequest,
  operationsOf,
  plainRequest,
  requestsFor,
} from "./harness/fuzz_requests.ts";
import { FIRST, FuzzRows, nameOf } from "./harness/fuzz_rows.ts";
import { startModel } from "./harness/model.ts";

/** The same seed makes the same requests; FUZZ_SEED repeats what failed, or tries others. */
const SEED = Number(Deno.env.get("FUZZ_SEED") ?? 20_260_301);

/** Over all operations. */
const WANTED = 10_000;

/** For each operation; default so many that it is all that is wanted. */
const EACH = Deno.env.get("FUZZ_REQUESTS");

/** Part of the name of those that are called, to look closer at some: "POST /moves". */
const ONLY = Deno.env.get("FUZZ_ONLY") ?? "";

/** Operations that are called at the same time. */
const LANES = 6;

/** More that are tried to find the smallest request that fails. */
const MAX_SHRINKING = 150;

const settings = {
  // Guesses and registrations are counted by address: each request is of another client.
  TRUST_PROXY: "127.0.0.1",
  // What the worker has no time for is answered with 202.
  EVALUATIONS_WAIT_SECONDS: "1",
};

Deno.test(`no request breaks the API (FUZZ_SEED=${SEED})`, async () => {
  await using model = startModel();
  model.answer = () => ({ requirements: [], opinions: [], sentences: [] });
  await using test = await apiTest({ settings: { ...settings, ...model.settings } });
  // What an answer calls "written down" has to be found.
  await configureLog(test.test.config);
  const document = await currentDocument();
  const all = operationsOf(document);
  const each = EACH ? Number(EACH) : Math.ceil(WANTED / all.length);
  const operations = all.filter((one) => nameOf(one).includes(ONLY));
  const sender = new FuzzSender(test.url, new FuzzRows(test), document);
  const faults: string[] = [];
  const waiting = operations.values();
  await Promise.all(Array.from({ length: LANES }, async () => {
    for (const operation of waiting) {
      const requests = requestsFor(document, operation, Object.values(SAMPLE));
      const fault = await fuzz(sender, operation, requests, each);
      if (fault) faults.push(fault);
    }
  }));
  assert.equal(faults.length, 0, `\n${faults.join("\n\n")}\n`);

  const unused = operations.map(nameOf).flatMap((name) => {
    const { sent, succeeded, statuses } = sender.tallyOf(name);
    const isUsed = sent >= each && succeeded > 0;
    return isUsed ? [] : [`${name}: ${sent} calls, by status ${JSON.stringify([...statuses])}`];
  });
  assert.deepEqual(unused, [], "called too little, or never with success");
  const total = sender.tallies.values().reduce((sum, { sent }) => sum + sent, 0);
  assert.ok(total >= (EACH || ONLY ? each * operations.length : WANTED), `${total} requests`);
});

/** Sends requests to one operation; tells the smallest one that found a fault. */
async function fuzz(
  sender: FuzzSender,
  operation: FuzzOperation,
  requests: fc.Arbitrary<FuzzRequest>,
  numRuns: number,
): Promise<string | undefined> {
  const name = nameOf(operation);
  let first: { request: FuzzRequest; fault: string } | undefined;
  let shrinking = 0;
  const property = fc.asyncProperty(requests, async (request) => {
    if (first && ++shrinking > MAX_SHRINKING) return;
    const fault = await sender.send(operation, request).catch((error) => `not sent: ${error}`);
    if (!fault) return;
    first ??= { request, fault };
    throw new Error(fault);
  });
  const plain = { ...plainRequest(operation), ...FIRST[name] };
  const result = await fc.check(property, {
    seed: SEED,
    numRuns,
    examples: [[plain]],
  });
  if (!result.failed || !first) return undefined;
  const [smallest = first.request] = result.counterexample ?? [];
  return `${name} (FUZZ_SEED=${SEED})
  first:    ${show(first.request)}
            ${first.fault}
  smallest: ${show(smallest)}
            ${String(result.errorInstance)}`;
}

/** A request as JSON, its long texts cut. */
function show(request: FuzzRequest): string {
  return JSON.stringify(
    request,
    (_, value) =>
      typeof value === "string" && value.length > 120
        ? `${value.slice(0, 100)}… (${value.length} characters)`
        : value,
  ).slice(0, 3000);
}
