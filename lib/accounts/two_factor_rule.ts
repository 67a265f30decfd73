import { z } from "zod";
import { crud } from "../platform/crud.ts";
import type { Db } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { audit } from "./audit.ts";
import { requirePermission } from "./permissions.ts";
import { type Principal, requirePerson } from "./principal.ts";

/** Whether everybody in the workspace has to have two-factor sign-in. */
export const TwoFactorRule = z.strictObject({ isRequired: z.boolean() });
export type TwoFactorRule = z.infer<typeof TwoFactorRule>;

/** The rule of the actor's workspace. */
export async function getTwoFactorRule(actor: Principal, db: Db): Promise<TwoFactorRule> {
  const row = await db.selectFrom("workspaces").select("requiresSecondFactor as isRequired")
    .where("id", "=", actor.workspaceId).executeTakeFirstOrThrow();
  return { isRequired: row.isRequired };
}

/**
 * Sets the rule. Members without a second factor are led to set it up before anything else, also
 * those who are signed in; API keys are no persons and go on.
 *
 * @throws {Conflict} If the actor, who asks it of others, does not have it themselves.
 */
export function setTwoFactorRule(
  actor: Principal,
  db: Db,
  { isRequired }: TwoFactorRule,
): Promise<TwoFactorRule> {
  requirePermission(actor, "members:write");
  requirePerson(actor);
  return db.transaction().execute(async (trx) => {
    const own = await trx.selectFrom("secondFactors").select("userId")
      .where("userId", "=", actor.userId).where("confirmedAt", "is not", null).executeTakeFirst();
    if (isRequired && !own) {
      throw new Conflict("Turn two-factor sign-in on for yourself before you ask it of others");
    }
    const change = { requiresSecondFactor: isRequired };
    await crud("workspaces").update(trx, { id: actor.workspaceId }, change, { select: ["id"] });
    await audit(trx, actor, "workspace.two_factor_rule", actor.workspaceId, { isRequired });
    return { isRequired };
  });
}
