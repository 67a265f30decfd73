import type { PersonResume } from "../lib/hiring/candidates.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay, formatPercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Grade } from "./Grade.tsx";

import { StageWord } from "./StageWord.tsx";
import { ToolIcon } from "./ToolIcon.tsx";
import { PageIcon } from "./PageIcon.tsx";

export interface CandidateResumesProps {
  resumes: readonly PersonResume[];
  language: Language;
  t: Translate;
}

/** The résumés of a person, each with its job and what became of it. */
export function CandidateResumes({ resumes, language, t }: CandidateResumesProps) {
  return (
    <section aria-labelledby="resumes-title">
      <h2 id="resumes-title">{t("candidate.resumes")}</h2>
      <table class="data-table person-resumes as-blocks" role="table">
        <caption class="sr-only">{t("candidate.resumes")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{t("candidate.col_job")}</th>
            <th role="columnheader" scope="col" class="c-score">{t("candidate.col_score")}</th>
            <th role="columnheader" scope="col" class="c-stage">{t("candidate.col_stage")}</th>
            <th role="columnheader" scope="col" class="c-date">{t("candidate.col_date")}</th>
            <th role="columnheader" scope="col" class="c-file">
              <span class="sr-only">{t("candidate.col_file")}</span>
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {resumes.map((resume) => (
            <tr role="row" class="row" key={resume.id}>
              <th role="rowheader" scope="row" class="c-job">
                <a class="row-link" href={`/resumes/${resume.id}`}>
                  <span class="name truncate">{resume.job.title}</span>
                  <span class="under-name truncate">
                    {[!resume.job.isOpen && t("candidate.closed"), resume.fileName]
                      .filter(Boolean).join(" · ")}
                  </span>
                </a>
              </th>
              <td role="cell" class="c-score">
                <ScoreOf resume={resume} language={language} t={t} />
              </td>
              <td role="cell" class="c-stage">
                <span class="flex">
                  <StageWord stage={resume.stage} t={t} />
                </span>
              </td>
              <td role="cell" class="c-date text-fg-2 tabular-nums">
                <time dateTime={resume.receivedOn}>{formatDay(language, resume.receivedOn)}</time>
              </td>
              <td role="cell" class="c-file end whitespace-nowrap">
                <a
                  class="btn btn-sm btn-quiet btn-icon"
                  href={`/resumes/${resume.id}/letter`}
                  aria-label={t("letter.write_about", { job: resume.job.title })}
                  title={t("letter.write_about", { job: resume.job.title })}
                >
                  <PageIcon name="message" size={14} />
                </a>
                <a
                  class="btn btn-sm btn-quiet btn-icon"
                  href={`/resumes/${resume.id}/original`}
                  aria-label={t("candidate.original", { file: resume.fileName })}
                  title={t("candidate.original", { file: resume.fileName })}
                >
                  <ToolIcon name="download" size={14} />
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ScoreOf(
  { resume: { grade, score }, language, t }: {
    resume: PersonResume;
    language: Language;
    t: Translate;
  },
) {
  if (grade === null || score === null) {
    return <span class="text-fg-3">{t("candidate.not_judged")}</span>;
  }
  return (
    <span class="flex items-center gap-2.5 tabular-nums">
      <Grade grade={grade} label={t("grade.label", { grade })} />
      {formatPercent(language, score)}
    </span>
  );
}
