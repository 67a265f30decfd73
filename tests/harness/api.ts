import { Builder } from "fresh/dev";
import assert from "node:assert/strict";
import { join } from "node:path";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import type { Person, Role } from "../../lib/accounts/principal.ts";
import { hashPassword } from "../../lib/accounts/passwords.ts";
import { openTokenFamily } from "../../lib/accounts/token_families.ts";
import { closeReaders } from "../../lib/documents/read.ts";
import { shareServices } from "../../lib/platform/services.ts";
import { app } from "../../main.ts";
import { registry } from "../../worker/registry.ts";
import { runWorker } from "../../worker/run_worker.ts";
import { HEADERS } from "../../lib/platform/openapi_headers.ts";
import { hiddenHeaders } from "./headers.ts";
import { checkAnswer } from "./operations.ts";
import { makeOwner, PASSWORD } from "./owner.ts";
import { type TestServices, testServices } from "./services.ts";

// deno-lint-ignore no-explicit-any -- answers of the API, of which each test checks what it needs
export type Json = any;

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON; else the text. */
  readonly body: Json;
}

export interface CallOptions {
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who calls the API; every answer is held against what its operation says. */
export interface Caller {
  readonly token: string | undefined;
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** Uploads files by name; answers the entries. */
  upload(jobId: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<Answer>;
}

/** The web server over HTTP with a database of its own, and a worker when asked for. */
export interface ApiTest extends AsyncDisposable {
  readonly test: TestServices;
  readonly url: string;
  readonly owner: Person;
  /** The owner of the first workspace. */
  readonly api: Caller;
  /** Stops the worker, once what it does is done; where there is none, at once. */
  stopWorking(): Promise<void>;
  /** A caller with that token, or without one. */
  as(token: string | undefined): Caller;
  /** A person more: in the owner's workspace, in one of their own, or in somebody else's. */
  addPerson(
    role: Role,
    workspace: "same" | "own" | Pick<Person, "workspaceId">,
  ): Promise<Caller & { actor: Person }>;
}

const EXPOSED = new Set(Object.keys(HEADERS).map((name) => name.toLowerCase()));

const attachRoutes = new Builder({
  root: join(import.meta.dirname ?? "", "../.."),
  // The API has neither; so nothing is bundled.
  islandDir: "tests/harness/none",
  staticDir: "tests/harness/none",
}).build({ snapshot: "memory" });

/** Starts it all; dispose of it at the end of the test. */
export async function apiTest(
  { worker = true, settings = {} }: { worker?: boolean; settings?: Record<string, string> } = {},
): Promise<ApiTest> {
  const test = await testServices({ TASK_RETRY_SECONDS: "0", SHUTDOWN_SECONDS: "2", ...settings });
  const { services, walled } = test;
  shareServices(walled);
  (await attachRoutes)(app);
  const stopping = new AbortController();
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", automaticCompression: true, onListen() {} },
    app.handler(),
  );
  const working = worker
    ? runWorker(walled, { signal: stopping.signal, registry })
    : Promise.resolve();
  const url = `http://127.0.0.1:${(server.addr as Deno.NetAddr).port}`;
  const owner = await makeOwner(services.db);
  const as = (token: string | undefined) => caller(url, token);
  return {
    test,
    url,
    owner,
    api: as((await openTokenFamily(services, owner)).accessToken),
    as,
    async stopWorking() {
      stopping.abort();
      await working;
    },
    async addPerson(role, workspace) {
      const homes = { same: owner.workspaceId, own: undefined };
      const home = typeof workspace === "string" ? homes[workspace] : workspace.workspaceId;
      const actor = await insertPerson(test, role, home);
      const { accessToken } = await openTokenFamily(services, actor);
      return { ...as(accessToken), actor };
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await working;
      await closeReaders();
      await server.shutdown();
      await test[Symbol.asyncDispose]();
    },
  };
}

let people = 0;

/** Of everybody's password: to hash it for each of them would cost more than all that they do. */
const passwordHash = hashPassword(PASSWORD);

async function insertPerson(
  { services: { db } }: TestServices,
  role: Role,
  workspaceId: string | undefined,
): Promise<Person> {
  const username = `person${++people}`;
  const user = await db.insertInto("users").values({
    name: `Person ${people}`,
    username,
    email: `${username}@example.com`,
    passwordHash: await passwordHash,
  }).returning("id").executeTakeFirstOrThrow();
  const home = workspaceId ??
    (await db.insertInto("workspaces").values({ name: username }).returning("id")
      .executeTakeFirstOrThrow()).id;
  await db.insertInto("memberships").values({ workspaceId: home, userId: user.id, role }).execute();
  const actor = await findPrincipal(db, user.id, home);
  assert.ok(actor);
  return actor;
}

function caller(url: string, token: string | undefined): Caller {
  const call: Caller["call"] = async (method, path, { json, body, headers } = {}) => {
    const sent = json === undefined ? body : JSON.stringify(json);
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      ...(sent === undefined ? {} : { body: sent }),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
    });
    const text = await response.text();
    const isJson = /\bjson\b/.test(response.headers.get("content-type") ?? "");
    const answer = {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== "" ? JSON.parse(text) : text,
    };
    await checkAnswer(method, path, answer.status, answer.body);
    assert.deepEqual(
      hiddenHeaders(answer.headers).filter((name) => !EXPOSED.has(name)),
      [],
      `${method} ${path}: a header that lib/platform/openapi_headers.ts does not know`,
    );
    return answer;
  };
  return {
    token,
    call,
    upload(jobId, files) {
      const form = new FormData();
      for (const [name, content] of Object.entries(files)) {
        form.append("files", new Blob([content as BlobPart]), name);
      }
      return call("POST", `/jobs/${jobId}/resumes`, { body: form });
    },
  };
}

/** Calls until what it answers fits; fails with the last answer after a while. */
export async function until<T>(
  ask: () => Promise<T>,
  fits: (answer: T) => boolean,
  withinMs = 120_000,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (performance.now() > end) assert.fail(`Waited in vain; last: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until every résumé of a job is judged or refused, and the ranking is fresh. */
export async function untilRanked(api: Caller, jobId: string): Promise<Json> {
  const { body } = await until(
    () => api.call("GET", `/jobs/${jobId}`),
    ({ body: { resumes, is_stale } }) =>
      !is_stale && resumes.done + resumes.failed === resumes.total,
  );
  return body;
}
