import { useEffect, useRef } from "preact/hooks";
import { goToMark, lightMarks, numberOfHash, numberOfMark } from "./evidence_marks.ts";
import { focusRow } from "./use_evaluation.ts";

export type Pane = "verdicts" | "resume";

export interface Evidence {
  /** The requirement whose quotes are lit. */
  readonly selected: string;
  readonly select: (number: string) => void;
  /** Shows a pane where only one of them fits. */
  readonly show: (pane: Pane) => void;
}

/**
 * Ties verdicts and quotes together: a chosen verdict lights its quotes, a link leads from one to
 * the other, Backspace leads back, and the arrow keys go from verdict to verdict. Without
 * JavaScript the same links are plain anchors.
 */
export function useEvidence(evidence: Evidence): void {
  const latest = useRef(evidence);
  latest.current = evidence;
  const isFirst = useRef(true);
  useEffect(() => {
    lightMarks(evidence.selected, !isFirst.current && isWide());
    isFirst.current = false;
  }, [evidence.selected]);
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    document.addEventListener("click", (event) => onClick(event, latest.current), { signal });
    document.addEventListener("keydown", (event) => onKey(event, latest.current), { signal });
    follow(location.hash, latest.current);
    return () => gone.abort();
  }, []);
}

/** Goes where a link inside the page leads; true if there is such a place. */
function follow(hash: string, { select, show }: Evidence): boolean {
  const number = numberOfHash(hash);
  if (number === null || !document.getElementById(hash.slice(1))) return false;
  select(number);
  const isQuote = hash.startsWith("#q-");
  show(isQuote ? "resume" : "verdicts");
  // The other pane has to be there before anything in it takes the focus.
  requestAnimationFrame(() => isQuote ? goToMark(hash.slice(1)) : focusRow(number));
  return true;
}

function onClick(event: MouseEvent, evidence: Evidence): void {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest<HTMLAnchorElement>('.split a[href^="#"]');
  if (link) {
    if (follow(link.hash, evidence)) event.preventDefault();
    return;
  }
  const mark = target?.closest<HTMLElement>(".document mark");
  const number = mark && numberOfMark(mark);
  if (number && document.getSelection()?.isCollapsed !== false) follow(`#v-${number}`, evidence);
}

function onKey(event: KeyboardEvent, evidence: Evidence): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest("input, textarea, select, [role=radio]")) return;
  if (event.key === "Backspace") {
    event.preventDefault();
    follow(`#v-${evidence.selected}`, evidence);
    return;
  }
  if (event.key === "Enter" && target.matches(".verdict-row")) {
    if (follow(`#q-${evidence.selected}-1`, evidence)) event.preventDefault();
    return;
  }
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isInList = target.closest(".verdicts") !== null;
  if (!by || !(isInList || (target === document.body && isWide()))) return;
  event.preventDefault();
  step(by, evidence);
}

function step(by: number, { selected, select }: Evidence): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".verdict-row")];
  const at = rows.findIndex(({ id }) => id === `v-${selected}`);
  // From nowhere in the list the first key stays at the chosen one.
  const isInside = rows[at]?.contains(document.activeElement) === true;
  const next = rows[isInside ? Math.min(Math.max(at + by, 0), rows.length - 1) : Math.max(at, 0)];
  if (!next) return;
  select(next.id.slice("v-".length));
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function isWide(): boolean {
  return matchMedia("(min-width: 1180px)").matches;
}
