import type { Resume } from "../lib/hiring/resumes.ts";
import type { Language } from "../lib/talent/types.ts";
import { textsFor, type Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { refusalWords } from "./refusal_words.ts";
import { ToolIcon } from "./ToolIcon.tsx";

export interface NotJudgedProps {
  resume: Resume;
  /** Whether its person objects to being judged by a program. */
  isObjected: boolean;
  mayRetry: boolean;
  language: Language;
  t: Translate;
}

/** In the place of the verdicts: what a file waits for, or why it could not be read. */
export function NotJudged({ resume, isObjected, mayRetry, language, t }: NotJudgedProps) {
  if (isObjected) {
    return (
      <div class="px-(--gutter)">
        <EmptyState title={t("evaluation.objected")} advice={t("evaluation.objected_more")} />
      </div>
    );
  }
  if (resume.status !== "failed") {
    return (
      <div class="px-(--gutter)">
        <EmptyState
          id="waiting"
          title={t("evaluation.waiting")}
          advice={t("evaluation.waiting_more")}
        />
      </div>
    );
  }
  const { title, advice } = refusalWords(language, textsFor(language, "refusal."), resume.error);
  return (
    <div class="px-(--gutter)">
      <EmptyState title={t("evaluation.failed")} advice={`${title} ${advice}`}>
        {mayRetry && (
          <form method="post" action={`/resumes/${resume.id}/retry`}>
            <Button icon={<ToolIcon name="retry" />}>{t("evaluation.retry")}</Button>
          </form>
        )}
      </EmptyState>
    </div>
  );
}
