import type { ComponentChildren } from "preact";
import { formatSize } from "../locales/format.ts";
import { speaker } from "../locales/say.ts";
import { type FileOfJob, FileState, type FileStateProps } from "./FileState.tsx";
import { Icon } from "./Icon.tsx";

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
          <Icon name="file" class="text-fg-3" />
          <span class="truncate" title={fileName}>{fileName}</span>
        </span>
      </th>
      <td role="cell" class="c-size">{size}</td>
      <td role="cell" class="c-state">{state}</td>
      <td role="cell" class="c-action c-empty">{action}</td>
    </>
  );
}

export interface FileRowProps extends FileStateProps {
  /** Null where the page is only read. */
  onRetry: ((resume: FileOfJob) => void) | null;
  onRemove: ((resume: FileOfJob) => void) | null;
}

/** A résumé in the list of files: what became of it, and what can be done about it. */
export function FileRow(props: FileRowProps) {
  const { resume, language, texts, onRetry, onRemove } = props;
  const t = speaker(language, texts);
  const { id, fileName } = resume;
  const canRetry = resume.status === "failed" && resume.error?.code !== "too_large";
  const action = (
    <span class="inline-flex items-center gap-1">
      {canRetry && onRetry && (
        <Action
          method="post"
          href={`/resumes/${id}/retry`}
          run={() => onRetry(resume)}
        >
          <button
            type="submit"
            class="btn btn-sm"
            aria-label={t("resumes.retry_of", { file: fileName })}
          >
            <Icon name="retry" size={13} />
            {t("resumes.retry")}
          </button>
        </Action>
      )}
      {onRemove && (
        <Action method="get" href={`/resumes/${id}/remove`} run={() => onRemove(resume)}>
          <button
            type="submit"
            class="btn btn-sm btn-quiet btn-icon"
            aria-label={t("resumes.remove_of", { file: fileName })}
            title={t("resumes.remove")}
          >
            <Icon name="close" size={14} />
          </button>
        </Action>
      )}
    </span>
  );
  return (
    <FileCells
      fileName={fileName}
      size={formatSize(language, resume.sizeBytes)}
      state={<FileState {...props} />}
      action={action}
    />
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
