/** The quotes in the résumé's text, which the server drew, followed and lit in the browser. */

/** Lights the quotes of one requirement, and brings the first into view if wanted. */
export function lightMarks(number: string, isScrolling: boolean): void {
  for (const mark of allMarks()) {
    if (quotesOf(mark).some((id) => numberOf(id) === number)) mark.dataset.on = "";
    else delete mark.dataset.on;
  }
  if (isScrolling) document.querySelector("mark[data-on]")?.scrollIntoView({ block: "center" });
}

/** The requirement's number that a mark was made for; the first of several. */
export function numberOfMark(mark: HTMLElement): string | null {
  const [id] = quotesOf(mark);
  return id ? numberOf(id) : null;
}

/** The number in "q-7-1" or "v-7"; null in anything else. */
export function numberOfHash(hash: string): string | null {
  return /^#?(?:q|v)-([0-9a-z]+)(?:-\d+)?$/.exec(hash)?.[1] ?? null;
}

/** Puts the focus on a quote and brings it into view. */
export function goToMark(id: string): void {
  const mark = document.getElementById(id)?.closest<HTMLElement>("mark");
  mark?.scrollIntoView({ block: "center" });
  mark?.focus({ preventScroll: true });
}

function allMarks(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".document mark")];
}

function quotesOf(mark: HTMLElement): string[] {
  return mark.dataset.quotes?.split(" ") ?? [];
}

function numberOf(quoteId: string): string {
  return quoteId.split("-")[1] ?? "";
}
