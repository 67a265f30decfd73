import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { dropDraft, keepDraft, readDraft } from "./drafts.ts";
import type { ToastMessage } from "./LiveToast.tsx";
import type { SayMove } from "./StageWord.tsx";

/** How long the server takes a move back. */
export const UNDO_SECONDS = 30;

const KEPT = "undo";

/** A page that moves people and can take that back. */
export interface UndoPage {
  readonly toast: Signal<ToastMessage | null>;
  readonly t: SayMove;
  takeBack(batchId: string): unknown;
}

/** Says what was moved with its undo, here and on the pages that follow in this tab. */
export function offerUndo(
  page: UndoPage,
  text: string,
  batchId: string,
  until = Date.now() + UNDO_SECONDS * 1000,
): void {
  keepDraft(KEPT, { text, batchId, until: `${until}` });
  const run = () => {
    dropDraft(KEPT);
    page.takeBack(batchId);
  };
  page.toast.value = {
    text,
    seconds: (until - Date.now()) / 1000,
    action: { word: page.t("move.undo"), run },
  };
}

/** Takes over what the page before offered, for the time that is left. */
export function useKeptUndo(page: UndoPage): void {
  useEffect(() => {
    const { text = "", batchId = "", until = "" } = readDraft(KEPT) ?? {};
    if (+until > Date.now()) offerUndo(page, text, batchId, +until);
    else dropDraft(KEPT);
  }, []);
}
