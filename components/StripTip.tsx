import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { RequirementQuote } from "../lib/hiring/quotes.ts";
import type { Verdict as VerdictValue } from "../lib/talent/types.ts";
import type { Texts } from "../locales/translate.ts";
import { LoadError } from "./LoadError.tsx";
import { makeCurrent, rowOf, ROWS_FORM } from "./ranking_rows.ts";
import { Skeleton } from "./Skeleton.tsx";
import { Verdict } from "./Verdict.tsx";

export interface StripTipProps {
  jobId: string;
  /** The requirements by their numbers. */
  requirements: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
  texts: Texts<"desk." | "verdict.">;
}

type Quotes = readonly RequirementQuote[];

interface Tip {
  /** "5 Kafka" */
  readonly title: string;
  readonly verdict: VerdictValue;
  readonly resumeId: string;
  readonly requirementId: string;
  /** Not there until the answer is. */
  readonly quote?: RequirementQuote | "none" | "failed";
}

const LEAVE_MS = 120;

/**
 * What a mark in a row says: the requirement, the verdict and the quote, on pointing at it, or with
 * the arrow keys when its strip has the focus. It stays while pointed at; Escape closes it.
 */
export function StripTip({ jobId, requirements, texts }: StripTipProps) {
  const tip = useSignal<Tip | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const quotes = useRef(new Map<string, Promise<Quotes | null>>());

  const hide = () => {
    clearTimeout(timer.current);
    tip.value = null;
    if (box.current?.matches(":popover-open")) box.current.hidePopover();
    document.querySelector(".strip[aria-describedby]")?.removeAttribute("aria-describedby");
  };
  const show = async (dot: HTMLElement) => {
    clearTimeout(timer.current);
    const resumeId = rowOf(dot)?.dataset.resume;
    const { number = "" } = dot.dataset;
    const { id: requirementId, name } = requirements[number] ?? {};
    if (!resumeId || !requirementId) return;
    const mine: Tip = {
      title: `${number} ${name}`,
      verdict: verdictOf(dot),
      resumeId,
      requirementId,
    };
    tip.value = mine;
    if (!box.current?.matches(":popover-open")) box.current?.showPopover();
    place(box.current, dot);
    const known = quotes.current.get(resumeId) ?? fetchQuotes(jobId, resumeId);
    quotes.current.set(resumeId, known);
    const all = await known;
    // What could not be had is asked for again the next time.
    if (!all && quotes.current.get(resumeId) === known) quotes.current.delete(resumeId);
    if (tip.value !== mine) return;
    const quote = all?.find((one) => one.requirementId === requirementId) ?? "none";
    tip.value = { ...mine, quote: all ? quote : "failed" };
    requestAnimationFrame(() => place(box.current, dot));
  };

  useEffect(() => {
    const form = document.getElementById(ROWS_FORM);
    const leaving = new AbortController();
    const { signal } = leaving;
    const dotOf = ({ target }: Event) =>
      target instanceof Element ? target.closest<HTMLElement>(".row .dot") : null;
    form?.addEventListener("pointerover", (event) => {
      const dot = dotOf(event);
      if (dot) void show(dot);
    }, { signal });
    form?.addEventListener("pointerout", (event) => {
      if (dotOf(event)) timer.current = setTimeout(hide, LEAVE_MS);
    }, { signal });
    form?.addEventListener("focusin", (event) => {
      const row = rowOf(event.target);
      if (row) makeCurrent(row);
      const strip = event.target instanceof Element && event.target.matches(".strip")
        ? event.target
        : null;
      if (!strip?.matches(":focus-visible")) return;
      strip.setAttribute("aria-describedby", "strip-tip");
      const [first] = dotsOf(strip);
      if (first) void show(first);
    }, { signal });
    form?.addEventListener("focusout", (event) => {
      if (event.target instanceof Element && event.target.matches(".strip")) hide();
    }, { signal });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && tip.value) {
        event.preventDefault();
        return hide();
      }
      const strip = event.target instanceof Element && event.target.matches(".strip")
        ? event.target
        : null;
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!strip || by === undefined) return;
      event.preventDefault();
      const dots = dotsOf(strip);
      const at = dots.findIndex((dot) =>
        requirements[dot.dataset.number ?? ""]?.id === tip.value?.requirementId
      );
      const next = dots[Math.min(dots.length - 1, Math.max(0, at + by))];
      if (next) void show(next);
    }, { signal, capture: true });
    addEventListener("scroll", hide, { signal, passive: true });
    return () => {
      clearTimeout(timer.current);
      leaving.abort();
    };
  }, []);

  const { title, verdict, quote } = tip.value ?? {};
  return (
    <div
      class="tip"
      id="strip-tip"
      role="tooltip"
      popover="manual"
      ref={box}
      onPointerEnter={() => clearTimeout(timer.current)}
      onPointerLeave={hide}
    >
      <p class="flex items-center gap-2">
        <b class="font-medium">{title}</b>{" "}
        {verdict && <Verdict verdict={verdict} word={`${texts[`verdict.${verdict}`]}`} />}
      </p>
      {tip.value && <Said quote={quote} texts={texts} />}
    </div>
  );
}

function Said({ quote, texts }: Pick<Tip, "quote"> & Pick<StripTipProps, "texts">) {
  if (!quote) return <Skeleton label={`${texts["desk.loading"]}`} bars={["long", "half"]} />;
  if (quote === "failed") {
    return (
      <LoadError title={`${texts["desk.quote_failed"]}`} more={`${texts["desk.quote_again"]}`} />
    );
  }
  if (quote === "none") return <p>{texts["desk.no_quote"]}</p>;
  return (
    <>
      <p>{quote.quote ? `“${quote.quote}”` : texts["desk.no_quote"]}</p>
      {quote.isOverridden && <p>{texts["desk.changed"]}</p>}
    </>
  );
}

function dotsOf(strip: Element): HTMLElement[] {
  return [...strip.querySelectorAll<HTMLElement>(".dot")];
}

function verdictOf(dot: HTMLElement): VerdictValue {
  if (dot.classList.contains("dot-yes")) return "YES";
  return dot.classList.contains("dot-partial") ? "PARTIAL" : "NO";
}

/** Null when they could not be had. */
async function fetchQuotes(jobId: string, resumeId: string): Promise<Quotes | null> {
  try {
    const answer = await fetch(`/jobs/${jobId}/quotes?resume=${resumeId}`);
    return answer.ok && !answer.redirected ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** Below the mark, above it where there is no room; never beyond the window's edge. */
function place(box: HTMLElement | null, dot: HTMLElement): void {
  if (!box) return;
  const at = dot.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left - 12, innerWidth - width - 8));
  const below = at.bottom + 8;
  box.style.left = `${left}px`;
  box.style.top = `${below + height > innerHeight ? at.top - 8 - height : below}px`;
}
