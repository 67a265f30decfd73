import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { JobProgress } from "../lib/hiring/progress.ts";
import type { ResumeCounts } from "../lib/hiring/states.ts";
import { showFigures } from "./head_figures.ts";

/** How many of a job's résumés need nothing more: read, or refused. */
export function settledOf(counts: ResumeCounts): number {
  return counts.done + counts.failed;
}

/** Which news of a job a page follows. */
export interface Follow {
  readonly jobId: string;
  /** The `change` from before the page was read. */
  readonly since: number;
  /** The résumés themselves, those with what a list of files says of them, or counts only. */
  readonly follow: "resumes" | "files" | "counts";
}

/** When to look again after a refusal, as when the session has ended; then half as often. */
const COME_BACK_MS = 5000;

/**
 * Follows a job as long as the page is open. The browser comes back by itself when the connection
 * breaks, and says where it was.
 *
 * @param onNews Called at once with how things stand, then with what changed.
 */
export function useJobNews(
  { jobId, since, follow }: Follow,
  onNews: (news: JobProgress) => void,
): void {
  const take = useRef(onNews);
  take.current = onNews;
  useEffect(() => {
    let change = since;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waitMs = COME_BACK_MS;
    const open = () => {
      clearTimeout(timer);
      source = new EventSource(`/jobs/${jobId}/events?since=${change}&${follow}`);
      source.addEventListener("news", (event) => {
        const news: JobProgress = JSON.parse(event.data);
        change = news.change;
        waitMs = COME_BACK_MS;
        showFigures(news);
        take.current(news);
      });
      source.addEventListener("error", () => {
        if (source.readyState !== EventSource.CLOSED) return; // it comes back by itself
        timer = setTimeout(open, waitMs);
        waitMs = Math.min(2 * waitMs, 60_000);
      });
    };
    // Somebody who signed in again in another tab should not have to wait.
    const look = () => {
      if (document.visibilityState === "visible" && source.readyState === EventSource.CLOSED) {
        open();
      }
    };
    open();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      clearTimeout(timer);
      source.close();
    };
  }, [jobId]);
}

/** How long the rest takes, from how fast it went since the page was opened. */
export interface Pace {
  /** Whole seconds; null while it cannot be told. */
  readonly secondsLeft: Signal<number | null>;
  /** Tells how many are settled now. */
  observe(settled: number, total: number): void;
}

const FEW = 3;

export function usePace(): Pace {
  const secondsLeft = useSignal<number | null>(null);
  const first = useSignal<{ settled: number; at: number } | null>(null);
  return {
    secondsLeft,
    observe(settled, total) {
      const now = performance.now();
      first.value ??= { settled, at: now };
      const read = settled - first.value.settled;
      const left = total - settled;
      if (left <= 0 || read < FEW) {
        secondsLeft.value = null;
        return;
      }
      const seconds = (now - first.value.at) / 1000 / read * left;
      secondsLeft.value = seconds < 60
        ? Math.max(5, Math.ceil(seconds / 5) * 5)
        : Math.ceil(seconds);
    },
  };
}

/** A text for screen readers that changes at most every ten seconds. */
export function useCalm(text: string): string {
  const calm = useSignal(text);
  const last = useSignal(0);
  useEffect(() => {
    const wait = Math.max(0, last.value + 10_000 - performance.now());
    const timer = setTimeout(() => {
      last.value = performance.now();
      calm.value = text;
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return calm.value;
}
