import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { AddedResume } from "../lib/hiring/resume_upload.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { dropDraft, keepDraft, readDraft, signInAgain } from "./drafts.ts";
import { useFieldErrors } from "./field_errors.ts";
import { PasteFields } from "./PasteFields.tsx";
import { post } from "./post.ts";

/** What the button that opens it names as its `popovertarget`. */
export const PASTE_DIALOG = "paste";

export interface PasteDialogProps {
  jobId: string;
  /** The name under which an unsent text is kept. */
  draft: string;
  language: Language;
  texts: Texts<"resumes." | "common.">;
  onAdded: (resume: AddedResume, sizeBytes: number) => void;
}

/** Takes a résumé as text. It opens, and is sent, without JavaScript too. */
export function PasteDialog({ jobId, draft, language, texts, onAdded }: PasteDialogProps) {
  const t = speaker(language, texts);
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const isBusy = useSignal(false);
  useFieldErrors();
  const problem = useSignal<"wrong" | "offline" | "signed_out" | null>(null);
  useEffect(() => {
    const kept = readDraft(draft);
    const fields = form.current && fieldsOf(form.current);
    if (!kept || !fields) return;
    for (const field of fields) field.value ||= kept[field.name] ?? "";
    if (kept.text) dialog.current?.showPopover();
  }, []);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.current || isBusy.value) return;
    const fields = fieldsOf(form.current);
    isBusy.value = true;
    const data = new FormData(form.current);
    const answer = await post<AddedResume>(`/jobs/${jobId}/resumes/paste`, textsOf(data));
    isBusy.value = false;
    if (!answer.ok) {
      problem.value = answer.why === "refused" ? "wrong" : answer.why;
      return;
    }
    problem.value = null;
    onAdded(answer.data, new TextEncoder().encode(String(data.get("text"))).length);
    for (const field of fields) field.value = "";
    dropDraft(draft);
    dialog.current?.hidePopover();
  };
  return (
    <dialog
      class="dialog dialog-wide"
      id={PASTE_DIALOG}
      popover="auto"
      ref={dialog}
      aria-labelledby="paste-title"
    >
      <form
        ref={form}
        method="post"
        action={`/jobs/${jobId}/resumes/paste`}
        class="grid gap-4"
        onSubmit={send}
        onInput={() => form.current && keepDraft(draft, textsOf(new FormData(form.current)))}
      >
        <h2 id="paste-title">{t("resumes.paste_title")}</h2>
        <PasteFields isWrong={problem.value === "wrong"} language={language} texts={texts} />
        {problem.value === "offline" && <p class="error-line" role="alert">{t("common.offline")}
        </p>}
        {problem.value === "signed_out" && (
          <p class="error-line" role="alert">
            {t("common.session_ended")}{" "}
            <button type="button" class="link" onClick={signInAgain}>
              {t("resumes.sign_in")}
            </button>
          </p>
        )}
        <div class="flex justify-end gap-2">
          <button
            type="button"
            class="btn"
            popovertarget={PASTE_DIALOG}
            popovertargetaction="hide"
          >
            {t("common.cancel")}
          </button>
          <button
            type="submit"
            class="btn btn-primary"
            aria-busy={isBusy.value ? "true" : undefined}
          >
            {t("resumes.paste_submit")}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function fieldsOf(form: HTMLFormElement): (HTMLTextAreaElement | HTMLInputElement)[] {
  return [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>("textarea, input")];
}

function textsOf(data: FormData): Record<string, string> {
  return Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
}
