import type { Language } from "../lib/talent/types.ts";
import { formatPart } from "../locales/format.ts";
import { formatSize } from "../locales/format_size.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { FileCells } from "./FileRow.tsx";
import { Refused } from "./FileState.tsx";
import { Icon } from "./Icon.tsx";
import { isUnderWay, type Upload } from "./uploads.ts";
import { ToolIcon } from "./ToolIcon.tsx";

export interface UploadCellsProps {
  upload: Upload;
  language: Language;
  texts: Texts<"resumes." | "common.">;
  onRetry: () => void;
  onDismiss: () => void;
}

/** A file on its way, in the columns of the table of files. */
export function UploadCells(props: UploadCellsProps) {
  const { upload, language, texts, onRetry, onDismiss } = props;
  const t = speaker(language, texts);
  const { file, state } = upload;
  return (
    <FileCells
      fileName={file.name}
      size={formatSize(language, file.size)}
      state={<UploadState {...props} />}
      action={isUnderWay(upload) ? undefined : (
        <span class="inline-flex items-center gap-1">
          {state === "signed_out" && (
            <a class="btn btn-sm" href="/sign-in" target="_blank" rel="noopener">
              {t("resumes.sign_in")}
            </a>
          )}
          {state === "failed" && (
            <button type="button" class="btn btn-sm" onClick={onRetry}>
              <ToolIcon name="retry" size={13} />
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

function UploadState({ upload, language, texts }: UploadCellsProps) {
  const t = speaker(language, texts);
  const { state, sent, file: { name } } = upload;
  if (state === "failed") {
    return (
      <Refused title={`${t("resumes.upload_failed")}.`} advice={t("resumes.upload_failed_more")} />
    );
  }
  if (state === "signed_out") {
    return <Refused title={`${t("resumes.signed_out")}.`} advice={t("resumes.sign_in_more")} />;
  }
  if (state === "full") {
    return (
      <Refused title={`${t("resumes.upload_refused")}.`} advice={t("resumes.upload_full_more")} />
    );
  }
  if (state === "refused") {
    return <Refused title={`${t("resumes.upload_refused")}.`} advice="" />;
  }
  if (state === "duplicate") {
    return (
      <span class="file-state">
        <ToolIcon name="copies" class="text-partial" />
        <span>
          <b>{t("resumes.duplicate")}.</b> {t("resumes.duplicate_more")}
        </span>
      </span>
    );
  }
  if (state === "queued") {
    return (
      <span class="file-state text-fg-3">
        <ToolIcon name="clock" />
        {t("resumes.waiting")}
      </span>
    );
  }
  const words = t("resumes.sent", { percent: formatPart(language, sent) });
  return (
    <span class="file-state tabular-nums">
      <Icon name="ring" class="spinner" />
      {words}
      <progress class="progress" value={sent} max={1} aria-label={`${words}, ${name}`} />
    </span>
  );
}
