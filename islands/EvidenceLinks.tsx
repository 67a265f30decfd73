import { useEffect } from "preact/hooks";

/**
 * Ties verdicts and quotes together: a click on a verdict lights its quotes and brings the first
 * into view, a click on a quote leads back. Without JavaScript the same links are plain anchors.
 */
export function EvidenceLinks() {
  useEffect(() => {
    const root = document.querySelector<HTMLElement>(".split");
    if (!root) return;
    const gone = new AbortController();
    const { signal } = gone;
    root.addEventListener("click", (event) => onClick(event, root), { signal });
    for (const tab of document.querySelectorAll<HTMLAnchorElement>(".panes a")) {
      tab.addEventListener("click", (event) => {
        event.preventDefault();
        showPane(tab.hash.slice(1));
      }, { signal });
    }
    showPane("verdicts");
    selectFirst(root);
    return () => gone.abort();
  }, []);
  return null;
}

function onClick(event: MouseEvent, root: HTMLElement): void {
  const target = event.target instanceof Element ? event.target : null;
  if (!target) return;
  const link = target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (link) {
    const wanted = root.querySelector<HTMLElement>(`[id="${link.hash.slice(1)}"]`);
    if (!wanted) return;
    event.preventDefault();
    follow(root, wanted);
    return;
  }
  if (target.closest("form, summary, button, a, textarea")) return;
  const mark = target.closest<HTMLElement>("mark");
  if (mark) {
    const row = rowOfQuote(root, mark.dataset.quotes?.split(" ")[0] ?? "");
    if (row) follow(root, row);
    return;
  }
  const row = target.closest<HTMLElement>(".verdict-row");
  // Words that are being selected are no click.
  if (row && document.getSelection()?.isCollapsed !== false) select(root, row, true);
}

/** Goes to a verdict or to a quote, and lights both ends. */
function follow(root: HTMLElement, wanted: HTMLElement): void {
  if (wanted.matches(".verdict-row")) {
    showPane("verdicts");
    select(root, wanted, false);
    wanted.scrollIntoView({ block: "nearest" });
    wanted.querySelector<HTMLElement>("a, summary")?.focus({ preventScroll: true });
    return;
  }
  const row = rowOfQuote(root, wanted.id);
  if (row) select(root, row, false);
  showPane("resume");
  const mark = wanted.closest<HTMLElement>("mark");
  mark?.scrollIntoView({ block: "center" });
  mark?.focus({ preventScroll: true });
}

function select(root: HTMLElement, row: HTMLElement, isScrolling: boolean): void {
  for (const one of root.querySelectorAll("[data-on]")) one.removeAttribute("data-on");
  row.dataset.on = "";
  const marks = marksOfRow(root, row);
  for (const mark of marks) mark.dataset.on = "";
  if (isScrolling && !isNarrow()) marks[0]?.scrollIntoView({ block: "center" });
}

function selectFirst(root: HTMLElement): void {
  const named = root.querySelector<HTMLElement>(`[id="${location.hash.slice(1)}"]`);
  if (named && location.hash) return follow(root, named);
  const first = root.querySelector<HTMLElement>(".verdict-row");
  if (first) select(root, first, false);
}

function marksOfRow(root: HTMLElement, row: HTMLElement): HTMLElement[] {
  const number = row.id.slice("v-".length);
  return [...root.querySelectorAll<HTMLElement>("mark")].filter((mark) =>
    mark.dataset.quotes?.split(" ").some((id) => id.startsWith(`q-${number}-`))
  );
}

function rowOfQuote(root: HTMLElement, quoteId: string): HTMLElement | null {
  const number = quoteId.split("-")[1];
  return root.querySelector(`[id="v-${number}"]`);
}

function isNarrow(): boolean {
  return !matchMedia("(min-width: 1180px)").matches;
}

/** Below 1180 px one pane is shown at a time; the style sheet looks at `data-pane`. */
function showPane(name: string): void {
  const page = document.querySelector<HTMLElement>(".evaluation-page");
  if (!page) return;
  page.dataset.pane = name;
  for (const tab of page.querySelectorAll<HTMLAnchorElement>(".panes a")) {
    if (tab.hash === `#${name}`) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
}
