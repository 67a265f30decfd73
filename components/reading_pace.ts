import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ResumeCounts } from "../lib/hiring/states.ts";

/** How many of a job's résumés need nothing more: read, or refused. */
export function settledOf(counts: ResumeCounts): number {
  return counts.done + counts.failed;
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
