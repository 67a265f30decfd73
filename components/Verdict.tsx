import type { Verdict as VerdictValue } from "../lib/talent/types.ts";

/** The end of a class name for a verdict: "yes", "partial" or "no". */
export function verdictClass(verdict: VerdictValue): "yes" | "partial" | "no" {
  return ({ YES: "yes", PARTIAL: "partial", NO: "no" } as const)[verdict];
}

/** A verdict: shape, word and colour, always all three. */
export function Verdict({ verdict, word }: { verdict: VerdictValue; word: string }) {
  return (
    <span class={`verdict verdict-${verdictClass(verdict)}`}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <Shape verdict={verdict} />
      </svg>
      {word}
    </span>
  );
}

function Shape({ verdict }: { verdict: VerdictValue }) {
  if (verdict === "YES") {
    return (
      <>
        <circle cx="7" cy="7" r="7" fill="currentColor" />
        <path
          d="M3.9 7.25l2.25 2.25L10.2 4.85"
          fill="none"
          stroke="var(--surface)"
          stroke-width="1.6"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </>
    );
  }
  return (
    <>
      <circle cx="7" cy="7" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6" />
      {verdict === "PARTIAL" ? <path d="M7 1a6 6 0 0 0 0 12z" fill="currentColor" /> : (
        <path
          d="M4.7 4.7l4.6 4.6M9.3 4.7L4.7 9.3"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-linecap="round"
        />
      )}
    </>
  );
}
