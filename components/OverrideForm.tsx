import { useRef, useState } from "preact/hooks";
import { scoreMatches } from "../lib/talent/score.ts";
import type { Language, Verdict as VerdictValue, Weights } from "../lib/talent/types.ts";
import { formatPercent } from "../locales/format.ts";
import { type SaidMatch, scoreItems } from "./evaluation_state.ts";
import type { SayEvaluation } from "./evaluation_texts.ts";
import { Verdict } from "./Verdict.tsx";

/** What a person chose and typed. */
export interface OverrideDraft {
  readonly verdict: VerdictValue;
  readonly reason: string;
}

export interface OverrideFormProps {
  action: string;
  match: SaidMatch;
  /** All of them, for what the change does to the score. */
  matches: readonly SaidMatch[];
  weights: Weights;
  /** To the posting's words, in percent; null where it does not count. */
  likeness: number | null;
  draft: OverrideDraft;
  /** Said when the reason was missing. */
  isReasonMissing: boolean;
  onDraft: (draft: OverrideDraft) => void;
  onSave: () => void;
  onCancel: () => void;
  language: Language;
  t: SayEvaluation;
}

const VERDICTS = ["YES", "PARTIAL", "NO"] as const;

/** Changes a verdict in place; says what that does to the score before it is saved. */
export function OverrideForm(props: OverrideFormProps) {
  const { action, match, draft, onDraft, t } = props;
  const [isMissing, setMissing] = useState(props.isReasonMissing);
  const reason = useRef<HTMLTextAreaElement>(null);
  const id = `reason-${match.number}`;
  const submit = (event: Event) => {
    event.preventDefault();
    if (draft.reason.trim().length >= 3) return props.onSave();
    setMissing(true);
    reason.current?.focus();
  };
  return (
    <form
      method="post"
      action={action}
      class="override"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onCancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
      }}
    >
      <input type="hidden" name="requirementId" value={match.requirement.id} />
      <input type="hidden" name="replaces" value={match.override?.id ?? ""} />
      <fieldset class="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <legend class="float-left mr-3 text-fg-2">{t("evaluation.your_verdict")}</legend>
        <span class="segments segments-sm">
          {VERDICTS.map((verdict) => (
            <label key={verdict}>
              <input
                type="radio"
                name="verdict"
                value={verdict}
                checked={draft.verdict === verdict}
                onChange={() => onDraft({ ...draft, verdict })}
              />
              <Verdict verdict={verdict} word={t(`verdict.${verdict}`)} />
            </label>
          ))}
        </span>
      </fieldset>
      <div>
        <label class="sr-only" for={id}>{t("evaluation.reason")}</label>
        <textarea
          ref={reason}
          class="area"
          id={id}
          name="reason"
          rows={2}
          required
          minLength={3}
          maxLength={2000}
          placeholder={t("evaluation.reason_placeholder")}
          value={draft.reason}
          onInput={(event) => {
            setMissing(false);
            onDraft({ ...draft, reason: event.currentTarget.value });
          }}
          onInvalid={submit}
          aria-invalid={isMissing ? "true" : undefined}
          aria-describedby={isMissing ? `${id}-error` : undefined}
        />
        {isMissing && <p class="error-line" id={`${id}-error`}>{t("evaluation.reason_missing")}</p>}
      </div>
      <div class="flex flex-wrap items-center gap-2">
        <button type="submit" class="btn btn-sm btn-primary">{t("evaluation.save_verdict")}</button>
        <button type="button" class="btn btn-sm btn-quiet with-script" onClick={props.onCancel}>
          {t("common.cancel")}
        </button>
        <span class="with-script ml-auto text-xs text-fg-2 tabular-nums" aria-live="polite">
          {effectOf(props)}
        </span>
      </div>
    </form>
  );
}

function effectOf(
  { match, matches, weights, likeness, draft, language, t }: OverrideFormProps,
): string {
  const before = scoreMatches(scoreItems(matches), weights, likeness);
  const after = scoreMatches(
    scoreItems(matches.map((one) => one === match ? { ...one, verdict: draft.verdict } : one)),
    weights,
    likeness,
  );
  if (before.score === null || after.score === null || after.grade === null) return "";
  const [was, becomes] = [before.score, after.score].map((one) => formatPercent(language, one));
  return was === becomes && before.grade === after.grade
    ? t("evaluation.stays", { share: becomes ?? "", grade: after.grade })
    : t("evaluation.becomes", { before: was ?? "", after: becomes ?? "", grade: after.grade });
}
