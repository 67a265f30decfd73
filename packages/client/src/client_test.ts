import assert from "node:assert/strict";
import {
  ApiProblem,
  type Client,
  createClient,
  dataOf,
  evaluateNow,
  eventsOf,
  itemsOf,
  type KnownTokens,
  linesOf,
  type Tokens,
} from "./mod.ts";
import { retryAfterMs } from "./retry.ts";

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly token: string | null;
  readonly key: string | null;
  readonly body: string;
}

/** A client of a server that answers by a script, and what that server saw. */
function scripted(
  answers: (seen: Seen, count: number) => Response | Promise<Response>,
  options: {
    apiKey?: string;
    tokens?: KnownTokens;
    onTokens?: (tokens: Tokens | undefined) => void;
  } = {},
): { client: Client; seen: Seen[]; waits: number[] } {
  const seen: Seen[] = [];
  const waits: number[] = [];
  const client = createClient({
    baseUrl: "https://talent.example.com/",
    ...options,
    retry: { wait: (ms) => Promise.resolve(void waits.push(ms)) },
    async fetch(request) {
      const one = {
        method: request.method,
        path: new URL(request.url).pathname.replace("/api/v1", ""),
        token: request.headers.get("authorization"),
        key: request.headers.get("idempotency-key"),
        body: await request.text(),
      };
      seen.push(one);
      return await answers(one, seen.length);
    },
  });
  return { client, seen, waits };
}

const JOB = { title: "Cook", description: "Cooks" };
const list = (data: unknown[], more: object) =>
  Response.json({
    data,
    total_count: 3,
    has_more: false,
    page: 1,
    items_per_page: 2,
    ...more,
  });

Deno.test("a call that is limited waits as long as it is told", async () => {
  const { client, seen, waits } = scripted((_, count) =>
    count < 3
      ? new Response("{}", { status: 429, headers: { "retry-after": "7" } })
      : Response.json({ id: "1" }, { status: 201 })
  );
  const { response } = await client.POST("/jobs", { body: JOB });
  assert.equal(response.status, 201);
  assert.deepEqual(waits, [7000, 7000]);
  assert.equal(
    new Set(seen.map(({ key }) => key)).size,
    1,
    "one key for all attempts",
  );
  assert.ok(seen[0]?.key);
  assert.ok(seen.every(({ body }) => body === JSON.stringify(JOB)));
});

Deno.test("a call whose first attempt still runs is asked for again", async () => {
  const running = () => new Response("{}", { status: 409, headers: { "retry-after": "1" } });
  const lost = scripted((_, count) => {
    if (count === 1) throw new TypeError("connection reset");
    return count === 2 ? running() : Response.json({ id: "1" }, { status: 201 });
  });
  const { response } = await lost.client.POST("/jobs", { body: JOB });
  assert.deepEqual([response.status, lost.waits.at(-1)], [201, 1000]);
  assert.equal(new Set(lost.seen.map(({ key }) => key)).size, 1);
  const taken = scripted(() => new Response("{}", { status: 409 }));
  await taken.client.POST("/jobs", { body: JOB });
  assert.equal(taken.seen.length, 1, "another conflict is final");
});

Deno.test("a call that would wait too long is answered with the refusal", async () => {
  const { client, waits } = scripted(() =>
    Response.json({ type: "/problems/too_many_requests" }, {
      status: 429,
      headers: { "retry-after": "3600" },
    })
  );
  const result = await client.GET("/tags");
  assert.throws(
    () => dataOf(result),
    (error) => error instanceof ApiProblem && error.status === 429,
  );
  assert.deepEqual(waits, []);
});

Deno.test("what may have been done is tried again only where twice is once", async () => {
  const lost = () => Promise.reject(new TypeError("connection lost"));
  const cases: [string, (client: Client) => Promise<unknown>, number][] = [
    ["GET", (client) => client.GET("/tags"), 4],
    ["POST", (client) => client.POST("/jobs", { body: JOB }), 4],
    [
      "DELETE",
      (client) => client.DELETE("/jobs/{id}", { params: { path: { id: "x" } } }),
      4,
    ],
    [
      "PATCH",
      (client) =>
        client.PATCH("/jobs/{id}", {
          params: { path: { id: "x" } },
          body: { title: "A" },
        }),
      1,
    ],
    ["POST without a key", (client) => client.POST("/workspace/leave"), 1],
    [
      "POST with a key that is not looked at",
      (client) =>
        client.POST("/workspace/switch", {
          body: { workspace_id: "w2" },
          headers: { "idempotency-key": "mine" },
        }),
      1,
    ],
  ];
  for (const [method, call, attempts] of cases) {
    const broken = scripted(lost);
    await assert.rejects(call(broken.client), TypeError);
    assert.equal(broken.seen.length, attempts, `${method} without an answer`);
    const keys = new Set(broken.seen.map(({ key }) => key === null));
    assert.deepEqual([...keys], [method !== "POST"], `${method}: a key where it counts`);
    const away = scripted(() => new Response("{}", { status: 503 }));
    await call(away.client);
    assert.equal(away.seen.length, attempts, `${method} with 503`);
  }
});

Deno.test("a call that is given up waits no longer", async () => {
  const giveUp = new AbortController();
  const client = createClient({
    baseUrl: "https://talent.example.com",
    fetch() {
      giveUp.abort(new Error("enough"));
      return Promise.resolve(new Response("{}", { status: 503 }));
    },
  });
  await assert.rejects(
    client.GET("/tags", { signal: giveUp.signal }),
    /enough/,
  );
});

Deno.test("calls at once share one exchange of the token", async () => {
  let exchanges = 0;
  const { client, seen } = scripted(({ path, token }) => {
    if (path === "/refresh") {
      return Response.json({
        access_token: `new ${++exchanges}`,
        refresh_token: "r2",
      });
    }
    return token === "Bearer new 1" ? list([], {}) : new Response("{}", { status: 401 });
  }, { tokens: { accessToken: "old", refreshToken: "r1" } });
  const results = await Promise.all(
    [1, 2, 3, 4].map(() => client.GET("/tags")),
  );
  assert.deepEqual(results.map(({ response }) => response.status), [
    200,
    200,
    200,
    200,
  ]);
  assert.equal(exchanges, 1);
  assert.deepEqual(
    seen.filter(({ path }) => path === "/refresh").map(({ body }) => body),
    ['{"refresh_token":"r1"}'],
  );
});

Deno.test("a sign-in that has ended says so once", async () => {
  const told: unknown[] = [];
  let exchanges = 0;
  const client = createClient({
    baseUrl: "https://talent.example.com",
    tokens: { accessToken: "old" },
    onTokens: (tokens) => told.push(tokens),
    fetch(request) {
      if (request.url.endsWith("/refresh")) exchanges++;
      return Promise.resolve(new Response("{}", { status: 401 }));
    },
  });
  assert.equal((await client.GET("/tags")).response.status, 401);
  assert.equal((await client.GET("/tags")).response.status, 401);
  assert.equal(exchanges, 1);
  assert.deepEqual(told, [undefined]);
});

Deno.test("signIn() sends the code of a second factor when there is one", async () => {
  const { client, seen } = scripted(({ body }) =>
    body.includes("totp")
      ? Response.json({ access_token: "a1" })
      : Response.json({ type: "/problems/second_factor_required" }, {
        status: 401,
      })
  );
  await assert.rejects(
    client.signIn("olga", "secret"),
    (error) =>
      error instanceof ApiProblem &&
      error.type === "/problems/second_factor_required",
  );
  await client.signIn("olga", "secret", { totp: "ABCD-EFGH", workspaceId: "w2" });
  assert.equal(seen[1]?.body, "username=olga&password=secret&totp=ABCD-EFGH&workspace_id=w2");
  await client.GET("/tags");
  assert.equal(seen[2]?.token, "Bearer a1");
});

Deno.test("resume() comes back by a token that was kept, or by the browser's cookie", async () => {
  const told: (Tokens | undefined)[] = [];
  const answer = () => Response.json({ access_token: "a2", refresh_token: "r2" });
  for (const tokens of [{ refreshToken: "r1" }, undefined]) {
    const { client, seen } = scripted(answer, {
      ...(tokens ? { tokens } : {}),
      onTokens: (one) => told.push(one),
    });
    assert.deepEqual(await Promise.all([client.resume(), client.resume()]), [
      true,
      true,
    ]);
    assert.deepEqual(
      seen.map(({ path, body }) => [path, body]),
      [["/refresh", tokens ? '{"refresh_token":"r1"}' : ""]],
      "both share one exchange",
    );
    await client.GET("/tags");
    assert.equal(seen[1]?.token, "Bearer a2");
  }
  const both = { accessToken: "a2", refreshToken: "r2" };
  assert.deepEqual(told, [both, both]);
});

Deno.test("resume() tells a sign-in that has ended from a server that is away", async () => {
  const ended = scripted(() => new Response("{}", { status: 401 }));
  assert.equal(await ended.client.resume(), false);
  const told: unknown[] = [];
  const away = scripted(() => new Response("{}", { status: 503 }), {
    tokens: { accessToken: "a1", refreshToken: "r1" },
    onTokens: (one) => told.push(one),
  });
  await assert.rejects(
    away.client.resume(),
    (error) => error instanceof ApiProblem && error.status === 503,
  );
  assert.deepEqual(told, [], "the tokens are kept");
});

Deno.test("signOut() ends the sign-in by both tokens, once", async () => {
  const told: unknown[] = [];
  let status = 503;
  const { client, seen } = scripted(() => Response.json({}, { status }), {
    tokens: { accessToken: "a1", refreshToken: "r1" },
    onTokens: (one) => told.push(one),
  });
  await assert.rejects(client.signOut(), ApiProblem);
  assert.deepEqual(told, [], "it has not ended");
  status = 200;
  await client.signOut();
  const { path, token, body } = seen.at(-1)!;
  assert.deepEqual([path, token, body], [
    "/logout",
    "Bearer a1",
    '{"refresh_token":"r1"}',
  ]);
  assert.deepEqual(told, [undefined]);
  status = 401;
  await client.signOut();
  assert.equal(seen.at(-1)?.token, null, "nothing is left to sign out");
});

Deno.test("switchWorkspace() keeps the newest refresh token", async () => {
  const told: (Tokens | undefined)[] = [];
  const { client, seen } = scripted(({ path, token }) => {
    if (path === "/refresh") {
      return Response.json({ access_token: "a2", refresh_token: "r2" });
    }
    return token === "Bearer a1"
      ? new Response("{}", { status: 401 })
      : Response.json({ access_token: "moved" });
  }, {
    tokens: { accessToken: "a1", refreshToken: "r1" },
    onTokens: (one) => told.push(one),
  });
  await client.switchWorkspace("w2");
  assert.deepEqual(told.at(-1), { accessToken: "moved", refreshToken: "r2" });
  assert.deepEqual(seen.map(({ path, body }) => [path, body]), [
    ["/workspace/switch", '{"workspace_id":"w2"}'],
    ["/refresh", '{"refresh_token":"r1"}'],
    ["/workspace/switch", '{"workspace_id":"w2"}'],
  ]);
  await client.GET("/tags");
  assert.equal(seen.at(-1)?.token, "Bearer moved");
});

Deno.test("an upload sends objects as JSON in its form", async () => {
  let form: FormData | undefined;
  const client = createClient({
    baseUrl: "https://talent.example.com",
    async fetch(request) {
      form = await request.formData();
      return Response.json({ status: "done" });
    },
  });
  const job = { text: "Requirements:\n- HACCP" };
  await evaluateNow(client, { job, files: [new File(["Anna"], "anna.txt")] });
  assert.equal(form?.get("job"), JSON.stringify(job));
  assert.equal((form?.get("files") as File).name, "anna.txt");
});

Deno.test("evaluateNow() asks until it is done, and says when it failed", async () => {
  const answers = ["waiting", "waiting", "done", "waiting", "failed"];
  const asked: string[] = [];
  const client = createClient({
    baseUrl: "https://talent.example.com",
    fetch({ method, url }) {
      asked.push(`${method} ${new URL(url).pathname.replace("/api/v1", "")}`);
      const status = answers.shift();
      return Promise.resolve(
        Response.json({ status, task_id: "t1" }, {
          status: method === "POST" ? 202 : 200,
          headers: { "retry-after": "3" },
        }),
      );
    },
  });
  const waits: number[] = [];
  const wait = (ms: number) => Promise.resolve(void waits.push(ms));
  const body = { job: { text: "Requirements:\n- HACCP" }, resumes: [{ text: "x" }] };
  assert.equal((await evaluateNow(client, body, { wait })).status, "done");
  assert.deepEqual(asked, [
    "POST /evaluations",
    "GET /evaluations/tasks/t1",
    "GET /evaluations/tasks/t1",
  ]);
  assert.equal(waits[0], 3000, "as long as the server says");
  await assert.rejects(
    evaluateNow(client, body, { wait }),
    (error) => error instanceof ApiProblem && error.type === "/problems/unavailable",
  );
});

/** A client whose answers are streams of these pieces; undefined breaks the connection. */
function streaming(streams: (string | undefined)[][], seen: Headers[] = []) {
  return createClient({
    baseUrl: "https://talent.example.com",
    fetch({ headers }) {
      seen.push(headers);
      const pieces = streams.shift();
      if (!pieces) return Promise.resolve(Response.json({}, { status: 404 }));
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          const piece = pieces.shift();
          if (piece !== undefined) return controller.enqueue(new TextEncoder().encode(piece));
          if (pieces.length > 0) return controller.error(new TypeError("connection lost"));
          controller.close();
        },
      });
      return Promise.resolve(new Response(body));
    },
  });
}

const params = { path: { id: "j1" } };

Deno.test("linesOf() puts lines together however they are cut", async () => {
  const text = '{"id":"a","name":"é"}\n{"id":"b"}\n';
  for (let at = 1; at < text.length; at++) {
    const client = streaming([[text.slice(0, at), text.slice(at)]]);
    const ids = [];
    for await (const { id } of linesOf(client, "/jobs/{id}/evaluations", { params })) ids.push(id);
    assert.deepEqual(ids, ["a", "b"], `cut at ${at}`);
  }
});

Deno.test("linesOf() tells an export that broke from one that ended", async () => {
  const read = async (client: Client) => {
    for await (const _ of linesOf(client, "/jobs/{id}/evaluations", { params })) { /* all */ }
  };
  await assert.rejects(read(streaming([['{"id":"a"}\n', undefined, ""]])), TypeError);
  await assert.rejects(read(streaming([])), ApiProblem);
});

Deno.test("eventsOf() goes on behind the last event when the stream breaks", async () => {
  const event = (id: number) => `id: ${id}\nevent: changes\ndata: {"outdated":${id}}\n\n`;
  const seen: Headers[] = [];
  const client = streaming(
    [
      ["retry: 70\n\n", ": alive\n\n", event(1), event(2).slice(0, 8), undefined, ""],
      [event(2)],
      [event(3)],
    ],
    seen,
  );
  const waits: number[] = [];
  const wait = (ms: number) => Promise.resolve(void waits.push(ms));
  const changes = [];
  for await (const one of eventsOf(client, "/jobs/{id}/events", { params, wait })) {
    changes.push([one.id, one.event, one.data.outdated]);
    if (one.id === "3") break;
  }
  assert.deepEqual(changes, [["1", "changes", 1], ["2", "changes", 2], ["3", "changes", 3]]);
  assert.deepEqual(seen.map((headers) => headers.get("last-event-id")), [null, "1", "2"]);
  assert.deepEqual(waits, [70, 70]);
  await assert.rejects(
    eventsOf(client, "/jobs/{id}/events", { params, since: "3" }).next(),
    (error) => error instanceof ApiProblem && error.status === 404,
  );
});

Deno.test("eventsOf() asks again and again while the server is away, and ends when it is aborted", async () => {
  const event = (id: number) => `id: ${id}\nevent: changes\ndata: {"outdated":${id}}\n\n`;
  const away = Array.from(
    { length: 40 },
    (_, n) => n % 2 ? new Response("{}", { status: 503 }) : undefined,
  );
  const answers = [new Response(event(1)), ...away, new Response(event(2)), ...away];
  const giveUp = new AbortController();
  const seen: (string | null)[] = [];
  const client = createClient({
    baseUrl: "https://talent.example.com",
    retry: { maxAttempts: 1 },
    fetch({ headers }) {
      seen.push(headers.get("last-event-id"));
      const answer = answers.shift();
      if (answer) return Promise.resolve(answer);
      if (answers.length === 0) giveUp.abort(new Error("enough"));
      return Promise.reject(new TypeError("connection refused"));
    },
  });
  const waits: number[] = [];
  const wait = (ms: number) => Promise.resolve(void waits.push(ms));
  const ids: string[] = [];
  const { signal } = giveUp;
  const follow = async () => {
    for await (const { id } of eventsOf(client, "/jobs/{id}/events", { params, signal, wait })) {
      ids.push(id);
    }
  };
  await assert.rejects(follow());
  assert.deepEqual(ids, ["1", "2"]);
  assert.deepEqual([seen[0], seen[1], seen[41], seen[42]], [null, "1", "1", "2"]);
  assert.equal(waits[0], 2000, "a stream that ended is asked for again soon");
  assert.ok(Math.max(...waits) <= 30_000 && waits.slice(8, 40).every((ms) => ms >= 15_000));
  assert.ok((waits[42] ?? 0) <= 2000, "what came anew starts the waits anew");
});

Deno.test("eventsOf() says so when there is no server at all", async () => {
  const client = createClient({
    baseUrl: "https://talent.example.com",
    retry: { maxAttempts: 1 },
    fetch: () => Promise.reject(new TypeError("connection refused")),
  });
  await assert.rejects(eventsOf(client, "/jobs/{id}/events", { params }).next(), TypeError);
});

Deno.test("an API key is never exchanged", async () => {
  const { client, seen } = scripted(() => new Response("{}", { status: 401 }), {
    apiKey: "tc_x",
  });
  await client.GET("/tags");
  assert.deepEqual(seen.map(({ token }) => token), ["Bearer tc_x"]);
});

Deno.test("itemsOf() walks by pages, or by cursors where there are some", async () => {
  const asked: (string | null)[] = [];
  const walk = async (answers: ((query: URLSearchParams) => Response)[]) => {
    const client = createClient({
      baseUrl: "https://talent.example.com",
      fetch({ url }) {
        const { searchParams } = new URL(url);
        asked.push(searchParams.get("cursor") ?? searchParams.get("page"));
        return Promise.resolve(answers.shift()!(searchParams));
      },
    });
    const ask = (page: object) => client.GET("/jobs", { params: { query: { ...page } } });
    const ids = [];
    for await (const job of itemsOf(ask)) ids.push(job.id);
    return ids;
  };
  assert.deepEqual(
    await walk([
      () => list([{ id: "a" }, { id: "b" }], { has_more: true }),
      () => list([{ id: "c" }], { page: 2 }),
    ]),
    ["a", "b", "c"],
  );
  assert.deepEqual(
    await walk([
      () => list([{ id: "a" }], { has_more: true, next_cursor: "x" }),
      () => list([{ id: "b" }], { next_cursor: null }),
    ]),
    ["a", "b"],
  );
  assert.deepEqual(asked, [null, "2", null, "x"]);
});

Deno.test("retryAfterMs() reads seconds and dates", () => {
  const at = (value?: string) =>
    retryAfterMs(
      new Response(null, value ? { headers: { "retry-after": value } } : {}),
      0,
    );
  assert.equal(at(), undefined);
  assert.equal(at("3"), 3000);
  assert.equal(at("Thu, 01 Jan 1970 00:00:05 GMT"), 5000);
  assert.equal(at("soon"), undefined);
});
