import type { ReceiptFacts } from "../lib/hiring/receipts.ts";
import type { SayEvaluation } from "./evaluation_texts.ts";

export interface ReceiptNoteProps {
  resumeId: string;
  /** Null for an evaluation of before receipts were kept. */
  receipt: ReceiptFacts | null;
  t: SayEvaluation;
}

/** What a score was made by, and the ways to check it: its receipt, and computing it again. */
export function ReceiptNote({ resumeId, receipt, t }: ReceiptNoteProps) {
  if (!receipt) return <p class="text-fg-3">{t("evaluation.receipt_none")}</p>;
  const facts = [
    [t("evaluation.receipt_lexicon"), receipt.lexiconSha256],
    [t("evaluation.receipt_figures"), receipt.settingsSha256],
    [t("evaluation.receipt_text"), receipt.textSha256],
    [t("evaluation.receipt_requirements"), receipt.requirementsSha256],
  ] as const;
  return (
    <div class="receipt">
      <dl>
        <div>
          <dt>{t("evaluation.receipt_engine")}</dt>
          <dd>{receipt.engine}</dd>
        </div>
        {facts.map(([name, hash]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code title={`SHA-256 ${hash}`}>{hash.slice(0, 12)}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p class="text-fg-3">{t("evaluation.receipt_no_model")}</p>
      <div class="receipt-ways">
        <a class="btn btn-sm" href={`/resumes/${resumeId}/recompute`}>
          {t("evaluation.recompute")}
        </a>
        <a class="link" href={`/resumes/${resumeId}/receipt.json`} download>
          {t("evaluation.receipt_json")}
        </a>
      </div>
    </div>
  );
}
