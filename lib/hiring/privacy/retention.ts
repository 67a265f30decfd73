import { z } from "zod";
import { audit } from "../../accounts/audit.ts";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Principal } from "../../accounts/principal.ts";
import type { Db } from "../../platform/database.ts";
import { Id, Instant } from "../../platform/input.ts";
import { personOf } from "../candidate_rows.ts";
import { holdsOfPerson, LegalHold } from "./legal_holds.ts";
import { CONSENT_DAYS, type DuePerson, findDue } from "./retention_due.ts";

/** How long the data of somebody who was rejected is kept without their consent, in days. */
export const RetentionRule = z.strictObject({ days: z.int().min(7).max(CONSENT_DAYS) })
  .meta({ id: "RetentionRule" });
export type RetentionRule = z.infer<typeof RetentionRule>;

/** @throws {Forbidden} If the actor may not read about candidates. */
export async function getRetention(actor: Principal, db: Db): Promise<RetentionRule> {
  requirePermission(actor, "candidates:read");
  return await db.selectFrom("workspaces").select("retentionDays as days")
    .where("id", "=", actor.workspaceId).executeTakeFirstOrThrow();
}

/**
 * Sets how long data is kept. Whoever is due by a shorter time is warned of first.
 *
 * @throws {Forbidden} If the actor does not own the workspace.
 */
export function setRetention(
  actor: Principal,
  db: Db,
  { days }: RetentionRule,
): Promise<RetentionRule> {
  requirePermission(actor, "members:write");
  return db.transaction().execute(async (trx) => {
    const { retentionDays } = await trx.selectFrom("workspaces").select("retentionDays")
      .where("id", "=", actor.workspaceId).forNoKeyUpdate().executeTakeFirstOrThrow();
    if (retentionDays === days) return { days };
    await trx.updateTable("workspaces").set({ retentionDays: days, updatedAt: new Date() })
      .where("id", "=", actor.workspaceId).execute();
    await audit(trx, actor, "workspace.retention", actor.workspaceId, {
      days,
      before: retentionDays,
    });
    return { days };
  });
}

/** When the data of somebody is deleted by itself, and what keeps it. */
export const Keeping = z.object({
  candidateId: Id,
  name: z.string().nullable(),
  /** When it may be deleted; null while somebody has still to decide, or has shortlisted them. */
  keptUntil: Instant.nullable(),
  /** When it is deleted, a week after the warning at the soonest; null before the warning. */
  deletedAt: Instant.nullable(),
  /** Whether consent keeps it longer than the rule. */
  isByConsent: z.boolean(),
  /** What keeps it from being deleted. */
  isHeld: z.boolean(),
}).meta({ id: "Keeping" });
export type Keeping = z.infer<typeof Keeping>;

/** How far ahead deletions are told, in days, and of how many people. */
export const AHEAD_DAYS = 30;
const MOST_TOLD = 500;

/** Whose data is deleted in the next 30 days, the soonest first; at most 500. */
export async function listDue(actor: Principal, db: Db): Promise<Keeping[]> {
  requirePermission(actor, "candidates:read");
  const due = await findDue(db, actor.workspaceId, { withinDays: AHEAD_DAYS, limit: MOST_TOLD });
  return due.map(toKeeping);
}

function toKeeping({ personId, keptUntil, deletedAt, ...due }: DuePerson): Keeping {
  return {
    candidateId: personId,
    name: due.name,
    keptUntil: keptUntil.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
    isByConsent: due.isByConsent,
    isHeld: due.isHeld,
  };
}

/** How long the data of one person is kept. */
export const PersonKeeping = Keeping.extend({ holds: z.array(LegalHold) })
  .meta({ id: "PersonKeeping" });
export type PersonKeeping = z.infer<typeof PersonKeeping>;

/** Further ahead than any rule and any consent. */
const EVER_DAYS = 2 * CONSENT_DAYS;

/** @throws {NotFound} If there is no such candidate in the workspace. */
export async function getKeeping(
  actor: Principal,
  db: Db,
  candidateId: string,
): Promise<PersonKeeping> {
  requirePermission(actor, "candidates:read");
  const { personId } = await personOf(db, actor.workspaceId, candidateId);
  const [[due], holds, { name }] = await Promise.all([
    findDue(db, actor.workspaceId, { withinDays: EVER_DAYS, personId, limit: 1 }),
    holdsOfPerson(db, actor.workspaceId, personId),
    db.selectFrom("candidates").select("name").where("id", "=", personId)
      .executeTakeFirstOrThrow(),
  ]);
  const nobodyDecided = { keptUntil: null, deletedAt: null, isByConsent: false };
  return {
    candidateId: personId,
    name,
    ...(due ? toKeeping(due) : nobodyDecided),
    isHeld: holds.length > 0,
    holds,
  };
}
