import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import type { FileOfJob } from "./FileState.tsx";

export interface RemoveDialogProps {
  /** Null: closed. */
  resume: FileOfJob | null;
  language: Language;
  texts: Texts<"resumes." | "common.">;
  onCancel: () => void;
  onRemove: (resume: FileOfJob) => void;
}

/** Removing cannot be undone, so it is asked; Escape closes, and the focus returns by itself. */
export function RemoveDialog({ resume, language, texts, onCancel, onRemove }: RemoveDialogProps) {
  const t = speaker(language, texts);
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
