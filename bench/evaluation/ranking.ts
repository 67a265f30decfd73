import { evaluate } from "../../lib/talent/evaluate.ts";
import { readJob } from "../../lib/talent/requirements.ts";
import { DEFAULT_WEIGHTS } from "../../lib/talent/score.ts";
import { bm25, type Scorer, tfIdfCosine } from "./baselines.ts";
import type { PoolResume, Query } from "./labelled_data.ts";
import { RANK_FIGURES, type RankFigures, rankFigures } from "./rank_metrics.ts";
import { type Kind, tally } from "./tally.ts";

/** One method's figures for each query, in the order of the queries. */
export interface Ranker {
  readonly name: string;
  readonly figures: readonly RankFigures[];
}

export interface RankingResult {
  readonly rankers: readonly Ranker[];
  /** By the occupation asked for and the one that came above it; counted in pairs of résumés. */
  readonly kinds: readonly Kind[];
  readonly wrongPairs: number;
}

/** The engine's score by the requirements that it reads from the posting; null counts as 0. */
function engineScorer(now: string, verdictsWithoutQuote: string[]): Scorer {
  return (posting, pool) => {
    const { requirements } = readJob(posting);
    return pool.map((text) => {
      const input = { text, requirements, weights: DEFAULT_WEIGHTS, now, hiddenCharacters: 0 };
      const { score, matches } = evaluate(input);
      for (const { evidence, reason } of matches) {
        const isExact = evidence.every((one) => text.slice(one.start, one.end) === one.text);
        if (!isExact) verdictsWithoutQuote.push(reason.code);
      }
      return score ?? 0;
    });
  };
}

/**
 * Ranks every query's pool by the engine and by plain text search.
 *
 * @throws {RangeError} If a quote of the engine's does not stand in its text.
 */
export function measureRanking(queries: readonly Query[], now: string): RankingResult {
  const inexact: string[] = [];
  const scorers = {
    "the engine": engineScorer(now, inexact),
    "TF-IDF cosine": tfIdfCosine,
    "BM25": bm25,
  };
  const wrong: string[] = [];
  const rankers = Object.entries(scorers).map(([name, scorer]) => ({
    name,
    figures: queries.map(({ posting, pool }) => {
      const scores = scorer(posting, pool.map(({ text }) => text));
      if (scorer === scorers["the engine"]) wrong.push(...wrongPairs(pool, scores));
      return rankFigures(pool.map(({ isRelevant }, at) => ({ isRelevant, score: scores[at]! })));
    }),
  }));
  if (inexact.length > 0) throw new RangeError(`Quotes that are not exact: ${inexact.join(", ")}`);
  return { rankers, kinds: tally(wrong), wrongPairs: wrong.length };
}

/** The mean of each figure over the queries. */
export function meanOf({ figures }: Ranker): RankFigures {
  const names = Object.keys(RANK_FIGURES) as (keyof RankFigures)[];
  const means = names.map((name) => [
    name,
    figures.reduce((sum, one) => sum + one[name], 0) / figures.length,
  ]);
  return Object.fromEntries(means);
}

/** Every pair in which another occupation stands above, or level with, the one asked for. */
function wrongPairs(pool: readonly PoolResume[], scores: readonly number[]): string[] {
  const found: string[] = [];
  pool.forEach((wanted, i) => {
    if (!wanted.isRelevant) return;
    pool.forEach((other, j) => {
      if (other.isRelevant || scores[j]! < scores[i]!) return;
      found.push(`${other.occupation} above ${wanted.occupation}`);
    });
  });
  return found;
}
