import assert from "node:assert/strict";
import type { Excerpt } from "../lib/platform/operation_docs.ts";
import { toSnakeKeys } from "../lib/platform/snake_case.ts";
import { type ApiTest, apiTest, type Caller, type Json } from "./harness/api.ts";
import { examplesOf, type KnownExample, sendExample } from "./harness/examples.ts";
import { allOperations } from "../scripts/local/api_operations.ts";
import { makeRows, type Rows, withRows } from "./harness/rows.ts";
import { visitor } from "./harness/visitor.ts";

/** Whether `given` has all that `wanted` says; items of a list in any order, among others. */
function holds(given: Json, wanted: Excerpt<unknown>): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(given) && (wanted.length > 0 || given.length === 0) &&
      wanted.every((one) => given.some((item) => holds(item, one)));
  }
  if (typeof wanted !== "object" || wanted === null) return Object.is(given, wanted);
  return Object.entries(wanted).every(([key, one]) => holds(given?.[key], one));
}

Deno.test("every example of the documentation is true", async (t) => {
  await using test = await apiTest();
  const rows = await makeRows(test.api, test.test.services.db, "de Vries");
  const examples = (await allOperations()).flatMap(examplesOf);
  assert.ok(examples.length > 50);
  const newHome = async (): Promise<Home> => {
    const api = await test.addPerson("owner", "own");
    return { api, rows: await makeRows(api, test.test.services.db, "de Vries") };
  };
  const tryEach = async (kind: Kind, homeOf: (at: number) => Home | Promise<Home>) => {
    for (const [at, example] of examples.filter((one) => kindOf(one) === kind).entries()) {
      const { method, path, name } = example;
      const { api, rows } = await homeOf(at);
      await t.step(`${method} ${path}: ${name}`, () => tryExample({ ...test, api }, rows, example));
    }
  };
  const first = { api: test.api, rows };
  await tryEach("read", () => first);
  await t.step("HEAD writes nothing down", () => askForHeads(test, rows, examples));
  await tryEach("superuser", () => first);
  const second = await newHome();
  await tryEach("refused", () => second);
  // Making one waits for the worker most of its time: the next ones are made meanwhile.
  const coming = [newHome(), newHome()];
  await tryEach("change", () => {
    coming.push(newHome());
    return coming.shift() ?? assert.fail();
  });
  await Promise.all(coming);
});

/** Pages that write down who reads or takes along what they give. */
const PAGES = [
  (rows: Rows) => `/resumes/${rows.resume}`,
  (rows: Rows) => `/resumes/${rows.resume}/original`,
  (rows: Rows) => `/resumes/${rows.resume}/receipt.json`,
  (rows: Rows) => `/candidates/${rows.candidate}`,
  (rows: Rows) => `/candidates/${rows.candidate}/export.zip`,
  (rows: Rows) => `/jobs/${rows.job}/ranking.csv`,
  (rows: Rows) => `/jobs/${rows.job}/ranking.xlsx`,
  (rows: Rows) => `/jobs/${rows.job}/ranking/print`,
  () => "/reports/funnel.csv",
  () => "/settings/audit.csv",
];

/** Asks for the headers of each read, of the API and of the pages: nobody has read anything then. */
async function askForHeads(test: ApiTest, rows: Rows, examples: readonly KnownExample[]) {
  const { api, url, test: { services: { db } } } = test;
  const entries = () => db.selectFrom("auditLog").select(["id", "action"]).orderBy("id").execute();
  const before = await entries();
  const heads: [KnownExample, Headers][] = [];
  for (const example of examples.filter(({ method }) => method === "GET")) {
    const { status, path } = example;
    const asked = { ...example, method: "HEAD" };
    const replace = (text: string) => withRows(rows, text);
    const response = await sendExample(`${url}/api/v1`, api.token, asked, replace);
    assert.deepEqual([response.status, await response.text()], [status, ""], `HEAD ${path}`);
    heads.push([example, response.headers]);
  }
  const { open } = await visitor(test, "olga");
  for (const path of PAGES.map((one) => one(rows))) {
    const { status } = await open(path, "en", "HEAD");
    assert.equal(status, 200, `HEAD ${path}`);
  }
  assert.deepEqual((await entries()).slice(before.length), []);
  for (const [example, headers] of heads) {
    const read = await sendExample(
      `${url}/api/v1`,
      api.token,
      example,
      (text) => withRows(rows, text),
    );
    await read.body?.cancel();
    assert.deepEqual(lasting(headers), lasting(read.headers), `HEAD ${example.path}`);
  }
}

/** What is the same whenever it is asked for, and however its body is packed. */
function lasting(headers: Headers): Record<string, string> {
  const changing =
    /^(date|ratelimit|x-ratelimit-.*|x-request-id|x-cache|content-length|content-encoding|transfer-encoding)$/;
  const packed = /accept-encoding, |, accept-encoding/gi;
  return Object.fromEntries(
    [...headers].filter(([name]) => !changing.test(name))
      // Some answers tell of their having been read.
      .map(([name, value]) => [name, name === "etag" ? "" : value.replaceAll(packed, "")]),
  );
}

/**
 * What an example does: what changes something has a workspace of its own, so that no example needs
 * another one.
 */
type Kind = "read" | "superuser" | "refused" | "change";

function kindOf({ method, operation, status }: KnownExample): Kind {
  if (method === "GET") return "read";
  if (operation.may === "superuser") return "superuser";
  return status >= 400 ? "refused" : "change";
}

/** A workspace with rows, and who owns it. */
interface Home {
  readonly api: Caller;
  readonly rows: Rows;
}

async function tryExample({ url, api }: ApiTest, rows: Rows, example: KnownExample) {
  const replace = (text: string) => withRows(rows, text);
  const response = await sendExample(`${url}/api/v1`, api.token, example, replace);
  if (example.operation.answerType === "text/event-stream") {
    await response.body?.cancel();
    return assert.equal(response.status, example.status);
  }
  const text = await response.text();
  assert.equal(response.status, example.status, text);
  if (example.answer === undefined) return;
  const wanted = JSON.parse(replace(JSON.stringify(toSnakeKeys(example.answer))));
  assert.ok(
    holds(JSON.parse(text), wanted),
    `wanted ${JSON.stringify(wanted)}, got ${text.slice(0, 2000)}`,
  );
}
