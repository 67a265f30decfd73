import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../../accounts/audit.ts";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Principal } from "../../accounts/principal.ts";
import { openWalk, type OrderKey, type Placed, reversed } from "../../platform/cursor.ts";
import { type Db, isUniqueViolation, type Trx } from "../../platform/database.ts";
import { Conflict, InvalidInput, NotFound } from "../../platform/errors.ts";
import { Day, Id, Instant, text } from "../../platform/input.ts";
import type { CursorPageOf, CursorQuery } from "../../platform/page_of.ts";
import type { Services } from "../../platform/services.ts";
import { inWorkspace } from "../../platform/workspace_scope.ts";
import { personOf } from "../candidate_rows.ts";
import { lockForObjection, reviewObjections } from "../objections.ts";
import { tellProgress } from "../progress.ts";
import { afterErasure, erasePerson } from "./erasure.ts";
import type { PageVisitor } from "./page_links.ts";
import { mailRequest } from "./request_notice.ts";

/**
 * What a candidate asks for on their page: that something is put right, that people judge without
 * the program, that they see what colleagues wrote, that everything is deleted.
 */
export const RequestKind = z.enum(["correction", "objection", "access", "erasure"])
  .meta({ id: "RequestKind" });
export type RequestKind = z.infer<typeof RequestKind>;

/** How a request stands: withdrawn by the candidate, the others by who recruits. */
export const RequestState = z.enum(["open", "done", "declined", "withdrawn"])
  .meta({ id: "RequestState" });
export type RequestState = z.infer<typeof RequestState>;

/** What a candidate asks for. */
export const RequestInput = z.strictObject({ kind: RequestKind, text: text(0, 2000) });
export type RequestInput = z.infer<typeof RequestInput>;

/** What became of a request; the candidate reads the answer on their page. */
export const RequestSettlement = z.strictObject({
  outcome: z.enum(["done", "declined"]),
  answer: text(0, 2000).default(""),
}).meta({ id: "RequestSettlement" });
export type RequestSettlement = z.infer<typeof RequestSettlement>;

/** Something that a candidate asked for. */
export const CandidateRequest = z.object({
  id: Id,
  candidate: z.object({ id: Id, name: z.string().nullable() }),
  kind: RequestKind,
  text: z.string(),
  state: RequestState,
  answer: z.string().nullable(),
  createdAt: Instant,
  /** The day by which it must be answered: within a month (GDPR, article 12(3)). */
  dueOn: Day,
  settledAt: Instant.nullable(),
  /** Who settled it; null while it is open, and when the account is gone. */
  settledBy: z.string().nullable(),
}).meta({ id: "CandidateRequest" });
export type CandidateRequest = z.infer<typeof CandidateRequest>;

/**
 * Asks for something, in the name of a candidate.
 *
 * @throws {InvalidInput} If a correction does not say what is wrong.
 * @throws {Conflict} If they have asked for it already and it is still open.
 */
export function makeRequest(
  visitor: PageVisitor,
  services: Pick<Services, "db" | "redis">,
  { kind, text }: RequestInput,
): Promise<void> {
  return inWorkspace(visitor.workspaceId, async () => {
    if (kind === "correction" && text === "") {
      throw new InvalidInput("The request cannot be taken", [
        { pointer: "/text", detail: "must say what is wrong" },
      ]);
    }
    const { workspaceId, personId: candidateId } = visitor;
    try {
      const jobIds = await services.db.transaction().execute(async (trx) => {
        if (kind === "objection") await lockForObjection(trx, workspaceId, candidateId);
        const { id } = await trx.insertInto("candidateRequests")
          .values({ workspaceId, candidateId, kind, text }).returning("id")
          .executeTakeFirstOrThrow();
        await audit(trx, visitor, "request.made", id, { kind }, { candidateId });
        const { dueOn } = await selectRequest(trx, visitor, id);
        await mailRequest(trx, { workspaceId, personId: candidateId, kind, dueOn });
        return kind === "objection" ? await reviewObjections(trx, workspaceId, [candidateId]) : [];
      });
      for (const jobId of jobIds) await tellProgress(services, workspaceId, jobId);
    } catch (error) {
      if (!isUniqueViolation(error, "candidate_requests_open")) throw error;
      throw new Conflict("You have asked for this already; the answer will stand on this page");
    }
  });
}

/**
 * Takes a request back, in the name of a candidate.
 *
 * @throws {NotFound} If they have no such request, or it is settled already and is no objection.
 */
export function withdrawRequest(
  visitor: PageVisitor,
  services: Pick<Services, "db" | "redis">,
  id: string,
): Promise<void> {
  return inWorkspace(visitor.workspaceId, async () => {
    const { workspaceId, personId: candidateId } = visitor;
    const jobIds = await services.db.transaction().execute(async (trx) => {
      await lockForObjection(trx, workspaceId, candidateId);
      const own = await trx.updateTable("candidateRequests")
        .set({ state: "withdrawn", settledAt: sql<Date>`now()` })
        .where("id", "=", id)
        // An objection that was granted still stands, and is theirs to take back.
        .where((eb) =>
          eb.or([
            eb("state", "=", "open"),
            eb.and([eb("kind", "=", "objection"), eb("state", "=", "done")]),
          ])
        )
        .where(
          "candidateId",
          "in",
          trx.selectFrom("candidates").select("id").where("personId", "=", candidateId),
        )
        .returning("kind").executeTakeFirst();
      if (!own) throw noRequest(id);
      await audit(trx, visitor, "request.withdrawn", id, { kind: own.kind }, { candidateId });
      return await reviewObjections(trx, workspaceId, [candidateId]);
    });
    for (const jobId of jobIds) await tellProgress(services, workspaceId, jobId);
  });
}

/**
 * Settles a request. An erasure that is done erases the person with everything about them; it
 * answers the request as it last stood.
 *
 * @throws {NotFound} If there is no such request in the workspace.
 * @throws {InvalidInput} If one is declined without saying why.
 * @throws {Held} If a legal hold keeps whom it asks to erase.
 * @throws {Conflict} If it is settled already.
 */
export async function settleRequest(
  actor: Principal,
  services: Pick<Services, "db" | "redis" | "storage" | "config">,
  id: string,
  { outcome, answer }: RequestSettlement,
): Promise<CandidateRequest> {
  requirePermission(actor, "candidates:write");
  if (outcome === "declined" && answer === "") {
    throw new InvalidInput("The request cannot be declined", [
      { pointer: "/answer", detail: "must say why" },
    ]);
  }
  const { db } = services;
  const asked = await selectRequest(db, actor, id);
  const candidateId = asked.candidate.id;
  const { erased, settled, jobIds } = await db.transaction().execute(async (trx) => {
    const told = answer === "" ? null : answer;
    const close = () => closeRequest(trx, actor, id, { state: outcome, answer: told });
    const about = { candidateId };
    const details = { kind: asked.kind, outcome };
    if (asked.kind !== "erasure" || outcome !== "done") {
      const isObjection = asked.kind === "objection";
      if (isObjection) await lockForObjection(trx, actor.workspaceId, candidateId);
      await close();
      await audit(trx, actor, "request.settled", id, details, about);
      const jobIds = isObjection
        ? await reviewObjections(trx, actor.workspaceId, [candidateId])
        : [];
      return { settled: await selectRequest(trx, actor, id), erased: [], jobIds };
    }
    await audit(trx, actor, "request.settled", id, details, about);
    let settled = asked;
    const gone = await erasePerson(trx, services, actor, candidateId, "request", async () => {
      await close();
      settled = await selectRequest(trx, actor, id);
    });
    return { settled, erased: [gone], jobIds: [] };
  });
  if (erased.length > 0) await afterErasure(services, actor.workspaceId, erased);
  for (const jobId of jobIds) await tellProgress(services, actor.workspaceId, jobId);
  return settled;
}

async function closeRequest(
  trx: Trx,
  { userId }: Principal,
  id: string,
  set: { readonly state: RequestState; readonly answer: string | null },
): Promise<void> {
  const closed = await trx.updateTable("candidateRequests")
    .set({ ...set, settledAt: sql<Date>`now()`, settledBy: userId })
    .where("id", "=", id).where("state", "=", "open").returning("id").executeTakeFirst();
  if (!closed) throw new Conflict("This request is settled already: look at it again");
}

/** Which requests are listed. */
export interface RequestQuery extends CursorQuery {
  readonly state?: RequestState | undefined;
  /** Only those of this person. */
  readonly candidate?: string | undefined;
  /** Only those that were made or settled at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

const LAST_FIRST: readonly OrderKey[] = reversed([{ sql: sql`q.id`, type: "uuid" }]);

/**
 * What candidates have asked for, the last first.
 *
 * @throws {NotFound} If it is asked for a person who is not in the workspace.
 * @throws {Forbidden} If the actor may not read about candidates.
 */
export async function listRequests(
  actor: Principal,
  db: Db,
  query: RequestQuery,
): Promise<CursorPageOf<CandidateRequest>> {
  requirePermission(actor, "candidates:read");
  const { workspaceId } = actor;
  const { state, candidate, updatedSince } = query;
  const personId = candidate && (await personOf(db, workspaceId, candidate)).personId;
  const scope = ["requests", workspaceId, state ?? null, personId ?? null, updatedSince ?? null];
  const walk = openWalk(query, LAST_FIRST, scope);
  const since = updatedSince === undefined ? null : new Date(updatedSince);
  const fits = sql`q.workspace_id = ${workspaceId}
    ${state ? sql`and q.state = ${state}` : sql``}
    ${personId ? sql`and c.person_id = ${personId}` : sql``}
    ${since ? sql`and greatest(q.created_at, q.settled_at) >= ${since}` : sql``}`;
  const [{ rows }, total] = await Promise.all([
    sql<RequestRow & Placed>`
      select ${COLUMNS}, ${walk.key} as place_key ${FROM}
      where ${fits} and ${walk.isBehind}
      order by ${walk.order} limit ${walk.limit} offset ${walk.offset}`.execute(db),
    walk.total(async () => {
      const { rows: [row] } = await sql<{ count: number }>`
        select count(*) as count ${FROM} where ${fits}`.execute(db);
      return row ?? { count: 0 };
    }),
  ]);
  return walk.page(rows, total, toRequest);
}

/** How many requests of candidates wait for an answer. */
export async function countOpenRequests(actor: Principal, db: Db): Promise<number> {
  requirePermission(actor, "candidates:read");
  const { count } = await db.selectFrom("candidateRequests")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("workspaceId", "=", actor.workspaceId).where("state", "=", "open")
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether a person has asked to be erased, and nobody has answered. */
export async function asksForErasure(
  trx: Trx,
  workspaceId: string,
  candidateId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select ${FROM} join candidates o on o.id = ${candidateId} and o.person_id = c.person_id
    where q.workspace_id = ${workspaceId} and q.kind = 'erasure' and q.state = 'open'
    limit 1`.execute(trx);
  return rows.length > 0;
}

/** The requests of a person, the last first, for whom it was let in already. */
export async function requestsOf(
  db: Db,
  workspaceId: string,
  personId: string,
): Promise<CandidateRequest[]> {
  const { rows } = await sql<RequestRow>`
    select ${COLUMNS} ${FROM}
    where q.workspace_id = ${workspaceId} and c.person_id = ${personId}
    order by q.id desc limit 100`.execute(db);
  return rows.map(toRequest);
}

async function selectRequest(
  db: Db | Trx,
  { workspaceId }: Pick<Principal, "workspaceId">,
  id: string,
): Promise<CandidateRequest> {
  const { rows: [row] } = await sql<RequestRow>`
    select ${COLUMNS} ${FROM} where q.id = ${id} and q.workspace_id = ${workspaceId}`.execute(db);
  if (!row) throw noRequest(id);
  return toRequest(row);
}

const COLUMNS = sql`q.id, c.person_id, p.name, q.kind, q.text, q.state, q.answer, q.created_at,
  q.settled_at, u.name as settled_by,
  to_char((q.created_at at time zone 'UTC') + interval '1 month', 'YYYY-MM-DD') as due_on`;

const FROM = sql`from candidate_requests q join candidates c on c.id = q.candidate_id
  join candidates p on p.id = c.person_id left join users u on u.id = q.settled_by`;

interface RequestRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string | null;
  readonly kind: RequestKind;
  readonly text: string;
  readonly state: RequestState;
  readonly answer: string | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly dueOn: string;
}

function toRequest({ personId, name, createdAt, settledAt, ...row }: RequestRow): CandidateRequest {
  return {
    id: row.id,
    candidate: { id: personId, name },
    kind: row.kind,
    text: row.text,
    state: row.state,
    answer: row.answer,
    createdAt: createdAt.toISOString(),
    dueOn: row.dueOn,
    settledAt: settledAt?.toISOString() ?? null,
    settledBy: row.settledBy,
  };
}

function noRequest(id: string): NotFound {
  return new NotFound(`There is no open request ${id}`);
}
