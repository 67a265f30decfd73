import type { Resume } from "../lib/hiring/resumes.ts";
import type { Translate } from "../locales/translate.ts";
import { marksOf, type NumberedMatch } from "./evaluation_view.ts";
import { RecognitionNote } from "./RecognitionNote.tsx";
import { ResumeText } from "./ResumeText.tsx";
import { Verdict } from "./Verdict.tsx";
import { ToolIcon } from "./ToolIcon.tsx";

export interface ResumeDocumentProps {
  resume: Resume;
  matches: readonly NumberedMatch[];
  /** The job's own words, which hidden text may repeat. */
  jobWords: readonly string[];
  t: Translate;
}

/** The résumé: its file, what the marks mean, and its text with the marks. */
export function ResumeDocument({ resume, matches, jobWords, t }: ResumeDocumentProps) {
  const facts = [
    t("resumes.pages", { count: resume.pageCount }),
    resume.language && t(`resumes.language_${resume.language}`),
    resume.hasPhoto && t("resumes.with_photo"),
  ].filter(Boolean).join(", ");
  return (
    <>
      <div class="document-tools">
        <span class="flex min-w-0 items-center gap-[5px]">
          <ToolIcon name="file" size={14} />
          <span class="truncate" title={resume.fileName}>{resume.fileName}</span>
        </span>
        {resume.pageCount > 0 && <span class="whitespace-nowrap text-fg-3">{facts}</span>}
        <span class="legend">
          {matches.length > 0 &&
            (["YES", "PARTIAL", "NO"] as const).map((verdict) => (
              <Verdict key={verdict} verdict={verdict} word={t(`verdict.${verdict}`)} />
            ))}
        </span>
        {!resume.isMasked && (
          <a class="link" href={`/resumes/${resume.id}/original`} download>
            {t("evaluation.original")}
            <span class="sr-only">: {t("evaluation.original_of", { file: resume.fileName })}</span>
          </a>
        )}
      </div>
      {resume.recognition && (
        <RecognitionNote
          recognition={resume.recognition}
          pageCount={resume.pageCount}
          isDoubtful={resume.warnings.some(({ code }) => code === "doubtful_recognition")}
          t={t}
        />
      )}
      {resume.text !== null && (
        <ResumeText resume={resume} marks={marksOf(matches)} jobWords={jobWords} t={t} />
      )}
      {resume.status === "done" && !resume.text?.trim() && (
        <p class="mx-auto max-w-[680px] text-fg-3">{t("evaluation.no_text")}</p>
      )}
    </>
  );
}
