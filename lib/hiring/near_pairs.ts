import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/database.ts";
import { bandsOf, estimateSimilarity, NEAR, signatureOf, similarityOf } from "./near_text.ts";
import { toE164 } from "./phones.ts";

/** What is stored of a text so that those like it can be found. */
export function nearColumns(text: string) {
  const nearSignature = signatureOf(text);
  return { nearSignature, nearBands: nearSignature && bandsOf(nearSignature) };
}

/** Signatures say 0.7 of a pair that is 0.8 alike often enough; its texts decide. */
const WORTH_COMPARING = NEAR - 0.1;

/** A template that a thousand people fill in must not make a million pairs. */
const MAX_SHARING_BUCKETS = 300;
const MAX_PAIRS = 10;

interface ReadText {
  readonly id: string;
  readonly workspaceId: string;
  readonly text: string | null;
  readonly nearSignature: number[] | null;
  readonly nearBands: number[] | null;
}

/**
 * Holds a résumé's text against all others of its workspace and notes those that are nearly the
 * same. Call it after the transaction that stored the text: of two résumés that are read at the
 * same moment, the later one then sees the other.
 */
export async function compareText(db: Db, resumeId: string): Promise<void> {
  const resume = await db.selectFrom("resumes")
    .select(["id", "workspaceId", "text", "nearSignature", "nearBands"])
    .where("id", "=", resumeId).where("status", "=", "done").executeTakeFirst();
  if (resume) await comparePairs(db, resume);
}

async function comparePairs(db: Db, resume: ReadText): Promise<void> {
  const pairs = await findPairs(db, resume);
  if (pairs.length > 0) {
    // With a look at the résumés, of which one may be gone by now.
    await sql`
      insert into near_texts (workspace_id, first_id, second_id, similarity)
      select r.workspace_id, least(r.id, ${resume.id}), greatest(r.id, ${resume.id}), p.similarity
      from unnest(
        ${pairs.map(({ id }) => id)}::uuid[],
        ${pairs.map(({ similarity }) => similarity)}::double precision[]
      ) as p (id, similarity)
      join resumes r on r.id = p.id
      where exists (select from resumes where id = ${resume.id})
      on conflict do nothing`.execute(db);
  }
  await db.updateTable("resumes").set({ nearComparedAt: new Date() })
    .where("id", "=", resume.id).execute();
}

/**
 * The latest of the other résumés that share a bucket; its plan is looked at by a test. Bucket by
 * bucket, because the planner takes a list of them for a good part of the table.
 */
export function sharingBuckets(
  workspaceId: string,
  resumeId: string,
  nearBands: readonly number[],
): RawBuilder<{ id: string; nearSignature: number[] }> {
  return sql`
    with sharing as materialized (
      select distinct on (r.id) r.id, r.near_signature
      from unnest(${nearBands}::integer[]) as band
      join visible_resumes r on r.workspace_id = ${workspaceId} and r.near_bands @> array[band]
    )
    select * from sharing where id <> ${resumeId} order by id desc limit ${MAX_SHARING_BUCKETS}`;
}

async function findPairs(db: Db, { id, workspaceId, text, nearSignature, nearBands }: ReadText) {
  if (text === null || nearSignature === null || nearBands === null) return [];
  const { rows } = await sharingBuckets(workspaceId, id, nearBands).execute(db);
  const likely = rows
    .map((row) => ({
      id: row.id,
      estimate: estimateSimilarity(nearSignature, row.nearSignature),
    }))
    .filter(({ estimate }) => estimate >= WORTH_COMPARING)
    .toSorted((a, b) => b.estimate - a.estimate).slice(0, MAX_PAIRS);
  if (likely.length === 0) return [];
  const texts = await db.selectFrom("resumes").select(["id", "text"])
    .where("id", "in", likely.map((one) => one.id)).execute();
  return texts.map((one) => ({ id: one.id, similarity: similarityOf(text, one.text ?? "") }))
    .filter(({ similarity }) => similarity >= NEAR);
}

const BATCH = 50;

/**
 * Does for résumés that were read before there were signatures what is done for new ones at once,
 * and makes up for a worker that was killed in between.
 *
 * @returns How many there were.
 */
export async function compareOldTexts(db: Db, signal: AbortSignal): Promise<number> {
  for (let count = 0;;) {
    signal.throwIfAborted();
    const batch = await selectUncompared(db);
    for (const { candidateId, phone, ...resume } of batch) {
      const { nearSignature, nearBands } = resume.nearSignature === null
        ? nearColumns(resume.text ?? "")
        : resume;
      await db.updateTable("resumes").set({ nearSignature, nearBands })
        .where("id", "=", resume.id).execute();
      await fillPhone(db, candidateId, phone);
      await comparePairs(db, { ...resume, nearSignature, nearBands });
    }
    count += batch.length;
    if (batch.length < BATCH) return count;
  }
}

function selectUncompared(db: Db) {
  return db.selectFrom("resumes")
    .leftJoin("candidates", "candidates.id", "resumes.candidateId")
    .select(["resumes.id", "resumes.workspaceId", "resumes.text", "resumes.nearSignature"])
    .select(["resumes.nearBands", "resumes.candidateId", OWN_PHONE.as("phone")])
    .where("resumes.status", "=", "done").where("resumes.nearComparedAt", "is", null)
    .orderBy("resumes.id").limit(BATCH).execute();
}

/** The number that was read, whichever a merge shows. */
const OWN_PHONE = sql<string | null>`
  case when candidates.own is null then candidates.phone else candidates.own ->> 'phone' end`;

async function fillPhone(db: Db, candidateId: string | null, phone: string | null): Promise<void> {
  const phoneE164 = toE164(phone);
  if (candidateId === null || phoneE164 === null) return;
  await db.updateTable("candidates").set({ phoneE164 })
    .where("id", "=", candidateId).where("phoneE164", "is", null).execute();
}
