import type { EvaluationDetail } from "../lib/hiring/evaluations.ts";
import type { Neighbour, Place } from "../lib/hiring/ranking.ts";
import type { Decision } from "../lib/hiring/states.ts";
import { GRADE_LINES } from "../lib/talent/score.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatPercent, wholePercent } from "../locales/format.ts";
import { ButtonLink } from "./Button.tsx";
import { DecisionSegments } from "./DecisionSegments.tsx";
import type { EvaluationNow } from "./evaluation_state.ts";
import type { SayEvaluation } from "./evaluation_texts.ts";
import { FLAG_LOOKS } from "./flag_looks.ts";
import { Grade } from "./Grade.tsx";
import { Icon } from "./Icon.tsx";
import { nearestLine } from "./Score.tsx";
import { ScoreBar } from "./ScoreBar.tsx";
import { stageName } from "./StageWord.tsx";

export interface CandidateBarProps {
  name: string;
  /** Null while nobody's name was read from the file. */
  personId: string | null;
  resumeId: string;
  job: { readonly id: string; readonly title: string };
  now: EvaluationNow;
  /** The ranking's filters, "?q=…" or nothing; they go along to the neighbours and back. */
  search: string;
  /** Null: may not decide, or has nothing to decide on. */
  onDecide: ((decision: Decision) => void) | null;
  language: Language;
  t: SayEvaluation;
}

/** Who this is, where they stand, what was decided, and the way to the ones beside them. */
export function CandidateBar(props: CandidateBarProps) {
  const { name, personId, resumeId, job, now, search, onDecide, language, t } = props;
  const { evaluation, place, stage, stageVersion } = now;
  const grade = evaluation?.grade ?? null;
  const back = evaluation ? `/jobs/${job.id}/ranking${search}` : `/jobs/${job.id}/resumes`;
  return (
    <header class="candidate-bar">
      <ButtonLink
        href={back}
        kind="quiet"
        icon="arrow-left"
        label={t(evaluation ? "evaluation.back" : "evaluation.to_resumes")}
        class="-ml-2"
      />
      <Grade
        grade={grade}
        label={grade ? t("grade.label", { grade }) : t("grade.none")}
        size="large"
      />
      <div class="candidate-name min-w-0">
        <h1 class="truncate">
          {personId
            ? (
              <a
                class="hover:underline"
                href={`/candidates/${personId}`}
                title={t("evaluation.profile", { name })}
              >
                {name}
              </a>
            )
            : name}
        </h1>
        <p class="under-name flex tabular-nums">
          <PlaceWords title={job.title} place={place} href={back} t={t} />
        </p>
      </div>
      {evaluation && evaluation.score !== null && (
        <>
          <span class="rule" aria-hidden="true" />
          <ScoreBlock
            evaluation={evaluation}
            opinionDiffers={now.opinionDiffers}
            score={evaluation.score}
            language={language}
            t={t}
          />
        </>
      )}
      <div class="candidate-acts">
        {onDecide
          ? (
            <DecisionSegments
              resumeId={resumeId}
              stage={stage}
              stageVersion={stageVersion}
              back={`/resumes/${resumeId}${search}`}
              onDecide={onDecide}
              t={t}
            />
          )
          : evaluation && <span class="stage-word">{stageName(stage, t)}</span>}
        {place && (place.previous || place.next) && (
          <>
            <span class="rule max-wide:hidden" aria-hidden="true" />
            <nav class="steps" aria-label={t("evaluation.candidates")}>
              <Step to={place.previous} icon="chevron-up" letter="K" search={search} t={t} />
              <Step to={place.next} icon="chevron-down" letter="J" search={search} t={t} />
            </nav>
          </>
        )}
      </div>
    </header>
  );
}

function PlaceWords(
  { title, place, href, t }: {
    title: string;
    place: Place | null;
    href: string;
    t: SayEvaluation;
  },
) {
  // The title becomes a link, wherever the sentence puts it.
  const marker = "\u0000";
  const sentence = place
    ? t("evaluation.rank", { rank: place.rank, total: place.total, job: marker })
    : t("evaluation.for_job", { job: marker });
  const [before = "", after = ""] = sentence.split(marker);
  return (
    <>
      <span class="flex-none whitespace-pre">{before}</span>
      <a class="link truncate underline underline-offset-2" href={href}>{title}</a>
      <span class="flex-none whitespace-pre">{after}</span>
    </>
  );
}

interface ScoreBlockProps {
  evaluation: EvaluationDetail;
  opinionDiffers: boolean;
  score: number;
  language: Language;
  t: SayEvaluation;
}

function ScoreBlock({ evaluation, opinionDiffers, score, language, t }: ScoreBlockProps) {
  const rawScore = evaluation.rawScore ?? score;
  const isChanged = evaluation.engineScore !== null &&
    wholePercent(evaluation.engineScore) !== wholePercent(score);
  const lines = GRADE_LINES.map(([, line]) => line).filter((line) => line >= 0.65);
  const flags = evaluation.flags.filter((flag) => flag !== "near_line");
  return (
    <div class="candidate-score">
      <span class="big-figure">
        {wholePercent(score)}
        <small>%</small>
      </span>
      <div class="score-beside">
        <ScoreBar score={score} rawScore={rawScore} lines={lines} />
        <span class="score-notes">
          <ScoreWords score={score} rawScore={rawScore} language={language} t={t} />
          {flags.map((flag) => <FlagWord key={flag} flag={flag} t={t} />)}
          {opinionDiffers && <FlagWord flag="opinion_differs" t={t} />}
          {isChanged && evaluation.engineScore !== null && (
            <span class="tag">
              {t("evaluation.engine_score", {
                share: formatPercent(language, evaluation.engineScore),
              })}
            </span>
          )}
        </span>
      </div>
    </div>
  );
}

function ScoreWords(
  { score, rawScore, language, t }: Omit<ScoreBlockProps, "evaluation" | "opinionDiffers"> & {
    rawScore: number;
  },
) {
  if (wholePercent(rawScore) > wholePercent(score)) {
    const share = formatPercent(language, rawScore);
    return <span class="tag">{t("evaluation.before_gate", { share })}</span>;
  }
  const near = nearestLine(score);
  if (!near) return null;
  return (
    <span class="tag tag-warn">
      <Icon name="scale" size={13} />
      {near.points === 0
        ? t("evaluation.on_line", { grade: near.grade })
        : t("evaluation.below_grade", near)}
    </span>
  );
}

function FlagWord({ flag, t }: { flag: keyof typeof FLAG_LOOKS; t: SayEvaluation }) {
  const [icon, look] = FLAG_LOOKS[flag];
  return (
    <span class={`tag tag-${look}`}>
      <Icon name={icon} size={13} />
      {t(`flag.${flag}`)}
    </span>
  );
}

interface StepProps {
  to: Neighbour | null;
  icon: "chevron-up" | "chevron-down";
  letter: "J" | "K";
  search: string;
  t: SayEvaluation;
}

function Step({ to, icon, letter, search, t }: StepProps) {
  if (!to) {
    return (
      <span class="btn btn-icon" aria-hidden="true" aria-disabled="true">
        <Icon name={icon} size={16} />
      </span>
    );
  }
  const label = t(letter === "K" ? "evaluation.previous" : "evaluation.next", { name: to.name });
  return (
    <a
      class="btn btn-icon"
      href={`/resumes/${to.resumeId}${search}`}
      aria-label={label}
      title={`${label} (${letter})`}
      data-step={letter}
    >
      <Icon name={icon} size={16} />
    </a>
  );
}
