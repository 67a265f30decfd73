import type { Score } from "./types.ts";

/** What of a score decides a place. */
export type RankedScore = Pick<Score, "score" | "rawScore" | "requiredMet" | "requiredTotal">;

/** What decides the place of one résumé. */
export interface Ranked extends RankedScore {
  readonly fileName: string;
  /** SHA-256 of the text, in hex; it tells two files of one name apart. */
  readonly textHash: string;
}

/**
 * Orders résumés, best first: score, raw score, share of required requirements met, file name,
 * text hash. A total order: only two equal documents compare as 0. Without a score: last.
 */
export function compareRanked(a: Ranked, b: Ranked): number {
  return compareScores(a, b) ||
    byCodeUnits(a.fileName, b.fileName) ||
    byCodeUnits(a.textHash, b.textHash);
}

/** The same as far as scores decide; 0 for those that only their files tell apart. */
export function compareScores(a: RankedScore, b: RankedScore): number {
  return descending(a.score ?? -1, b.score ?? -1) ||
    descending(a.rawScore ?? -1, b.rawScore ?? -1) ||
    descending(shareMet(a), shareMet(b));
}

function shareMet({ requiredMet, requiredTotal }: RankedScore): number {
  return requiredTotal > 0 ? requiredMet / requiredTotal : 0;
}

function descending(a: number, b: number): number {
  return a === b ? 0 : a > b ? -1 : 1;
}

/** Not localeCompare: its order differs between machines. */
function byCodeUnits(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
