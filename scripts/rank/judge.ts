import { createHash } from "node:crypto";
import { evaluate } from "../../lib/talent/evaluate.ts";
import { compareRanked } from "../../lib/talent/rank.ts";
import { DEFAULT_WEIGHTS } from "../../lib/talent/score.ts";
import type { Evaluation, JobReading, PostingWord } from "../../lib/talent/types.ts";
import type { ReadFailure, ReadResult } from "./files.ts";

/** One line of the ranking: judged, with its place, or not read. */
export type Ranked =
  | { readonly path: string; readonly rank: number; readonly evaluation: Evaluation }
  | { readonly path: string; readonly failure: ReadFailure };

export interface RankedJob {
  readonly path: string;
  readonly reading: JobReading;
  /** Best first; what could not be read comes last, in the order given. */
  readonly ranking: readonly Ranked[];
}

function judge(
  result: ReadResult,
  { reading: { requirements }, posting }: Pick<RankInput, "reading" | "posting">,
  now: string,
) {
  if ("failure" in result) return undefined;
  const { path, document } = result;
  const hiddenCharacters = document.hidden.reduce((sum, { text }) => sum + text.length, 0);
  const evaluation = evaluate({
    text: document.text,
    requirements,
    weights: DEFAULT_WEIGHTS,
    now,
    hiddenCharacters,
    posting,
  });
  const textHash = createHash("sha256").update(document.text).digest("hex");
  return { path, evaluation, key: { ...evaluation, fileName: path, textHash } };
}

export interface RankInput {
  readonly path: string;
  readonly reading: JobReading;
  /** The words of the job's text. */
  readonly posting: readonly PostingWord[];
}

/** Judges what was read against the job's own requirements, and puts it in order. */
export function rankResumes(
  { path, reading, posting }: RankInput,
  results: readonly ReadResult[],
  now: string,
): RankedJob {
  const judged = results.flatMap((result) => judge(result, { reading, posting }, now) ?? []);
  judged.sort((a, b) => compareRanked(a.key, b.key));
  const failed = results.filter((result) => "failure" in result);
  return {
    path,
    reading,
    ranking: [
      ...judged.map(({ path, evaluation }, i) => ({ path, rank: i + 1, evaluation })),
      ...failed,
    ],
  };
}
