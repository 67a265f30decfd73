import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { Refusal } from "../documents/refusal.ts";
import type { HiddenText } from "../documents/types.ts";
import { type LinkedFile, savedAs, type SavedFile } from "../platform/attachment.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, NotFound } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import { COUNT, openWalk, type OrderKey, orderOf } from "../platform/cursor.ts";
import { containing } from "../platform/like_pattern.ts";
import { type CursorPageOf, type CursorQuery, sortField } from "../platform/page_of.ts";
import type { Services } from "../platform/services.ts";
import { hasCandidate } from "./job_candidates.ts";
import { lockJob, noJob } from "./job_lock.ts";
import { CHANGED, countHidden } from "./judging.ts";
import { removeOrphans } from "./people.ts";
import { requireNotHeld } from "./privacy/legal_holds.ts";
import { tellProgress } from "./progress.ts";
import { maskHidden, maskOf } from "./resume_masks.ts";
import { ResumeRow, selectRows, toRow } from "./resume_rows.ts";
import { type FileName, readSafe, scanOnce } from "./safe_files.ts";
import { ResumeCounts, ResumeStatus, Span } from "./states.ts";
import { enqueueReadResume } from "./tasks.ts";

/** Something about a file that a person should know; it changed no verdict. */
export const ResumeWarning = z.object({
  code: z.enum(["hidden_text", "doubtful_recognition"]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ResumeWarning = z.infer<typeof ResumeWarning>;

/** Text of a file that nobody would see; it was not counted. */
export const HiddenPart = z.object({
  page: z.int(),
  at: z.int(),
  text: z.string(),
  cause: z.enum(["colour", "size", "off_page", "invisible", "vanish"]),
});

/** Pages that are pictures, whose words were made out and may hold wrong letters. */
export const Recognition = z.object({
  pages: z.array(z.int()).meta({ description: "Their numbers, from 1." }),
  confidence: z.number().nullable().meta({
    description: "How sure that is, 0 to 1; null where the scanner did it, which does not tell.",
  }),
});

/** Below this so many letters are wrong that a person should look at the file itself. */
export const DOUBTFUL_BELOW = 0.75;

/** A résumé with its text; `pages` are ranges of it. */
export const Resume = ResumeRow.extend({
  text: z.string().nullable(),
  pages: z.array(Span),
  hidden: z.array(HiddenPart),
  /** Null where every page has a text of its own. */
  recognition: Recognition.nullable(),
  /** Whether its first page shows a portrait; null where that is not known, and while it is masked. */
  hasPhoto: z.boolean().nullable(),
  warnings: z.array(ResumeWarning),
  candidate: z.object({
    id: Id,
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    place: z.string().nullable(),
  }).nullable(),
});
export type Resume = z.infer<typeof Resume>;

const ORDERS = {
  attention: [
    {
      sql:
        sql`array_position(array['failed', 'judging', 'reading', 'waiting', 'done'], resumes.status)`,
      type: "integer",
    },
    { sql: sql`resumes.id`, type: "uuid" },
  ],
  created_at: [{ sql: sql`resumes.id`, type: "uuid" }],
  updated_at: [
    { sql: sql`resumes.updated_at`, type: "timestamptz" },
    { sql: sql`resumes.id`, type: "uuid" },
  ],
} satisfies Record<string, readonly OrderKey[]>;

/** By what needs a person first, by their arrival, or by their last change. */
export const ResumeSort = sortField(["attention", "created_at", "updated_at"]);
export type ResumeSort = z.infer<typeof ResumeSort>;

export interface ResumeFilter extends CursorQuery {
  readonly sort?: ResumeSort | undefined;
  /** Only those that have changed at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
  readonly status?: readonly ResumeStatus[] | undefined;
  /** Part of the file's or the candidate's name, in any case. */
  readonly q?: string | undefined;
}

/**
 * The résumés of a job: first those that need a person, then those under way, then the others;
 * in the order of their arrival.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function listResumes(
  actor: Principal,
  db: Db,
  jobId: string,
  filter: ResumeFilter,
): Promise<CursorPageOf<ResumeRow>> {
  requirePermission(actor, "resumes:read");
  const { status, q, updatedSince, sort = "attention" } = filter;
  const scope = ["resumes", actor.workspaceId, jobId, status, q, updatedSince, sort];
  const walk = openWalk(filter, orderOf(ORDERS, sort), scope);
  let query = db.selectFrom("resumes")
    .where("resumes.workspaceId", "=", actor.workspaceId).where("resumes.jobId", "=", jobId);
  if (status?.length) query = query.where("resumes.status", "in", status);
  if (updatedSince) {
    const since = new Date(updatedSince);
    const changed = hasCandidate(jobId, sql`updated_at >= ${since}`, "resumes");
    query = query.where((eb) => eb.or([eb("resumes.updatedAt", ">=", since), changed]));
  }
  if (q) {
    const named = hasCandidate(jobId, sql`name ilike ${containing(q)}`, "resumes");
    query = query.where((eb) => eb.or([eb("resumes.fileName", "ilike", containing(q)), named]));
  }
  // Sorted by ids alone: what is shown of a résumé is read for those of the page.
  const page = query.select("resumes.id").select(walk.key.as("placeKey"))
    .where(walk.isBehind).orderBy(walk.order).limit(walk.limit).offset(walk.offset).as("page");
  const [rows, count] = await Promise.all([
    selectRows(db, actor.workspaceId).innerJoin(page, "page.id", "resumes.id")
      .select("page.placeKey").orderBy(walk.order).execute(),
    walk.total(() => query.select(COUNT).executeTakeFirstOrThrow()),
    requireJob(db, actor.workspaceId, jobId),
  ]);
  return walk.page(rows, count, toRow);
}

/**
 * How many résumés of a job stand where.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function countResumes(
  actor: Principal,
  db: Db,
  jobId: string,
): Promise<ResumeCounts> {
  requirePermission(actor, "resumes:read");
  const [rows] = await Promise.all([
    db.selectFrom("resumes")
      .select((eb) => ["status", eb.fn.countAll<number>().as("count")])
      .where("jobId", "=", jobId).where("workspaceId", "=", actor.workspaceId)
      .groupBy("status").execute(),
    requireJob(db, actor.workspaceId, jobId),
  ]);
  const counts = { waiting: 0, reading: 0, judging: 0, done: 0, failed: 0, total: 0 };
  for (const { status, count } of rows) {
    counts[ResumeStatus.parse(status)] = count;
    counts.total += count;
  }
  return counts;
}

/** @throws {NotFound} If there is no such job in the workspace. */
export async function requireJob(db: Db | Trx, workspaceId: string, jobId: string): Promise<void> {
  const job = await db.selectFrom("jobs").select("id")
    .where("id", "=", jobId).where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (!job) throw noJob(jobId);
}

/**
 * A résumé with its text. Who reads it is written down.
 *
 * @throws {NotFound} If there is no such résumé in the workspace.
 */
export async function getResume(actor: Principal, db: Db, resumeId: string): Promise<Resume> {
  requirePermission(actor, "resumes:read");
  const row = await selectRows(db, actor.workspaceId).where("resumes.id", "=", resumeId)
    .select([
      "resumes.text",
      "resumes.secrets",
      "resumes.pages",
      "resumes.hidden",
      "resumes.recognition",
      "resumes.hasPhoto",
      "candidates.email",
      "candidates.phone",
      "candidates.place",
    ])
    .executeTakeFirst();
  if (!row) throw noResume(resumeId);
  await audit(db, actor, "resume.read", resumeId, {}, { jobId: row.jobId, resumeId });
  const hidden = row.hidden as unknown as HiddenText[];
  const { candidate, ...rest } = toRow(row);
  const { email, phone, place } = row;
  const mask = maskOf(row);
  const pages = row.pages as unknown as Resume["pages"];
  const recognition = row.recognition as unknown as Resume["recognition"];
  return {
    ...rest,
    candidate: candidate && { ...candidate, email, phone, place },
    text: mask ? mask.text : row.text,
    pages: pages.map((page) => mask ? mask.moved(page) : page),
    hidden: hidden.map((part) => mask ? maskHidden(part, mask) : { ...part }),
    recognition,
    hasPhoto: row.isMasked ? null : row.hasPhoto,
    warnings: warningsOf(hidden, recognition),
  };
}

/**
 * The file as it came. Who downloads it is written down.
 *
 * @throws {NotFound} If there is no such résumé in the workspace, or its bytes were not kept.
 * @throws {Conflict} If it is masked, which a file cannot be, or infected.
 * @throws {Unavailable} If the storage or the virus scanner is away.
 */
export async function readOriginal(
  actor: Principal,
  services: Pick<Services, "config" | "db" | "storage">,
  resumeId: string,
): Promise<SavedFile> {
  requirePermission(actor, "resumes:read");
  const { db } = services;
  const row = await selectOriginal(actor, db, resumeId);
  const bytes = await checked(row, readSafe(services, fileOf(actor, resumeId)));
  if (!bytes) throw new NotFound(`"${row.fileName}" was too large to be kept: upload it smaller`);
  await audit(db, actor, "resume.downloaded", resumeId, {}, { jobId: row.jobId, resumeId });
  return { fileName: row.fileName, kind: row.kind, bytes };
}

/**
 * The file as it came, or where a browser fetches it for a short while. Who asks is written down.
 *
 * @throws {NotFound} If there is no such résumé in the workspace, or its bytes were not kept.
 * @throws {Conflict} If it is masked, which a file cannot be, or infected.
 * @throws {Unavailable} If the storage or the virus scanner is away.
 */
export async function openOriginal(
  actor: Principal,
  services: Pick<Services, "config" | "db" | "storage">,
  resumeId: string,
): Promise<SavedFile | LinkedFile> {
  requirePermission(actor, "resumes:read");
  const { db, storage } = services;
  const row = await selectOriginal(actor, db, resumeId);
  await checked(row, scanOnce(services, fileOf(actor, resumeId)));
  const url = await storage.link(db, resumeKey(resumeId), actor.workspaceId, savedAs(row));
  if (!url) return await readOriginal(actor, services, resumeId);
  await audit(db, actor, "resume.downloaded", resumeId, {}, { jobId: row.jobId, resumeId });
  return { url };
}

function fileOf({ workspaceId }: Principal, resumeId: string): FileName {
  return { key: resumeKey(resumeId), workspaceId };
}

/** @throws {Conflict} If the file is infected. */
async function checked<T>({ fileName }: { fileName: string }, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Conflict(`"${fileName}" holds malware: remove it`, { cause: error });
  }
}

async function selectOriginal({ workspaceId }: Principal, db: Db, resumeId: string) {
  const row = await db.selectFrom("resumes").select(["fileName", "kind", "jobId", "isMasked"])
    .where("id", "=", resumeId).where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (!row) throw noResume(resumeId);
  if (row.isMasked) {
    throw new Conflict(`"${row.fileName}" is masked: take the mask off to download the file`);
  }
  return { ...row, kind: row.kind as ResumeRow["kind"] };
}

/**
 * Reads a failed résumé once more.
 *
 * @throws {NotFound} If there is no such résumé in the workspace.
 * @throws {Conflict} If it has not failed, or its bytes were not kept.
 */
export async function retryResume(
  actor: Principal,
  services: Pick<Services, "db" | "redis" | "storage">,
  resumeId: string,
): Promise<ResumeRow> {
  requirePermission(actor, "resumes:write");
  const row = await services.db.transaction().execute(async (trx) => {
    const before = await selectResume(trx, actor.workspaceId, resumeId);
    const isKept = await services.storage.has(trx, resumeKey(resumeId), actor.workspaceId);
    if (before.status === "failed" && !isKept) {
      throw new Conflict(
        `"${before.fileName}" was not kept, because of its size or its ZIP: upload it smaller, ` +
          "or by itself",
      );
    }
    const moved = await trx.updateTable("resumes")
      .set({ status: "waiting", errorCode: null, errorParams: {}, ...CHANGED })
      .where("id", "=", resumeId).where("status", "=", "failed").returning("id")
      .executeTakeFirst();
    if (!moved) {
      throw new Conflict(`"${before.fileName}" has not failed: there is nothing to retry`);
    }
    await enqueueReadResume(trx, { workspaceId: actor.workspaceId, resumeId });
    await audit(trx, actor, "resume.retried", resumeId, { code: before.error?.code }, {
      jobId: before.jobId,
      resumeId,
    });
    return await selectResume(trx, actor.workspaceId, resumeId);
  });
  await tellProgress(services, actor.workspaceId, row.jobId);
  return row;
}

/**
 * Removes a résumé with its file, its evaluation and, when this was their last, its candidate.
 *
 * @returns The row as it was.
 * @throws {NotFound} If there is no such résumé in the workspace.
 */
export async function removeResume(
  actor: Principal,
  services: Pick<Services, "db" | "redis" | "storage">,
  resumeId: string,
): Promise<ResumeRow> {
  requirePermission(actor, "resumes:write");
  const removed = await services.db.transaction().execute(async (trx) => {
    const row = await selectResume(trx, actor.workspaceId, resumeId);
    await lockJob(trx, actor.workspaceId, row.jobId);
    const { candidateId } = await trx.selectFrom("resumes").select("candidateId")
      .where("id", "=", resumeId).executeTakeFirst() ?? { candidateId: null };
    await requireNotHeld(trx, actor.workspaceId, {
      candidateIds: candidateId === null ? [] : [candidateId],
      jobIds: [row.jobId],
    });
    const gone = await trx.deleteFrom("resumes").where("id", "=", resumeId)
      .returning("candidateId").executeTakeFirst();
    if (!gone) throw noResume(resumeId);
    await services.storage.delete(trx, resumeKey(resumeId), actor.workspaceId);
    if (gone.candidateId) await removeOrphans(trx, actor.workspaceId, [gone.candidateId]);
    // Its counts have changed, which nothing else tells those who ask what has.
    await trx.updateTable("jobs").set({ updatedAt: new Date() }).where("id", "=", row.jobId)
      .execute();
    await audit(trx, actor, "resume.removed", resumeId, {}, {
      jobId: row.jobId,
      resumeId,
      candidateId: gone.candidateId,
    });
    return row;
  });
  await tellProgress(services, actor.workspaceId, removed.jobId);
  return removed;
}

/** Where the bytes of a résumé are kept. */
export function resumeKey(resumeId: string): string {
  return `resumes/${resumeId}`;
}

export function noResume(resumeId: string): NotFound {
  return new NotFound(`There is no résumé ${resumeId}`);
}

/** @throws {NotFound} If there is no such résumé in the workspace. */
export async function selectResume(db: Db | Trx, workspaceId: string, resumeId: string) {
  const row = await selectRows(db, workspaceId).where("resumes.id", "=", resumeId)
    .executeTakeFirst();
  if (!row) throw noResume(resumeId);
  return toRow(row);
}

function warningsOf(
  hidden: readonly HiddenText[],
  recognition: Resume["recognition"],
): ResumeWarning[] {
  const warnings: ResumeWarning[] = [];
  const characters = countHidden(hidden);
  if (characters > 0) warnings.push({ code: "hidden_text", params: { characters } });
  const confidence = recognition?.confidence ?? 1;
  if (confidence < DOUBTFUL_BELOW) {
    const share = Math.round(confidence * 100);
    warnings.push({ code: "doubtful_recognition", params: { share } });
  }
  return warnings;
}
