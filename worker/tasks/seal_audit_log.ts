import { z } from "zod";
import { sealAuditLog } from "../../lib/accounts/audit_sealing.ts";
import { task } from "../task.ts";

/** Seals what was written to the audit log since the last run; the schedule asks for it. */
export const sealAudit = task(
  z.object({}),
  async (_input, { services, signal }) => ({ sealed: await sealAuditLog(services.db, signal) }),
);
