import type { ComponentChildren } from "preact";
import { formatSize } from "../locales/format_size.ts";
import { speaker } from "../locales/say.ts";
import { type FileOfJob, FileState, type FileStateProps } from "./FileState.tsx";
import { SpriteIcon, STROKES } from "./Icon.tsx";
import { TOOL_STROKES, ToolIcon } from "./ToolIcon.tsx";

/** What rows repeat; an IconSprite of them stands before the table. */
export const FILE_ICONS = {
  file: TOOL_STROKES.file,
  check: STROKES.check,
  clock: TOOL_STROKES.clock,
  upload: TOOL_STROKES.upload,
  close: STROKES.close,
};

/** Name, size, state and action of a file, in the columns of the table. */
export function FileCells(
  { fileName, size, state, action }: {
    fileName: string;
    size: string;
    state: ComponentChildren;
    action?: ComponentChildren;
  },
) {
  return (
    <>
      <th role="rowheader" scope="row" class="c-file">
        <span class="flex min-w-0 items-center gap-[9px]">
          <SpriteIcon name="file" class="text-fg-3" />
          <span class="truncate" title={fileName}>{fileName}</span>
        </span>
      </th>
      <td role="cell" class="c-size">{size}</td>
      <td role="cell" class="c-state">{state}</td>
      <td role="cell" class="c-action c-empty">{action}</td>
    </>
  );
}

/** What a person can do about a file. */
export interface FileActions {
  onRetry: (resume: FileOfJob) => void;
  onReplace: (resume: FileOfJob) => void;
  onRemove: (resume: FileOfJob) => void;
}

export interface FileRowProps extends FileStateProps {
  jobId: string;
  /** Null where the page is only read. */
  actions: FileActions | null;
}

/** A résumé in the list of files: what became of it, and what can be done about it. */
export function FileRow(props: FileRowProps) {
  const { resume, language, actions } = props;
  return (
    <FileCells
      fileName={resume.fileName}
      size={formatSize(language, resume.sizeBytes)}
      state={<FileState {...props} />}
      action={actions && <Actions {...props} actions={actions} />}
    />
  );
}

/** Reasons that a second try may overcome; the others need another file. */
const WORTH_RETRYING = new Set(["internal", "too_slow"]);

/** A ZIP is nobody's résumé: no one file stands in its place. */
function isZip(resume: FileOfJob): boolean {
  return resume.error !== null && /\.zip$/i.test(resume.fileName);
}

/** The one thing that helps, in words; the others quietly beside it. */
function Actions(
  { resume, jobId, language, texts, actions }: FileRowProps & { actions: FileActions },
) {
  const t = speaker(language, texts);
  const { id, fileName, status, error } = resume;
  const isFailed = status === "failed";
  const isRetry = isFailed && WORTH_RETRYING.has(error?.code ?? "internal");
  const canReplace = (isFailed || status === "done") && !isZip(resume);
  return (
    <span class="inline-flex items-center gap-1">
      {resume.samePerson && (
        <a
          class="btn btn-sm"
          href={compareLink(jobId, resume.samePerson.resumeId, id)}
          aria-label={t("resumes.compare_of", { file: fileName })}
        >
          {t("resumes.compare")}
        </a>
      )}
      {isRetry && (
        <Action
          method="post"
          href={`/resumes/${id}/retry`}
          run={() => actions.onRetry(resume)}
        >
          <button
            type="submit"
            class="btn btn-sm"
            aria-label={t("resumes.retry_of", { file: fileName })}
          >
            <ToolIcon name="retry" size={13} />
            {t("resumes.retry")}
          </button>
        </Action>
      )}
      {canReplace && (
        <Action
          method="get"
          href={`/resumes/${id}/replace`}
          run={() => actions.onReplace(resume)}
        >
          {isFailed && !isRetry
            ? (
              <button
                type="submit"
                class="btn btn-sm"
                aria-label={t("resumes.replace_of", { file: fileName })}
              >
                {t("resumes.replace")}
              </button>
            )
            : (
              <IconButton
                icon="upload"
                title={t("resumes.replace")}
                label={t("resumes.replace_of", { file: fileName })}
              />
            )}
        </Action>
      )}
      <Action method="get" href={`/resumes/${id}/remove`} run={() => actions.onRemove(resume)}>
        <IconButton
          icon="close"
          title={t("resumes.remove")}
          label={t("resumes.remove_of", { file: fileName })}
        />
      </Action>
    </span>
  );
}

function compareLink(jobId: string, ...resumeIds: string[]): string {
  const query = new URLSearchParams(resumeIds.map((id) => ["resume", id]));
  return `/jobs/${jobId}/compare?${query}`;
}

function IconButton(
  { icon, title, label }: { icon: "upload" | "close"; title: string; label: string },
) {
  return (
    <button
      type="submit"
      class="btn btn-sm btn-quiet btn-icon"
      aria-label={label}
      title={title}
    >
      <SpriteIcon name={icon} size={14} />
    </button>
  );
}

/** Without JavaScript the form is sent: to do it, or (`get`) to be asked first. */
function Action(
  { method, href, run, children }: {
    method: "get" | "post";
    href: string;
    run: () => void;
    children: ComponentChildren;
  },
) {
  return (
    <form
      method={method}
      action={href}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      {children}
    </form>
  );
}
