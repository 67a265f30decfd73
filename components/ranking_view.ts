import {
  boxOf,
  findRow,
  linkOf,
  makeCurrent,
  resumeIdOf,
  rowOf,
  selectedRows,
} from "./ranking_rows.ts";

export const FILTER_FORM = "ranking-filters";

/** The address that the form of filters asks for, without what says nothing. */
export function filterAddress(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
  const given = new URLSearchParams(fields.filter(([, value]) => value !== ""));
  if (given.getAll("grade").length === 4) given.delete("grade");
  if (!given.has("requirement")) given.delete("verdict");
  if (given.get("sort") === "score") given.delete("sort");
  return given.size > 0 ? `?${given}` : location.pathname;
}

/**
 * Shows another view of the ranking without leaving the page: takes its rows and counts from the
 * page at that address. What is selected, current or focused stays so where it is still there.
 *
 * @returns Whether it could be had.
 */
export async function showView(
  address: string,
  { signal, isTyping }: { signal: AbortSignal; isTyping: boolean },
): Promise<boolean> {
  const answer = await fetch(address, { signal }).catch(() => null);
  if (answer && new URL(answer.url).pathname !== location.pathname) {
    location.assign(address); // signed out, or gone: let the browser show it
    return true;
  }
  const html = await answer?.text().catch(() => null);
  if (!html || signal.aborted) return false;
  // Without its head, whose styles carry the nonce of another answer.
  const body = html.slice(html.indexOf("<body"));
  const next = new DOMParser().parseFromString(body, "text/html");
  if (!next.querySelector('[data-part="rows"]')) return false;
  takeParts(next);
  takeFields(next, isTyping);
  return true;
}

function takeParts(next: Document): void {
  const kept = whatIsHeld();
  for (const part of document.querySelectorAll<HTMLElement>("[data-part]")) {
    const fresh = next.querySelector(`[data-part="${part.dataset.part}"]`);
    if (fresh && fresh.innerHTML !== part.innerHTML) {
      part.replaceChildren(...document.adoptNode(fresh).childNodes);
    }
  }
  kept();
}

/** Remembers what is selected, current and focused; answers how to bring it back. */
function whatIsHeld(): () => void {
  const selected = selectedRows().map(resumeIdOf);
  const current = document.querySelector<HTMLElement>("tr[data-current]")?.dataset.resume;
  const focused = document.activeElement;
  const part = focused?.closest<HTMLElement>("[data-part]");
  const focusedRow = rowOf(focused)?.dataset.resume;
  return () => {
    for (const id of selected) {
      const box = boxOfId(id);
      if (box) box.checked = true;
    }
    const row = current ? findRow(current) : null;
    if (row) makeCurrent(row);
    if (!part || focused?.isConnected) return;
    const again = focused?.id ? document.getElementById(focused.id) : null;
    const sameRow = focusedRow ? findRow(focusedRow) : null;
    const isBox = focused instanceof HTMLInputElement;
    const inRow = sameRow && (isBox ? boxOf(sameRow) : linkOf(sameRow));
    const form = document.querySelector<HTMLElement>(`#${FILTER_FORM} [name="q"]`);
    (again ?? inRow ?? form)?.focus({ preventScroll: true });
  };
}

function boxOfId(resumeId: string): HTMLInputElement | null {
  const row = findRow(resumeId);
  return row && boxOf(row);
}

/** Lets the fields of the filters say what is shown; not the one that somebody types in. */
function takeFields(next: Document, isTyping: boolean): void {
  const form = document.getElementById(FILTER_FORM);
  const fresh = next.getElementById(FILTER_FORM);
  if (!(form instanceof HTMLFormElement) || !(fresh instanceof HTMLFormElement)) return;
  const fields = [...fresh.elements];
  [...form.elements].forEach((field, index) => {
    const other = fields[index];
    if (field instanceof HTMLSelectElement && other instanceof HTMLSelectElement) {
      field.value = other.value;
    }
    if (!(field instanceof HTMLInputElement) || !(other instanceof HTMLInputElement)) return;
    if (field.type === "checkbox") field.checked = other.checked;
    else if (!isTyping || field !== document.activeElement) field.value = other.value;
  });
}
