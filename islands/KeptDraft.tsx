import { useEffect } from "preact/hooks";
import { dropDraft, keepDraft, readDraft } from "../components/drafts.ts";

export interface KeptDraftProps {
  /** Whose draft of what: two people, or two forms, must not share one. */
  name: string;
  /** The form whose fields are kept; without one, the draft has done its service and goes. */
  formId?: string;
  /** How the place begins that the saved form leads to; once there, the draft goes. */
  savedHash?: string;
}

/**
 * Keeps what is typed into a form that the server draws, until it is saved: a reload or a session
 * that has ended costs nothing. What the server put into a field goes before the draft, unless it
 * is what stood there when the typing began.
 */
export function KeptDraft({ name, formId, savedHash }: KeptDraftProps) {
  useEffect(() => {
    const form = formId && document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return dropDraft(name);
    const draft = readDraft(name) ?? {};
    if (savedHash && location.hash.startsWith(savedHash) && location.hash !== draft[PLACE]) {
      dropDraft(name);
    } else {
      restore(form, draft);
    }
    const keep = () => keepDraft(name, { ...typedInto(form), [PLACE]: location.hash });
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

/** Beside the fields, where the page was while they were typed into; no field has such a name. */
const PLACE = "#";

function restore(form: HTMLFormElement, draft: Readonly<Record<string, string>>): void {
  for (const field of textFields(form)) {
    const typed = draft[field.name] ?? field.value;
    const isStale = field.value !== "" && field.value !== draft[`${PLACE}${field.name}`];
    if (isStale || typed === field.value) continue;
    field.value = typed;
    field.closest("details")?.setAttribute("open", "");
  }
}

/** What was typed, and what the fields began with. */
function typedInto(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    textFields(form).flatMap(({ name, value, defaultValue }) => [
      [name, value],
      [`${PLACE}${name}`, defaultValue],
    ]),
  );
}

function textFields(form: HTMLFormElement): (HTMLTextAreaElement | HTMLInputElement)[] {
  return [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    'textarea[name], input[name]:not([type="hidden"], [type="file"], [type="password"])',
  )];
}
