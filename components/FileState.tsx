import type { ResumeRow } from "../lib/hiring/resume_rows.ts";
import type { SamePerson } from "../lib/hiring/same_people.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay } from "../locales/format.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { Icon, SpriteIcon } from "./Icon.tsx";
import { refusalWords } from "./refusal_words.ts";

export type FileTexts = Texts<
  "resumes." | "refusal." | "common." | "progress." | "ranking.unnamed"
>;

/** A résumé as far as the list of files shows it. */
export type FileOfJob =
  & Pick<
    ResumeRow,
    "id" | "fileName" | "sizeBytes" | "status" | "error" | "language" | "pageCount"
  >
  & {
    readonly candidate: { readonly name: string | null } | null;
    /** Whose person is in the job already. */
    readonly samePerson?: SamePerson | null;
  };

export interface FileStateProps {
  resume: FileOfJob;
  /** How many requirements it is judged by. */
  requirements: number;
  language: Language;
  texts: FileTexts;
}

/** Where a résumé stands, in words; for one that is read, whose it is. */
export function FileState({ resume, requirements, language, texts }: FileStateProps) {
  const t = speaker(language, texts);
  if (resume.status === "failed") {
    return <Refused {...refusalWords(language, texts, resume.error)} />;
  }
  if (resume.status === "waiting") {
    return (
      <span class="file-state text-fg-3">
        <SpriteIcon name="clock" />
        {t("resumes.waiting")}
      </span>
    );
  }
  if (resume.status === "done" && resume.samePerson) {
    return <SamePersonState {...{ resume, language, texts }} {...resume.samePerson} />;
  }
  if (resume.status === "done") {
    const facts = [
      resume.pageCount > 0 && t("resumes.pages", { count: resume.pageCount }),
      resume.language && t(`resumes.language_${resume.language}`),
    ].filter(Boolean).join(", ");
    return (
      <span class="file-state">
        <SpriteIcon name="check" class="text-yes" />
        <span class="flex min-w-0 flex-wrap gap-x-2">
          <a class="link wrap-anywhere" href={`/resumes/${resume.id}`}>
            {resume.candidate?.name ?? t("ranking.unnamed")}
          </a>
          <span class="text-fg-3">{facts}</span>
        </span>
      </span>
    );
  }
  return (
    <span class="file-state">
      <Icon name="ring" class="spinner" />
      {resume.status === "reading"
        ? t("resumes.reading")
        : t("resumes.judging", { count: requirements })}
    </span>
  );
}

/** That somebody handed in a second résumé. */
function SamePersonState(
  { resume, createdAt, language, texts }: Omit<FileStateProps, "requirements"> & SamePerson,
) {
  const t = speaker(language, texts);
  const name = resume.candidate?.name ?? t("ranking.unnamed");
  return (
    <span class="file-state items-start">
      <Icon name="person" class="mt-[2.5px] text-partial-fg" />
      <span>
        <a class="link wrap-anywhere underline" href={`/resumes/${resume.id}`}>{name}</a>{" "}
        <b>{t("resumes.same_person")}</b>{" "}
        {t("resumes.same_person_more", { day: formatDay(language, createdAt.slice(0, 10)) })}
      </span>
    </span>
  );
}

/** Why a file was not taken, and what to do. */
export function Refused({ title, advice }: { title: string; advice: string }) {
  return (
    <span class="file-state items-start">
      <Icon name="alert" class="mt-[2.5px] text-no" />
      <span>
        <b class="text-no-fg">{title}</b> {advice}
      </span>
    </span>
  );
}
