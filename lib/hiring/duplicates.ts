import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import type { AuditAction } from "../accounts/audit_actions.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { alikeCandidates } from "./alike_candidates.ts";
import { personOf } from "./candidate_rows.ts";
import { describePeople, Person } from "./candidates.ts";

/** What two people have in common: an address, a number, or all but the words of a résumé. */
export const DuplicateReason = z.enum(["email", "phone", "text"]);
export type DuplicateReason = z.infer<typeof DuplicateReason>;

/** Two people who may be one; somebody has to say so. */
export const Duplicate = z.object({
  /** The one who has been here longer. */
  first: Person,
  second: Person,
  reasons: z.array(DuplicateReason),
  /** The share of common words in a row of their most similar résumés; null without that reason. */
  similarity: z.number().nullable(),
}).meta({ id: "Duplicate" });
export type Duplicate = z.infer<typeof Duplicate>;

interface Pair {
  firstId: string;
  secondId: string;
  reasons: DuplicateReason[];
  similarity: number | null;
}

/**
 * The pairs of people who may be one, those with more in common first; without those of whom
 * somebody said that they are two.
 */
export async function listDuplicates(
  actor: Principal,
  db: Db,
  query: PageQuery,
): Promise<PageOf<Duplicate>> {
  requirePermission(actor, "candidates:read");
  const { workspaceId } = actor;
  const { rows } = await sql<Pair & { totalCount: number }>`
    with ${inCommon(workspaceId)}, pairs as (
      select least(a.id, b.id) as first_id, greatest(a.id, b.id) as second_id, reason,
        null::double precision as similarity
      from in_common, unnest(people) with ordinality as a (id, at),
        unnest(people) with ordinality as b (id, at)
      where b.at > a.at and b.at <= a.at + ${MAX_NEIGHBOURS}
      union all
      select least(a.person_id, b.person_id), greatest(a.person_id, b.person_id), 'text',
        similarity
      from near_texts n
      join resumes r on r.id = n.first_id join candidates a on a.id = r.candidate_id
      join resumes s on s.id = n.second_id join candidates b on b.id = s.candidate_id
      where n.workspace_id = ${workspaceId} and a.person_id <> b.person_id
    )
    select ${PAIR_COLUMNS}, count(*) over () as total_count
    from pairs p where ${notDismissed(workspaceId)}
    group by first_id, second_id
    order by count(distinct reason) desc, second_id desc, first_id
    limit ${query.itemsPerPage} offset ${offsetOf(query)}`.execute(db);
  const total = rows[0]?.totalCount ??
    (query.page > 1 ? (await listDuplicates(actor, db, { ...query, page: 1 })).totalCount : 0);
  return toPage(await describePairs(actor, db, rows), total, query);
}

/** Of a number that fifty people share, each is held against the next ones alone. */
const MAX_NEIGHBOURS = 5;

const PAIR_COLUMNS = sql`
  first_id, second_id, array_agg(distinct reason order by reason) as reasons,
  max(similarity) as similarity`;

/**
 * `in_common`: each address and number that several people have, with those people. Small hashes
 * tell first which candidates are worth a look, since nearly all are alone with what they have.
 */
function inCommon(workspaceId: string): RawBuilder<unknown> {
  const several = (hash: RawBuilder<unknown>) =>
    sql`
      select person_id, email, phone_e164 from candidates
      where workspace_id = ${workspaceId} and ${hash} in (
        select ${hash} from candidates where workspace_id = ${workspaceId}
        group by 1 having count(*) > 1
      )`;
  return sql`hidden as (
      select person_id, lower(own ->> 'email') as email from candidates
      where workspace_id = ${workspaceId} and own is not null and own ->> 'email' is not null
    ), contacts as (
      select 'email' as reason, lower(email) as contact, person_id
      from (${several(sql`hashtext(lower(email))`)}) same_email
      union all
      select 'phone', phone_e164, person_id
      from (${several(sql`hashtext(phone_e164)`)}) same_phone
      union all
      select 'email', lower(c.email), c.person_id
      from visible_candidates c join hidden on lower(c.email) = hidden.email
      where c.workspace_id = ${workspaceId}
      union all
      select 'email', email, person_id from hidden
    ), in_common as (
      select reason, array_agg(distinct person_id order by person_id) as people
      from contacts group by reason, contact having count(distinct person_id) > 1
    )`;
}

/**
 * Whether nobody said of the pair `p` (`first_id` before `second_id`) that they are two; what was
 * said of two people holds for those whom they were merged into.
 */
export function notDismissed(workspaceId: string): RawBuilder<unknown> {
  return sql`not exists (
      select from duplicate_dismissals d
      join candidates a on a.id = d.first_id join candidates b on b.id = d.second_id
      where d.workspace_id = ${workspaceId}
        and least(a.person_id, b.person_id) = p.first_id
        and greatest(a.person_id, b.person_id) = p.second_id
    )`;
}

/** The most people who are proposed for one. */
const MAX_PROPOSED = 10;

/**
 * Who may be the same as a person, by the indexes of addresses, numbers and near texts.
 *
 * @param candidateId Their id, or that of somebody who was merged into them.
 * @throws {NotFound} If there is no such candidate in the workspace.
 */
export async function duplicatesOf(
  actor: Principal,
  db: Db,
  candidateId: string,
): Promise<Duplicate[]> {
  requirePermission(actor, "candidates:read");
  const { workspaceId } = actor;
  const { personId } = await personOf(db, workspaceId, candidateId);
  const { rows } = await othersLike(workspaceId, personId).execute(db);
  return await describePairs(actor, db, rows);
}

/** The statement behind `duplicatesOf()`, so that its plan can be looked at. */
export function othersLike(workspaceId: string, personId: string): RawBuilder<Pair> {
  return sql<Pair>`
    with members as materialized (
      select id, email, own, phone_e164 from candidates
      where person_id = ${personId} and workspace_id = ${workspaceId}
    ), m as materialized (
      select array(
          select lower(email) from members union select lower(own ->> 'email') from members
        ) as emails,
        array(select phone_e164 from members) as phones,
        array(select r.id from members join resumes r on r.candidate_id = members.id) as resume_ids
    ), pairs as (
      select least(${personId}, person_id) as first_id, greatest(${personId}, person_id)
        as second_id, reason, similarity
      from m cross join ${alikeCandidates(workspaceId)} a where person_id <> ${personId}
    )
    select ${PAIR_COLUMNS} from pairs p where ${notDismissed(workspaceId)}
    group by first_id, second_id
    order by count(distinct reason) desc, second_id desc, first_id
    limit ${MAX_PROPOSED}`;
}

async function describePairs(
  actor: Principal,
  db: Db,
  pairs: readonly Pair[],
): Promise<Duplicate[]> {
  const ids = new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]));
  const people = new Map(
    (await describePeople(actor, db, [...ids])).map((person) => [person.id, person]),
  );
  return pairs.flatMap(({ firstId, secondId, reasons, similarity }) => {
    const [first, second] = [people.get(firstId), people.get(secondId)];
    return first && second ? [{ first, second, reasons, similarity }] : [];
  });
}

/** Two people, by the ids of any of their candidates. */
export const TwoPeople = z.strictObject({ firstId: Id, secondId: Id });
export type TwoPeople = z.infer<typeof TwoPeople>;

/**
 * Says that two are not one, so that they are not proposed again.
 *
 * @throws {NotFound} If one of them is not in the workspace.
 * @throws {Conflict} If they are one person.
 */
export function dismissDuplicate(actor: Principal, db: Db, two: TwoPeople): Promise<void> {
  requirePermission(actor, "candidates:write");
  return db.transaction().execute(async (trx) => {
    const [firstId, secondId] = await twoOf(trx, actor, two);
    const row = await trx.insertInto("duplicateDismissals")
      .values({ workspaceId: actor.workspaceId, firstId, secondId, userId: actor.userId })
      .onConflict((conflict) => conflict.doNothing()).returning("firstId").executeTakeFirst();
    if (row) await auditTwo(trx, actor, "duplicate.dismissed", [firstId, secondId]);
  });
}

/**
 * Takes back that two are not one; nothing happens when nobody said so.
 *
 * @throws {NotFound} If one of them is not in the workspace.
 * @throws {Conflict} If they are one person.
 */
export function proposeAgain(actor: Principal, db: Db, two: TwoPeople): Promise<void> {
  requirePermission(actor, "candidates:write");
  return db.transaction().execute(async (trx) => {
    const [firstId, secondId] = await twoOf(trx, actor, two);
    const { rows } = await sql`
      delete from duplicate_dismissals d using candidates a, candidates b
      where a.id = d.first_id and b.id = d.second_id and d.workspace_id = ${actor.workspaceId}
        and least(a.person_id, b.person_id) = ${firstId}
        and greatest(a.person_id, b.person_id) = ${secondId}
      returning d.first_id`.execute(trx);
    if (rows.length > 0) {
      await auditTwo(trx, actor, "duplicate.proposed_again", [firstId, secondId]);
    }
  });
}

async function twoOf(
  trx: Trx,
  { workspaceId }: Principal,
  { firstId, secondId }: TwoPeople,
): Promise<[string, string]> {
  const { personId: one } = await personOf(trx, workspaceId, firstId);
  const { personId: other } = await personOf(trx, workspaceId, secondId);
  if (one === other) throw new Conflict("These two are one person");
  return one < other ? [one, other] : [other, one];
}

async function auditTwo(
  trx: Trx,
  actor: Principal,
  action: AuditAction,
  [firstId, secondId]: [string, string],
): Promise<void> {
  for (const candidateId of [firstId, secondId]) {
    await audit(trx, actor, action, candidateId, { firstId, secondId }, { candidateId });
  }
}
