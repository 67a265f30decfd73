import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { crud } from "../platform/crud.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, Forbidden, NotFound } from "../platform/errors.ts";
import { COUNT, openWalk, type OrderKey, reversed } from "../platform/cursor.ts";
import { Id, Instant, text } from "../platform/input.ts";
import type { CursorPageOf, CursorQuery } from "../platform/page_of.ts";
import { personOf, touchPeople } from "./candidate_rows.ts";
import { requireJob } from "./resumes.ts";

/** What somebody wrote about a person. */
export const Note = z.object({
  id: Id,
  /** Who it was written about; after a merge it is also of the person that they stand for. */
  candidateId: Id,
  job: z.object({ id: Id, title: z.string() }).nullable(),
  text: z.string(),
  /** Null when the account is gone. */
  author: z.object({ id: Id, name: z.string() }).nullable(),
  isOwn: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
}).meta({ id: "Note" });
export type Note = z.infer<typeof Note>;

export const NoteText = text(1, 5000);

/** A note as it is written, and the job that it is about, if any. */
export const NoteInput = z.strictObject({ text: NoteText, jobId: Id.nullable().default(null) })
  .meta({ id: "NoteInput" });
export type NoteInput = z.infer<typeof NoteInput>;

const notes = crud("notes");

/** Notes are for everybody who decides. */
const WRITE = "decisions:write";

/** How many notes of a person are shown. */
const MAX_NOTES = 500;

/**
 * All notes about a person, the last first; those of everybody merged into them too.
 *
 * @throws {NotFound} If there is no such candidate in the workspace.
 */
export async function listNotes(actor: Principal, db: Db, candidateId: string): Promise<Note[]> {
  requirePermission(actor, "candidates:read");
  const { personId } = await personOf(db, actor.workspaceId, candidateId);
  const rows = await selectNotes(db, actor).where("candidates.personId", "=", personId)
    .orderBy("notes.id", "desc").limit(MAX_NOTES).execute();
  return rows.map((row) => toNote(actor, row));
}

const LAST_FIRST: readonly OrderKey[] = reversed([{ sql: sql`notes.id`, type: "uuid" }]);

export interface NotesQuery extends CursorQuery {
  /** Only what was written or changed at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

/**
 * The notes about a person, part by part; the last first.
 *
 * @throws {NotFound} If there is no such candidate in the workspace.
 */
export async function pageNotes(
  actor: Principal,
  db: Db,
  candidateId: string,
  query: NotesQuery,
): Promise<CursorPageOf<Note>> {
  requirePermission(actor, "candidates:read");
  const { personId } = await personOf(db, actor.workspaceId, candidateId);
  const { updatedSince } = query;
  const walk = openWalk(query, LAST_FIRST, ["notes", actor.workspaceId, personId, updatedSince]);
  let found = notesOf(db, actor).where("candidates.personId", "=", personId);
  if (updatedSince) found = found.where("notes.updatedAt", ">=", new Date(updatedSince));
  const [rows, count] = await Promise.all([
    found.select(NOTE_COLUMNS).select(walk.key.as("placeKey"))
      .where(walk.isBehind).orderBy(walk.order).limit(walk.limit).offset(walk.offset).execute(),
    walk.total(() => found.select(COUNT).executeTakeFirstOrThrow()),
  ]);
  return walk.page(rows, count, (row) => toNote(actor, row));
}

/**
 * Writes a note about a person.
 *
 * @throws {NotFound} If there is no such candidate or job in the workspace.
 */
export function addNote(
  actor: Principal,
  db: Db,
  { candidateId, text, jobId = null }: { candidateId: string; text: string; jobId?: string | null },
): Promise<Note> {
  requirePermission(actor, WRITE);
  return db.transaction().execute(async (trx) => {
    const { personId } = await personOf(trx, actor.workspaceId, candidateId);
    if (jobId) await requireJob(trx, actor.workspaceId, jobId);
    const { workspaceId, userId } = actor;
    const row = { workspaceId, candidateId, jobId, text, userId };
    const { id } = await notes.create(trx, row, { select: ["id"] });
    await touchPeople(trx, actor.workspaceId, [personId]);
    await audit(trx, actor, "note.added", id, {}, { jobId, candidateId });
    return await selectNote(trx, actor, id);
  });
}

/**
 * Writes one's own note anew.
 *
 * @param seen Its `updatedAt` when it was read; left out, whatever stands is replaced.
 * @throws {NotFound} If there is no such note in the workspace.
 * @throws {Forbidden} If another wrote it.
 * @throws {Conflict} If it has changed since it was seen, to another text.
 */
export function editNote(
  actor: Principal,
  db: Db,
  noteId: string,
  text: string,
  seen?: string,
): Promise<Note> {
  requirePermission(actor, WRITE);
  return db.transaction().execute(async (trx) => {
    await trx.selectFrom("notes").select("id").where("id", "=", noteId).forNoKeyUpdate()
      .execute();
    const note = await getOwnNote(trx, actor, noteId);
    if (seen !== undefined && seen !== note.updatedAt && text !== note.text) {
      throw new Conflict("The note has changed meanwhile: look at it again");
    }
    await notes.update(trx, { id: noteId }, { text }, { select: ["id"] });
    const { candidateId } = note;
    await touchPeople(trx, actor.workspaceId, [candidateId]);
    await audit(trx, actor, "note.edited", noteId, {}, { jobId: note.job?.id, candidateId });
    return await selectNote(trx, actor, noteId);
  });
}

/**
 * Removes one's own note.
 *
 * @returns The note as it was.
 * @throws {NotFound} If there is no such note in the workspace.
 * @throws {Forbidden} If another wrote it.
 */
export function removeNote(actor: Principal, db: Db, noteId: string): Promise<Note> {
  requirePermission(actor, WRITE);
  return db.transaction().execute(async (trx) => {
    const note = await getOwnNote(trx, actor, noteId);
    await notes.delete(trx, { id: noteId });
    const { candidateId } = note;
    await audit(trx, actor, "note.removed", noteId, {}, { jobId: note.job?.id, candidateId });
    return note;
  });
}

async function getOwnNote(trx: Trx, actor: Principal, noteId: string): Promise<Note> {
  const note = await selectNote(trx, actor, noteId);
  if (!note.isOwn) {
    throw new Forbidden("Only who wrote a note may change it: write one of your own");
  }
  return note;
}

/**
 * A note.
 *
 * @throws {NotFound} If there is no such note in the workspace.
 */
export function getNote(actor: Principal, db: Db, noteId: string): Promise<Note> {
  requirePermission(actor, "candidates:read");
  return selectNote(db, actor, noteId);
}

async function selectNote(db: Db | Trx, actor: Principal, noteId: string): Promise<Note> {
  const row = await selectNotes(db, actor).where("notes.id", "=", noteId).executeTakeFirst();
  if (!row) throw new NotFound(`There is no note ${noteId}`);
  return toNote(actor, row);
}

function selectNotes(db: Db | Trx, actor: Principal) {
  return notesOf(db, actor).select(NOTE_COLUMNS);
}

function notesOf(db: Db | Trx, actor: Principal) {
  return db.selectFrom("notes")
    .innerJoin("candidates", "candidates.id", "notes.candidateId")
    .leftJoin("users", "users.id", "notes.userId")
    .leftJoin("jobs", "jobs.id", "notes.jobId")
    .where("notes.workspaceId", "=", actor.workspaceId);
}

const NOTE_COLUMNS = [
  "notes.id",
  "notes.candidateId",
  "notes.text",
  "notes.jobId",
  "jobs.title as jobTitle",
  "notes.userId",
  "users.name as userName",
  "notes.createdAt",
  "notes.updatedAt",
] as const;

interface NoteRow {
  id: string;
  candidateId: string;
  text: string;
  jobId: string | null;
  jobTitle: string | null;
  userId: string | null;
  userName: string | null;
  createdAt: Date;
  updatedAt: Date;
}

function toNote(actor: Principal, row: NoteRow): Note {
  const { id, candidateId, text, jobId, jobTitle, userId, userName } = row;
  return {
    id,
    candidateId,
    job: jobId === null || jobTitle === null ? null : { id: jobId, title: jobTitle },
    text,
    author: userId === null || userName === null ? null : { id: userId, name: userName },
    isOwn: userId !== null && userId === actor.userId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
