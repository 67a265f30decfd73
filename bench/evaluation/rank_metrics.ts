/** One résumé of a query's pool. */
export interface Scored {
  readonly isRelevant: boolean;
  readonly score: number;
}

/** Shares from 0 to 1. */
export interface RankFigures {
  readonly ndcgAt10: number;
  readonly auc: number;
  readonly mrr: number;
  readonly precisionAt10: number;
}

export const RANK_FIGURES = {
  ndcgAt10: "nDCG@10",
  auc: "AUC",
  mrr: "MRR",
  precisionAt10: "P@10",
} as const satisfies Record<keyof RankFigures, string>;

interface Tie {
  readonly score: number;
  size: number;
  relevant: number;
}

/**
 * How well a ranking puts the relevant first. Those of one score count as the average over all
 * orders among them, so that a coarse score gains nothing by luck.
 *
 * @throws {RangeError} Unless there are relevant and other ones.
 */
export function rankFigures(pool: readonly Scored[]): RankFigures {
  const relevant = pool.filter((one) => one.isRelevant).length;
  const others = pool.length - relevant;
  if (relevant === 0 || others === 0) throw new RangeError("A pool needs relevant and other ones");
  const ties = tiesOf(pool);
  const top = gainOfTop(ties);
  const best = gainOfTop([{ score: 0, size: relevant, relevant }]);
  return {
    ndcgAt10: top.gain / best.gain,
    auc: pairsInOrder(ties, others) / (relevant * others),
    mrr: firstRelevant(ties),
    precisionAt10: top.hits / DEPTH,
  };
}

const DEPTH = 10;

function tiesOf(pool: readonly Scored[]): Tie[] {
  const ties: Tie[] = [];
  for (const { score, isRelevant } of pool.toSorted((a, b) => b.score - a.score)) {
    let last = ties.at(-1);
    if (last?.score !== score) ties.push(last = { score, size: 0, relevant: 0 });
    last.size++;
    if (isRelevant) last.relevant++;
  }
  return ties;
}

function gainOfTop(ties: readonly Tie[]): { gain: number; hits: number } {
  let [place, gain, hits] = [0, 0, 0];
  for (const { size, relevant } of ties) {
    for (let i = 0; i < size && place < DEPTH; i++) {
      place++;
      gain += relevant / size / Math.log2(place + 1);
      hits += relevant / size;
    }
  }
  return { gain, hits };
}

/** Pairs of a relevant and another one in which the relevant stands above; half for a tie. */
function pairsInOrder(ties: readonly Tie[], others: number): number {
  let [below, pairs] = [others, 0];
  for (const { size, relevant } of ties) {
    const here = size - relevant;
    below -= here;
    pairs += relevant * (below + here / 2);
  }
  return pairs;
}

/** The expected value of 1 ÷ the place of the first relevant one. */
function firstRelevant(ties: readonly Tie[]): number {
  let above = 0;
  for (const { size, relevant } of ties) {
    if (relevant === 0) {
      above += size;
      continue;
    }
    let [expected, noneYet] = [0, 1];
    for (let i = 0; i <= size - relevant; i++) {
      const here = relevant / (size - i);
      expected += noneYet * here / (above + i + 1);
      noneYet *= 1 - here;
    }
    return expected;
  }
  return 0;
}
