import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../lib/talent/types.ts";
import { formatSize } from "../locales/format.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { Icon } from "./Icon.tsx";

export interface DropZoneProps {
  job: { id: string; title: string };
  limits: { maxFiles: number; maxBytes: number };
  language: Language;
  texts: Texts<"resumes.">;
  onFiles: (files: File[]) => void;
  /** How many files are held above it at first. */
  filesOver?: number;
}

/** Where files are dropped or chosen; without JavaScript a plain field and a button. */
export function DropZone({ job, limits, language, texts, onFiles, filesOver }: DropZoneProps) {
  const t = speaker(language, texts);
  const over = useSignal<number | null>(filesOver ?? null);
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
