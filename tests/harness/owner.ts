import assert from "node:assert/strict";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import type { Person } from "../../lib/accounts/principal.ts";
import { ensureSuperuser } from "../../lib/accounts/superuser.ts";
import type { Db } from "../../lib/platform/database.ts";

/** Of everybody in the tests. */
export const PASSWORD = "correct horse battery";

/** Makes "olga", the owner of the first workspace and superuser. */
export async function makeOwner(db: Db): Promise<Person> {
  const { userId, workspaceId } = await ensureSuperuser(db, {
    name: "Olga Owner",
    username: "olga",
    email: "olga@example.com",
    password: PASSWORD,
  });
  const owner = await findPrincipal(db, userId, workspaceId);
  assert.ok(owner);
  return owner;
}
