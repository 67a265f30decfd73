import { z } from "zod";
import { exportJobEvidence } from "../../../../../lib/hiring/evidence/job_evidence.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { evidenceAsHtml } from "../../../../(_shared)/evidence_file.tsx";
import { ById, endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The same to be read: one HTML document with nothing outside of it",
    tag: "Jobs",
    examples: { "Of one job": { path: { id: SAMPLE.job } } },
    headers: ["Accept-Language"],
    may: "audit:read",
    path: ById,
    answer: z.file(),
    answerType: "text/html",
    async handle({ actor, state, path }) {
      const evidence = await exportJobEvidence(actor, state.db, path.id, "html");
      return evidenceAsHtml(evidence, languageOf({ actor, state }));
    },
  }),
});
