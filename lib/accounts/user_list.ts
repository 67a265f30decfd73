import type { Db } from "../platform/database.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";
import { selectUsers, toUser, type User } from "./user_rows.ts";

/** The longest text that users are looked for by. */
export const MAX_USER_SEARCH = 100;

/** Which users are listed. */
export interface UserQuery extends PageQuery {
  /** A part of the name, username or e-mail address; undefined: all. */
  readonly q?: string | undefined;
}

/**
 * The users of the installation, the last made first.
 *
 * @throws {Forbidden} If the actor is no superuser.
 */
export async function listUsers(
  actor: Principal,
  db: Db,
  query: UserQuery,
): Promise<PageOf<User>> {
  requireAccess(actor, "superuser");
  const like = query.q && `%${query.q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const found = db.selectFrom("users").$if(
    !!like,
    (select) =>
      select.where((eb) =>
        eb.or(
          (["name", "username", "email"] as const).map((column) => eb(column, "ilike", like ?? "")),
        )
      ),
  );
  const [rows, { count }] = await Promise.all([
    selectUsers(db).where("id", "in", found.select("id"))
      .orderBy("id", "desc").limit(query.itemsPerPage).offset(offsetOf(query)).execute(),
    found.select((eb) => eb.fn.countAll<string>().as("count")).executeTakeFirstOrThrow(),
  ]);
  return toPage(rows.map(toUser), Number(count), query);
}
