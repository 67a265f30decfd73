import type { Evidence, Reason, Verdict } from "./types.ts";

/** The verdict on one thing that was looked for, before it becomes a match. */
export interface Finding {
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** None for NO. */
  readonly evidence: readonly Evidence[];
  /** The labels that were looked for. */
  readonly tried: readonly string[];
  /** Tells two findings of one verdict apart: more is stronger. */
  readonly strength: number;
}

const RANK: Readonly<Record<Verdict, number>> = { YES: 2, PARTIAL: 1, NO: 0 };

/** The best of several alternatives: the first among equals. */
export function bestOf(findings: readonly Finding[]): Finding | null {
  let best: Finding | null = null;
  for (const one of findings) {
    if (best === null || isBetter(one, best)) best = one;
  }
  return best;
}

function isBetter(one: Finding, other: Finding): boolean {
  const verdicts = RANK[one.verdict] - RANK[other.verdict];
  return verdicts !== 0 ? verdicts > 0 : one.strength > other.strength;
}

/** Where each of several things is needed: all of them, some of them, or none. */
export function allOf(findings: readonly Finding[]): Finding | null {
  const [first] = findings;
  if (first === undefined || findings.length === 1) return first ?? null;
  const met = findings.filter(({ verdict }) => verdict === "YES");
  const found = findings.filter(({ verdict }) => verdict !== "NO");
  const tried = [...new Set(findings.flatMap((one) => one.tried))];
  if (met.length === findings.length) {
    const evidence = distinctQuotes(findings.map(({ evidence }) => evidence.slice(0, 1)).flat());
    return { ...first, evidence, tried };
  }
  if (found.length === 0) return { ...first, tried };
  const missing = findings.filter(({ verdict }) => verdict === "NO");
  return {
    verdict: "PARTIAL",
    reason: missing.length === 0
      ? found.find((one) => one.verdict === "PARTIAL")?.reason ?? first.reason
      : {
        code: "some_of",
        params: {
          found: found.length,
          asked: findings.length,
          missing: missing.map(({ tried }) => tried[0] ?? "").join(", "),
        },
      },
    evidence: distinctQuotes(found.flatMap(({ evidence }) => evidence.slice(0, 1))),
    tried,
    strength: first.strength,
  };
}

const MAX_QUOTES = 3;

/** Without quotes that lie over one another; at most three, in the order given. */
export function distinctQuotes(quotes: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = [];
  for (const quote of quotes) {
    if (kept.length === MAX_QUOTES) break;
    if (!kept.some(({ start, end }) => start < quote.end && quote.start < end)) kept.push(quote);
  }
  return kept;
}
