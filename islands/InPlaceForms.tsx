import { useEffect } from "preact/hooks";

const PLACE = "details[data-in-place]";

/**
 * Makes the forms that open where a value stands easy to use by keys: opening one focuses its
 * field, Escape and Cancel put away what was typed and give the focus back to the pencil.
 */
export function InPlaceForms() {
  useEffect(() => {
    const end = new AbortController();
    const on = { signal: end.signal, capture: true }; // a details' toggle does not bubble
    document.addEventListener("toggle", ({ target }) => focusField(target), on);
    document.addEventListener("click", (event) => {
      const { target } = event;
      if (target instanceof Element && target.closest("[data-cancel]") && close(target)) {
        event.preventDefault();
      }
    }, { signal: end.signal });
    document.addEventListener("keydown", ({ key, target }) => {
      if (key !== "Escape" || !(target instanceof Element)) return;
      target.closest(`${PLACE}[open]`)?.querySelector<HTMLElement>("[data-cancel]")?.click();
    }, { signal: end.signal });
    return () => end.abort();
  }, []);
  return null;
}

type FormField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function fieldsOf(place: Element): FormField[] {
  return [...place.querySelectorAll<FormField>(
    'input:not([type="hidden"]), textarea, select',
  )];
}

function focusField(target: EventTarget | null): void {
  if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches(PLACE)) return;
  const [field] = fieldsOf(target);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** @returns Whether there was something to close. */
function close(inside: Element): boolean {
  const place = inside.closest<HTMLDetailsElement>(PLACE);
  if (!place) return false;
  place.querySelector("form")?.reset();
  for (const field of fieldsOf(place)) {
    // After a refusal the form begins with what was typed: what stands is said beside it.
    field.value = field.dataset.stands ?? field.value;
    field.removeAttribute("aria-invalid");
  }
  place.querySelector(".error-line")?.remove();
  place.open = false;
  place.querySelector("summary")?.focus();
  return true;
}
