import type { Trx } from "../platform/database.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import { endTokenFamilies } from "./token_families.ts";

/** What stays signed in: the browser or the program by which somebody acts. */
export type StaysSignedIn = { readonly sessionId: string } | { readonly familyId: string };

/**
 * Signs a user out everywhere: browsers, programs with tokens, but for the one that stays, and
 * sign-ins that wait for their code.
 */
export function endAccess(
  trx: Trx,
  userId: string,
  stays?: StaysSignedIn,
): Promise<void> {
  return acrossWorkspaces("a user may have signed in to several workspaces", async () => {
    const revokedAt = new Date();
    const sessionId = stays && "sessionId" in stays ? stays.sessionId : undefined;
    const familyId = stays && "familyId" in stays ? stays.familyId : undefined;
    await trx.updateTable("sessions").set({ revokedAt })
      .where("userId", "=", userId).where("revokedAt", "is", null)
      .$if(sessionId !== undefined, (query) => query.where("id", "!=", sessionId ?? ""))
      .execute();
    await trx.deleteFrom("pendingSignIns").where("userId", "=", userId).execute();
    await endTokenFamilies(trx, userId, familyId);
  });
}
