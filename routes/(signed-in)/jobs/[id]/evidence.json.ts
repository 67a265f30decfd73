import { define } from "../../../../define.ts";
import { exportJobEvidence } from "../../../../lib/hiring/evidence/job_evidence.ts";
import { evidenceAsJson } from "../../../(_shared)/evidence_file.tsx";
import { pathId } from "../../../(_shared)/ids.ts";

/** What shows how a job was filled, for programs. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    return evidenceAsJson(await exportJobEvidence(actor, db, pathId(params.id), "json"));
  },
});
