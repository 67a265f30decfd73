import { z } from "zod";
import { AuditFilter } from "../../lib/accounts/audit_log.ts";

/** A field of the form that asks for everything sends nothing. */
const nothing = z.literal("").transform(() => undefined);

const { group, actorId, targetId, from, to } = AuditFilter.shape;

/** The filters as the form of the page sends them. */
export const AuditPageFilter = z.object({
  group: group.or(nothing),
  by: actorId.or(nothing),
  on: targetId.or(nothing),
  from: from.or(nothing),
  to: to.or(nothing),
});

/** By the names that the log knows. */
export function toAuditFilter({ by, on, ...days }: z.infer<typeof AuditPageFilter>): AuditFilter {
  return { ...days, actorId: by, targetId: on };
}
