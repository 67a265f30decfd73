import { type Signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { MoveConflict, Moved } from "../lib/hiring/moves.ts";
import type { BoardColumn } from "../lib/hiring/stage_board.ts";
import type { Stage } from "../lib/hiring/stages.ts";
import type { ReasonCode } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import type { Params } from "../locales/say.ts";
import { loadBoard } from "./board_loading.ts";
import { findCard, hasStage, type Placed, putCard } from "./board_state.ts";
import type { BoardTexts } from "./BoardCard.tsx";
import { offerUndo, useKeptUndo } from "./kept_undo.ts";
import type { ToastMessage } from "./LiveToast.tsx";
import { move, movedWords, moveFailure, type MoveWords, undoMove, undoneWords } from "./moving.ts";
import type { Posted } from "./post.ts";
import { stageName } from "./StageWord.tsx";

export interface Reason {
  readonly code: ReasonCode;
  readonly words: string;
}

/** Where somebody is to go who stands for it in a dialog first. */
export interface Asked {
  readonly resumeId: string;
  readonly name: string;
  readonly to: Stage;
}

export interface BoardMoves {
  readonly columns: Signal<readonly BoardColumn[]>;
  /** Who is to be rejected, while the reason is asked and until the server has taken it. */
  readonly asked: Signal<Asked | null>;
  readonly toast: Signal<ToastMessage | null>;
  /** The card that is to have the focus once it is drawn. */
  readonly focusOn: { current: string | null };
  /** Moves a card, or asks for the reason first. */
  choose(resumeId: string, to: Stage): void;
  /** Does what was asked for. */
  reject(reason: Reason): void;
  /** Reads the whole board anew; answers whether that went well. */
  renew(): Promise<boolean>;
  /** How often a card has moved, as far as this page knows; undefined when it shows none. */
  versionOf(resumeId: string): number | undefined;
  /** Whether the answer about a card is still to come. */
  isSending(resumeId: string): boolean;
}

interface BoardMovesOptions {
  readonly jobId: string;
  readonly columns: readonly BoardColumn[];
  readonly language: Language;
  readonly t: (key: keyof BoardTexts, params?: Params) => string;
}

/** In the place of an id: somebody whom the page before moved. */
const ANYBODY = "";

/**
 * The moves of a board: a card goes at once where it was put, and back when the server refuses.
 * They are sent one after the other, so that each knows what the one before it did.
 */
export function useBoardMoves(
  { jobId, columns: first, language, t }: BoardMovesOptions,
): BoardMoves {
  const columns = useSignal(first);
  const asked = useSignal<Asked | null>(null);
  const toast = useSignal<ToastMessage | null>(null);
  const focusOn = useRef<string | null>(null);
  const sent = useRef(Promise.resolve());
  const sending = useSignal<readonly string[]>([]);
  const words: MoveWords = { t, language, nameOf: stageName };

  const queue = (resumeId: string, work: () => Promise<void>) => {
    sending.value = [...sending.value, resumeId];
    sent.current = sent.current.then(work).finally(() => {
      sending.value = sending.value.toSpliced(sending.value.indexOf(resumeId), 1);
    });
  };

  const choose = (resumeId: string, to: Stage) => {
    const placed = findCard(columns.value, resumeId);
    if (!placed || placed.stage.id === to.id) return;
    if (to.decision === "rejected") asked.value = { resumeId, name: placed.card.name, to };
    else send(resumeId, to);
  };

  const send = (resumeId: string, to: Stage, reason?: Reason) => {
    const before = findCard(columns.value, resumeId);
    if (!before || before.stage.id === to.id) return;
    focusOn.current = resumeId;
    columns.value = putCard(columns.value, resumeId, to.id, {
      stageSince: new Date().toISOString(),
    });
    queue(resumeId, async () => {
      const version = findCard(columns.value, resumeId)?.card.stageVersion ?? 0;
      const posted = await move({
        resumeIds: [resumeId],
        to: to.id,
        versions: { [resumeId]: version },
        ...(reason ? { reasonCode: reason.code, reason: reason.words } : {}),
      });
      // Whoever gave a reason sends it again from the dialog, which stays.
      await settle(posted, before, to, reason ? undefined : () => send(resumeId, to));
    });
  };

  const settle = async (posted: Posted<Moved>, before: Placed, to: Stage, again?: () => void) => {
    if (!posted.ok) {
      putBack(before, to);
      const isGone = posted.status === 404 && await renew() &&
        !columns.value.some(({ stage }) => stage.id === to.id);
      if (isGone) closeDialog(before);
      toast.value = isGone
        ? { text: t("board.stage_gone", { stage: stageName(to, t) }), isError: true }
        : moveFailure(posted.why, t, again);
      return;
    }
    const { batchId, moved, conflicts } = posted.data;
    const text = movedWords(posted.data, words);
    closeDialog(before);
    if (moved.length > 0) offerUndo(page, text, batchId);
    else toast.value = { text, isError: conflicts.length > 0 };
    await take(posted.data);
  };

  const closeDialog = ({ card }: Placed) => {
    if (asked.value?.resumeId === card.resumeId) asked.value = null;
  };

  const takeBack = (batchId: string) => {
    queue(ANYBODY, async () => {
      const undone = await undoMove(batchId);
      toast.value = undone.ok
        ? { text: undoneWords(undone.data, words) }
        : moveFailure(undone.why, t, () => takeBack(batchId), "move.undo_refused");
      if (!undone.ok) return;
      focusOn.current = undone.data.moved[0]?.resumeId ?? null;
      await take(undone.data);
    });
  };
  const page = { toast, t, takeBack };
  useKeptUndo(page);

  /** Nobody has put it elsewhere meanwhile: then it goes back. */
  const putBack = ({ stage, card }: Placed, to: Stage) => {
    const now = findCard(columns.value, card.resumeId);
    if (now?.stage.id !== to.id) return;
    columns.value = putCard(columns.value, card.resumeId, stage.id, card);
  };

  /** Draws what the server says, and reads the board anew when it tells of other stages. */
  const take = async ({ moved, conflicts }: Moved) => {
    const stages = [...moved.map(({ to }) => to), ...conflicts.map(({ stage }) => stage)];
    const isOther = stages.some((stage) => !hasStage(columns.value, stage));
    for (const { resumeId, to, version, stageSince } of moved) {
      columns.value = putCard(columns.value, resumeId, to.id, {
        stageVersion: version,
        stageSince,
      });
    }
    for (const conflict of conflicts) columns.value = putLeft(columns.value, conflict);
    if (isOther) await renew();
  };

  const renew = async () => {
    const fresh = await loadBoard<BoardColumn[]>(jobId);
    if (fresh) columns.value = fresh;
    else toast.value = { text: t("board.not_loaded"), isError: true };
    return fresh !== null;
  };

  return {
    columns,
    asked,
    toast,
    focusOn,
    choose,
    reject(reason) {
      if (asked.value) send(asked.value.resumeId, asked.value.to, reason);
    },
    renew,
    isSending: (resumeId) => sending.value.includes(resumeId) || sending.value.includes(ANYBODY),
    versionOf: (resumeId) => findCard(columns.value, resumeId)?.card.stageVersion,
  };
}

function putLeft(columns: readonly BoardColumn[], conflict: MoveConflict): BoardColumn[] {
  const { resumeId, stage, version, movedAt } = conflict;
  return putCard(columns, resumeId, stage.id, {
    stageVersion: version,
    ...(movedAt ? { stageSince: movedAt } : {}),
  });
}
