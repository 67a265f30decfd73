import { define } from "../../../../define.ts";
import { exportJobEvidence } from "../../../../lib/hiring/evidence/job_evidence.ts";
import { evidenceAsHtml } from "../../../(_shared)/evidence_file.tsx";
import { pathId } from "../../../(_shared)/ids.ts";

/** What shows how a job was filled, to be read. */
export const handler = define.handlers({
  async GET({ state: { actor, db, language }, params }) {
    const evidence = await exportJobEvidence(actor, db, pathId(params.id), "html");
    return evidenceAsHtml(evidence, language);
  },
});
