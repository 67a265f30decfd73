import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Conflict, InvalidInput } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import { type JobRequirement, selectRequirements } from "./requirement_rows.ts";
import { editRequirements, RequirementPatch } from "./requirements.ts";

/** Other importances for requirements of a job; what is left out stays. */
export const Importances = z.strictObject({
  /** The version of the requirements that the person saw. */
  version: z.int(),
  importances: z.record(Id, RequirementPatch.shape.importance.unwrap()),
});
export type Importances = z.infer<typeof Importances>;

/**
 * Changes the importance of several requirements at once, as one new version of them; résumés are
 * judged anew afterwards.
 *
 * @throws {NotFound} If there is no such job in the workspace.
 * @throws {Conflict} If somebody has changed the requirements since that version.
 * @throws {InvalidInput} If an id is not one of this job's requirements.
 */
export function setImportances(
  actor: Principal,
  db: Db,
  jobId: string,
  { version, importances }: Importances,
): Promise<JobRequirement[]> {
  return editRequirements(actor, db, jobId, async (trx, job) => {
    if (job.requirementsVersion !== version) {
      throw new Conflict("The requirements have changed meanwhile: look at them again");
    }
    const before = await selectRequirements(trx, jobId);
    const known = new Set(before.map(({ id }) => id));
    const stranger = Object.keys(importances).find((id) => !known.has(id));
    if (stranger !== undefined) {
      throw new InvalidInput("The importances cannot be saved", [{
        pointer: `/importances/${stranger}`,
        detail: "must be a requirement of this job",
      }]);
    }
    for (const { id, importance: was } of before) {
      const importance = importances[id] ?? was;
      if (importance === was) continue;
      await trx.updateTable("requirements").set({ importance, updatedAt: new Date() })
        .where("id", "=", id).execute();
      await audit(trx, actor, "requirement.updated", id, { importance }, { jobId });
    }
    return await selectRequirements(trx, jobId);
  });
}
