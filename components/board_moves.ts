import { type Signal, useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { MoveConflict, Moved } from "../lib/hiring/moves.ts";
import type { BoardColumn } from "../lib/hiring/stage_board.ts";
import type { Stage } from "../lib/hiring/stages.ts";
import type { ReasonCode } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { findCard, type Placed, putCard } from "./board_state.ts";
import type { ToastMessage } from "./LiveToast.tsx";
import {
  move,
  movedWords,
  moveFailure,
  type MoveWords,
  undoFailure,
  undoMove,
  undoneWords,
} from "./moving.ts";
import type { Posted } from "./post.ts";
import { type SayMove, stageName } from "./StageWord.tsx";

/** How long an undo is offered; as long as the server takes it. */
const UNDO_SECONDS = 30;

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
  /** Who is to be rejected, while the reason is asked. */
  readonly asked: Signal<Asked | null>;
  readonly toast: Signal<ToastMessage | null>;
  /** The card that is to have the focus once it is drawn. */
  readonly focusOn: { current: string | null };
  /** Moves a card, or asks for the reason first. */
  choose(resumeId: string, to: Stage): void;
  send(resumeId: string, to: Stage, reason?: Reason): void;
  /** How often a card has moved, as far as this page knows; undefined when it shows none. */
  versionOf(resumeId: string): number | undefined;
  /** Whether the answer about a card is still to come. */
  isSending(resumeId: string): boolean;
}

interface BoardMovesOptions {
  readonly columns: readonly BoardColumn[];
  readonly language: Language;
  readonly t: SayMove;
  readonly retryWord: string;
}

/**
 * The moves of a board: a card goes at once where it was put, and back when the server refuses.
 * They are sent one after the other, so that each knows what the one before it did.
 */
export function useBoardMoves(
  { columns: first, language, t, retryWord }: BoardMovesOptions,
): BoardMoves {
  const columns = useSignal(first);
  const asked = useSignal<Asked | null>(null);
  const toast = useSignal<ToastMessage | null>(null);
  const focusOn = useRef<string | null>(null);
  const sent = useRef(Promise.resolve());
  const sending = useRef(new Map<string, number>());
  const words: MoveWords = { t, language, nameOf: stageName };

  const queue = (resumeId: string, work: () => Promise<void>) => {
    const count = (change: number) =>
      sending.current.set(resumeId, (sending.current.get(resumeId) ?? 0) + change);
    count(1);
    sent.current = sent.current.then(work).finally(() => count(-1));
  };

  const choose = (resumeId: string, to: Stage) => {
    const placed = findCard(columns.value, resumeId);
    if (!placed || placed.stage.id === to.id) return;
    if (to.decision === "rejected") asked.value = { resumeId, name: placed.card.name, to };
    else send(resumeId, to);
  };

  const send = (resumeId: string, to: Stage, reason?: Reason) => {
    const before = findCard(columns.value, resumeId);
    if (!before) return;
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
      settle(posted, before, to, () => send(resumeId, to, reason));
    });
  };

  const settle = (posted: Posted<Moved>, before: Placed, to: Stage, again: () => void) => {
    if (!posted.ok) {
      putBack(before, to);
      toast.value = {
        text: moveFailure(posted.why, t),
        isError: true,
        ...(posted.why === "offline" ? { action: { word: retryWord, run: again } } : {}),
      };
      return;
    }
    const { batchId, moved, conflicts } = posted.data;
    take(posted.data);
    toast.value = {
      text: movedWords(posted.data, words),
      isError: conflicts.length > 0,
      seconds: UNDO_SECONDS,
      ...(moved.length > 0
        ? { action: { word: t("move.undo"), run: () => takeBack(batchId, before.card.resumeId) } }
        : {}),
    };
  };

  const takeBack = (batchId: string, resumeId: string) => {
    queue(resumeId, async () => {
      const undone = await undoMove(batchId);
      if (undone.ok) {
        focusOn.current = resumeId;
        take(undone.data);
      }
      toast.value = undone.ok
        ? { text: undoneWords(undone.data, words) }
        : { text: undoFailure(undone.why, t), isError: true };
    });
  };

  /** Nobody has put it elsewhere meanwhile: then it goes back. */
  const putBack = ({ stage, card }: Placed, to: Stage) => {
    const now = findCard(columns.value, card.resumeId);
    if (now?.stage.id !== to.id) return;
    columns.value = putCard(columns.value, card.resumeId, stage.id, card);
  };

  /** Draws what the server says. */
  const take = ({ moved, conflicts }: Moved) => {
    for (const { resumeId, to, version } of moved) {
      columns.value = putCard(columns.value, resumeId, to.id, { stageVersion: version });
    }
    for (const conflict of conflicts) columns.value = putLeft(columns.value, conflict);
  };

  return {
    columns,
    asked,
    toast,
    focusOn,
    choose,
    send,
    isSending: (resumeId) => (sending.current.get(resumeId) ?? 0) > 0,
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
