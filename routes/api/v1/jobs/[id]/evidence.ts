import { exportJobEvidence, JobEvidence } from "../../../../../lib/hiring/evidence/job_evidence.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What shows how a job was filled: data, engine, settings, oversight, figures, log",
    tag: "Jobs",
    description:
      "For who must account for the use of a system that recruits (Regulation (EU) 2024/1689). " +
      "Candidates are named by the ids of their résumés alone; reasons are as they were written. " +
      "Who takes it along is in the audit log. `evidence.html` is the same to be read.",
    examples: { "Of one job": { path: { id: SAMPLE.job }, answer: { job: { id: SAMPLE.job } } } },
    may: "audit:read",
    path: ById,
    answer: JobEvidence,
    handle: ({ actor, state, path }) => exportJobEvidence(actor, state.db, path.id, "json"),
  }),
});
