import type { GroupQuestion } from "../lib/hiring/equal_treatment/questions.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";

export interface GroupQuestionsFormProps {
  /** All that there are. */
  questions: readonly GroupQuestion[];
  asked: readonly GroupQuestion[];
  isAllowed: boolean;
  t: Translate;
}

/** What candidates are asked about themselves, to be chosen by an owner. */
export function GroupQuestionsForm({ questions, asked, isAllowed, t }: GroupQuestionsFormProps) {
  return (
    <section class="mt-8 max-w-[640px]" aria-labelledby="questions-title" id="questions">
      <h2 id="questions-title" class="mb-1">{t("equal.questions")}</h2>
      <p class="mb-3 text-fg-2 text-pretty">{t("equal.questions_more")}</p>
      <form method="post" action="/reports/equal/questions" class="grid gap-2">
        {questions.map((question) => (
          <label key={question} class="flex items-center gap-2">
            <input
              type="checkbox"
              name={question}
              checked={asked.includes(question)}
              disabled={!isAllowed}
            />
            {t(`group.${question}`)}
          </label>
        ))}
        <p class="hint">{t("equal.questions_hint")}</p>
        <div>
          <Button disabled={!isAllowed} title={isAllowed ? undefined : t("retention.read_only")}>
            {t("retention.save")}
          </Button>
        </div>
      </form>
    </section>
  );
}
