import assert from "node:assert/strict";
import { notOurs } from "./harness/fuzz_answers.ts";
import { type Answer, apiTest, type CallOptions } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";

const JOB = { title: "Nurse", description: "Requirements:\n- BIG registration\n- Wound care" };
const NOWHERE = "01900000-0000-7000-8000-000000000000";
const deep = (levels: number) => JSON.parse(`${"[".repeat(levels)}1${"]".repeat(levels)}`);
const raw = (body: string | Uint8Array, type = "application/json"): CallOptions => ({
  body: body as BodyInit,
  headers: { "content-type": type },
});

interface Refusal {
  readonly method?: string;
  readonly path: string;
  readonly options?: CallOptions;
  readonly status: number;
  /** The pointer of the first thing that is wrong. */
  readonly pointer?: string;
}

/** `{job}` stands for a job that is there. */
const REFUSALS: Record<string, Refusal> = {
  "an unknown path": { path: "/nothing", status: 404 },
  "another job's id": { path: `/jobs/${NOWHERE}`, status: 404 },
  "an id that is none": { path: "/jobs/1", status: 404 },
  "an id with a NUL": { path: "/jobs/%00", status: 404 },
  "an id in capitals": { path: `/jobs/${NOWHERE.toUpperCase().replace("0", "A")}`, status: 404 },
  "a résumé that is not there": { path: `/resumes/${NOWHERE}`, status: 404 },
  "an evaluation of no résumé": { path: `/resumes/${NOWHERE}/evaluation`, status: 404 },
  "an original of no résumé": { path: `/resumes/${NOWHERE}/original`, status: 404 },
  "a retry of no résumé": { method: "POST", path: `/resumes/${NOWHERE}/retry`, status: 404 },
  "events of no job": { path: `/jobs/${NOWHERE}/events`, status: 404 },
  "a ranking of no job": { path: `/jobs/${NOWHERE}/ranking`, status: 404 },
  "résumés of no job": { path: `/jobs/${NOWHERE}/resumes`, status: 404 },
  "a method that is not there": { method: "PUT", path: "/jobs", status: 405 },
  "a method that nobody knows": { method: "BREW", path: "/jobs", status: 405 },
  "page 0": { path: "/jobs?page=0", status: 422, pointer: "/page" },
  "a page that is no number": { path: "/jobs?page=1e3", status: 422, pointer: "/page" },
  "too many items": { path: "/jobs?items_per_page=201", status: 422, pointer: "/items_per_page" },
  "an unknown parameter": { path: "/jobs?pgae=2", status: 422, pointer: "/pgae" },
  "a parameter where none is taken": { path: "/jobs/{job}?page=1", status: 422, pointer: "/page" },
  "a parameter twice": { path: "/jobs?page=1&page=2", status: 422, pointer: "/page" },
  "a parameter in camel case": { path: "/jobs?itemsPerPage=2", status: 422 },
  "a search for NUL": { path: "/jobs?q=%00", status: 422, pointer: "/q" },
  "an unknown sort": { path: "/jobs/{job}/ranking?sort=luck", status: 422, pointer: "/sort" },
  "a decision that there is not": {
    method: "POST",
    path: "/moves",
    options: { json: { resumes: [{ id: NOWHERE }], to: { decision: "perhaps" } } },
    status: 422,
    pointer: "/to/decision",
  },
  "a text in place of a list": {
    method: "POST",
    path: "/webhooks",
    options: { json: { url: "https://example.com", events: "job.created" } },
    status: 422,
    pointer: "/events",
  },
  "no body": { method: "POST", path: "/jobs", status: 415 },
  "a form as JSON": {
    method: "POST",
    path: "/jobs",
    options: raw("a=1", "text/plain"),
    status: 415,
  },
  "broken JSON": { method: "POST", path: "/jobs", options: raw('{"title":'), status: 422 },
  "a packed body": {
    method: "POST",
    path: "/jobs",
    options: { json: JOB, headers: { "content-encoding": "gzip" } },
    status: 415,
  },
  "a packed upload": {
    method: "POST",
    path: "/jobs/{job}/resumes",
    options: {
      body: "packed",
      headers: { "content-type": "multipart/form-data; boundary=x", "content-encoding": "br" },
    },
    status: 415,
  },
  "JSON that is not UTF-8": {
    method: "POST",
    path: "/jobs",
    options: raw(new Uint8Array([0x22, 0xff, 0x22])),
    status: 422,
  },
  "a body that is too large": {
    method: "POST",
    path: "/jobs",
    options: raw(`"${"x".repeat(1_100_000)}"`),
    status: 413,
  },
  "JSON that is too deep": {
    method: "POST",
    path: "/jobs",
    options: { json: deep(5000) },
    status: 422,
  },
  "an array as object": { method: "POST", path: "/jobs", options: { json: [] }, status: 422 },
  "null as object": { method: "POST", path: "/jobs", options: { json: null }, status: 422 },
  "a missing field": {
    method: "POST",
    path: "/jobs",
    options: { json: { title: "Nurse" } },
    status: 422,
    pointer: "/description",
  },
  "an unknown field": {
    method: "POST",
    path: "/jobs",
    options: { json: { ...JOB, salary: 1 } },
    status: 422,
    pointer: "/salary",
  },
  "a field in camel case": {
    method: "PATCH",
    path: "/jobs/{job}",
    options: { json: { weights: { required: 1, niceToHave: 1 } } },
    status: 422,
    pointer: "/weights/niceToHave",
  },
  "__proto__ as field": {
    method: "POST",
    path: "/jobs",
    options: raw(`{"__proto__": {"title": "x"}, "title": "Nurse", "description": "0123456789"}`),
    status: 422,
    pointer: "/__proto__",
  },
  "NUL in a text": {
    method: "POST",
    path: "/jobs",
    options: { json: { ...JOB, title: "Nur\0se" } },
    status: 422,
    pointer: "/title",
  },
  "half a character in a text": {
    method: "POST",
    path: "/jobs",
    options: raw(`{"title": "Nurse \\ud83d", "description": "0123456789"}`),
    status: 422,
    pointer: "/title",
  },
  "a title of two characters, in four units": {
    method: "POST",
    path: "/jobs",
    options: { json: { ...JOB, title: "😀😀" } },
    status: 422,
    pointer: "/title",
  },
  "a description that is too long": {
    method: "POST",
    path: "/jobs",
    options: { json: { ...JOB, description: "x".repeat(63_207) } },
    status: 422,
    pointer: "/description",
  },
  "weights that are both 0": {
    method: "PATCH",
    path: "/jobs/{job}",
    options: { json: { weights: { required: 0, nice_to_have: 0 } } },
    status: 422,
    pointer: "/weights",
  },
  "a weight of 1e308": {
    method: "PATCH",
    path: "/jobs/{job}",
    options: { json: { weights: { required: 1e308, nice_to_have: 1 } } },
    status: 422,
    pointer: "/weights/required",
  },
  "an importance of 2.5": {
    method: "PUT",
    path: "/jobs/{job}/requirements",
    options: { json: { requirements: [{ name: "Dutch", importance: 2.5 }] } },
    status: 422,
    pointer: "/requirements/0/importance",
  },
  "an id of another job's requirement": {
    method: "PUT",
    path: "/jobs/{job}/requirements",
    options: { json: { requirements: [{ id: NOWHERE, name: "Dutch" }] } },
    status: 422,
    pointer: "/requirements/0/id",
  },
  "201 requirements": {
    method: "PUT",
    path: "/jobs/{job}/requirements",
    options: { json: { requirements: Array(201).fill({ name: "Dutch" }) } },
    status: 422,
    pointer: "/requirements",
  },
  "an upload as JSON": {
    method: "POST",
    path: "/jobs/{job}/resumes",
    options: { json: {} },
    status: 415,
  },
  "an upload without a file": {
    method: "POST",
    path: "/jobs/{job}/resumes",
    options: { body: new FormData() },
    status: 422,
    pointer: "/files",
  },
  "a broken upload": {
    method: "POST",
    path: "/jobs/{job}/resumes",
    options: raw("--x\r\nnonsense", "multipart/form-data; boundary=x"),
    status: 422,
  },
  "an override of no evaluation": {
    method: "POST",
    path: `/evaluations/${NOWHERE}/overrides`,
    options: { json: { requirement_id: NOWHERE, match: "YES", reason: "I know" } },
    status: 404,
  },
  "an override without a reason": {
    method: "POST",
    path: `/evaluations/${NOWHERE}/overrides`,
    options: { json: { requirement_id: NOWHERE, match: "YES", reason: "  " } },
    status: 422,
    pointer: "/reason",
  },
  "an unknown verdict": {
    method: "POST",
    path: `/evaluations/${NOWHERE}/overrides`,
    options: { json: { requirement_id: NOWHERE, match: "MAYBE", reason: "I know" } },
    status: 422,
    pointer: "/match",
  },
  "a login as JSON": { method: "POST", path: "/login", options: { json: {} }, status: 415 },
  "a login without a password": {
    method: "POST",
    path: "/login",
    options: { body: new URLSearchParams({ username: "olga" }) },
    status: 422,
    pointer: "/password",
  },
  "a login with a wrong password": {
    method: "POST",
    path: "/login",
    options: { body: new URLSearchParams({ username: "olga", password: "guess" }) },
    status: 401,
  },
};

const TYPES: Record<number, string> = {
  401: "unauthenticated",
  404: "not_found",
  405: "method_not_allowed",
  409: "conflict",
  413: "too_large",
  415: "unsupported_type",
  422: "invalid_input",
  429: "too_many_requests",
};

/** What every refusal must be, whatever it refuses. */
function checkProblem({ status, headers, body }: Answer, what: string): void {
  assert.equal(headers.get("content-type"), "application/problem+json", what);
  assert.equal(headers.get("cache-control"), "no-store", what);
  assert.equal(body.type, `/problems/${TYPES[status]}`, what);
  assert.equal(body.status, status, what);
  assert.equal(body.request_id, headers.get("x-request-id"), what);
  assert.ok(body.title.length > 3 && body.detail.length > 10, what);
  assert.equal(headers.has("www-authenticate"), status === 401, what);
}

Deno.test("the API refuses with a problem that says where and what to do", async (t) => {
  await using test = await apiTest({ worker: false });
  const { body: job } = await test.api.call("POST", "/jobs", { json: JOB });
  for (const [what, refusal] of Object.entries(REFUSALS)) {
    await t.step(what, async () => {
      const path = refusal.path.replace("{job}", job.id);
      const answer = await test.api.call(refusal.method ?? "GET", path, refusal.options);
      assert.equal(answer.status, refusal.status, JSON.stringify(answer.body));
      checkProblem(answer, what);
      if (refusal.pointer !== undefined) {
        assert.equal(answer.body.errors?.[0]?.pointer, refusal.pointer);
        assert.ok(answer.body.errors[0].detail.length > 5);
        assert.equal(notOurs(answer.body), undefined);
      }
    });
  }
  const after = await test.api.call("GET", `/jobs/${job.id}`);
  assert.deepEqual(after.body, job, "a refusal changed something");
});

Deno.test("405 says which methods there are; OPTIONS and HEAD answer", async () => {
  await using test = await apiTest({ worker: false });
  for (const method of ["DELETE", "BREW", "PROPFIND"]) {
    const { status, headers, body } = await test.api.call(method, "/jobs");
    assert.deepEqual([status, headers.get("allow")], [405, "GET, POST, HEAD, OPTIONS"], method);
    assert.equal(body.detail, `There is no ${method} here: use GET, POST, HEAD, OPTIONS`);
  }
  const one = `/jobs/${crypto.randomUUID()}`;
  const methods = (await test.api.call("OPTIONS", one)).headers.get("allow")?.split(", ").sort();
  const refused = await test.api.call("BREW", one);
  assert.deepEqual(refused.headers.get("allow")?.split(", ").sort(), methods);
  const options = await test.api.call("OPTIONS", "/jobs");
  assert.deepEqual([options.status, options.headers.get("allow")], [
    204,
    "GET, POST, HEAD, OPTIONS",
  ]);
  const head = await test.api.call("HEAD", "/jobs");
  assert.deepEqual([head.status, head.body], [200, ""]);
});

Deno.test("the API takes bearer tokens only, never a cookie", async () => {
  await using test = await apiTest({ worker: false });
  const { token } = test.api;
  const path = `${test.url}/api/v1/jobs`;
  const tries: Record<string, HeadersInit> = {
    "no header": {},
    "a cookie": { cookie: `session=${token}` },
    "basic authentication": { authorization: `Basic ${btoa("olga:x")}` },
    "an empty token": { authorization: "Bearer " },
    "a broken token": { authorization: `Bearer ${token}x` },
  };
  for (const [what, headers] of Object.entries(tries)) {
    const response = await fetch(path, { headers });
    await response.body?.cancel();
    assert.equal(response.status, 401, what);
    assert.match(response.headers.get("www-authenticate") ?? "", /^Bearer /, what);
  }
});

Deno.test("POST /login slows guessing down with 429 and Retry-After", async () => {
  await using test = await apiTest({ worker: false });
  const login = (password: string) =>
    test.as(undefined).call("POST", "/login", {
      body: new URLSearchParams({ username: "olga", password }),
    });
  for (let n = 0; n < 5; n++) assert.equal((await login(`guess ${n}`)).status, 401);
  const slowed = await login(PASSWORD);
  assert.equal(slowed.status, 429);
  checkProblem(slowed, "429");
  assert.ok(Number(slowed.headers.get("retry-after")) > 0);
});
