import { EvidenceLinks } from "../islands/EvidenceLinks.tsx";
import { LookAgain } from "../islands/LookAgain.tsx";
import { OverrideForm } from "../islands/OverrideForm.tsx";
import type { Principal } from "../lib/accounts/principal.ts";
import type { EvaluationDetail } from "../lib/hiring/evaluations.ts";
import type { Resume } from "../lib/hiring/resumes.ts";
import type { Language, Level } from "../lib/talent/types.ts";
import { formatPart } from "../locales/format.ts";
import { textsFor, type Translate } from "../locales/translate.ts";
import { EmptyState } from "./EmptyState.tsx";
import { marksOf, type NumberedMatch, quoteLinksOf } from "./evaluation_view.ts";
import { HowScored } from "./HowScored.tsx";
import { Icon } from "./Icon.tsx";
import { Notice } from "./Notice.tsx";
import { numberRequirements } from "./numbering.ts";
import { refusalWords } from "./refusal_words.ts";
import { ResumeText } from "./ResumeText.tsx";
import { Verdict } from "./Verdict.tsx";
import { VerdictRow } from "./VerdictRow.tsx";

export interface EvaluationPanesProps {
  resume: Resume;
  /** Null until it is judged, and for a file that could not be read. */
  evaluation: EvaluationDetail | null;
  /** In sentences, in the order of the matches. */
  reasons: readonly string[];
  /** The requirement whose form stands open. */
  openChange: string | undefined;
  canChange: boolean;
  actor: Principal;
  language: Language;
  t: Translate;
}

/** Verdicts on the left, the text that proves them on the right. */
export function EvaluationPanes(props: EvaluationPanesProps) {
  const { resume, evaluation, reasons, t } = props;
  const matches = numberRequirements(
    evaluation?.matches.map((match, index) => ({
      ...match,
      level: match.requirement.level,
      sentence: reasons[index] ?? "",
    })) ?? [],
  );
  return (
    <>
      <nav class="panes" aria-label={t("evaluation.parts")}>
        <a href="#verdicts" aria-current="true">
          {t("evaluation.verdicts")} <span>{matches.length}</span>
        </a>
        <a href="#resume">
          {t("evaluation.resume")} <span>{t("resumes.pages", { count: resume.pageCount })}</span>
        </a>
      </nav>
      <main class="split" id="main">
        <section class="verdicts" id="verdicts" tabIndex={-1} aria-label={t("evaluation.verdicts")}>
          {evaluation
            ? <Verdicts props={props} evaluation={evaluation} matches={matches} />
            : <NotJudged {...props} />}
        </section>
        <section class="document" id="resume" tabIndex={-1} aria-label={t("evaluation.resume")}>
          <DocumentTools {...props} />
          {resume.text !== null && <ResumeText resume={resume} marks={marksOf(matches)} t={t} />}
        </section>
      </main>
      <EvidenceLinks />
    </>
  );
}

type SaidMatch = NumberedMatch & { readonly sentence: string };

interface VerdictsProps {
  props: EvaluationPanesProps;
  evaluation: EvaluationDetail;
  matches: readonly SaidMatch[];
}

function Verdicts({ props, evaluation, matches }: VerdictsProps) {
  const { language, t } = props;
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
        <>
          <div class="verdicts-head">
            <h2>{t(level === "required" ? "level.required" : "level.nice_to_haves")}</h2>
            <span>{sums(level, matches, evaluation, props)}</span>
            {index === 0 && <HowScored evaluation={evaluation} language={language} t={t} />}
          </div>
          <ol>
            {matches.filter((match) => match.level === level).map((match) => (
              <Row
                key={match.requirement.id}
                match={match}
                matches={matches}
                evaluation={evaluation}
                props={props}
              />
            ))}
          </ol>
        </>
      ))}
      {levels.length === 0 && <p class="px-(--gutter) py-4">{t("evaluation.no_requirements")}</p>}
    </>
  );
}

function Row(
  { match, matches, evaluation, props }: VerdictsProps & { match: SaidMatch },
) {
  const { resume, canChange, openChange, actor, language, t } = props;
  const { requirement, override } = match;
  const base = `/resumes/${resume.id}/overrides`;
  return (
    <VerdictRow
      match={match}
      reason={match.sentence}
      quotes={quoteLinksOf(match, resume.pages)}
      undoAction={canChange && override ? `${base}/${override.id}/undo` : null}
      actor={actor}
      language={language}
      t={t}
    >
      {canChange && (
        <details class="change" open={openChange === requirement.id}>
          <summary
            class="btn btn-sm btn-quiet"
            aria-label={t("evaluation.change_of", { name: requirement.name })}
          >
            <Icon name="pencil" size={13} />
            {t("evaluation.change")}
          </summary>
          <OverrideForm
            action={base}
            requirementId={requirement.id}
            items={matches.map((one) => ({
              level: one.level,
              importance: one.requirement.importance,
              gate: one.requirement.gate,
              verdict: one.verdict,
            }))}
            index={matches.indexOf(match)}
            weights={evaluation.weights}
            isReasonMissing={openChange === requirement.id}
            language={language}
            texts={textsFor(language, ...FORM_TEXTS)}
          />
        </details>
      )}
    </VerdictRow>
  );
}

const FORM_TEXTS = [
  "evaluation.your_verdict",
  "evaluation.reason",
  "evaluation.save_verdict",
  "evaluation.becomes",
  "evaluation.stays",
  "verdict.",
  "common.cancel",
] as const;

function sums(
  level: Level,
  matches: readonly SaidMatch[],
  { weights }: EvaluationDetail,
  { language, t }: EvaluationPanesProps,
): string {
  const count = (verdict: string) =>
    matches.filter((match) => match.level === level && match.verdict === verdict).length;
  const weight = (wanted: Level) =>
    matches.filter((match) => match.level === wanted)
      .reduce((sum, { requirement }) => sum + requirement.importance, 0) *
    (wanted === "required" ? weights.required : weights.niceToHave);
  const total = weight("required") + weight("nice_to_have");
  return t("evaluation.sums", {
    met: count("YES"),
    partly: count("PARTIAL"),
    missed: count("NO"),
    share: formatPart(language, total > 0 ? weight(level) / total : 0),
  });
}

function NotJudged({ resume, language, t }: EvaluationPanesProps) {
  if (resume.status !== "failed") {
    return (
      <div class="px-(--gutter)">
        <EmptyState
          id="waiting"
          title={t("evaluation.waiting")}
          advice={t("evaluation.waiting_more")}
        />
        <LookAgain whileId="waiting" />
      </div>
    );
  }
  const { title, advice } = refusalWords(language, textsFor(language, "refusal."), resume.error);
  return (
    <div class="px-(--gutter)">
      <EmptyState title={t("evaluation.failed")} advice={`${title} ${advice}`} />
    </div>
  );
}

function DocumentTools({ resume, t }: EvaluationPanesProps) {
  const facts = [
    t("resumes.pages", { count: resume.pageCount }),
    resume.language && t(`resumes.language_${resume.language}`),
  ].filter(Boolean).join(", ");
  return (
    <div class="document-tools">
      <span class="flex min-w-0 items-center gap-[5px]">
        <Icon name="file" size={14} />
        <span class="truncate" title={resume.fileName}>{resume.fileName}</span>
      </span>
      {resume.pageCount > 0 && <span class="whitespace-nowrap text-fg-3">{facts}</span>}
      <span class="legend">
        {(["YES", "PARTIAL", "NO"] as const).map((verdict) => (
          <Verdict key={verdict} verdict={verdict} word={t(`verdict.${verdict}`)} />
        ))}
      </span>
      <a class="link" href={`/resumes/${resume.id}/original`} download>
        {t("evaluation.original")}
        <span class="sr-only">: {t("evaluation.original_of", { file: resume.fileName })}</span>
      </a>
    </div>
  );
}
