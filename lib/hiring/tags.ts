import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { InvalidInput, NotFound } from "../platform/errors.ts";
import { text } from "../platform/input.ts";
import { noCandidate, personOf, touchPeople } from "./candidate_rows.ts";
import { lockPeople, writePeople } from "./people.ts";

export const TagName = text(1, 40);

/** A tag as it is typed. */
export const TagInput = z.strictObject({ tag: TagName });
export type TagInput = z.infer<typeof TagInput>;

/** A tag of the workspace, and how many people have it. */
export const Tag = z.object({ tag: z.string(), people: z.int() }).meta({ id: "Tag" });
export type Tag = z.infer<typeof Tag>;

/** The most tags that one person can have. */
export const MAX_TAGS = 50;

/** How many tags of a workspace are offered. */
const MAX_SUGGESTIONS = 500;

/** The tags of the workspace, the most used first; at most `limit`. */
export async function listTags(
  actor: Principal,
  db: Db,
  limit = MAX_SUGGESTIONS,
): Promise<Tag[]> {
  requirePermission(actor, "candidates:read");
  const { rows } = await sql<Tag>`
    select min(t.tag) as tag, count(distinct c.person_id) as people
    from candidate_tags t join candidates c on c.id = t.candidate_id
    where t.workspace_id = ${actor.workspaceId} and not t.is_hidden
    group by lower(t.tag) order by 2 desc, 1 limit ${limit}`.execute(db);
  return rows;
}

/**
 * Gives a person a tag; in the spelling that the workspace has for it already. Given twice, it is
 * there once.
 *
 * @returns All tags of the person.
 * @throws {NotFound} If there is no such candidate in the workspace.
 * @throws {InvalidInput} If they have too many.
 */
export function addTag(
  actor: Principal,
  db: Db,
  candidateId: string,
  tag: string,
): Promise<string[]> {
  requirePermission(actor, "candidates:write");
  return db.transaction().execute(async (trx) => {
    const { personId } = await personOf(trx, actor.workspaceId, candidateId);
    const before = await tagsOf(trx, actor.workspaceId, personId);
    if (before.some((one) => isSame(one, tag))) return before;
    if (before.length >= MAX_TAGS) {
      throw new InvalidInput(`A person can have at most ${MAX_TAGS} tags: remove one first`);
    }
    await trx.insertInto("candidateTags").values({
      workspaceId: actor.workspaceId,
      candidateId: personId,
      tag: await spellingOf(trx, actor.workspaceId, tag),
      userId: actor.userId,
    }).onConflict((conflict) => conflict.doNothing()).execute();
    await touchPeople(trx, actor.workspaceId, [personId]);
    await audit(trx, actor, "tag.added", personId, { tag }, { candidateId: personId });
    return await tagsOf(trx, actor.workspaceId, personId);
  });
}

/**
 * Takes a tag from a person, in any case. Who stands for them loses it; of everybody merged into
 * them it is hidden as long as they are, and is theirs again after an undo.
 *
 * @returns The tags that are left.
 * @throws {NotFound} If there is no such candidate in the workspace, or they have no such tag.
 * @throws {Conflict} If somebody was merged with them at this moment.
 */
export function removeTag(
  actor: Principal,
  db: Db,
  candidateId: string,
  tag: string,
): Promise<string[]> {
  requirePermission(actor, "candidates:write");
  return db.transaction().execute(async (trx) => {
    const people = await lockPeople(trx, actor.workspaceId, [candidateId]);
    const [one] = people;
    if (!one) throw noCandidate(candidateId);
    const { personId } = one;
    const before = await tagsOf(trx, actor.workspaceId, personId);
    if (!before.some((other) => isSame(other, tag))) {
      throw new NotFound(`There is no tag "${tag}" to remove`);
    }
    await trx.deleteFrom("candidateTags").where("candidateId", "=", personId)
      .where(sql`lower(tag)`, "=", sql`lower(${tag})`).execute();
    await trx.updateTable("merges")
      .set({ removedTags: sql`array_append(removed_tags, lower(${tag}))` })
      .where("keptId", "=", personId).where("undoneAt", "is", null)
      .where(sql<boolean>`lower(${tag}) <> all(removed_tags)`).execute();
    await writePeople(trx, people);
    await audit(trx, actor, "tag.removed", personId, { tag }, { candidateId: personId });
    return await tagsOf(trx, actor.workspaceId, personId);
  });
}

async function tagsOf(trx: Trx, workspaceId: string, personId: string): Promise<string[]> {
  const rows = await trx.selectFrom("candidateTags")
    .innerJoin("candidates", "candidates.id", "candidateTags.candidateId")
    .select("candidateTags.tag").distinct()
    .where("candidates.personId", "=", personId)
    .where("candidateTags.workspaceId", "=", workspaceId).where("isHidden", "=", false)
    .orderBy("candidateTags.tag").execute();
  return rows.map(({ tag }) => tag);
}

/** How the workspace writes a tag already; as it is given when it is new. */
async function spellingOf(trx: Trx, workspaceId: string, tag: string): Promise<string> {
  const known = await trx.selectFrom("candidateTags").select("tag")
    .where("workspaceId", "=", workspaceId).where(sql`lower(tag)`, "=", sql`lower(${tag})`)
    .orderBy("createdAt").limit(1).executeTakeFirst();
  return known?.tag ?? tag;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
