import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../lib/talent/types.ts";
import { formatSize } from "../locales/format_size.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { droppedFiles, withoutClutter } from "./dropped_files.ts";
import { Drawn, STROKES } from "./Icon.tsx";
import { PASTE_DIALOG } from "./PasteDialog.tsx";
import { TOOL_STROKES, ToolIcon } from "./ToolIcon.tsx";

const TRAY_STROKES = {
  busy: STROKES.ring,
  target: TOOL_STROKES.download,
  refused: STROKES.alert,
  rest: TOOL_STROKES.upload,
} as const;

export interface DropZoneProps {
  job: { id: string; title: string };
  limits: { maxFiles: number; maxBytes: number };
  /** How many files are on their way. */
  underWay?: number;
  /** How many files are held above it, where that is only shown. */
  filesOver?: number;
  /** What was not taken, where that is only shown. */
  refused?: Refusal;
  language: Language;
  texts: Texts<"resumes.">;
  onFiles: (files: File[]) => void;
}

/** Why what was dropped or chosen was not taken, or not all of it. */
export type Refusal = { kind: "nothing" } | { kind: "too_many"; count: number };

const ACCEPTED =
  ".pdf,.docx,.odt,.rtf,.html,.htm,.txt,.zip,application/pdf,text/plain,application/zip";

/** Where files and folders are dropped or chosen; without JavaScript a plain field and a button. */
export function DropZone(props: DropZoneProps) {
  const { job, limits, underWay = 0, language, texts } = props;
  const t = speaker(language, texts);
  const refusal = useSignal<Refusal | null>(props.refused ?? null);
  const take = (given: readonly File[]) => {
    const files = withoutClutter(given);
    const { maxFiles } = limits;
    refusal.value = files.length === 0
      ? { kind: "nothing" }
      : files.length > maxFiles
      ? { kind: "too_many", count: files.length }
      : null;
    props.onFiles(files.slice(0, maxFiles));
  };
  const over = useDrops(take, props.filesOver);
  const state = over.value !== null
    ? "target"
    : refusal.value
    ? "refused"
    : underWay > 0
    ? "busy"
    : "rest";
  return (
    <form
      class="drop mt-5"
      method="post"
      action={`/jobs/${job.id}/resumes/upload`}
      encType="multipart/form-data"
      data-state={state}
    >
      <span class="tray">
        <Drawn
          stroke={TRAY_STROKES[state]}
          class={state === "busy" ? "spinner" : undefined}
          size={20}
        />
      </span>
      <div class="drop-words" role={state === "refused" ? "alert" : undefined}>
        {state === "target"
          ? (
            <Words
              title={over.value
                ? t("resumes.let_go", { count: over.value })
                : t("resumes.let_go_any")}
              more={t("resumes.to_job", { title: job.title })}
            />
          )
          : refusal.value?.kind === "nothing"
          ? <Words title={t("resumes.no_files")} more={t("resumes.no_files_more")} />
          : refusal.value
          ? (
            <Words
              title={t("resumes.too_many", { count: refusal.value.count, limit: limits.maxFiles })}
              more={t("resumes.too_many_more")}
            />
          )
          : (
            <Words
              title={
                <>
                  <span class="with-script">
                    {underWay > 0 ? t("resumes.adding", { count: underWay }) : t("resumes.drop")}
                  </span>
                  <span class="without-script">{t("resumes.choose_first")}</span>
                </>
              }
              more={t("resumes.formats", {
                files: limits.maxFiles,
                size: formatSize(language, limits.maxBytes),
              })}
            />
          )}
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
      <Choose isFolder={false} word={t("resumes.choose")} onFiles={take} />
      <Choose isFolder word={t("resumes.choose_folder")} onFiles={take} />
      <button class="btn" type="button" popovertarget={PASTE_DIALOG}>{t("resumes.paste")}</button>
    </form>
  );
}

function Words({ title, more }: { title: ComponentChildren; more: string }) {
  return (
    <>
      <p class="font-medium">{title}</p>
      <p class="text-fg-2">{more}</p>
    </>
  );
}

function Choose(
  { isFolder, word, onFiles }: {
    isFolder: boolean;
    word: string;
    onFiles: (files: File[]) => void;
  },
) {
  return (
    <label
      class={`btn with-script ${
        isFolder ? "folder-field max-phone:hidden" : "file-field btn-primary"
      }`}
    >
      {!isFolder && <ToolIcon name="folder" />}
      {word}
      <input
        type="file"
        multiple
        accept={isFolder ? undefined : ACCEPTED}
        {...(isFolder ? { webkitdirectory: true } : {})}
        onChange={(event) => {
          onFiles([...event.currentTarget.files ?? []]);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}

/**
 * Takes what is dropped anywhere on the page, so that nobody has to aim.
 *
 * @returns How many things are held over the page; null while there are none.
 */
function useDrops(onFiles: (files: File[]) => void, shown: number | null = null) {
  const over = useSignal(shown);
  const depth = useRef(0);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const end = new AbortController();
    const on = (name: "dragenter" | "dragleave" | "dragover" | "drop", run: DragRun) =>
      document.addEventListener(name, (event) => {
        if (event.dataTransfer?.types.includes("Files")) run(event);
      }, { signal: end.signal });
    on("dragenter", (event) => {
      depth.current += 1;
      over.value = event.dataTransfer?.items.length ?? 0;
    });
    on("dragleave", () => {
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) over.value = null;
    });
    on("dragover", (event) => event.preventDefault());
    on("drop", (event) => {
      event.preventDefault();
      depth.current = 0;
      over.value = null;
      droppedFiles(event.dataTransfer).then((files) => take.current(files));
    });
    return () => end.abort();
  }, []);
  return over;
}

type DragRun = (event: DragEvent) => void;
