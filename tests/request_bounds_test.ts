import { App } from "fresh";
import assert from "node:assert/strict";
import { sql } from "kysely";
import { z } from "zod";
import type { State } from "../define.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { endpointMaker, resource } from "../lib/platform/endpoint.ts";
import { answerCalls } from "../routes/(_middlewares)/answer_calls.ts";
import { boundTime } from "../routes/(_middlewares)/bound_time.ts";
import { knowRequest } from "../routes/(_middlewares)/know_request.ts";
import { apiTest } from "./harness/api.ts";
import { testServices } from "./harness/services.ts";

Deno.test("X-Request-Id is kept when it can be, and made otherwise", async () => {
  await using test = await apiTest({ worker: false });
  const idOf = async (given?: string) => {
    const headers: HeadersInit = given === undefined ? {} : { "x-request-id": given };
    const response = await fetch(`${test.url}/api/v1/jobs`, { headers });
    const { request_id } = await response.json();
    assert.equal(response.headers.get("x-request-id"), request_id);
    return request_id;
  };
  for (const good of ["a", "4bf92f35-77b3-4da6", "x".repeat(128), "trace=1;span=[2]"]) {
    assert.equal(await idOf(good), good);
  }
  for (const bad of ["x".repeat(129), "two words", "caf\u00e9", undefined]) {
    assert.match(await idOf(bad), /^req_[0-9A-Z]{12}$/);
  }
  assert.notEqual(await idOf(), await idOf());
});

Deno.test("bodies over the limit are 413, however they are sent", async (t) => {
  await using test = await apiTest({ worker: false });
  const tooMuch = "x".repeat(1_048_577);
  const inPieces = () =>
    ReadableStream.from(Array.from({ length: 20 }, () => "x".repeat(65_536)))
      .pipeThrough(new TextEncoderStream());
  const send = async (path: string, type: string, body: BodyInit) => {
    const response = await fetch(`${test.url}${path}`, {
      method: "POST",
      body,
      headers: { "content-type": type, authorization: `Bearer ${test.api.token}` },
      redirect: "manual",
    });
    await response.body?.cancel();
    return response.status;
  };
  const form = "application/x-www-form-urlencoded";
  for (
    const [path, type] of [
      ["/api/v1/jobs", "application/json"],
      ["/api/v1/feedback", "application/json"],
      ["/api/v1/login", form],
      ["/preferences", form],
    ] as const
  ) {
    await t.step(path, async () => {
      assert.equal(await send(path, type, tooMuch), 413, "with its length");
      assert.equal(await send(path, type, inPieces()), 413, "without its length");
    });
  }
});

Deno.test("a client that falls silent in the middle of a body gets 408", async (t) => {
  await using test = await apiTest({ worker: false, settings: { BODY_TIMEOUT_SECONDS: "1" } });
  const { body: job } = await test.api.call("POST", "/jobs", {
    json: { title: "Cook", description: "Requirements:\n- Cooking" },
  });
  const boundary = "b";
  const cases: [string, string, string][] = [
    ["/api/v1/jobs", "application/json", '{"title":'],
    ["/api/v1/login", "application/x-www-form-urlencoded", "username=a"],
    [
      `/api/v1/jobs/${job.id}/resumes`,
      `multipart/form-data; boundary=${boundary}`,
      `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nAnna`,
    ],
  ];
  for (const [path, type, start] of cases) {
    await t.step(path, async () => {
      const { promise: end, resolve } = Promise.withResolvers<void>();
      const body = ReadableStream.from(async function* () {
        yield new TextEncoder().encode(start);
        await end;
      }());
      const response = await fetch(`${test.url}${path}`, {
        method: "POST",
        body,
        headers: { "content-type": type, authorization: `Bearer ${test.api.token}` },
      });
      resolve();
      assert.equal(response.status, 408);
      assert.equal((await response.json()).type, "/problems/request_timeout");
    });
  }
});

Deno.test("a request that takes too long is 503, and its work is given up", async (t) => {
  await using test = await testServices({ REQUEST_TIMEOUT_SECONDS: "1" });
  const { config, services } = test;
  const { timeoutMs } = config.request;
  const db = openDatabase({ ...config.database, statementMs: timeoutMs + 500 });
  const endpoint = endpointMaker<State, undefined, never>({
    authenticate: () => Promise.resolve(undefined),
    allow: () => {},
  });
  const told = Promise.withResolvers<string>();
  const slow = resource<State>({
    GET: endpoint({
      summary: "Waits until it is told to stop",
      may: "anyone",
      answer: z.object({}),
      handle: ({ state }) =>
        new Promise((resolve) => {
          const signal = state.signal();
          signal.addEventListener("abort", () => {
            told.resolve(signal.reason.message);
            resolve({});
          });
        }),
    }),
  });
  const statement = Promise.withResolvers<unknown>();
  const query = resource<State>({
    GET: endpoint({
      summary: "Asks PostgreSQL for what takes long",
      may: "anyone",
      answer: z.object({}),
      async handle() {
        await sql`select pg_sleep(600)`.execute(db).catch(statement.resolve);
        return {};
      },
    }),
  });
  const app = new App<State>().use(knowRequest).use((ctx) => {
    Object.assign(ctx.state, services);
    return ctx.next();
  }).use(answerCalls).use(boundTime).all("/slow", slow).all("/query", query);
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.handler());
  const url = `http://127.0.0.1:${(server.addr as Deno.NetAddr).port}`;
  for (const path of ["/slow", "/query"]) {
    await t.step(path, async () => {
      const response = await fetch(`${url}${path}`);
      assert.equal(response.status, 503);
      assert.equal(response.headers.get("content-type"), "application/problem+json");
      assert.equal(response.headers.get("retry-after"), "5");
      assert.equal((await response.json()).type, "/problems/unavailable");
    });
  }
  await t.step("whoever works is told, and PostgreSQL stops too", async () => {
    assert.match(await told.promise, /took too long/);
    assert.equal((await statement.promise as { code: string }).code, "57014");
  });
  await server.shutdown();
  await db.destroy();
});

Deno.test("a deprecated operation says so in its answers, problems included", async () => {
  await using test = await testServices();
  const { config } = test;
  const endpoint = endpointMaker<State, undefined, never>({
    authenticate: () => Promise.resolve(undefined),
    allow: () => {},
  });
  const old = resource<State>({
    GET: endpoint({
      summary: "Is replaced by another one",
      may: "anyone",
      query: z.strictObject({}),
      answer: z.object({}),
      deprecated: {
        since: new Date("2026-01-01T00:00:00Z"),
        sunset: new Date("2026-12-31T00:00:00Z"),
        link: "https://example.com/instead",
      },
      handle: () => Promise.resolve({}),
    }),
  });
  const app = new App<State>().use(knowRequest).use((ctx) => {
    Object.assign(ctx.state, { config });
    return ctx.next();
  }).all("/old", old);
  const handler = app.handler();
  for (const [path, status] of [["/old", 200], ["/old?no=1", 422]] as const) {
    const response = await handler(new Request(`http://localhost${path}`));
    await response.body?.cancel();
    assert.equal(response.status, status);
    assert.equal(response.headers.get("deprecation"), "@1767225600");
    assert.equal(response.headers.get("sunset"), "Thu, 31 Dec 2026 00:00:00 GMT");
    assert.match(response.headers.get("link") ?? "", /<https:\/\/example.com\/instead>/);
  }
});

Deno.test("every answer of the API is safe to show, however it came about", async () => {
  await using test = await apiTest({ worker: false });
  const ask = async (path: string, init: RequestInit = {}) => {
    const authorization = `Bearer ${test.api.token}`;
    const headers = { authorization, ...init.headers as Record<string, string> };
    const response = await fetch(`${test.url}/api/v1${path}`, { ...init, headers });
    await response.body?.cancel();
    return response;
  };
  const read = await ask("/jobs");
  const etag = (read.headers.get("etag") ?? "").replace("W/", "");
  const answers: [string, number, Response][] = [
    ["read", 200, read],
    ["read again", 304, await ask("/jobs", { headers: { "if-none-match": etag } })],
    ["HEAD", 200, await ask("/jobs", { method: "HEAD" })],
    ["kept by the cache", 200, await ask("/user/me")],
    ["not there", 404, await ask(`/jobs/${crypto.randomUUID()}`)],
    ["no operation", 404, await ask("/nothing")],
    ["another method", 405, await ask("/jobs", { method: "DELETE" })],
    ["a method that nobody knows", 405, await ask("/jobs", { method: "BREW" })],
    ["such a method where nothing is", 404, await ask("/nothing", { method: "BREW" })],
    ["which methods there are", 204, await ask("/jobs", { method: "OPTIONS" })],
    ["a slash behind it", 308, await ask("/jobs/", { redirect: "manual" })],
    ["not signed in", 401, await ask("/jobs", { headers: { authorization: "" } })],
  ];
  for (const [name, status, { status: given, headers }] of answers) {
    assert.equal(given, status, name);
    assert.equal(headers.get("x-content-type-options"), "nosniff", name);
    assert.equal(headers.get("x-frame-options"), "DENY", name);
    assert.equal(headers.get("referrer-policy"), "same-origin", name);
    assert.equal(headers.get("cross-origin-opener-policy"), "same-origin", name);
    assert.match(headers.get("permissions-policy") ?? "", /camera=\(\)/, name);
    assert.match(headers.get("content-security-policy") ?? "", /^default-src 'none'/, name);
    assert.match(headers.get("x-request-id") ?? "", /^req_/, name);
    assert.match(headers.get("ratelimit") ?? "", /^"default";r=\d+;t=\d+$/, name);
    assert.match(headers.get("cache-control") ?? "", /no-cache|no-store/, name);
    assert.match(headers.get("vary") ?? "", /cookie, accept-language/, name);
  }
});
