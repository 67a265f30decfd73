import { sql } from "kysely";
import type { Db, Trx } from "../platform/database.ts";
import type { Language } from "../talent/types.ts";
import type { Person, Role } from "./principal.ts";

/** Who the user is in that workspace; undefined when they are not, or no longer, a member. */
export async function findPrincipal(
  db: Db | Trx,
  userId: string,
  workspaceId: string,
): Promise<Person | undefined> {
  const row = await selectPerson(db, userId, workspaceId).executeTakeFirst();
  return row && toPerson(row);
}

/** The query for one member; joins may narrow it. */
export function selectPerson(db: Db | Trx, userId: string, workspaceId: string) {
  return selectPeople(db)
    .where("memberships.userId", "=", userId)
    .where("memberships.workspaceId", "=", workspaceId);
}

/** The query for members of any workspace, for joins to narrow. */
export function selectPeople(db: Db | Trx) {
  return db.selectFrom("memberships")
    .innerJoin("users", "users.id", "memberships.userId")
    .innerJoin("workspaces", "workspaces.id", "memberships.workspaceId")
    .select([
      "memberships.userId",
      "memberships.workspaceId",
      "memberships.role",
      "users.name",
      "users.isSuperuser",
      "users.language",
    ])
    .select(TIER_ID.as("tierId"))
    .where("users.isDeleted", "=", false).where("users.isDisabled", "=", false);
}

/** What is read of a member. */
export interface PersonRow {
  readonly userId: string;
  readonly workspaceId: string;
  readonly role: string;
  readonly name: string;
  readonly isSuperuser: boolean;
  readonly language: string | null;
  readonly tierId: string | null;
}

export function toPerson(row: PersonRow): Person {
  return {
    userId: row.userId,
    apiKeyId: null,
    scopes: null,
    workspaceId: row.workspaceId,
    name: row.name,
    role: row.role as Role,
    isSuperuser: row.isSuperuser,
    language: row.language as Language | null,
    tierId: row.tierId,
  };
}

/** The tier that holds for a user in a workspace, of a query that has both tables. */
export const TIER_ID = sql<string | null>`coalesce(users.tier_id, workspaces.tier_id)`;

/** Whether a user has two-factor sign-in, of a query that has the table. */
export const HAS_SECOND_FACTOR = sql<boolean>`exists (
    select from second_factors
    where second_factors.user_id = users.id and second_factors.confirmed_at is not null
  )`;

/** Whether a user is a superuser without a second factor, of such a query. */
export const IS_BARE_SUPERUSER = sql<boolean>`(
  users.is_superuser and not ${HAS_SECOND_FACTOR})`;

/** Whether the workspace asks for a second factor that the user does not have, of such a query. */
export const LACKS_SECOND_FACTOR = sql<boolean>`(
  workspaces.requires_second_factor and not ${HAS_SECOND_FACTOR})`;
