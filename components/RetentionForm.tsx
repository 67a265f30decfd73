import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";

export interface RetentionFormProps {
  /** What stands in the field. */
  days: string;
  isWrong: boolean;
  isAllowed: boolean;
  t: Translate;
}

/** How long the data of somebody who was rejected is kept. */
export function RetentionForm({ days, isWrong, isAllowed, t }: RetentionFormProps) {
  return (
    <section class="max-w-[640px]">
      <h2 class="mt-4 mb-2 text-base font-semibold">{t("retention.title")}</h2>
      <p class="text-fg-2 text-pretty">{t("retention.intro")}</p>
      <form method="post" class="mt-4 grid gap-4">
        <Field
          id="days"
          name="days"
          label={t("retention.days")}
          hint={t("retention.days_hint")}
          value={days}
          maxLength={3}
          disabled={!isAllowed}
          error={isWrong ? t("retention.wrong") : undefined}
        />
        {isAllowed
          ? (
            <div>
              <Button kind="primary">{t("retention.save")}</Button>
              <p class="hint">{t("retention.save_hint")}</p>
            </div>
          )
          : <p class="hint">{t("retention.read_only")}</p>}
      </form>
    </section>
  );
}
