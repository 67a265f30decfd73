import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { DropZone } from "../components/DropZone.tsx";
import { FILE_ICONS, FileRow } from "../components/FileRow.tsx";
import type { FileOfJob, FileTexts } from "../components/FileState.tsx";
import { showFigures } from "../components/head_figures.ts";
import { useJobNews } from "../components/job_events.ts";
import { settledOf, usePace } from "../components/reading_pace.ts";
import { FilesSummary, type Show } from "../components/FilesSummary.tsx";
import { IconSprite } from "../components/Icon.tsx";
import { LiveToast, type ToastMessage } from "../components/LiveToast.tsx";
import { post, type PostFailure } from "../components/post.ts";
import { RemoveDialog } from "../components/RemoveDialog.tsx";
import { PasteDialog } from "../components/PasteDialog.tsx";
import { UploadCells } from "../components/UploadCells.tsx";
import { isUnderWay, send, useUploads } from "../components/uploads.ts";
import type { AddedResume } from "../lib/hiring/resume_upload.ts";
import type { ResumeCounts } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";

export interface ResumeFilesProps {
  job: { id: string; title: string; requirements: number; isOpen: boolean };
  rows: FileOfJob[];
  counts: ResumeCounts;
  /** Where the news begins; see `currentChange()`. */
  since: number;
  show: Show;
  /** Part of the file's or the candidate's name. */
  q: string;
  /** Whether files may be added, replaced and removed. */
  mayWrite: boolean;
  userId: string;
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
    const fresh = changed.filter((row) => !known.has(row.id) && fits(row, props));
    rows.value = [...fresh, ...rows.value.map((row) => byId.get(row.id) ?? row)];
  };
  const toldAt = useRef(new Map<string, number>());
  /** Takes what the server answered, but where news that came meanwhile says more. */
  const putAnswer = (answered: readonly FileOfJob[], askedAt: number) =>
    put(answered.filter(({ id }) => (toldAt.current.get(id) ?? -1) < askedAt));
  useJobNews({ jobId: job.id, since: props.since, follow: "files" }, (news) => {
    for (const { id } of news.resumes) toldAt.current.set(id, performance.now());
    put(news.resumes);
    counts.value = news.counts;
    showFigures(news);
    pace.observe(settledOf(news.counts), news.counts.total + underWay());
  });

  const uploads = useUploads(`/jobs/${job.id}/resumes/upload`, (file, added) => {
    // The size of a file from a ZIP comes with the news.
    putAnswer(added.map((one) => rowOf(one, added.length === 1 ? file.size : 0)), 0);
  });
  const underWay = () => uploads.list.value.filter(isUnderWay).length;

  const fail = (why: PostFailure) => {
    const words = {
      offline: t("common.offline"),
      signed_out: t("common.session_ended"),
      refused: t("common.not_saved"),
    };
    toast.value = { text: words[why], isError: true };
  };
  const retry = async (resume: FileOfJob) => {
    const askedAt = performance.now();
    const answer = await post<FileOfJob>(`/resumes/${resume.id}/retry`);
    if (!answer.ok) return fail(answer.why);
    putAnswer([answer.data], askedAt);
  };
  const replacing = useRef<{ input: HTMLInputElement | null; resume: FileOfJob | null }>({
    input: null,
    resume: null,
  });
  const replace = async (file: File) => {
    const { resume } = replacing.current;
    if (!resume) return;
    toast.value = { text: t("resumes.adding", { count: 1 }) };
    const askedAt = performance.now();
    const answer = await send<FileOfJob>(`/resumes/${resume.id}/replace`, file, () => {});
    if (answer === "full") {
      return toast.value = { text: t("resumes.upload_full_more"), isError: true };
    }
    if (typeof answer === "string") return fail(answer === "failed" ? "offline" : answer);
    putAnswer([answer], askedAt);
    toast.value = { text: t("resumes.replaced", { file: answer.fileName }) };
  };
  const asked = useSignal<FileOfJob | null>(null);
  const remove = async (resume: FileOfJob) => {
    asked.value = null;
    const answer = await post(`/resumes/${resume.id}/remove`);
    if (!answer.ok) return fail(answer.why);
    rows.value = rows.value.filter(({ id }) => id !== resume.id);
    toast.value = { text: t("resumes.removed", { file: resume.fileName }) };
  };

  const actions = !props.mayWrite ? null : {
    onRetry: retry,
    onReplace: (one: FileOfJob) => {
      replacing.current.resume = one;
      replacing.current.input?.click();
    },
    onRemove: (one: FileOfJob) => asked.value = one,
  };

  return (
    <>
      {job.isOpen && props.mayWrite && (
        <>
          <DropZone
            job={job}
            limits={props.limits}
            underWay={underWay()}
            language={language}
            texts={texts}
            onFiles={uploads.add}
          />
          <PasteDialog
            jobId={job.id}
            draft={`paste:${props.userId}:${job.id}`}
            language={language}
            texts={texts}
            onAdded={(added, sizeBytes) => {
              if (added.duplicate) toast.value = { text: t("resumes.duplicate_more") };
              else putAnswer([rowOf(added, sizeBytes)], 0);
            }}
          />
        </>
      )}
      {counts.value.total + underWay() > 0 && (
        <FilesSummary
          {...{ show: props.show, q: props.q, language, texts }}
          counts={counts.value}
          underWay={underWay()}
          secondsLeft={pace.secondsLeft.value}
        />
      )}
      <IconSprite strokes={FILE_ICONS} />
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
                  jobId={job.id}
                  requirements={job.requirements}
                  language={language}
                  texts={texts}
                  actions={actions}
                />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <input
        ref={(input) => void (replacing.current.input = input)}
        type="file"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) replace(file);
        }}
      />
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

function fits(row: FileOfJob, { show, q }: Pick<ResumeFilesProps, "show" | "q">): boolean {
  const names = `${row.fileName}\n${row.candidate?.name ?? ""}`.toLowerCase();
  if (!names.includes(q.toLowerCase())) return false;
  if (show === "all") return true;
  if (show === "need") return row.status === "failed";
  if (show === "read") return row.status === "done";
  return row.status !== "failed" && row.status !== "done";
}

/** The row of a file that was just taken, until the news tells more. */
function rowOf({ id, fileName, status, error }: AddedResume, sizeBytes: number): FileOfJob {
  return {
    id,
    fileName,
    sizeBytes,
    status,
    error,
    language: null,
    pageCount: 0,
    candidate: null,
  };
}
