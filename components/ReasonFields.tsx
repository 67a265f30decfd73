import type { ReasonCode } from "../lib/hiring/states.ts";
import type { SayMove } from "./StageWord.tsx";

// Written out, because what checks them belongs to the server.
export const REASONS: readonly ReasonCode[] = [
  "requirements_not_met",
  "gate_not_met",
  "less_experience",
  "other_chosen",
  "withdrew",
  "conditions",
  "other",
];

export interface ReasonFieldsProps {
  t: SayMove;
  /** Whether the form came back without a reason. */
  isMissing?: boolean;
  /** What was chosen and typed before. */
  code?: string | undefined;
  reason?: string | undefined;
}

/** Why somebody is rejected: a code that can be counted, and words if there are any. */
export function ReasonFields({ t, isMissing, code: chosen, reason }: ReasonFieldsProps) {
  return (
    <>
      <div>
        <label class="label" for="reason-code">{t("move.reason_label")}</label>
        <select
          class="input"
          id="reason-code"
          name="reason_code"
          required
          aria-invalid={isMissing ? "true" : undefined}
          aria-describedby="reason-hint"
        >
          <option value="">{t("move.reason_choose")}</option>
          {REASONS.map((code) => (
            <option key={code} value={code} selected={code === chosen}>
              {t(`move.reason_${code}`)}
            </option>
          ))}
        </select>
        <p class={isMissing ? "error-line" : "hint"} id="reason-hint">
          {t(isMissing ? "move.reason_needed" : "move.reason_hint")}
        </p>
      </div>
      <div>
        <label class="label" for="reason-words">{t("move.reason_more")}</label>
        <textarea class="area" id="reason-words" name="reason" rows={3} maxLength={2000}>
          {reason}
        </textarea>
      </div>
    </>
  );
}
