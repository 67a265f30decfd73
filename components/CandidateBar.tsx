import type { EvaluationDetail } from "../lib/hiring/evaluations.ts";
import type { Job } from "../lib/hiring/jobs.ts";
import type { Neighbour, Place } from "../lib/hiring/ranking.ts";
import { GRADE_LINES } from "../lib/talent/score.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatPercent, wholePercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";
import { Grade } from "./Grade.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import { FlagTag } from "./RankingTable.tsx";
import { nearestLine } from "./Score.tsx";
import { ScoreBar } from "./ScoreBar.tsx";

export interface CandidateBarProps {
  name: string;
  job: Job;
  evaluation: EvaluationDetail | null;
  place: Place | null;
  language: Language;
  t: Translate;
}

/** Who this is, where they stand, and the way to the ones beside them. */
export function CandidateBar({ name, job, evaluation, place, language, t }: CandidateBarProps) {
  const grade = evaluation?.grade ?? null;
  const back = evaluation ? `/jobs/${job.id}/ranking` : `/jobs/${job.id}/resumes`;
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
        <h1 class="truncate" title={name}>{name}</h1>
        <p class="under-name flex tabular-nums">
          <PlaceWords job={job} place={place} href={back} t={t} />
        </p>
      </div>
      {evaluation && evaluation.score !== null && (
        <>
          <span class="rule" aria-hidden="true" />
          <ScoreBlock evaluation={evaluation} score={evaluation.score} language={language} t={t} />
        </>
      )}
      <span class="flex-1 max-phone:hidden" />
      {place && (place.previous || place.next) && (
        <nav class="flex gap-1" aria-label={t("evaluation.candidates")}>
          <Step to={place.previous} icon="chevron-up" name="evaluation.previous" t={t} />
          <Step to={place.next} icon="chevron-down" name="evaluation.next" t={t} />
        </nav>
      )}
    </header>
  );
}

function PlaceWords(
  { job, place, href, t }: { job: Job; place: Place | null; href: string; t: Translate },
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
      <a class="link truncate underline underline-offset-2" href={href}>{job.title}</a>
      <span class="flex-none whitespace-pre">{after}</span>
    </>
  );
}

interface ScoreBlockProps {
  evaluation: EvaluationDetail;
  score: number;
  language: Language;
  t: Translate;
}

function ScoreBlock({ evaluation, score, language, t }: ScoreBlockProps) {
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
          {flags.map((flag) => <FlagTag key={flag} flag={flag} t={t} />)}
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
  { score, rawScore, language, t }: Omit<ScoreBlockProps, "evaluation"> & { rawScore: number },
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

interface StepProps {
  to: Neighbour | null;
  icon: IconName;
  name: "evaluation.previous" | "evaluation.next";
  t: Translate;
}

function Step({ to, icon, name, t }: StepProps) {
  if (!to) {
    return (
      <span class="btn btn-icon" aria-hidden="true" aria-disabled="true">
        <Icon name={icon} size={16} />
      </span>
    );
  }
  const label = t(name, { name: to.name });
  return <ButtonLink href={`/resumes/${to.resumeId}`} icon={icon} label={label} />;
}
