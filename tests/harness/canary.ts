import assert from "node:assert/strict";
import { sql } from "kysely";
import { linkToken } from "../../lib/accounts/mail_links.ts";
import type { Db } from "../../lib/platform/database.ts";
import type { RedisClients } from "../../lib/platform/redis.ts";
import { type ApiTest, type Json, until, untilRanked } from "./api.ts";
import { JOB, WEBHOOK } from "./rows.ts";
import type { S3Server } from "./s3_server.ts";

/** A name that stands nowhere else. */
export const CANARY = "Quillonax";

export const RESUME = [
  `Mira ${CANARY}`,
  `mira@${CANARY.toLowerCase()}.example`,
  "",
  "Work experience",
  `Backend engineer, ${CANARY} Labs`,
  "January 2015 - December 2024",
  "- TypeScript and PostgreSQL for booking systems of small hotels",
].join("\n");

/** Where a word stands: every column of every table, whatever its type, as it is written out. */
export async function tablesWith(db: Db, word: string): Promise<string[]> {
  const { rows: columns } = await sql<{ tableName: string; columnName: string; type: string }>`
    select c.table_name, c.column_name, c.udt_name as type from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
    order by 1, 2`.execute(db);
  assert.ok(columns.length > 300, "it looks into the tables of the product");
  const found: string[] = [];
  const hex = new TextEncoder().encode(word).toHex();
  const small = new TextEncoder().encode(word.toLowerCase()).toHex();
  for (const [table, its] of Map.groupBy(columns, ({ tableName }) => tableName)) {
    const counts = its.map(({ columnName, type }) => {
      const text = sql`${sql.ref(columnName)}::text`;
      return type === "bytea" || type === "_bytea"
        ? sql`count(*) filter (where ${text} like ${`%${hex}%`} or ${text} like ${`%${small}%`})
            as ${sql.ref(columnName)}`
        : sql`count(*) filter (where ${text} ilike ${`%${word}%`}) as ${sql.ref(columnName)}`;
    });
    const { rows: [row] } = await sql<Record<string, number>>`
      select ${sql.join(counts)} from ${sql.table(table)}`.execute(db);
    for (const [column, count] of Object.entries(row ?? {})) {
      if (count > 0) found.push(`${table}.${column}`);
    }
  }
  return found;
}

export async function filesWith(folder: string, word: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) found.push(...await filesWith(path, word));
    else if ((await Deno.readTextFile(path)).toLowerCase().includes(word.toLowerCase())) {
      found.push(path);
    }
  }
  return found;
}

export function objectsWith({ objects }: S3Server, word: string): string[] {
  const has = (text: string) => text.toLowerCase().includes(word.toLowerCase());
  return [...objects].flatMap(([key, { bytes }]) =>
    has(`${key} ${new TextDecoder("latin1").decode(bytes)}`) ? [key] : []
  );
}

export async function ok(of: ApiTest, method: string, path: string, json?: unknown): Promise<Json> {
  const { status, body } = await of.api.call(method, path, json === undefined ? {} : { json });
  assert.ok(status < 300, `${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** Leads somebody through all that can be done with them; answers their id. */
export async function throughEveryFlow(test: ApiTest): Promise<string> {
  const { api } = test;
  const job = await ok(test, "POST", "/jobs", JOB);
  const blind = await ok(test, "POST", "/jobs", { ...JOB, title: "Blind" });
  await ok(test, "PATCH", `/jobs/${blind.id}`, { is_blind: true });
  await ok(test, "POST", "/webhooks", {
    ...WEBHOOK,
    events: ["resume.evaluated", "decision.made"],
  });
  const { body: { data: [resume, twin] } } = await api.upload(job.id, {
    [`${CANARY}.txt`]: RESUME,
    "near.txt": `${RESUME}\n- Dutch`,
  });
  const { body: { data: [masked] } } = await api.upload(blind.id, { [`cv ${CANARY}.txt`]: RESUME });
  await untilRanked(api, job.id);
  await untilRanked(api, blind.id);
  const candidateOf = async (id: string) => (await ok(test, "GET", `/resumes/${id}`)).candidate.id;
  const candidate = await candidateOf(resume.id);
  await ok(test, "POST", `/candidates/${candidate}/merges`, {
    merge_id: await candidateOf(twin.id),
  });
  await ok(test, "PATCH", `/candidates/${candidate}`, { place: `${CANARY}stad`, consent: "given" });
  await ok(test, "POST", `/candidates/${candidate}/notes`, { text: `${CANARY} called` });
  await ok(test, "POST", `/candidates/${candidate}/tags`, { tag: CANARY });
  const evaluation = await ok(test, "GET", `/resumes/${resume.id}/evaluation`);
  await ok(test, "POST", `/evaluations/${evaluation.id}/overrides`, {
    requirement_id: evaluation.matches[0].requirement_id,
    match: "PARTIAL",
    reason: `As ${CANARY} said`,
  });
  await ok(test, "GET", `/evaluations/${evaluation.id}/receipt`);
  await ok(test, "GET", `/resumes/${resume.id}/profile`);
  await ok(test, "GET", `/jobs/${job.id}/ranking`);
  await ok(test, "GET", `/search?q=${CANARY}`);
  await ok(test, "POST", `/jobs/${job.id}/engine_comparison`);
  await until(
    () => ok(test, "GET", `/jobs/${job.id}/engine_comparison`),
    ({ status }) => status === "done",
  );
  await ok(test, "POST", "/moves", {
    resumes: [{ id: resume.id }, { id: masked.id }],
    to: { decision: "rejected" },
    reason_code: "other",
    reason: `${CANARY} chose another`,
  });
  const unmasked = await candidateOf(masked.id);
  await ok(test, "POST", `/candidates/${candidate}/merges`, { merge_id: unmasked });
  const draft = await ok(test, "GET", `/resumes/${resume.id}/letter_draft?kind=rejection`);
  const { kind, language, recipient, subject, text, draft_key } = draft;
  const letter = await ok(test, "POST", `/resumes/${resume.id}/letters`, {
    ...{ kind, language, recipient, subject, text, draft_key },
  });
  await until(() => ok(test, "GET", `/letters/${letter.id}`), ({ state }) => state === "sent");
  await ok(test, "PATCH", `/candidates/${candidate}`, { email: `mira@${CANARY}.example` });
  await ok(test, "POST", `/candidates/${candidate}/page_links`, { language: "en" });
  await askByPage(test, candidate, `${CANARY} lives elsewhere`);
  await test.test.services.db.insertInto("modelRequests").values({
    workspaceId: test.owner.workspaceId,
    jobId: job.id,
    resumeId: resume.id,
    kind: "opinion",
    language: "en",
    model: "none",
    requirementsVersion: 1,
    engineVersion: "1",
    status: "done",
    result: { says: CANARY },
  }).execute();
  return candidate;
}

/** Asks for a correction on the page of the link that was sent last, once its mail has left. */
async function askByPage({ test, url }: ApiTest, candidateId: string, text: string) {
  const { db } = test.services;
  const link = await db.selectFrom("mailLinks").select("id").where("candidateId", "=", candidateId)
    .executeTakeFirstOrThrow();
  await until(
    () => db.selectFrom("mails").select("state").where("linkId", "=", link.id).execute(),
    (mails) => mails.every(({ state }) => state === "sent"),
  );
  const token = await linkToken(test.config, link.id);
  const answer = await fetch(`${url}/your-data/${token}/requests`, {
    method: "POST",
    headers: { origin: url },
    body: new URLSearchParams({ kind: "correction", text }),
    redirect: "manual",
  });
  assert.equal(answer.status, 303);
  await answer.body?.cancel();
}

/** Waits until the bytes of files that were deleted are removed too. */
export async function untilRemoved(db: Db): Promise<void> {
  await until(
    () =>
      db.selectFrom("tasks").select(["state", "error"]).where("name", "=", "remove_bytes")
        .execute(),
    (tasks) => tasks.every(({ state }) => state === "done"),
  );
}

/** The keys of Redis with a word in them or in what they hold. */
export async function keysWith(redis: RedisClients, word: string): Promise<string[]> {
  const found: string[] = [];
  const { cache } = redis;
  const read: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => cache.get(key),
    hash: (key) => cache.hGetAll(key),
    stream: (key) => cache.xRange(key, "-", "+"),
    set: (key) => cache.sMembers(key),
    zset: (key) => cache.zRange(key, 0, -1),
  };
  for await (const keys of cache.scanIterator({ MATCH: `${redis.prefix}*` })) {
    for (const key of keys) {
      const value = JSON.stringify(await read[await cache.type(key)]?.(key) ?? null);
      if (value.toLowerCase().includes(word.toLowerCase())) found.push(key);
    }
  }
  return found;
}
