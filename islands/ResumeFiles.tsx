import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { FileCells, FileRow } from "../components/FileRow.tsx";
import { type FileOfJob, type FileTexts, Refused } from "../components/FileState.tsx";
import { Icon } from "../components/Icon.tsx";
import { settledOf, useCalm, useJobNews, usePace } from "../components/job_events.ts";
import { LiveToast, type ToastMessage } from "../components/LiveToast.tsx";
import { post, type PostFailure } from "../components/post.ts";
import { timeLeft } from "../components/time_left.ts";
import { type Upload, useUploads } from "../components/uploads.ts";
import type { AddedResume } from "../lib/hiring/resume_upload.ts";
import type { ResumeCounts } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatSize } from "../locales/format.ts";
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
      {job.isOpen && <DropZone props={props} onFiles={take} />}
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
                  props={props}
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
        props={props}
        onCancel={() => asked.value = null}
        onRemove={remove}
      />
      <LiveToast message={toast} />
    </>
  );
}

function DropZone(
  { props, onFiles }: { props: ResumeFilesProps; onFiles: (files: File[]) => void },
) {
  const { job, limits, language, texts } = props;
  const t = speaker(language, texts);
  const over = useSignal<number | null>(null);
  const depth = useRef(0);

  // The whole page is the target, so that nobody has to aim.
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current += 1;
      over.value = event.dataTransfer?.items.length ?? 0;
    };
    const leave = () => {
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) over.value = null;
    };
    const allow = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      over.value = null;
      onFiles([...event.dataTransfer?.files ?? []]);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: allow, drop } as const;
    for (const [name, run] of Object.entries(listeners)) {
      document.addEventListener(name, run as EventListener);
    }
    return () => {
      for (const [name, run] of Object.entries(listeners)) {
        document.removeEventListener(name, run as EventListener);
      }
    };
  }, []);

  const isTarget = over.value !== null;
  return (
    <form
      class="drop mt-5"
      method="post"
      action={`/jobs/${job.id}/resumes/upload`}
      encType="multipart/form-data"
      data-target={isTarget ? "" : undefined}
    >
      <span class="tray">
        <Icon name={isTarget ? "download" : "upload"} size={20} />
      </span>
      <div class="drop-words">
        <p class="font-medium">
          {isTarget
            ? over.value ? t("resumes.let_go", { count: over.value }) : t("resumes.let_go_any")
            : (
              <>
                <span class="with-script">{t("resumes.drop")}</span>
                <span class="without-script">{t("resumes.choose_first")}</span>
              </>
            )}
        </p>
        <p class="text-fg-2">
          {isTarget ? t("resumes.to_job", { title: job.title }) : t("resumes.formats", {
            files: limits.maxFiles,
            size: formatSize(language, limits.maxBytes),
          })}
        </p>
      </div>
      <input
        class="file-input without-script"
        type="file"
        name="files"
        multiple
        required
        aria-label={t("resumes.files")}
      />
      <button class="btn btn-primary without-script" type="submit">{t("resumes.upload")}</button>
      <label class="btn btn-primary file-field with-script">
        <Icon name="folder" />
        {t("resumes.choose")}
        <input
          type="file"
          multiple
          accept=".pdf,.docx,.txt,application/pdf,text/plain"
          onChange={(event) => {
            onFiles([...event.currentTarget.files ?? []]);
            event.currentTarget.value = "";
          }}
        />
      </label>
    </form>
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

interface UploadCellsProps {
  upload: Upload;
  props: ResumeFilesProps;
  onRetry: () => void;
  onDismiss: () => void;
}

function UploadCells({ upload, props, onRetry, onDismiss }: UploadCellsProps) {
  const { language, texts } = props;
  const t = speaker(language, texts);
  const { file, state, sent } = upload;
  const isUnderWay = state === "queued" || state === "sending";
  return (
    <FileCells
      fileName={file.name}
      size={formatSize(language, file.size)}
      state={<UploadState state={state} sent={sent} name={file.name} props={props} />}
      action={isUnderWay ? undefined : (
        <span class="inline-flex items-center gap-1">
          {state === "failed" && (
            <button type="button" class="btn btn-sm" onClick={onRetry}>
              <Icon name="retry" size={13} />
              {t("resumes.retry")}
            </button>
          )}
          <button
            type="button"
            class="btn btn-sm btn-quiet btn-icon"
            aria-label={`${t("common.close")}: ${file.name}`}
            onClick={onDismiss}
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      )}
    />
  );
}

function UploadState(
  { state, sent, name, props }: Pick<Upload, "state" | "sent"> & {
    name: string;
    props: ResumeFilesProps;
  },
) {
  const t = speaker(props.language, props.texts);
  if (state === "failed") {
    return (
      <Refused title={`${t("resumes.upload_failed")}.`} advice={t("resumes.upload_failed_more")} />
    );
  }
  if (state === "refused") {
    return <Refused title={`${t("resumes.upload_refused")}.`} advice="" />;
  }
  if (state === "duplicate") {
    return (
      <span class="file-state">
        <Icon name="copies" class="text-partial" />
        <span>
          <b>{t("resumes.duplicate")}.</b> {t("resumes.duplicate_more")}
        </span>
      </span>
    );
  }
  if (state === "queued") {
    return (
      <span class="file-state text-fg-3">
        <Icon name="clock" />
        {t("resumes.waiting")}
      </span>
    );
  }
  return (
    <span class="file-state">
      <Icon name="ring" class="spinner" />
      {t("resumes.uploading")}
      <progress
        class="progress"
        value={sent}
        max={1}
        aria-label={`${t("resumes.uploading")} ${name}`}
      />
    </span>
  );
}

interface RemoveDialogProps {
  resume: FileOfJob | null;
  props: ResumeFilesProps;
  onCancel: () => void;
  onRemove: (resume: FileOfJob) => void;
}

/** Removing cannot be undone, so it is asked; Escape closes, and the focus returns by itself. */
function RemoveDialog({ resume, props, onCancel, onRemove }: RemoveDialogProps) {
  const t = speaker(props.language, props.texts);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (resume) dialog.current?.showModal();
    else dialog.current?.close();
  }, [resume]);
  return (
    <dialog class="dialog" ref={dialog} onClose={onCancel} aria-labelledby="remove-title">
      {resume && (
        <div class="grid gap-3">
          <h2 id="remove-title">{t("resumes.remove_title")}</h2>
          <p class="text-fg-2">{t("resumes.remove_more", { file: resume.fileName })}</p>
          <div class="flex justify-end gap-2">
            <button type="button" class="btn" onClick={onCancel}>{t("common.cancel")}</button>
            <button type="button" class="btn btn-danger" onClick={() => onRemove(resume)}>
              {t("resumes.remove")}
            </button>
          </div>
        </div>
      )}
    </dialog>
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
