import { useEffect, useRef, useState } from "preact/hooks";
import type { Stage } from "../lib/hiring/stages.ts";
import type { Decision } from "../lib/hiring/states.ts";
import type { SayEvaluation } from "./evaluation_texts.ts";
import { StageIcon, stageName } from "./StageWord.tsx";

export interface DecisionSegmentsProps {
  resumeId: string;
  stage: Stage;
  stageVersion: number;
  /** The page that a form without JavaScript comes back to. */
  back: string;
  onDecide: (decision: Decision) => void;
  t: SayEvaluation;
}

const WORDS = [
  ["shortlisted", "evaluation.shortlist"],
  ["undecided", "evaluation.undecided"],
  ["rejected", "evaluation.reject"],
] as const;

/**
 * Shortlist, undecided or reject, in one frame. The arrow keys go along, Enter decides: so that
 * nobody is decided on while somebody passes by.
 */
export function DecisionSegments(props: DecisionSegmentsProps) {
  const { resumeId, stage, stageVersion, back, onDecide, t } = props;
  const group = useRef<HTMLDivElement>(null);
  // Until the keys work, Tab reaches each of the three.
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const buttons = [...group.current?.querySelectorAll("button") ?? []];
    const at = buttons.findIndex((one) => one === document.activeElement);
    buttons.at((at + by) % buttons.length)?.focus();
  };
  return (
    <form method="post" action="/moves" class="decision">
      <input type="hidden" name="resume" value={resumeId} />
      <input type="hidden" name="version" value={`${resumeId}:${stageVersion}`} />
      <input type="hidden" name="back" value={back} />
      {isBeyond(stage) && (
        <span class="stage-word" title={t("evaluation.in_stage", { stage: stageName(stage, t) })}>
          {stageName(stage, t)}
        </span>
      )}
      <div
        ref={group}
        class="segments"
        role="radiogroup"
        aria-label={t("evaluation.decision")}
        onKeyDown={step}
      >
        {WORDS.map(([decision, word]) => (
          <button
            key={decision}
            type="submit"
            name="to"
            value={decision}
            role="radio"
            aria-checked={stage.decision === decision ? "true" : "false"}
            tabIndex={isLive && stage.decision !== decision ? -1 : undefined}
            onClick={(event) => {
              event.preventDefault();
              onDecide(decision);
            }}
          >
            <StageIcon decision={decision} size={15} />
            {t(word)}
          </button>
        ))}
      </div>
    </form>
  );
}

/** Whether the stage says more than the decision that it means. */
export function isBeyond({ key, name }: Stage): boolean {
  const isPlain = key === "new" || key === "shortlisted" || key === "rejected";
  return !isPlain || name !== null;
}
