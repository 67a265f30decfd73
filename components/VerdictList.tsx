import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Level } from "../lib/talent/types.ts";
import { formatPart } from "../locales/format.ts";
import type { EvaluationDetail } from "../lib/hiring/evaluations.ts";
import { quoteLinksOf } from "./evaluation_view.ts";
import { type ResumeFacts, type SaidMatch, saidMatches } from "./evaluation_state.ts";
import { ChangeVerdict } from "./ChangeVerdict.tsx";
import type { Evaluation } from "./use_evaluation.ts";
import { Notice } from "./Notice.tsx";
import { OverrideForm } from "./OverrideForm.tsx";
import { useLater } from "./use_later.ts";
import { VerdictRow } from "./VerdictRow.tsx";

export interface VerdictListProps {
  page: Evaluation;
  evaluation: EvaluationDetail;
  resume: ResumeFacts;
  mayChange: boolean;
  userId: string | null;
  /** The requirement whose form came back without a reason. */
  missingReason: string | null;
  /** The sum of the score as the page was drawn, and what that one was made by. */
  sum: ComponentChildren;
  receipt: ComponentChildren;
}

/** Every requirement with its verdict, required ones first, each level with its figures. */
export function VerdictList(props: VerdictListProps) {
  const { page, evaluation } = props;
  const { t, language } = page;
  const matches = saidMatches(page.now.value);
  const drawn = page.start.now.evaluation;
  const isOther = useSignal(false);
  useEffect(() => {
    if (evaluation !== drawn) isOther.value = true;
  }, [evaluation]);
  const Sum = useLater(isOther, async () => (await import("./ScoreSum.tsx")).ScoreSum);
  const levels = (["required", "nice_to_have"] as const).filter((level) =>
    matches.some((match) => match.level === level)
  );
  return (
    <>
      {evaluation.isStale && (
        <div class="px-(--gutter) pt-4">
          <Notice>{t("evaluation.stale")}</Notice>
        </div>
      )}
      {levels.map((level, index) => (
        <section key={level} aria-labelledby={`level-${level}`}>
          <div class="verdicts-head">
            <h2 id={`level-${level}`}>
              {t(level === "required" ? "level.required" : "level.nice_to_haves")}
            </h2>
            <span>{figures(level, matches, props)}</span>
            {index === 0 && (
              <details class="how">
                <summary class="link">{t("evaluation.how")}</summary>
                {Sum
                  ? (
                    <Sum evaluation={evaluation} matches={matches} language={language} t={t}>
                      {evaluation.requirementsVersion === drawn?.requirementsVersion &&
                        props.receipt}
                    </Sum>
                  )
                  : evaluation === drawn
                  ? props.sum
                  : (
                    <button type="button" class="btn btn-sm" onClick={() => isOther.value = true}>
                      {t("evaluation.load_sum")}
                    </button>
                  )}
              </details>
            )}
          </div>
          <ol>
            {matches.filter((match) => match.level === level).map((match) => (
              <Row key={match.requirement.id} match={match} matches={matches} props={props} />
            ))}
          </ol>
        </section>
      ))}
      {levels.length === 0 && <p class="px-(--gutter) py-4">{t("evaluation.no_requirements")}</p>}
    </>
  );
}

interface RowProps {
  match: SaidMatch;
  matches: readonly SaidMatch[];
  props: VerdictListProps;
}

function Row({ match, matches, props }: RowProps) {
  const { page, evaluation, resume, mayChange, userId } = props;
  const { t, language } = page;
  const { requirement, override, number } = match;
  const base = `/resumes/${resume.id}/overrides`;
  const canChange = mayChange && !evaluation.isStale;
  const undo = canChange && override?.id && { // while it is being saved there is nothing to undo
    action: `${base}/${override.id}/undo`,
    run: () => void page.undo(match, override.id),
  };
  const entries = page.now.value.history.filter((one) => one.requirementId === requirement.id);
  return (
    <VerdictRow
      match={match}
      quotes={quoteLinksOf(match, resume.pages)}
      history={entries.length === 1 && entries[0]?.id === override?.id ? [] : entries}
      isSelected={page.selected.value === number}
      onSelect={() => page.select(number)}
      undo={undo || null}
      userId={userId}
      language={language}
      t={t}
    >
      {canChange && (
        <ChangeVerdict
          name={requirement.name}
          isOpen={page.isOpen(requirement.id)}
          onToggle={(isOpen) => page.toggle(match, isOpen)}
          t={t}
        >
          <OverrideForm
            action={base}
            match={match}
            matches={matches}
            weights={evaluation.weights}
            likeness={evaluation.likeness?.percent ?? null}
            draft={page.draftOf(match)}
            isReasonMissing={props.missingReason === requirement.id}
            onDraft={(draft) => page.setDraft(match, draft)}
            onSave={() => void page.save(match)}
            onCancel={() => page.cancel(match)}
            language={language}
            t={t}
          />
        </ChangeVerdict>
      )}
    </VerdictRow>
  );
}

function figures(
  level: Level,
  matches: readonly SaidMatch[],
  { page: { t, language }, evaluation: { shares } }: VerdictListProps,
): string {
  const count = (verdict: string) =>
    matches.filter((match) => match.level === level && match.verdict === verdict).length;
  return t("evaluation.sums", {
    met: count("YES"),
    partly: count("PARTIAL"),
    missed: count("NO"),
    share: formatPart(language, shares[level === "required" ? level : "niceToHave"]),
  });
}
