import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Day, Id, Instant } from "../platform/input.ts";
import { COUNT, openWalk, type OrderKey, orderOf, reversed } from "../platform/cursor.ts";
import { type CursorPageOf, type CursorQuery, sortField } from "../platform/page_of.ts";
import { noCandidate, personOf } from "./candidate_rows.ts";
import { Grade, ResumeStatus } from "./states.ts";
import { firstStage, listStages, Stage, stagesById } from "./stages.ts";

/** A résumé of a person, and what became of it. */
export const PersonResume = z.object({
  id: Id,
  job: z.object({ id: Id, title: z.string(), isOpen: z.boolean() }),
  fileName: z.string(),
  status: ResumeStatus,
  receivedOn: Day,
  /** Null until it is judged. */
  score: z.number().nullable(),
  grade: Grade.nullable(),
  headline: z.string().nullable(),
  stage: Stage,
}).meta({ id: "PersonResume" });
export type PersonResume = z.infer<typeof PersonResume>;

export const Consent = z.enum(["given", "withdrawn"]);

/** A person across jobs; after merges, all that belongs to any of those merged. */
export const Person = z.object({
  id: Id,
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  place: z.string().nullable(),
  /** What the latest résumé that has one says they are. */
  headline: z.string().nullable(),
  /** Whether their data may be kept; null: nobody has asked. */
  consent: Consent.nullable(),
  consentOn: Day.nullable(),
  consentUntil: Day.nullable(),
  tags: z.array(z.string()),
  /** The latest first. */
  resumes: z.array(PersonResume),
  createdAt: Instant,
  updatedAt: Instant,
}).meta({ id: "Person" });
export type Person = z.infer<typeof Person>;

export const PeopleSort = z.enum(["change", "name", "added"]);
export type PeopleSort = z.infer<typeof PeopleSort>;

const ID: OrderKey = { sql: sql`id`, type: "uuid" };
const CHANGE: readonly OrderKey[] = [{ sql: sql`updated_at`, type: "timestamptz" }, ID];
const ORDERS = {
  change: reversed(CHANGE),
  name: [
    { sql: sql`(name_plain is null)::integer`, type: "integer" },
    { sql: sql`coalesce(name_plain, '')`, type: "text" },
    { ...ID, isDescending: true },
  ],
  added: reversed([ID]),
  updated_at: CHANGE,
  created_at: [ID],
} satisfies Record<string, readonly OrderKey[]>;

/** The orders of `PeopleSort`, the last changed or added first, and by those moments. */
export const PeopleListSort = sortField([...PeopleSort.options, "updated_at", "created_at"]);
export type PeopleListSort = z.infer<typeof PeopleListSort>;

export interface PeopleFilter extends CursorQuery {
  readonly tag?: string | undefined;
  readonly sort: PeopleListSort;
  /** Only those who have changed at that moment or since, résumés included; RFC 3339. */
  readonly updatedSince?: string | undefined;
}

/** The people of the workspace, the last changed first unless another order is asked for. */
export async function listPeople(
  actor: Principal,
  db: Db,
  filter: PeopleFilter,
): Promise<CursorPageOf<Person>> {
  requirePermission(actor, "candidates:read");
  const { tag, sort, updatedSince } = filter;
  const scope = ["candidates", actor.workspaceId, tag, updatedSince, sort];
  const walk = openWalk(filter, orderOf(ORDERS, sort), scope);
  let query = db.selectFrom("candidates")
    .where("workspaceId", "=", actor.workspaceId).where("mergedRoot", "is", null);
  if (tag) query = query.where("id", "in", withTag(actor.workspaceId, tag));
  if (updatedSince) query = query.where(hasChanged(new Date(updatedSince)));
  const [rows, count] = await Promise.all([
    query.select("id").select(walk.key.as("placeKey"))
      .where(walk.isBehind).orderBy(walk.order).limit(walk.limit).offset(walk.offset).execute(),
    walk.total(() => query.select(COUNT).executeTakeFirstOrThrow()),
  ]);
  const { data: ids, ...page } = walk.page(rows, count, ({ id }) => id);
  return { ...page, data: await describePeople(actor, db, ids) };
}

/** A person has changed with any of their résumés, also of those merged into them. */
function hasChanged(since: Date) {
  return sql<boolean>`(candidates.updated_at >= ${since} or exists (
    select from candidates m join resumes r on r.candidate_id = m.id
    where m.person_id = candidates.id and r.updated_at >= ${since}))`;
}

/** The ids of the people who have a tag, in any case. */
export function withTag(workspaceId: string, tag: string) {
  return sql<string>`(
    select c.person_id from visible_candidate_tags t join candidates c on c.id = t.candidate_id
    where t.workspace_id = ${workspaceId} and lower(t.tag) = lower(${tag}) and not t.is_hidden)`;
}

/**
 * A person. Who reads about them is written down.
 *
 * @param candidateId Their id, or that of somebody who was merged into them.
 * @throws {NotFound} If there is no such candidate in the workspace.
 */
export async function getPerson(actor: Principal, db: Db, candidateId: string): Promise<Person> {
  requirePermission(actor, "candidates:read");
  const { personId } = await personOf(db, actor.workspaceId, candidateId);
  const [person] = await describePeople(actor, db, [personId]);
  if (!person) throw noCandidate(candidateId);
  await audit(db, actor, "candidate.read", personId, {}, { candidateId: personId });
  return person;
}

/** The people of those ids in their order, for who was let in already. */
export async function describePeople(
  actor: Principal,
  db: Db,
  personIds: readonly string[],
): Promise<Person[]> {
  if (personIds.length === 0) return [];
  const [rows, resumes, tags] = await Promise.all([
    db.selectFrom("candidates")
      .select(["id", "name", "email", "phone", "place", "consent", "consentOn", "consentUntil"])
      .select(["createdAt", "updatedAt"])
      .where("id", "in", personIds).where("workspaceId", "=", actor.workspaceId).execute(),
    resumesOfPeople(actor, db, personIds),
    tagsOfPeople(actor, db, personIds),
  ]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return personIds.flatMap((id) => {
    const row = found.get(id);
    if (!row) return [];
    const own = resumes.get(id) ?? [];
    return {
      ...row,
      consent: row.consent as Person["consent"],
      headline: own.find(({ headline }) => headline !== null)?.headline ?? null,
      tags: tags.get(id) ?? [],
      resumes: own,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  });
}

async function resumesOfPeople(
  actor: Principal,
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, PersonResume[]>> {
  const [rows, stages, all] = await Promise.all([
    db.selectFrom("resumes")
      .innerJoin("candidates", "candidates.id", "resumes.candidateId")
      .innerJoin("jobs", "jobs.id", "resumes.jobId")
      .leftJoin("evaluations", "evaluations.resumeId", "resumes.id")
      .select(["candidates.personId", "resumes.id", "resumes.fileName", "resumes.status"])
      .select(["resumes.receivedOn", "resumes.stageId", "resumes.jobId", "jobs.title"])
      .select(["jobs.archivedAt", "evaluations.score", "evaluations.grade"])
      .select("evaluations.headline")
      .where("candidates.personId", "in", personIds)
      .where("resumes.workspaceId", "=", actor.workspaceId)
      .orderBy("resumes.receivedOn", "desc").orderBy("resumes.id", "desc").execute(),
    listStages(actor, db),
    stagesById(db, actor.workspaceId),
  ]);
  const first = firstStage(stages);
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  const toResume = (row: typeof rows[number]): PersonResume => ({
    id: row.id,
    job: { id: row.jobId, title: row.title, isOpen: row.archivedAt === null },
    fileName: row.fileName,
    status: ResumeStatus.parse(row.status),
    receivedOn: row.receivedOn,
    score: row.score,
    grade: row.grade as PersonResume["grade"],
    headline: row.headline,
    stage: (row.stageId && all.get(row.stageId)) || first,
  });
  return new Map([...byPerson].map(([personId, own]) => [personId, own.map(toResume)]));
}

async function tagsOfPeople(
  actor: Principal,
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db.selectFrom("candidateTags")
    .innerJoin("candidates", "candidates.id", "candidateTags.candidateId")
    .select(["candidates.personId", "candidateTags.tag"])
    .where("candidates.personId", "in", personIds)
    .where("candidateTags.workspaceId", "=", actor.workspaceId).where("isHidden", "=", false)
    .orderBy(sql`lower(candidate_tags.tag)`).orderBy("candidateTags.tag").execute();
  const tags = new Map<string, string[]>();
  for (const { personId, tag } of rows) {
    const own = tags.get(personId) ?? [];
    const isThere = own.some((one) => one.toLowerCase() === tag.toLowerCase());
    tags.set(personId, isThere ? own : [...own, tag]);
  }
  return tags;
}
