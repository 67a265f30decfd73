import type { MoveNotice } from "../lib/hiring/move_notice.ts";
import { Toast } from "./Notice.tsx";
import { decisionWord, type SayMove } from "./StageWord.tsx";

export interface MovedNoticeProps {
  notice: MoveNotice | null;
  /** How many were left, because somebody else had moved them. */
  left: number;
  /** The page without this message. */
  back: string;
  t: SayMove;
}

/** What a form moved, with its undo; islands draw their own toast. Given by `readTold()`. */
export function MovedNotice({ notice, left, back, t }: MovedNoticeProps) {
  if (!notice && left === 0) return null;
  return (
    <Toast>
      {notice && <span>{words(notice, t)}</span>}
      {left > 0 && <span>{t("move.conflict_many", { count: left })}</span>}
      {notice?.canUndo && (
        <form method="post" action={`/moves/${notice.batchId}/undo`}>
          <input type="hidden" name="back" value={back} />
          <button type="submit">{t("move.undo")}</button>
        </form>
      )}
    </Toast>
  );
}

function words({ count, name, stage, isUndone }: MoveNotice, t: SayMove): string {
  if (name !== null) {
    const params = { name, stage: decisionWord(stage, t) };
    return t(isUndone ? "move.undone_one" : "move.done_one", params);
  }
  if (isUndone) return t("move.undone_many", { count });
  return t("move.done_many", { count, stage: decisionWord(stage, t) });
}
