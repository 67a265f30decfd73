import assert from "node:assert/strict";
import type { BoardCard, BoardColumn } from "../lib/hiring/stage_board.ts";
import { putCard, putColumn } from "./board_state.ts";

const card = (resumeId: string, stageVersion = 0): BoardCard => ({
  resumeId,
  name: resumeId,
  headline: null,
  score: null,
  grade: null,
  flags: [],
  stageSince: "2026-01-01T00:00:00.000Z",
  stageVersion,
});

function column(id: string, totalCount: number, ...cards: BoardCard[]): BoardColumn {
  const stage = { id, key: null, name: id, decision: "undecided", position: 0 } as const;
  return { stage, totalCount, cards };
}

/** "new 3: a b", a line for each column. */
const drawn = (columns: readonly BoardColumn[]) =>
  columns.map(({ stage, totalCount, cards }) =>
    `${stage.id} ${totalCount}: ${cards.map(({ resumeId }) => resumeId).join(" ")}`
  );

const nobody = () => false;

Deno.test("putCard() keeps a card whose stage the board does not show", () => {
  const board = [column("new", 2, card("a"), card("b")), column("offer", 0)];
  const [first, second] = putCard(board, "a", "phone", { stageVersion: 3 });
  assert.deepEqual(drawn([first, second].filter((one) => !!one)), ["new 2: a b", "offer 0: "]);
  assert.equal(first?.cards[0]?.stageVersion, 3);
});

Deno.test("putColumn() leaves nobody in two columns", () => {
  const board = [column("new", 3, card("b")), column("offer", 1, card("a", 1))];
  const fresh = column("new", 4, card("a", 2), card("b"), card("c"), card("d"));
  assert.deepEqual(drawn(putColumn(board, fresh, nobody)), ["new 4: a b c d", "offer 0: "]);
});

Deno.test("putColumn() keeps those whom this page moves, in and out of the column", () => {
  const board = [column("new", 2, card("b"), card("c")), column("offer", 1, card("a"))];
  const fresh = column("new", 2, card("a"), card("b"));
  const isSending = (id: string) => id === "a" || id === "c";
  assert.deepEqual(drawn(putColumn(board, fresh, isSending)), ["new 2: b c", "offer 1: a"]);
});

Deno.test("putColumn() does not take back what was answered since the column was read", () => {
  const board = [column("new", 1, card("b")), column("offer", 1, card("a", 1))];
  const fresh = column("new", 2, card("a", 0), card("b"));
  assert.deepEqual(drawn(putColumn(board, fresh, nobody)), ["new 1: b", "offer 1: a"]);
});
