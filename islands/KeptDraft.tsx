import { useEffect } from "preact/hooks";
import { dropDraft, keepDraft, readDraft } from "../components/drafts.ts";

export interface KeptDraftProps {
  /** Whose draft of what: two people, or two forms, must not share one. */
  name: string;
  /** The form whose fields are kept; without one, the draft has done its service and goes. */
  formId?: string;
}

/**
 * Keeps what is typed into a form that the server draws, until it is saved: a reload or a session
 * that has ended costs nothing. What the server put into a field goes before the draft.
 */
export function KeptDraft({ name, formId }: KeptDraftProps) {
  useEffect(() => {
    const form = formId && document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return dropDraft(name);
    const draft = readDraft(name) ?? {};
    for (const field of textFields(form)) {
      if (field.value === "") field.value = draft[field.name] ?? "";
    }
    const keep = () =>
      keepDraft(
        name,
        Object.fromEntries(textFields(form).map(({ name, value }) => [name, value])),
      );
    const drop = () => dropDraft(name);
    const cancel = form.querySelector("[data-cancel]");
    form.addEventListener("input", keep);
    cancel?.addEventListener("click", drop);
    return () => {
      form.removeEventListener("input", keep);
      cancel?.removeEventListener("click", drop);
    };
  }, []);
  return null;
}

function textFields(form: HTMLFormElement): (HTMLTextAreaElement | HTMLInputElement)[] {
  return [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    'textarea[name], input[name]:not([type="hidden"], [type="file"], [type="password"])',
  )];
}
