import type { Person } from "../lib/accounts/principal.ts";
import { findPrincipal } from "../lib/accounts/principals.ts";
import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import type { Db } from "../lib/platform/database.ts";
import { OWNER } from "./product.ts";

/** Makes the owner of a workspace to measure in, who can sign in as `OWNER`. */
export async function makeOwner(db: Db): Promise<Person> {
  const { userId, workspaceId } = await ensureSuperuser(db, {
    ...OWNER,
    name: "Bench",
    email: "bench@example.com",
  });
  const owner = await findPrincipal(db, userId, workspaceId);
  if (!owner) throw new RangeError("The bench's user has no workspace");
  return owner;
}
