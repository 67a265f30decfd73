import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Verdict } from "../components/Verdict.tsx";
import { type ScoreItem, scoreMatches } from "../lib/talent/score.ts";
import type { Language, Verdict as VerdictValue, Weights } from "../lib/talent/types.ts";
import { formatPercent } from "../locales/format.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

export interface OverrideFormProps {
  action: string;
  requirementId: string;
  /** What holds for all requirements, and which of them this is. */
  items: ScoreItem[];
  index: number;
  weights: Weights;
  /** Said when the reason was missing. */
  isReasonMissing: boolean;
  language: Language;
  texts: Texts<OverrideTexts>;
}

type OverrideTexts =
  | "evaluation.your_verdict"
  | "evaluation.reason"
  | "evaluation.save_verdict"
  | "evaluation.becomes"
  | "evaluation.stays"
  | "verdict."
  | "common.cancel";

const VERDICTS = ["YES", "PARTIAL", "NO"] as const;

/** Changes a verdict in place; says what that does to the score before it is saved. */
export function OverrideForm(props: OverrideFormProps) {
  const { action, requirementId, items, index, language, texts } = props;
  const t = speaker(language, texts);
  const held = items[index]?.verdict ?? "NO";
  const chosen = useSignal<VerdictValue>(held);
  const isBusy = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const id = `reason-${requirementId}`;

  const close = () => {
    const details = form.current?.closest("details");
    if (!details) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  };

  return (
    <form
      ref={form}
      method="post"
      action={action}
      class="override"
      onSubmit={() => isBusy.value = true}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <input type="hidden" name="requirementId" value={requirementId} />
      <fieldset class="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <legend class="float-left mr-3 text-fg-2">{t("evaluation.your_verdict")}</legend>
        <span class="segments segments-sm">
          {VERDICTS.map((verdict) => (
            <label key={verdict}>
              <input
                type="radio"
                name="verdict"
                value={verdict}
                checked={chosen.value === verdict}
                onChange={() => chosen.value = verdict}
              />
              <Verdict verdict={verdict} word={t(`verdict.${verdict}`)} />
            </label>
          ))}
        </span>
      </fieldset>
      <div>
        <label class="sr-only" for={id}>{t("evaluation.reason")}</label>
        <textarea
          class="area"
          id={id}
          name="reason"
          rows={2}
          required
          minLength={3}
          maxLength={2000}
          placeholder={t("evaluation.reason_placeholder")}
          aria-invalid={props.isReasonMissing ? "true" : undefined}
          aria-describedby={props.isReasonMissing ? `${id}-error` : undefined}
        />
        {props.isReasonMissing && (
          <p class="error-line" id={`${id}-error`}>{t("evaluation.reason_missing")}</p>
        )}
      </div>
      <div class="flex flex-wrap items-center gap-2">
        <button
          type="submit"
          class="btn btn-sm btn-primary"
          aria-disabled={isBusy.value ? "true" : undefined}
        >
          {t("evaluation.save_verdict")}
        </button>
        <button type="button" class="btn btn-sm btn-quiet with-script" onClick={close}>
          {t("common.cancel")}
        </button>
        <span class="with-script ml-auto text-xs text-fg-2 tabular-nums" aria-live="polite">
          {effectOf(props, chosen.value)}
        </span>
      </div>
    </form>
  );
}

function effectOf(
  { items, index, weights, language, texts }: OverrideFormProps,
  verdict: VerdictValue,
): string {
  const t = speaker(language, texts);
  const before = scoreMatches(items, weights);
  const after = scoreMatches(
    items.map((item, at) => at === index ? { ...item, verdict } : item),
    weights,
  );
  if (before.score === null || after.score === null || after.grade === null) return "";
  const [was, becomes] = [before.score, after.score].map((one) => formatPercent(language, one));
  return was === becomes && before.grade === after.grade
    ? t("evaluation.stays", { share: becomes ?? "", grade: after.grade })
    : t("evaluation.becomes", { before: was ?? "", after: becomes ?? "", grade: after.grade });
}
