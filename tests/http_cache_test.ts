import fc from "fast-check";
import assert from "node:assert/strict";
import { addStage, listStages } from "../lib/hiring/stages.ts";
import { getEvaluationById } from "../lib/hiring/evaluations.ts";
import { saveProfile } from "../lib/accounts/profile.ts";
import { etagOf } from "../lib/platform/http_cache.ts";
import { type ApiTest, apiTest, type Caller } from "./harness/api.ts";
import { makeJudged } from "./harness/judged.ts";
import { allOperations } from "../scripts/local/api_operations.ts";
import { waitFor } from "./harness/wait.ts";

const PEOPLE = [
  {
    name: "Ada Aarts",
    verdicts: ["YES", "YES", "NO", "YES"],
    quotes: ["TypeScript", "PostgreSQL"],
  },
  { name: "Bo Bakker", verdicts: ["PARTIAL", "NO", "NO", "NO"], quotes: ["TypeScript"] },
] as const;

const FRESH = { headers: { "cache-control": "no-cache" } };

/** What is kept, with rows to ask it of. */
async function madeWorkspace(test: ApiTest) {
  const { job, of } = await makeJudged(test.owner, test.test.services.db, PEOPLE);
  const reads: Record<string, string> = {
    "GET /jobs/{id}": `/jobs/${job.id}`,
    "GET /jobs/{id}/ranking": `/jobs/${job.id}/ranking`,
    "GET /stages": "/stages",
    "GET /reports": `/reports?job=${job.id}`,
  };
  return { job, of, reads };
}

Deno.test("every operation that keeps its answers is tested here", async () => {
  await using test = await apiTest({ worker: false });
  const { reads } = await madeWorkspace(test);
  const kept = (await allOperations()).filter(({ operation }) => operation.cache);
  assert.deepEqual(
    kept.map(({ method, path }) => `${method} ${path}`).sort(),
    Object.keys(reads).sort(),
  );
});

Deno.test("an answer is kept, says so, and is never another principal's", async () => {
  await using test = await apiTest({ worker: false });
  const { reads } = await madeWorkspace(test);
  const neighbour = await test.addPerson("owner", "own");
  await makeJudged(neighbour.actor, test.test.services.db, [PEOPLE[0]]);
  const callers: Record<string, Caller> = {
    owner: test.api,
    recruiter: await test.addPerson("recruiter", "same"),
    viewer: await test.addPerson("viewer", "same"),
    neighbour,
    nobody: test.as(undefined),
  };
  const expected = new Map<string, unknown>();
  const asked: [string, string][] = [];
  for (const path of Object.values(reads)) {
    for (const [who, caller] of Object.entries(callers)) {
      const { status, body } = await caller.call("GET", path, FRESH);
      expected.set(`${who} ${path}`, { status, body: status === 200 ? body : undefined });
      asked.push([who, path]);
    }
  }
  const statuses = new Set([...expected.values()].map((one) => (one as { status: number }).status));
  assert.deepEqual([...statuses].sort(), [200, 401, 404]);
  // Whoever asks first fills the cache for the others: in each order nobody gets what is not theirs.
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...asked, ...asked], { minLength: 8 }), async (order) => {
      const { cache, prefix } = test.test.services.redis;
      const keys = await cache.keys(`${prefix}cache:*`);
      if (keys.length > 0) await cache.del(keys);
      for (const [who, path] of order) {
        const { status, body } = await callers[who]!.call("GET", path);
        const own = { status, body: status === 200 ? body : undefined };
        assert.deepEqual(own, expected.get(`${who} ${path}`), `${who} ${path}`);
      }
    }),
    { numRuns: 12 },
  );
  await test.api.call("GET", reads["GET /jobs/{id}"]!);
  const again = await test.api.call("GET", reads["GET /jobs/{id}"]!);
  assert.equal(again.headers.get("x-cache"), "hit");
  const fresh = await test.api.call("GET", reads["GET /jobs/{id}"]!, FRESH);
  assert.equal(fresh.headers.get("x-cache"), "bypass");
});

Deno.test("an answer is kept for each language", async () => {
  await using test = await apiTest({ worker: false });
  const { reads } = await madeWorkspace(test);
  const ask = (language: string) =>
    test.api.call("GET", reads["GET /jobs/{id}/ranking"]!, {
      headers: { "accept-language": language },
    });
  await ask("nl");
  assert.equal((await ask("en")).headers.get("x-cache"), "miss");
  assert.equal((await ask("nl")).headers.get("x-cache"), "hit");
});

/** What people and programs do, one after the other; `{…}` stand for rows. */
async function writesOf(test: ApiTest, made: Awaited<ReturnType<typeof madeWorkspace>>) {
  const { api, owner, test: { services } } = test;
  const { db } = services;
  const { job, of } = made;
  const resume = of("Ada Aarts");
  const row = await db.selectFrom("resumes").select("candidateId").where("id", "=", resume)
    .executeTakeFirstOrThrow();
  const evaluation = await db.selectFrom("evaluations").select("id").where("resumeId", "=", resume)
    .executeTakeFirstOrThrow();
  const stages = await listStages(owner, db);
  const stageId = (key: string) => stages.find((one) => one.key === key)?.id;
  const [first, second] = job.requirements;
  const own = await addStage(owner, db, { name: "Trial day", decision: "shortlisted" }, new Map());
  const call = (method: string, path: string, json?: unknown) => async () => {
    const { status, body } = await api.call(method, path, json === undefined ? {} : { json });
    assert.ok(status < 300, `${method} ${path}: ${status} ${JSON.stringify(body)}`);
  };
  const to = (key: string, more = {}) =>
    call("POST", "/moves", { resumes: [{ id: resume }], to: { stage_id: stageId(key) }, ...more });
  const writes: Record<string, () => Promise<unknown>> = {
    "a job's title": call("PATCH", `/jobs/${job.id}`, { title: "Back end" }),
    "another verdict": call("POST", `/evaluations/${evaluation.id}/overrides`, {
      requirement_id: second?.id,
      match: "PARTIAL",
      reason: "Told us so",
    }),
    "a move": to("interview"),
    "a rejection": to("rejected", { reason_code: "withdrew" }),
    "a stage more": call("POST", "/stages", { name: "Assessment", decision: "shortlisted" }),
    "a stage's name": call("PATCH", `/stages/${own.id}`, { name: "Day along" }),
    "a stage less": call("DELETE", `/stages/${own.id}`),
    "a person's name": call("PATCH", `/candidates/${row.candidateId}`, { name: "Ada de Vries" }),
    "the name of who overrode": () =>
      saveProfile(
        owner,
        services,
        { name: "Olga Orlova", email: "olga@example.com" },
        "192.0.2.7",
      ),
    // From here on the verdicts are of what the job asked before, until a worker has judged anew.
    "a job's weights": call("PATCH", `/jobs/${job.id}`, {
      weights: { required: 5, nice_to_have: 5 },
    }),
    "a requirement less": call("PUT", `/jobs/${job.id}/requirements`, {
      requirements: [{ name: first?.name, level: "required", kind: "hard" }],
    }),
    "a résumé more": async () => {
      const { status } = await api.upload(job.id, {
        "cy.txt": "Cy Claes\nSkills: PostgreSQL, Kafka",
      });
      assert.equal(status, 202);
    },
    "a person less": call("DELETE", `/candidates/${row.candidateId}`),
    "an archived job": call("PATCH", `/jobs/${job.id}`, { status: "archived" }),
  };
  return { writes, evaluation, resume };
}

type Made = Awaited<ReturnType<typeof madeWorkspace>>;

/** The reads whose kept answer is not what is there. */
async function differingOf(
  { api, owner, test: { services: { db } } }: ApiTest,
  { reads }: Made,
  { evaluation, resume }: Pick<Awaited<ReturnType<typeof writesOf>>, "evaluation" | "resume">,
): Promise<string[]> {
  const differing: string[] = [];
  for (const path of Object.values(reads)) {
    const read = async (options = {}) =>
      JSON.stringify((await api.call("GET", path, options)).body);
    if (await read() !== await read(FRESH)) differing.push(path);
  }
  // Kept by the function, which writes down that it was read.
  const kept = await api.call("GET", `/resumes/${resume}/evaluation`);
  const fresh = await getEvaluationById(owner, db, evaluation.id).catch(() => undefined);
  if (fresh) {
    const seen = fresh.matches.map(({ verdict, override }) => [verdict, override?.userName]);
    type Match = { match: string; override: { user_name: string } | null };
    const told = (kept.body.matches as Match[] | undefined ?? [])
      .map(({ match, override }) => [match, override?.user_name]);
    if (JSON.stringify(seen) !== JSON.stringify(told)) differing.push("evaluation");
    if (kept.body.is_stale !== fresh.isStale) differing.push("evaluation");
  }
  return differing;
}

for (const worker of [false, true]) {
  const when = worker ? "once the worker has done its part" : "at once";
  Deno.test(`after each write, what is kept is what is there, ${when}`, async () => {
    await using test = await apiTest({ worker });
    const made = await madeWorkspace(test);
    const { writes, ...rows } = await writesOf(test, made);
    const { api, test: { services: { db } } } = test;
    assert.deepEqual(await differingOf(test, made, rows), []);
    for (const [what, write] of Object.entries(writes)) {
      for (const path of Object.values(made.reads)) {
        assert.notEqual((await api.call("GET", path)).headers.get("x-cache"), "bypass", what);
      }
      await write();
      if (worker) {
        await waitFor(`the worker after ${what}`, async () => {
          const open = await db.selectFrom("tasks").select("id").where("state", "!=", "done")
            .execute();
          return open.length === 0;
        });
      }
      const differing = await differingOf(test, made, rows);
      assert.deepEqual({ what, differing }, { what, differing: [] });
    }
  });
}

Deno.test("each read of an evaluation is written down, kept or not", async () => {
  await using test = await apiTest({ worker: false });
  const { of } = await madeWorkspace(test);
  for (let i = 0; i < 3; i++) {
    assert.equal(
      (await test.api.call("GET", `/resumes/${of("Ada Aarts")}/evaluation`)).status,
      200,
    );
  }
  const reads = await test.test.services.db.selectFrom("auditLog").select("id")
    .where("action", "=", "evaluation.read").execute();
  assert.equal(reads.length, 3);
});

Deno.test("what was read has an entity tag, and is not sent to who has it", async () => {
  await using test = await apiTest({ worker: false });
  const { job, reads } = await madeWorkspace(test);
  for (const path of [...Object.values(reads), "/jobs", "/tags"]) {
    const { status, headers } = await test.api.call("GET", path);
    assert.equal(status, 200);
    assert.match(headers.get("cache-control") ?? "", /^private, no-cache(, no-transform)?$/, path);
    assert.match(headers.get("vary") ?? "", /authorization/, path);
    const etag = headers.get("etag") ?? "";
    assert.match(etag, /^(W\/)?"[0-9a-z]+-[0-9a-f]{16}"$/, path);
    for (const known of [etag, `W/"x", ${etag}`, "*"]) {
      const again = await test.api.call("GET", path, { headers: { "if-none-match": known } });
      assert.deepEqual([again.status, again.body], [304, ""], path);
      assert.equal(again.headers.get("etag")?.replace("W/", ""), etag.replace("W/", ""), path);
    }
    const other = await test.api.call("GET", path, { headers: { "if-none-match": '"else"' } });
    assert.equal(other.status, 200, path);
  }
  const before = (await test.api.call("GET", `/jobs/${job.id}`)).headers.get("etag") ?? "";
  await test.api.call("PATCH", `/jobs/${job.id}`, { json: { title: "Changed" } });
  const changed = await test.api.call("GET", `/jobs/${job.id}`, {
    headers: { "if-none-match": before },
  });
  assert.deepEqual([changed.status, changed.body.title], [200, "Changed"]);
});

Deno.test("tokens, errors and what was written are kept by nobody", async () => {
  await using test = await apiTest({ worker: false });
  await madeWorkspace(test);
  const signIn = await test.as(undefined).call("POST", "/login", {
    body: new URLSearchParams({ username: "olga", password: "correct horse battery" }),
  });
  const answers = {
    signIn,
    refused: await test.as(undefined).call("GET", "/jobs"),
    missing: await test.api.call("GET", "/nothing"),
    written: await test.api.call("POST", "/jobs", {
      json: { title: "Nurse", description: "- Care" },
    }),
  };
  for (const [what, { status, headers }] of Object.entries(answers)) {
    assert.match(
      headers.get("cache-control") ?? "",
      /^no-store(, no-transform)?$/,
      `${what} ${status}`,
    );
    assert.equal(headers.get("etag"), null, what);
  }
  assert.equal(answers.signIn.status, 200);
});

Deno.test("answers above one kB are packed, shorter ones are not", async () => {
  await using test = await apiTest({ worker: false });
  const { reads } = await madeWorkspace(test);
  const { headers } = await test.api.call("GET", reads["GET /jobs/{id}/ranking"]!, {
    headers: { "accept-encoding": "gzip" },
  });
  assert.equal(headers.get("content-encoding"), "gzip");
  const short = await test.api.call("GET", "/tags", { headers: { "accept-encoding": "gzip" } });
  assert.equal(short.headers.get("content-encoding"), null);
});

Deno.test("anybody may keep the API's description, where everybody may see it", async () => {
  await using test = await apiTest({ worker: false, settings: { CLIENT_CACHE_MAX_AGE: "45" } });
  const address = `${test.url}/openapi.json`;
  const response = await fetch(address);
  const etag = response.headers.get("etag") ?? "";
  assert.match((await response.json()).openapi, /^3\.1/);
  assert.equal(response.headers.get("cache-control"), "public, max-age=45");
  const again = await fetch(address, { headers: { "if-none-match": etag } });
  assert.deepEqual([again.status, await again.text()], [304, ""]);
  const refused = await fetch(`${test.url}/docs/assets/none/none`);
  await refused.body?.cancel();
  assert.match(refused.headers.get("cache-control") ?? "", /no-store/);
});

Deno.test("production does not say how an answer came about", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { ENVIRONMENT: "production", PUBLIC_URL: "https://talent.example" },
  });
  const { reads } = await madeWorkspace(test);
  for (let i = 0; i < 2; i++) {
    const { status, headers } = await test.api.call("GET", reads["GET /jobs/{id}"]!);
    assert.deepEqual([status, headers.get("x-cache")], [200, null]);
  }
});

Deno.test("etagOf() is the same for the same text only", () => {
  const text = fc.string({ unit: "binary", maxLength: 40 });
  fc.assert(fc.property(text, text, (a, b) => (etagOf(a) === etagOf(b)) === (a === b)));
  // Neighbours: one character changed, at each place of a text, and of one that is hashed otherwise.
  for (const times of [20, 60]) {
    const base = "The quick brown fox jumps over the lazy dog. ".repeat(times);
    const seen = new Set([etagOf(base)]);
    for (let i = 0; i + 1 < base.length; i++) {
      seen.add(etagOf(`${base.slice(0, i)}#${base.slice(i + 1)}`));
    }
    assert.equal(seen.size, base.length);
  }
});
