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

/** Whether the board shows that stage, as it is called. */
export function hasStage(columns: Columns, { id, name }: Pick<Stage, "id" | "name">): boolean {
  return columns.some(({ stage }) => stage.id === id && stage.name === name);
}

/**
 * The board with a card in another column, or the same one, and changed as told. It stays where it
 * is while the board does not show the stage.
 */
export function putCard(
  columns: Columns,
  resumeId: string,
  stageId: string,
  change: Partial<BoardCard> = {},
): BoardColumn[] {
  const placed = findCard(columns, resumeId);
  if (!placed) return [...columns];
  const card = { ...placed.card, ...change };
  const isSame = placed.stage.id === stageId ||
    !columns.some(({ stage }) => stage.id === stageId);
  return columns.map((column) => {
    if (isSame && column.stage.id === placed.stage.id) {
      return { ...column, cards: column.cards.map((one) => one === placed.card ? card : one) };
    }
    if (column.stage.id === placed.stage.id) return without(column, new Set([resumeId]));
    return column.stage.id === stageId ? withCard(column, card) : column;
  });
}

/**
 * The board with a column as it was read anew. Whoever stands there stands nowhere else, except
 * those whom this page has moved since, or moves now.
 */
export function putColumn(
  columns: Columns,
  fresh: BoardColumn,
  isSending: (resumeId: string) => boolean,
): BoardColumn[] {
  const { id } = fresh.stage;
  let column = fresh;
  for (const { cards, stage } of columns) {
    for (const card of cards) {
      const read = fresh.cards.find(({ resumeId }) => resumeId === card.resumeId);
      const isOwn = isSending(card.resumeId) ||
        card.stageVersion > (read?.stageVersion ?? Infinity);
      if (!isOwn) continue;
      if (read) column = without(column, new Set([card.resumeId]));
      if (stage.id === id) column = withCard(column, card);
    }
  }
  const there = new Set(column.cards.map(({ resumeId }) => resumeId));
  return columns.map((one) => one.stage.id === id ? column : without(one, there));
}

function without(column: BoardColumn, ids: ReadonlySet<string>): BoardColumn {
  const cards = column.cards.filter(({ resumeId }) => !ids.has(resumeId));
  return { ...column, cards, totalCount: column.totalCount - column.cards.length + cards.length };
}

function withCard(column: BoardColumn, card: BoardCard): BoardColumn {
  return { ...column, cards: insert(column.cards, card), totalCount: column.totalCount + 1 };
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
