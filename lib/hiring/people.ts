import { sql } from "kysely";
import type { Trx } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { type Choices, type ConsentValue, foldMerges, type MemberValues } from "./merge_fold.ts";

/** A locked candidate with what it has of its own, whatever a merge shows in its place. */
export interface Member {
  readonly id: string;
  readonly personId: string;
  readonly own: MemberValues;
  readonly shown: MemberValues;
  readonly phoneE164: string | null;
}

/**
 * Locks the people that candidates belong to, with all their members, for the rest of the
 * transaction; always in the order of the ids, so that two who lock wait for each other.
 *
 * @returns The members; none for a candidate that is not in the workspace.
 * @throws {Conflict} If somebody was merged with one of them at this moment.
 */
export async function lockPeople(
  trx: Trx,
  workspaceId: string,
  candidateIds: readonly string[],
): Promise<Member[]> {
  const people = trx.selectFrom("candidates").select("personId").distinct()
    .where("id", "in", candidateIds).where("workspaceId", "=", workspaceId);
  const rows = await trx.selectFrom("candidates")
    .select(["id", "personId", "name", "email", "phone", "place", "own", "phoneE164"])
    .select(["consent", "consentOn", "consentUntil"])
    .where("personId", "in", people).where("workspaceId", "=", workspaceId)
    .orderBy("id").forUpdate().execute();
  // Who came or went while this waited for the locks is seen only now.
  const now = await trx.selectFrom("candidates").select("id")
    .where("personId", "in", people).execute();
  const ids = new Set(rows.map(({ id }) => id));
  if (now.length !== ids.size || now.some(({ id }) => !ids.has(id))) {
    throw new Conflict("Somebody changes these people at this moment: look again");
  }
  return rows.map(({ id, personId, own, phoneE164, consent, consentOn, consentUntil, ...row }) => {
    const state = consent as ConsentValue["state"]; // what the column's check admits
    const shown = { ...row, consent: { state, on: consentOn, until: consentUntil } };
    return { id, personId, own: own as MemberValues | null ?? shown, shown, phoneE164 };
  });
}

/**
 * Works out anew what the members show and whom they stand for, from their own values and the
 * merges that hold.
 *
 * @param members All of the people concerned, locked.
 */
export async function writePeople(trx: Trx, members: readonly Member[]): Promise<void> {
  const ids = members.map(({ id }) => id);
  const merges = await trx.selectFrom("merges")
    .select(["id", "keptId", "mergedId", "choices", "removedTags"])
    .where("mergedId", "in", ids).where("undoneAt", "is", null).orderBy("id").execute();
  const folded = foldMerges(
    new Map(members.map(({ id, own }) => [id, own])),
    merges.map(({ choices, ...merge }) => ({ ...merge, choices: choices as Choices })),
  );
  const rows = members.map(({ id, own, phoneE164 }) => {
    const { rootId, shown: { consent, ...shown }, hiddenTags, isMerged } = folded.get(id)!; // each member belongs to somebody
    return {
      id,
      merged_root: rootId === id ? null : rootId,
      own: isMerged ? own : null,
      phone_e164: phoneE164,
      ...shown,
      consent: consent.state,
      consent_on: consent.on,
      consent_until: consent.until,
      hidden_tags: hiddenTags,
    };
  });
  const json = JSON.stringify(rows);
  await sql`
    update candidates c set name = n.name, email = n.email, phone = n.phone, place = n.place,
      merged_root = n.merged_root, phone_e164 = n.phone_e164, consent = n.consent,
      consent_on = n.consent_on, consent_until = n.consent_until,
      own = case when jsonb_typeof(n.own) = 'object' then n.own end, updated_at = now()
    from jsonb_to_recordset(${json}::text::jsonb) as n (
      id uuid, name text, email text, phone text, place text, merged_root uuid,
      phone_e164 text, consent text, consent_on date, consent_until date, own jsonb
    )
    where c.id = n.id`.execute(trx);
  await sql`
    update candidate_tags t set is_hidden = not t.is_hidden
    from jsonb_to_recordset(${json}::text::jsonb) as n (id uuid, hidden_tags text[])
    where t.candidate_id = n.id and t.is_hidden <> (lower(t.tag) = any(n.hidden_tags))`
    .execute(trx);
}

/** Deletes those of the people that no résumé is left of, with all their members. */
export async function removeOrphans(
  trx: Trx,
  workspaceId: string,
  candidateIds: readonly string[],
): Promise<void> {
  if (candidateIds.length === 0) return;
  const members = await lockPeople(trx, workspaceId, candidateIds);
  if (members.length === 0) return;
  const ids = members.map(({ id }) => id);
  const kept = await trx.selectFrom("resumes").select("candidateId").distinct()
    .where("candidateId", "in", ids).execute();
  const alive = new Set(
    members.filter(({ id }) => kept.some(({ candidateId }) => candidateId === id))
      .map(({ personId }) => personId),
  );
  const gone = members.filter(({ personId }) => !alive.has(personId)).map(({ id }) => id);
  if (gone.length > 0) await trx.deleteFrom("candidates").where("id", "in", gone).execute();
}
