import { sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { COUNT, openWalk, type OrderKey, reversed } from "../platform/cursor.ts";
import type { Db, Trx } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import type { CursorPageOf, CursorQuery } from "../platform/page_of.ts";
import { personOf } from "./candidate_rows.ts";
import { Language } from "./states.ts";

/** What a letter tells: that one goes on, that one does not, or what was missing. */
export const LetterKind = z.enum(["acceptance", "rejection", "missing"]).meta({ id: "LetterKind" });
export type LetterKind = z.infer<typeof LetterKind>;

/** How a letter stands: refused, when the mail server would not take it. */
export const LetterState = z.enum(["waiting", "sent", "refused"]);
export type LetterState = z.infer<typeof LetterState>;

/** A letter that a person sent. */
export const Letter = z.object({
  id: Id,
  candidateId: Id,
  /** Null when it was removed since. */
  resumeId: Id.nullable(),
  job: z.object({ id: Id, title: z.string() }).nullable(),
  kind: LetterKind,
  language: Language,
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  state: LetterState,
  /** Why the last try failed; null when none did. */
  error: z.string().nullable(),
  /** Who sent it; null when the account is gone. */
  sender: z.object({ id: Id, name: z.string() }).nullable(),
  createdAt: Instant,
  /** When the mail server took it or refused it for good. */
  finishedAt: Instant.nullable(),
}).meta({ id: "Letter" });
export type Letter = z.infer<typeof Letter>;

const LAST_FIRST: readonly OrderKey[] = reversed([{ sql: sql`letters.id`, type: "uuid" }]);

/**
 * The letters to a person, the last first; those to everybody merged into them too.
 *
 * @throws {NotFound} If there is no such candidate in the workspace.
 */
export async function pageLetters(
  actor: Principal,
  db: Db,
  candidateId: string,
  query: CursorQuery,
): Promise<CursorPageOf<Letter>> {
  requirePermission(actor, "candidates:read");
  const { personId } = await personOf(db, actor.workspaceId, candidateId);
  const walk = openWalk(query, LAST_FIRST, ["letters", actor.workspaceId, personId]);
  const found = lettersOf(db, actor).where("candidates.personId", "=", personId);
  const [rows, count] = await Promise.all([
    found.select(COLUMNS).select(walk.key.as("placeKey"))
      .where(walk.isBehind).orderBy(walk.order).limit(walk.limit).offset(walk.offset).execute(),
    walk.total(() => found.select(COUNT).executeTakeFirstOrThrow()),
  ]);
  return walk.page(rows, count, toLetter);
}

/** How many letters of a person their page shows. */
const MOST_SHOWN = 100;

/** The last letters to a person, for their page. */
export async function listLetters(
  actor: Principal,
  db: Db,
  candidateId: string,
): Promise<Letter[]> {
  const query = { page: 1, itemsPerPage: MOST_SHOWN };
  return (await pageLetters(actor, db, candidateId, query)).data;
}

/**
 * A letter.
 *
 * @throws {NotFound} If there is no such letter in the workspace.
 */
export function getLetter(actor: Principal, db: Db, letterId: string): Promise<Letter> {
  requirePermission(actor, "candidates:read");
  return selectLetter(db, actor, letterId);
}

/** The same for who was let in already. */
export async function selectLetter(
  db: Db | Trx,
  actor: Principal,
  letterId: string,
): Promise<Letter> {
  const row = await lettersOf(db, actor).select(COLUMNS).where("letters.id", "=", letterId)
    .executeTakeFirst();
  if (!row) throw new NotFound(`There is no letter ${letterId}`);
  return toLetter(row);
}

function lettersOf(db: Db | Trx, actor: Principal) {
  return db.selectFrom("letters")
    .innerJoin("candidates", "candidates.id", "letters.candidateId")
    .leftJoin("users", "users.id", "letters.userId")
    .leftJoin("jobs", "jobs.id", "letters.jobId")
    .where("letters.workspaceId", "=", actor.workspaceId);
}

const COLUMNS = [
  "letters.id",
  "letters.candidateId",
  "letters.resumeId",
  "letters.jobId",
  "jobs.title as jobTitle",
  "letters.kind",
  "letters.language",
  "letters.recipient",
  "letters.subject",
  "letters.text",
  "letters.state",
  "letters.error",
  "letters.userId",
  "users.name as userName",
  "letters.createdAt",
  "letters.finishedAt",
] as const;

interface LetterRow {
  id: string;
  candidateId: string;
  resumeId: string | null;
  jobId: string | null;
  jobTitle: string | null;
  kind: string;
  language: string;
  recipient: string;
  subject: string;
  text: string;
  state: string;
  error: string | null;
  userId: string | null;
  userName: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

function toLetter(row: LetterRow): Letter {
  const { jobId, jobTitle, userId, userName } = row;
  return {
    id: row.id,
    candidateId: row.candidateId,
    resumeId: row.resumeId,
    job: jobId === null || jobTitle === null ? null : { id: jobId, title: jobTitle },
    kind: LetterKind.parse(row.kind),
    language: Language.parse(row.language),
    recipient: row.recipient,
    subject: row.subject,
    text: row.text,
    state: LetterState.parse(row.state),
    error: row.error,
    sender: userId === null || userName === null ? null : { id: userId, name: userName },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
