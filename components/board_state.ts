import type { BoardCard, BoardColumn } from "../lib/hiring/stage_board.ts";
import type { Decision } from "../lib/hiring/states.ts";
import type { Stage } from "../lib/hiring/stages.ts";

type Columns = readonly BoardColumn[];

/** A card and the stage that it stands in. */
export interface Placed {
  readonly stage: Stage;
  readonly card: BoardCard;
}

export function findCard(columns: Columns, resumeId: string): Placed | undefined {
  for (const { stage, cards } of columns) {
    const card = cards.find((one) => one.resumeId === resumeId);
    if (card) return { stage, card };
  }
  return undefined;
}

/** The board with a card in another column, or the same one, and changed as told. */
export function putCard(
  columns: Columns,
  resumeId: string,
  stageId: string,
  change: Partial<BoardCard> = {},
): BoardColumn[] {
  const placed = findCard(columns, resumeId);
  if (!placed) return [...columns];
  const card = { ...placed.card, ...change };
  const isSame = placed.stage.id === stageId;
  return columns.map((column) => {
    if (isSame && column.stage.id === stageId) {
      return { ...column, cards: column.cards.map((one) => one === placed.card ? card : one) };
    }
    if (column.stage.id === placed.stage.id) {
      const cards = column.cards.filter((one) => one !== placed.card);
      return { ...column, cards, totalCount: column.totalCount - 1 };
    }
    if (column.stage.id !== stageId) return column;
    return { ...column, cards: insert(column.cards, card), totalCount: column.totalCount + 1 };
  });
}

/** The best come first; among equals the one that came last stands last. */
function insert(cards: readonly BoardCard[], card: BoardCard): BoardCard[] {
  const at = cards.findIndex((one) => (one.score ?? -1) < (card.score ?? -1));
  return cards.toSpliced(at === -1 ? cards.length : at, 0, card);
}

/** How many were decided how. */
export function countDecisions(columns: Columns): Record<Decision, number> {
  const counts = { undecided: 0, shortlisted: 0, rejected: 0 };
  for (const { stage, totalCount } of columns) counts[stage.decision] += totalCount;
  return counts;
}

/** Whole days since then. */
export function daysSince(instant: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(instant)) / 86_400_000));
}

/** The card that an arrow key leads to from one of the board. */
export function neighbourOf(columns: Columns, resumeId: string, key: string): string | undefined {
  const x = columns.findIndex(({ cards }) => cards.some((one) => one.resumeId === resumeId));
  const column = columns[x];
  if (!column) return undefined;
  const y = column.cards.findIndex((one) => one.resumeId === resumeId);
  if (key === "ArrowDown" || key === "ArrowUp") {
    return column.cards[key === "ArrowDown" ? y + 1 : y - 1]?.resumeId;
  }
  const step = key === "ArrowRight" ? 1 : -1;
  for (let at = x + step; at >= 0 && at < columns.length; at += step) {
    const cards = columns[at]?.cards ?? [];
    const card = cards[Math.min(y, cards.length - 1)];
    if (card) return card.resumeId;
  }
  return undefined;
}
