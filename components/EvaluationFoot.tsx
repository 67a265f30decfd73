import type { Duplicate } from "../lib/hiring/duplicates.ts";
import type { EvaluationDetail } from "../lib/hiring/evaluations.ts";
import type { Job } from "../lib/hiring/jobs.ts";
import type { PastMove } from "../lib/hiring/moves.ts";
import type { Note } from "../lib/hiring/notes.ts";
import type { Resume } from "../lib/hiring/resumes.ts";
import type { Language } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";
import { DuplicateHint } from "./DuplicateHint.tsx";
import { ModelOpinion, type ModelSays } from "./ModelOpinion.tsx";
import { MoveHistory } from "./MoveHistory.tsx";
import { Notes } from "./Notes.tsx";

export interface EvaluationFootProps {
  resume: Resume;
  job: Job;
  evaluation: EvaluationDetail | null | undefined;
  /** What a language model said of it; null where there is nothing to judge yet. */
  model: ModelSays | null;
  mayAsk: boolean;
  personId: string | null;
  /** Who may be the same person. */
  duplicates: readonly Duplicate[];
  notes: readonly Note[];
  /** The last first. */
  moves: readonly PastMove[];
  /** The page without its messages. */
  back: string;
  mayWrite: boolean;
  mayMerge: boolean;
  language: Language;
  t: Translate;
}

/** Below the verdicts: what people wrote about the candidate, and how they came where they are. */
export function EvaluationFoot(props: EvaluationFootProps) {
  const { resume: { id, candidate }, job, evaluation, model, notes, moves, back, language, t } =
    props;
  return (
    <div class="evaluation-foot">
      {evaluation && model && (
        <ModelOpinion
          resumeId={id}
          evaluation={evaluation}
          model={model}
          mayAsk={props.mayAsk}
          t={t}
        />
      )}
      {props.personId !== null && (
        <DuplicateHint
          personId={props.personId}
          duplicates={props.duplicates}
          canWrite={props.mayMerge}
          language={language}
          t={t}
        />
      )}
      {candidate && (
        <Notes
          candidateId={candidate.id}
          notes={notes}
          jobs={[{ id: job.id, title: job.title }]}
          jobId={job.id}
          back={back}
          mayWrite={props.mayWrite}
          language={language}
          t={t}
        />
      )}
      <MoveHistory moves={moves} language={language} t={t} />
      <p>
        <a class="link" href={`/resumes/${id}/letter`}>{t("letter.write")}</a>
      </p>
    </div>
  );
}
