import { useSignal } from "@preact/signals";
import { DropZone } from "../components/DropZone.tsx";
import { FileRow } from "../components/FileRow.tsx";
import type { FileOfJob, FileTexts } from "../components/FileState.tsx";
import { settledOf, useCalm, useJobNews, usePace } from "../components/job_events.ts";
import { LiveToast, type ToastMessage } from "../components/LiveToast.tsx";
import { post, type PostFailure } from "../components/post.ts";
import { RemoveDialog } from "../components/RemoveDialog.tsx";
import { timeLeft } from "../components/time_left.ts";
import { UploadCells } from "../components/UploadCells.tsx";
import { useUploads } from "../components/uploads.ts";
import type { AddedResume } from "../lib/hiring/resume_upload.ts";
import type { ResumeCounts } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";

export type Show = "all" | "need" | "busy" | "read";

export interface ResumeFilesProps {
  job: { id: string; title: string; requirements: number; isOpen: boolean };
  rows: FileOfJob[];
  counts: ResumeCounts;
  /** Where the news begins; see `currentChange()`. */
  since: number;
  show: Show;
  limits: { maxFiles: number; maxBytes: number };
  language: Language;
  texts: FileTexts;
}

/** The files of a job: where they are dropped, and what becomes of each. */
export function ResumeFiles(props: ResumeFilesProps) {
  const { job, language, texts } = props;
  const t = speaker(language, texts);
  const rows = useSignal(props.rows);
  const counts = useSignal(props.counts);
  const toast = useSignal<ToastMessage | null>(null);
  const pace = usePace();

  const put = (changed: readonly FileOfJob[]) => {
    const byId = new Map(changed.map((row) => [row.id, row]));
    const known = new Set(rows.value.map(({ id }) => id));
    const fresh = changed.filter((row) => !known.has(row.id) && fits(row, props.show));
    rows.value = [...fresh, ...rows.value.map((row) => byId.get(row.id) ?? row)];
  };
  useJobNews({ jobId: job.id, since: props.since, withResumes: true }, (news) => {
    put(news.resumes);
    counts.value = news.counts;
    pace.observe(settledOf(news.counts), news.counts.total + underWay());
  });

  const uploads = useUploads(`/jobs/${job.id}/resumes/upload`, (file, added) => {
    put([rowOf(file, added)]);
  });
  /** Chosen, and not with the server yet. */
  const underWay = () =>
    uploads.list.value.filter(({ state }) => state === "queued" || state === "sending").length;
  const take = (files: readonly File[]) => {
    const { maxFiles } = props.limits;
    uploads.add(files.slice(0, maxFiles));
    if (files.length > maxFiles) {
      const text = t("resumes.too_many", { count: files.length, limit: maxFiles });
      toast.value = { text, isError: true };
    }
  };

  const fail = (why: PostFailure) => {
    const words = {
      offline: t("common.offline"),
      signed_out: t("common.session_ended"),
      refused: t("common.not_saved"),
    };
    toast.value = { text: words[why], isError: true };
  };
  const retry = async (resume: FileOfJob) => {
    const answer = await post<FileOfJob>(`/resumes/${resume.id}/retry`);
    if (!answer.ok) return fail(answer.why);
    put([answer.data]);
  };
  const asked = useSignal<FileOfJob | null>(null);
  const remove = async (resume: FileOfJob) => {
    asked.value = null;
    const answer = await post(`/resumes/${resume.id}/remove`);
    if (!answer.ok) return fail(answer.why);
    rows.value = rows.value.filter(({ id }) => id !== resume.id);
    toast.value = { text: t("resumes.removed", { file: resume.fileName }) };
  };

  return (
    <>
      {job.isOpen && (
        <DropZone
          job={job}
          limits={props.limits}
          language={language}
          texts={texts}
          onFiles={take}
        />
      )}
      {counts.value.total + underWay() > 0 && (
        <Summary
          props={props}
          counts={counts.value}
          underWay={underWay()}
          secondsLeft={pace.secondsLeft.value}
        />
      )}
      {(rows.value.length > 0 || uploads.list.value.length > 0) && (
        <table class="data-table files-table as-blocks" role="table">
          <caption class="sr-only">{t("resumes.table")}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" class="c-file">{t("resumes.col_file")}</th>
              <th role="columnheader" scope="col" class="c-size">{t("resumes.col_size")}</th>
              <th role="columnheader" scope="col">{t("resumes.col_state")}</th>
              <th role="columnheader" scope="col" class="c-action">
                <span class="sr-only">{t("resumes.col_action")}</span>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {uploads.list.value.map((upload) => (
              <tr role="row" class="row" key={`u${upload.key}`}>
                <UploadCells
                  upload={upload}
                  language={language}
                  texts={texts}
                  onRetry={() => uploads.retry(upload.key)}
                  onDismiss={() =>
                    uploads.dismiss(upload.key)}
                />
              </tr>
            ))}
            {rows.value.map((resume) => (
              <tr role="row" class="row" key={resume.id}>
                <FileRow
                  resume={resume}
                  requirements={job.requirements}
                  language={language}
                  texts={texts}
                  onRetry={retry}
                  onRemove={(one) => asked.value = one}
                />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <RemoveDialog
        resume={asked.value}
        language={language}
        texts={texts}
        onCancel={() => asked.value = null}
        onRemove={remove}
      />
      <LiveToast message={toast} />
    </>
  );
}

interface SummaryProps {
  props: ResumeFilesProps;
  counts: ResumeCounts;
  underWay: number;
  secondsLeft: number | null;
}

function Summary({ props, counts, underWay, secondsLeft }: SummaryProps) {
  const { show, language, texts } = props;
  const t = speaker(language, texts);
  const settled = settledOf(counts);
  const total = counts.total + underWay;
  const words = t("progress.read_of", { done: settled, total });
  const left = secondsLeft === null ? "" : `, ${timeLeft(language, texts, secondsLeft)}`;
  const calm = useCalm(words);
  const choices: readonly (readonly [Show, string, number])[] = [
    ["all", t("resumes.all"), total],
    ["need", t("resumes.need"), counts.failed],
    ["busy", t("resumes.busy"), total - settled],
    ["read", t("resumes.read"), counts.done],
  ];
  return (
    <section class="mt-6 mb-1.5" aria-label={t("resumes.summary")}>
      <div class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h2>{t("resumes.title")}</h2>
        <span class="ml-auto text-fg-2 tabular-nums">{words}{left}</span>
        <span class="sr-only" role="status">{calm}</span>
      </div>
      <progress
        class="progress mt-2"
        value={settled}
        max={total}
        aria-label={t("progress.label")}
      />
      <nav class="segments segments-sm mt-3" aria-label={t("resumes.summary")}>
        {choices.map(([name, word, count]) => (
          <a
            key={name}
            href={name === "all" ? "?" : `?show=${name}`}
            aria-current={name === show ? "true" : undefined}
          >
            {word} <small>{count}</small>
          </a>
        ))}
      </nav>
    </section>
  );
}

function fits(row: FileOfJob, show: Show): boolean {
  if (show === "all") return true;
  if (show === "need") return row.status === "failed";
  if (show === "read") return row.status === "done";
  return row.status !== "failed" && row.status !== "done";
}

/** The row of a file that was just taken, until the news tells more. */
function rowOf(file: File, { id, fileName, status, error }: AddedResume): FileOfJob {
  return {
    id,
    fileName,
    sizeBytes: file.size,
    status,
    error,
    language: null,
    pageCount: 0,
    candidate: null,
  };
}
