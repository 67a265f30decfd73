import { sql } from "kysely";
import { COUNT, openWalk, type OrderKey, orderOf } from "../platform/cursor.ts";
import type { Db } from "../platform/database.ts";
import { containing } from "../platform/like_pattern.ts";
import type { CursorPageOf, CursorQuery } from "../platform/page_of.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";
import { selectUsers, toUser, type User } from "./user_rows.ts";

/** The longest text that users are looked for by. */
export const MAX_USER_SEARCH = 100;

const BY_ID: OrderKey = { sql: sql`users.id`, type: "uuid" };

const ORDERS = {
  created_at: [{ sql: sql`users.created_at`, type: "timestamptz" }, BY_ID],
  updated_at: [{ sql: sql`users.updated_at`, type: "timestamptz" }, BY_ID],
  name: [{ sql: sql`users.name`, type: "text" }, BY_ID],
  username: [{ sql: sql`users.username`, type: "text" }, BY_ID],
} as const satisfies Record<string, readonly OrderKey[]>;

/** What users can be sorted by. */
export const USER_SORTS = ["created_at", "updated_at", "name", "username"] as const;
type UserSort = typeof USER_SORTS[number];

/** Which users are listed. */
export interface UserQuery extends CursorQuery {
  /** Default: the last made first. */
  readonly sort?: UserSort | `-${UserSort}` | undefined;
  /** Only who was changed at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
  /** A part of the name, username or e-mail address; undefined: all. */
  readonly q?: string | undefined;
}

/**
 * The users of the installation, part by part.
 *
 * @throws {Forbidden} If the actor is no superuser.
 */
export async function listUsers(
  actor: Principal,
  db: Db,
  query: UserQuery,
): Promise<CursorPageOf<User>> {
  requireAccess(actor, "superuser");
  const { q, sort = "-created_at", updatedSince } = query;
  const walk = openWalk(query, orderOf(ORDERS, sort), ["users", sort, q, updatedSince]);
  const like = q && containing(q);
  let found = db.selectFrom("users");
  if (like) {
    found = found.where((eb) =>
      eb.or((["name", "username", "email"] as const).map((column) => eb(column, "ilike", like)))
    );
  }
  if (updatedSince) found = found.where("updatedAt", ">=", new Date(updatedSince));
  const [rows, count] = await Promise.all([
    selectUsers(db).select(walk.key.as("placeKey")).where("id", "in", found.select("id"))
      .where(walk.isBehind).orderBy(walk.order).limit(walk.limit).offset(walk.offset).execute(),
    walk.total(() => found.select(COUNT).executeTakeFirstOrThrow()),
  ]);
  return walk.page(rows, count, ({ placeKey: _, ...row }) => toUser(row));
}
