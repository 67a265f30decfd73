import type { MoveConflict, Moved } from "../lib/hiring/moves.ts";
import type { Decision, ReasonCode } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import { signInAgain } from "./drafts.ts";
import type { ToastMessage } from "./LiveToast.tsx";
import { post, type Posted, type PostFailure } from "./post.ts";
import { decisionWord, type NamedStage, type SayMove } from "./StageWord.tsx";

export interface MoveRequest {
  readonly resumeIds: readonly string[];
  /** A stage's id, or a bare decision. */
  readonly to: string | Decision;
  /** Needed where the stage rejects. */
  readonly reasonCode?: ReasonCode | "";
  readonly reason?: string;
  /** The moves that each had made when it was drawn; one that has moved since then is left. */
  readonly versions?: Readonly<Record<string, number>>;
}

/** Moves résumés as the form of the page would, and answers what became of each. */
export function move(request: MoveRequest): Promise<Posted<Moved>> {
  const form = new FormData();
  for (const id of request.resumeIds) {
    form.append("resume", id);
    const version = request.versions?.[id];
    if (version !== undefined) form.append("version", `${id}:${version}`);
  }
  form.append("to", request.to);
  if (request.reasonCode) form.append("reason_code", request.reasonCode);
  if (request.reason) form.append("reason", request.reason);
  return post<Moved>("/moves", form);
}

/** Takes back what `move()` did. */
export function undoMove(batchId: string): Promise<Posted<Moved>> {
  return post<Moved>(`/moves/${batchId}/undo`);
}

export interface MoveWords {
  readonly t: SayMove;
  readonly language: Language;
  /** How a stage is called here: as a decision, unless told otherwise. */
  readonly nameOf?: (stage: NamedStage, t: SayMove) => string;
}

/** What a move did, for the toast: "Sanne de Wit: Shortlisted". */
export function movedWords({ moved, conflicts }: Moved, words: MoveWords): string {
  const { t, nameOf = decisionWord } = words;
  const [first] = moved;
  const parts: string[] = [];
  if (first) {
    const stage = nameOf(first.to, t);
    parts.push(
      moved.length === 1
        ? t("move.done_one", { name: first.name, stage })
        : t("move.done_many", { count: moved.length, stage }),
    );
  }
  parts.push(...conflictParts(conflicts, words));
  return parts.length === 0 ? t("move.done_none") : parts.join(". ");
}

/** What taking a move back did. */
export function undoneWords({ moved, conflicts }: Moved, words: MoveWords): string {
  const { t, nameOf = decisionWord } = words;
  const [first] = moved;
  const parts: string[] = [];
  if (first) {
    parts.push(
      moved.length === 1
        ? t("move.undone_one", { name: first.name, stage: nameOf(first.to, t) })
        : t("move.undone_many", { count: moved.length }),
    );
  }
  return [...parts, ...conflictParts(conflicts, words)].join(". ");
}

/** "Sanne de Wit was moved to Interview by Marijke Oosterhuis, just now". */
export function conflictWords(conflict: MoveConflict, words: MoveWords): string {
  const { t, language, nameOf = decisionWord } = words;
  const { name, stage, movedBy, movedAt } = conflict;
  const now = new Date();
  const when = formatWhen(language, movedAt ? new Date(movedAt) : now, now);
  const params = { name, stage: nameOf(stage, t), when };
  return movedBy
    ? t("move.conflict", { ...params, who: movedBy })
    : t("move.conflict_somebody", params);
}

function conflictParts(conflicts: readonly MoveConflict[], words: MoveWords): string[] {
  const [first] = conflicts;
  if (!first) return [];
  if (conflicts.length === 1) return [conflictWords(first, words)];
  return [words.t("move.conflict_many", { count: conflicts.length })];
}

/**
 * Why nothing was moved, or taken back, and the way on.
 *
 * @param again None where the form that was sent is still open.
 */
export function moveFailure(
  why: PostFailure,
  t: SayMove,
  again?: () => void,
  refused: "move.refused" | "move.undo_refused" = "move.refused",
): ToastMessage {
  const words = { offline: "move.offline", signed_out: "move.signed_out", refused } as const;
  return { text: t(words[why]), isError: true, ...wayOn(why, t, again) };
}

/** What can be done about a failure. */
export function wayOn(
  why: PostFailure,
  t: SayMove,
  again?: () => void,
): Pick<ToastMessage, "action"> {
  if (why === "signed_out") return { action: { word: t("move.sign_in"), run: signInAgain } };
  return why === "offline" && again ? { action: { word: t("move.retry"), run: again } } : {};
}
