import { useEffect } from "preact/hooks";

/**
 * Says what is wrong with a field in a line below it, in the page's language, where the browser
 * would show a bubble in its own. A field without such a line (`wrong` of Field) keeps the bubble.
 */
export function useFieldErrors(): void {
  useEffect(() => {
    const end = new AbortController();
    document.addEventListener("invalid", refuse, { capture: true, signal: end.signal });
    document.addEventListener("input", forgive, { signal: end.signal });
    return () => end.abort();
  }, []);
}

type FormField = HTMLInputElement | HTMLTextAreaElement;

function refuse(event: Event): void {
  const field = event.target as FormField;
  if (!show(field, true)) return;
  event.preventDefault();
  if (field.form?.querySelector(":invalid:not(fieldset)") === field) field.focus();
}

function forgive({ target }: Event): void {
  const field = target as FormField;
  if (field.validity?.valid) show(field, false);
}

/** Shows the line, or takes it away; the hint or the server's own line gives way to it. */
function show(field: FormField, isWrong: boolean): boolean {
  const [wrong, hint, error] = ["wrong", "hint", "error"].map((one) =>
    document.getElementById(`${field.id}-${one}`)
  );
  const line = wrong ?? error;
  if (!line) return false;
  if (line.hidden !== isWrong) return true;
  if (error) error.hidden = true;
  if (hint) hint.hidden = isWrong;
  line.hidden = !isWrong;
  const below = isWrong ? line : hint;
  if (isWrong) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  if (below) field.setAttribute("aria-describedby", below.id);
  else field.removeAttribute("aria-describedby");
  return true;
}
