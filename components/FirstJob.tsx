import type { State } from "../define.ts";
import { FileButton } from "../islands/FileButton.tsx";
import { KeptDraft } from "../islands/KeptDraft.tsx";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Area } from "./Field.tsx";
import { jobDraft } from "./job_draft.ts";

/** The files that a job's text may come in. */
export const JOB_FILES = ".pdf,.docx,.odt,.rtf,.html,.htm,.txt,application/pdf,text/plain";

/** What a newcomer sees in the place of jobs: the three steps, and the first one at hand. */
export function FirstJob({ state, t }: { state: State; t: Translate }) {
  const steps = [
    [t("empty.step1"), t("empty.step1_more")],
    [t("empty.step2"), t("empty.step2_more", { count: state.config.upload.maxFiles })],
    [t("empty.step3"), t("empty.step3_more")],
  ];
  return (
    <section class="mx-auto mt-12 max-w-[640px] pb-8">
      <h2 class="text-xl leading-7 tracking-tighter">{t("empty.title")}</h2>
      <ol class="mt-5 mb-7 border-t border-line">
        {steps.map(([title, more], index) => (
          <li key={index} class="flex gap-4 border-b border-line py-3">
            <span class="w-3 text-fg-3 tabular-nums" aria-hidden="true">{index + 1}</span>
            <div>
              <b>{title}</b>
              <p class="text-fg-2">{more}</p>
            </div>
          </li>
        ))}
      </ol>
      <form id="new-job" method="post" action="/jobs/new" encType="multipart/form-data">
        <Area
          id="description"
          name="description"
          label={t("new_job.description")}
          placeholder={t("new_job.placeholder")}
          rows={7}
          maxLength={63_206}
        />
        <input
          class="file-input without-script mt-3"
          type="file"
          name="file"
          accept={JOB_FILES}
          aria-label={t("new_job.file")}
        />
        <div class="mt-3 flex flex-wrap items-center gap-2">
          <Button kind="primary">{t("new_job.submit")}</Button>
          <FileButton name="file" accept={JOB_FILES} label={t("empty.file")} />
          <span class="flex-1 max-phone:hidden" />
          <button class="link" type="submit" form="sample" title={t("empty.sample_more")}>
            {t("empty.sample")}
          </button>
        </div>
      </form>
      <form id="sample" method="post" action="/sample" />
      <KeptDraft name={jobDraft(state)} formId="new-job" />
    </section>
  );
}
