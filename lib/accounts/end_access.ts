import type { Trx } from "../platform/database.ts";
import { endTokenFamilies } from "./token_families.ts";

/**
 * Signs a user out everywhere: browsers, but for one that may stay, programs with tokens, and
 * sign-ins that wait for their code.
 */
export async function endAccess(
  trx: Trx,
  userId: string,
  { exceptSessionId }: { readonly exceptSessionId?: string } = {},
): Promise<void> {
  const revokedAt = new Date();
  await trx.updateTable("sessions").set({ revokedAt })
    .where("userId", "=", userId).where("revokedAt", "is", null)
    .$if(exceptSessionId !== undefined, (query) => query.where("id", "!=", exceptSessionId ?? ""))
    .execute();
  await trx.deleteFrom("pendingSignIns").where("userId", "=", userId).execute();
  await endTokenFamilies(trx, userId);
}
