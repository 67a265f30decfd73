import { EvidenceDocument } from "../../components/evidence/EvidenceDocument.tsx";
import type { JobEvidence } from "../../lib/hiring/evidence/job_evidence.ts";
import { attachment } from "../../lib/platform/attachment.ts";
import { htmlOf } from "../../lib/platform/html.ts";
import { toSnakeKeys } from "../../lib/platform/snake_case.ts";
import type { Language } from "../../lib/talent/types.ts";
import { translator } from "../../locales/translate.ts";

/** The evidence of a job as a document to be read, in a language. */
export function evidenceAsHtml(evidence: JobEvidence, language: Language): Response {
  const t = translator(language);
  const html = htmlOf(<EvidenceDocument evidence={evidence} language={language} t={t} />);
  return attachment({
    fileName: `evidence-${evidence.job.id}.html`,
    kind: "html",
    bytes: new TextEncoder().encode(html),
  });
}

/** The same for programs: as the API answers it. */
export function evidenceAsJson(evidence: JobEvidence): Response {
  return attachment({
    fileName: `evidence-${evidence.job.id}.json`,
    kind: "json",
    bytes: new TextEncoder().encode(JSON.stringify(toSnakeKeys(evidence), null, 2)),
  });
}
