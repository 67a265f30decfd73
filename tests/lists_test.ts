import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import fc from "fast-check";
import { sql } from "kysely";
import { audit } from "../lib/accounts/audit.ts";
import { addNote } from "../lib/hiring/notes.ts";
import { moveResumes } from "../lib/hiring/moves.ts";
import { sendFeedback } from "../lib/hiring/feedback.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { openWalk, type OrderKey, reversed } from "../lib/platform/cursor.ts";
import { InvalidInput } from "../lib/platform/errors.ts";
import { itemFields } from "../lib/platform/field_choice.ts";
import { type ApiTest, apiTest, type Json } from "./harness/api.ts";
import { askFor, insertMember, mailPageLink, newEmail, writeLetter } from "./harness/rows.ts";
import { JUDGED_JOB, makeJudged } from "./harness/judged.ts";
import { allOperations } from "../scripts/local/api_operations.ts";
import type { PlacedOperation } from "../lib/platform/openapi.ts";
import { testServices } from "./harness/services.ts";

interface Rows {
  readonly job: string;
  readonly resume: string;
  readonly candidate: string;
  readonly webhook: string;
}

/** Where a list is that needs more than its address. */
const PATHS: Readonly<Record<string, (rows: Rows) => string>> = {
  "/jobs/{id}/resumes": ({ job }) => `/jobs/${job}/resumes`,
  "/jobs/{id}/ranking": ({ job }) => `/jobs/${job}/ranking`,
  "/jobs/{id}/activity": ({ job }) => `/jobs/${job}/activity`,
  "/jobs/{id}/sensitivity": ({ job }) => `/jobs/${job}/sensitivity`,
  "/jobs/{id}/pool": ({ job }) => `/jobs/${job}/pool`,
  "/candidates/{id}/notes": ({ candidate }) => `/candidates/${candidate}/notes`,
  "/candidates/{id}/letters": ({ candidate }) => `/candidates/${candidate}/letters`,
  "/candidates/{id}/page_links": ({ candidate }) => `/candidates/${candidate}/page_links`,
  "/resumes/{id}/moves": ({ resume }) => `/resumes/${resume}/moves`,
  "/resumes/{id}/jobs": ({ resume }) => `/resumes/${resume}/jobs`,
  "/tier/{name}/rate_limits": () => "/tier/listed/rate_limits",
  "/webhooks/{id}/deliveries": ({ webhook }) => `/webhooks/${webhook}/deliveries`,
  "/answers": () => "/answers?q=%22person%22",
  "/jobs/{id}/answers": ({ job }) => `/jobs/${job}/answers?q=%22person%22`,
  "/search": () => "/search?q=person",
};

/** Of an address. */
type Query = Readonly<Record<string, string | number>>;

/** The order of a list that nothing but new rows changes; the others have that one alone. */
const STEADY: Readonly<Record<string, string>> = {
  "/jobs": "created_at",
  "/jobs/{id}/resumes": "created_at",
  "/jobs/{id}/ranking": "-received",
  "/candidates": "created_at",
  "/users": "created_at",
  "/workspaces": "created_at",
  // New ones come before the walk: behind it, more would come with each part than it takes.
  "/tasks": "-created_at",
  "/webhooks/{id}/deliveries": "-created_at",
  "/resumes/{id}/moves": "-created_at",
};

const PEOPLE = 7;

async function fill(test: ApiTest): Promise<Rows> {
  const { api, owner, test: { services } } = test;
  const { db } = services;
  const people = Array.from({ length: PEOPLE }, (_, at) => ({
    name: `Person ${at}`,
    verdicts: ["YES", at % 2 ? "NO" : "YES", "PARTIAL", "NO"] as const,
    email: "same@example.com",
  }));
  const { job, of } = await makeJudged(owner, db, people);
  const resume = of("Person 3");
  const { candidateId } = await db.selectFrom("resumes").select("candidateId")
    .where("id", "=", resume).executeTakeFirstOrThrow();
  const candidate = candidateId ?? assert.fail();
  for (let at = 0; at < 5; at++) {
    await createJob(owner, db, { ...JUDGED_JOB, title: `Job ${at}` });
    await addNote(owner, db, { candidateId: candidate, text: `Note ${at}`, jobId: job.id });
    await sendFeedback(owner, services, { title: `Feedback ${at}`, text: "Text", page: null });
    const decision = at % 2 ? "shortlisted" as const : "undecided" as const;
    await moveResumes(owner, services, { resumeIds: [resume], to: { decision } });
  }
  await sql`insert into candidate_tags (workspace_id, candidate_id, tag)
    select workspace_id, id, tag from candidates, unnest(array['a', 'b', 'c']) as tag`.execute(db);
  await api.call("POST", "/tier", { json: { name: "listed" } });
  for (const limit of [10, 20, 30]) {
    const json = { path: "/api/v1/jobs", limit, period: 60 };
    await api.call("POST", "/tier/listed/rate_limit", { json });
  }
  const { body: webhook } = await api.call("POST", "/webhooks", {
    json: { url: "http://127.0.0.1:9/hook", events: ["job.created"] },
  });
  for (let at = 0; at < 3; at++) {
    await api.call("POST", `/webhooks/${webhook.id}/test`);
    await api.call("POST", "/tasks/task?message=listed");
    await insertMember(db, owner.workspaceId);
    await insertCompany(test, { job: job.id, resume, candidate });
  }
  return { job: job.id, resume, candidate, webhook: webhook.id };
}

/** A workspace more, an invitation with its mail, a letter, and the proof of a deletion. */
async function insertCompany(
  { api, owner, test: { services: { db } } }: ApiTest,
  rows: Pick<Rows, "job" | "resume" | "candidate">,
): Promise<void> {
  await db.insertInto("workspaces").values({ name: "Listed" }).execute();
  const json = { email: newEmail(), role: "viewer" };
  await api.call("POST", "/workspace/invitations", { json });
  await writeLetter(db, owner.workspaceId, rows);
  await mailPageLink(db, rows.candidate);
  const request = await askFor(db, owner.workspaceId, rows.candidate);
  await db.updateTable("candidateRequests").set({ state: "done", settledAt: new Date() })
    .where("id", "=", request).execute();
  const proof = { cause: "retention", files: [], letters: [], evaluations: 0, notes: 0 };
  await audit(db, owner, "candidate.deleted", crypto.randomUUID(), proof);
}

function isList({ method, operation }: PlacedOperation): boolean {
  return method === "GET" && "page" in (operation.query?.shape ?? {});
}

const lists = (await allOperations()).filter(isList);
const walked = lists.filter(({ operation }) => "cursor" in operation.query.shape);

function pathOf({ path }: PlacedOperation, rows: Rows): string {
  const known = PATHS[path]?.(rows) ?? path;
  assert.ok(!known.includes("{"), `${path} has no entry in PATHS`);
  return known;
}

function withQuery(path: string, query: Query): string {
  const added = Object.entries(query).map(([name, value]) =>
    `${name}=${encodeURIComponent(value)}`
  );
  return `${path}${path.includes("?") ? "&" : "?"}${added.join("&")}`;
}

Deno.test("each operation that answers many rows is a list", async () => {
  const names = (await allOperations()).filter(({ method, operation }) =>
    method === "GET" && "data" in (operation.answer?.shape ?? {})
  ).filter((one) => !isList(one)).map(({ path }) => path);
  // The columns of a board are the stages; the limits of a user come with their tier; what a
  // language model proposes for one posting is a handful; a workspace has one template of each kind
  // and language; letters are drafted as many as one person reads; what is deleted next
  // is the head of a list, which says how long it is at most; the data of an evidence file are
  // figures.
  assert.deepEqual(names, [
    "/jobs/{id}/board",
    "/jobs/{id}/evidence",
    "/jobs/{id}/letter_drafts",
    "/jobs/{id}/proposals",
    "/letter_templates",
    "/retention/due",
    "/user/{username}/rate_limits",
  ]);
});

Deno.test("docs/api.md names each list that can be walked, with its orders", async () => {
  const text = await Deno.readTextFile(new URL("../docs/api.md", import.meta.url));
  const [, table = ""] = text.match(/\n(\| list .*?)\n\n/s) ?? [];
  const rows = table.split("\n").slice(2).map((row) => row.split("|").map((cell) => cell.trim()));
  const orders = new Map(rows.map(([, list = "", sort = ""]) => [list.slice(1, -1), sort]));
  assert.deepEqual([...orders.keys()].toSorted(), walked.map(({ path }) => path).toSorted());
  for (const { path, operation: { query } } of walked) {
    const names: string[] = query.shape.sort?.unwrap().options ?? [];
    for (const name of new Set(names.map((one) => one.replace("-", "")))) {
      assert.match(orders.get(path) ?? "", new RegExp(`\`-?${name}\``), path);
    }
  }
});

Deno.test("every list has pages that fit together, and the fields that are asked for", async (t) => {
  await using test = await apiTest({ worker: false });
  const rows = await fill(test);
  const get = async (path: string, query: Query, status = 200) => {
    const answer = await test.api.call("GET", withQuery(path, query));
    assert.equal(answer.status, status, `${withQuery(path, query)}: ${answer.body?.detail}`);
    return answer.body;
  };
  for (const list of lists) {
    const path = pathOf(list, rows);
    await t.step(list.path, async () => {
      const seen: Json[] = [];
      let last: Json;
      for (let page = 1; page === 1 || last.has_more; page++) {
        last = await get(path, { page, items_per_page: 2 });
        assert.equal(last.page, page);
        assert.equal(last.items_per_page, 2);
        assert.ok(last.data.length === 2 || !last.has_more);
        seen.push(...last.data.map((item: Json) => JSON.stringify(item)));
      }
      assert.equal(seen.length, last.total_count, "total_count");
      assert.equal(new Set(seen).size, seen.length, "a row came twice");
      const beyond = await get(path, { page: 1000, items_per_page: 2 });
      assert.deepEqual(beyond.data, []);
      assert.equal(beyond.has_more, false);
      assert.equal(beyond.total_count, seen.length);
      for (
        const query of [{ page: 0 }, { items_per_page: 0 }, { items_per_page: 5000 }] as Query[]
      ) {
        await get(path, query, 422);
      }
      const fields = itemFields(list.operation.answer);
      const chosen = [fields[0] ?? "", fields.at(-1) ?? ""];
      const { data } = await get(path, { fields: chosen.join(","), items_per_page: 2 });
      for (const item of data) {
        assert.deepEqual(Object.keys(item).toSorted(), [...new Set(chosen)].toSorted());
      }
      const { errors } = await get(path, { fields: `${chosen[0]},password_hash` }, 422);
      assert.equal(errors[0].pointer, "/fields");
    });
  }
});

/** Walks to the end, a part of the list each time. */
async function* partsOf(
  { api }: ApiTest,
  path: string,
  query: Query,
): AsyncGenerator<Json[], void, void> {
  let cursor: string | null = null;
  for (let part = 1; part === 1 || cursor !== null; part++) {
    const url = withQuery(path, { ...query, ...(cursor === null ? {} : { cursor }) });
    const { status, body } = await api.call("GET", url);
    assert.equal(status, 200, `${url}: ${JSON.stringify(body)}`);
    assert.equal(body.page, part);
    assert.equal(body.next_cursor === null, !body.has_more);
    cursor = body.next_cursor;
    yield body.data;
  }
}

async function walk(test: ApiTest, path: string, query: Query): Promise<Json[]> {
  return (await Array.fromAsync(partsOf(test, path, query))).flat();
}

Deno.test("a walk by cursors goes through a list as its pages do, in every order", async (t) => {
  await using test = await apiTest({ worker: false });
  const rows = await fill(test);
  for (const list of walked) {
    const path = pathOf(list, rows);
    const { sort } = list.operation.query.shape;
    const sorts: string[] = sort ? sort.unwrap().options : [""];
    for (const one of sorts) {
      await t.step(`${list.path} ${one}`, async () => {
        const query: Query = one ? { sort: one } : {};
        const { body: whole } = await test.api.call(
          "GET",
          withQuery(path, { ...query, items_per_page: 100 }),
        );
        const seen = await walk(test, path, { ...query, items_per_page: 2 });
        assert.ok(seen.length > 2, "too few rows to tell");
        assert.deepEqual(seen, whole.data);
      });
    }
  }
});

/** Rows come to each list, and every row there is changes, to the front of any list by change. */
async function changeAll(test: ApiTest, rows: Rows): Promise<void> {
  const { api, owner, test: { services } } = test;
  const { db } = services;
  await insertCompany(test, rows);
  await sql`update workspaces set updated_at = now(), name = left('Z' || name, 100)`.execute(db);
  await createJob(owner, db, { ...JUDGED_JOB, title: "In between" });
  await addNote(owner, db, { candidateId: rows.candidate, text: "In between" });
  await sendFeedback(owner, services, { title: "In between", text: "Text", page: null });
  await moveResumes(owner, services, {
    resumeIds: [rows.resume],
    to: { decision: Math.random() < 0.5 ? "rejected" : "shortlisted" },
    reasonCode: "other",
  });
  await api.call("POST", `/webhooks/${rows.webhook}/test`);
  await api.call("POST", "/tasks/task?message=between");
  await insertMember(db, owner.workspaceId);
  await sql`update users set updated_at = now(), name = left('Z' || name, 100)`.execute(db);
  await sql`update tasks set started_at = now()`.execute(db);
  await sql`update jobs set updated_at = now(), title = left('.' || title, 100)`.execute(db);
  await sql`update candidates set updated_at = now(), name = left('Z' || name, 100)`.execute(db);
  await sql`update notes set updated_at = now()`.execute(db);
  await sql`update resumes set updated_at = now(), status = case status when 'done' then 'waiting'
    else 'done' end`.execute(db);
  await sql`
    with made as (insert into candidates (workspace_id, name) values (${owner.workspaceId}, 'Aa')
      returning id)
    insert into resumes (workspace_id, job_id, candidate_id, file_name, content_hash, size_bytes)
    select ${owner.workspaceId}, ${rows.job}, id, 'a.txt', sha256(id::text::bytea), 1 from made`
    .execute(db);
}

/** A walk through one of the lists that are walked at the same time. */
interface Walking {
  readonly path: string;
  readonly parts: AsyncGenerator<Json[], void, void>;
  readonly before: readonly string[];
  readonly seen: string[];
  isOver: boolean;
}

const idOf = (row: Json): string => row.id ?? row.entry_id ?? row.resume_id ?? row.resume?.id;

async function beginWalk(test: ApiTest, rows: Rows, list: PlacedOperation): Promise<Walking> {
  const path = pathOf(list, rows);
  const sort = STEADY[list.path];
  assert.ok(sort || !("sort" in list.operation.query.shape), `${list.path} is not in STEADY`);
  const query: Query = { items_per_page: 2, ...(sort ? { sort } : {}) };
  const before = (await walk(test, path, query)).map(idOf);
  return { path, parts: partsOf(test, path, query), before, seen: [], isOver: false };
}

Deno.test("a walk by cursors sees each row once while rows are added and changed", async () => {
  await using test = await apiTest({ worker: false });
  const rows = await fill(test);
  const walks: Walking[] = [];
  for (const list of walked) walks.push(await beginWalk(test, rows, list));
  // A part of each list, then a change of all of them: each grows by less than a part.
  for (let left = walks; left.length > 0; left = left.filter(({ isOver }) => !isOver)) {
    for (const one of left) {
      const { value, done } = await one.parts.next();
      one.isOver = done ?? false;
      one.seen.push(...(value ?? []).map(idOf));
    }
    await changeAll(test, rows);
  }
  for (const { path, seen, before } of walks) {
    assert.equal(new Set(seen).size, seen.length, `${path}: a row came twice`);
    for (const id of before) assert.ok(seen.includes(id), `${path}: ${id} was missed`);
  }
});

Deno.test("a cursor holds for its list, order, filter and workspace alone", async () => {
  await using test = await apiTest({ worker: false });
  const rows = await fill(test);
  const stranger = await test.addPerson("owner", "own");
  const path = "/candidates?items_per_page=2&sort=name";
  const { body: { next_cursor: cursor } } = await test.api.call("GET", path);
  const changed = Buffer.from(
    JSON.stringify(
      JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))).with(3, [
        "0",
        "\u0000",
        "no id",
      ]),
    ),
  ).toString("base64url");
  const other = [
    "/candidates?sort=-name",
    "/candidates?sort=name&tag=a",
    "/candidates?sort=name&updated_since=2020-01-01T00:00:00Z",
    "/jobs?sort=title",
    `/jobs/${rows.job}/resumes?`,
    `/jobs/${rows.job}/ranking?`,
  ];
  const tries = [...other.map((one) => `${one}&cursor=${cursor}`)];
  for (const one of ["", "x", "bm8", changed, `${cursor}x`, "W10", "%00"]) {
    tries.push(`/candidates?sort=name&cursor=${one}`);
  }
  for (const one of tries) {
    const { status, body } = await test.api.call("GET", one);
    assert.equal(status, 422, one);
    assert.equal(body.errors[0].pointer, "/cursor", one);
  }
  const { status } = await stranger.call("GET", `${path}&cursor=${cursor}`);
  assert.equal(status, 422);
  const { body } = await test.api.call(
    "GET",
    `${path}&cursor=${cursor}&page=17&items_per_page=3`
      .replace("items_per_page=2&", ""),
  );
  assert.equal(body.page, 2, "the page is the walk's");
  assert.equal(body.data.length, 3, "its size may change on the way");
});

Deno.test("openWalk() goes through any order once, in whatever parts", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const row = fc.record({
    score: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -2, max: 2 })),
    name: fc.string({ maxLength: 3 }).filter((name) => !name.includes("\0")),
  });
  const keys: OrderKey[] = [
    { sql: sql`coalesce(-score, 'Infinity')`, type: "double precision" },
    { sql: sql`name collate "C"`, type: "text", isDescending: true },
    { sql: sql`id`, type: "integer" },
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      async (given, itemsPerPage, isReversed) => {
        const order = isReversed ? reversed(keys) : keys;
        const json = JSON.stringify(given.map((one, id) => ({ ...one, id })));
        const from = sql`jsonb_to_recordset(${json}::text::jsonb)
          as t (id integer, score double precision, name text)`;
        const whole = openWalk({ page: 1, itemsPerPage: 100 }, order, []);
        const { rows: all } = await sql<{ id: number }>`
          select id from ${from} order by ${whole.order}`.execute(db);
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const part = openWalk({ page: 1, itemsPerPage, cursor }, order, []);
          const { rows } = await sql<{ id: number; placeKey: string }>`
            select id, ${part.key} as place_key from ${from} where ${part.isBehind}
            order by ${part.order} limit ${part.limit} offset ${part.offset}`.execute(db);
          const page = part.page(rows, given.length, ({ id }) => id);
          seen.push(...page.data);
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        assert.deepEqual(seen, all.map(({ id }) => id));
      },
    ),
    { numRuns: 40 },
  );
  assert.throws(
    () => openWalk({ page: 1, itemsPerPage: 1, cursor: "e30" }, keys, []),
    InvalidInput,
  );
});

Deno.test("updated_since tells what has changed since, whatever changed it", async (t) => {
  await using test = await apiTest({ worker: false });
  const rows = await fill(test);
  const { api, test: { services: { db } } } = test;
  const { body: { data: [ranked] } } = await api.call("GET", `/jobs/${rows.job}/ranking`);
  const other = ranked.resume_id === rows.resume
    ? (await api.call("GET", `/jobs/${rows.job}/ranking`)).body.data[1]
    : ranked;
  const { body: evaluation } = await api.call("GET", `/resumes/${rows.resume}/evaluation`);
  const jobs = "/jobs", people = "/candidates";
  const resumes = `/jobs/${rows.job}/resumes`, ranking = `/jobs/${rows.job}/ranking`;
  const notes = `/candidates/${rows.candidate}/notes`, activity = `/jobs/${rows.job}/activity`;
  const moves = `/resumes/${rows.resume}/moves`;
  const deliveries = `/webhooks/${rows.webhook}/deliveries`;
  const all = [
    ...[jobs, people, resumes, ranking, notes, activity, "/feedback"],
    ...[moves, deliveries, "/users"],
  ];
  const changes: [string, () => Promise<unknown>, string[]][] = [
    ["nothing", () => Promise.resolve(), []],
    [
      "a title",
      () => api.call("PATCH", `/jobs/${rows.job}`, { json: { title: "Renamed" } }),
      [jobs, activity],
    ],
    [
      "a requirement",
      () =>
        api.call("PUT", `/jobs/${rows.job}/requirements`, {
          json: {
            requirements: evaluation.matches.map((one: Json) => ({
              id: one.requirement_id,
              name: one.requirement,
              importance: 5,
            })),
          },
        }),
      [jobs, activity],
    ],
    ["an upload", () => api.upload(rows.job, { "new.txt": "New Person\nCook" }), [
      jobs,
      resumes,
      ranking,
      activity,
    ]],
    [
      "a name",
      () => api.call("PATCH", `/candidates/${rows.candidate}`, { json: { name: "New Name" } }),
      [people, resumes, ranking],
    ],
    [
      "a move",
      () =>
        api.call("POST", "/moves", {
          json: { resumes: [{ id: rows.resume }], to: { decision: "shortlisted" } },
        }),
      [jobs, people, resumes, ranking, activity, moves],
    ],
    ["a delivery", () => api.call("POST", `/webhooks/${rows.webhook}/test`), [deliveries]],
    [
      "an account",
      () => api.call("PATCH", "/user/olga", { json: { name: "Olga Other" } }),
      ["/users"],
    ],
    [
      "a note",
      () => api.call("POST", `/candidates/${rows.candidate}/notes`, { json: { text: "New" } }),
      [people, resumes, ranking, notes],
    ],
    [
      "a tag",
      () => api.call("POST", `/candidates/${rows.candidate}/tags`, { json: { tag: "New" } }),
      [people, resumes, ranking],
    ],
    [
      "feedback",
      () => api.call("POST", "/feedback", { json: { title: "New", text: "New" } }),
      ["/feedback"],
    ],
    ["a removal", () => api.call("DELETE", `/resumes/${other.resume_id}`), [jobs, activity]],
  ];
  for (const [name, change, told] of changes) {
    await t.step(name, async () => {
      const { rows: [clock] } = await sql<{ at: Date }>`
        select clock_timestamp() + interval '2 ms' as at, pg_sleep(0.005)`.execute(db);
      await change();
      const since = clock?.at.toISOString() ?? "";
      const found: string[] = [];
      for (const path of all) {
        const { body } = await api.call("GET", withQuery(path, { updated_since: since }));
        if (body.data.length > 0) found.push(path);
      }
      assert.deepEqual(found, all.filter((path) => told.includes(path)));
    });
  }
  await t.step("a task, when it is made and when it ends", async () => {
    const idsSince = async (since: Date) => {
      const { body } = await api.call("GET", `/tasks?updated_since=${since.toISOString()}`);
      return body.data.map(({ id }: Json) => id);
    };
    const now = async () => {
      const { rows: [clock] } = await sql<{ at: Date }>`
        select clock_timestamp() + interval '2 ms' as at, pg_sleep(0.005)`.execute(db);
      return clock?.at ?? assert.fail();
    };
    const before = await now();
    const { body: { id } } = await api.call("POST", "/tasks/task?message=told");
    assert.deepEqual(await idsSince(before), [id]);
    const after = await now();
    assert.deepEqual(await idsSince(after), []);
    await api.call("POST", `/tasks/task/${id}/cancel`);
    // What is cancelled may leave a task of its own behind.
    assert.ok((await idsSince(after)).includes(id));
  });
  for (const since of ["yesterday", "2026-03-01", "2026-02-30T00:00:00Z", "2026-03-01T00:00:00"]) {
    const { status } = await api.call("GET", `/jobs?updated_since=${since}`);
    assert.equal(status, 422, since);
  }
  const { status } = await api.call("GET", "/jobs?updated_since=2026-03-01T10:00:00%2B02:00");
  assert.equal(status, 200);
});
