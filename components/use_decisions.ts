import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Moved } from "../lib/hiring/moves.ts";
import type { ResumeProgress } from "../lib/hiring/progress.ts";
import type { Stage } from "../lib/hiring/stages.ts";
import type { Decision, ReasonCode } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import type { ToastMessage } from "./LiveToast.tsx";
import { move, movedWords, moveFailure, undoFailure, undoMove, undoneWords } from "./moving.ts";
import { NEWS } from "./ranking_events.ts";
import {
  findRow,
  nameOf,
  putBack,
  resumeIdOf,
  type RowElement,
  showStage,
  type Standing,
  versionOf,
} from "./ranking_rows.ts";
import type { SayMove } from "./StageWord.tsx";

/** Whom to move where. */
export interface Wish {
  readonly rows: readonly RowElement[];
  /** A bare decision, or a stage. */
  readonly to: Decision | Stage;
}

export interface Decisions {
  /** A refusal that waits for its reason. */
  readonly asked: Signal<Wish | null>;
  /** Does it, or asks for the reason first. */
  decide(wish: Wish): void;
  /** Does what was asked for. */
  reject(reasonCode: ReasonCode, reason: string): void;
}

export interface DecisionsProps {
  readonly stages: readonly Stage[];
  readonly toast: Signal<ToastMessage | null>;
  readonly language: Language;
  readonly t: SayMove;
  readonly undoSeconds: number;
}

/**
 * Moves people from the ranking. The word in the row changes at once; when the server says
 * otherwise, it changes back and says why.
 */
export function useDecisions(props: DecisionsProps): Decisions {
  const { stages, toast, language, t, undoSeconds } = props;
  const asked = useSignal<Wish | null>(null);
  useNews(stages, t);

  const run = async ({ rows, to }: Wish, reasonCode?: ReasonCode, reason?: string) => {
    const target = stageOf(to, stages);
    const goal = typeof to === "string" ? to : to.id;
    const going = rows.filter((row) => !standsIn(row, to));
    if (!target || going.length === 0) return;
    const before = going.map((row) => showStage(row, target, t));
    const answer = await move({
      resumeIds: going.map(resumeIdOf),
      to: goal,
      ...(reasonCode ? { reasonCode } : {}),
      ...(reason ? { reason } : {}),
      versions: Object.fromEntries(going.map((row) => [resumeIdOf(row), versionOf(row)])),
    });
    if (!answer.ok) {
      before.forEach(putBack);
      toast.value = { text: moveFailure(answer.why, t), isError: true };
      return;
    }
    takeOver(answer.data, before, t);
    const undo = { word: t("move.undo"), run: () => void takeBack(answer.data.batchId) };
    toast.value = {
      text: movedWords(answer.data, { t, language }),
      seconds: undoSeconds,
      ...(answer.data.moved.length > 0 ? { action: undo } : {}),
    };
  };

  const takeBack = async (batchId: string) => {
    const answer = await undoMove(batchId);
    if (answer.ok) takeOver(answer.data, [], t);
    toast.value = answer.ok
      ? { text: undoneWords(answer.data, { t, language }) }
      : { text: undoFailure(answer.why, t), isError: true };
  };

  return {
    asked,
    decide(wish) {
      const isRefusal = stageOf(wish.to, stages)?.decision === "rejected";
      const going = wish.rows.filter((row) => !standsIn(row, wish.to));
      if (going.length === 0) return;
      if (isRefusal) asked.value = { ...wish, rows: going };
      else void run(wish);
    },
    reject(reasonCode, reason) {
      const wish = asked.value;
      asked.value = null;
      if (wish) void run(wish, reasonCode, reason);
    },
  };
}

/** Writes into the rows where others have moved people meanwhile. */
function useNews(stages: readonly Stage[], t: SayMove): void {
  useEffect(() => {
    const take = (event: Event) => {
      const changed: readonly ResumeProgress[] = (event as CustomEvent).detail;
      for (const { id, stageId, stageVersion } of changed) {
        const row = findRow(id);
        const stage = stageId === null
          ? stageOf("undecided", stages)
          : stages.find((one) => one.id === stageId);
        if (!row || !stage || versionOf(row) >= stageVersion) continue;
        row.dataset.version = String(stageVersion);
        if (row.dataset.stage !== stage.id) showStage(row, stage, t);
      }
    };
    document.addEventListener(NEWS, take);
    return () => document.removeEventListener(NEWS, take);
  }, []);
}

/** The names of those whom a wish is about. */
export function namesOf(wish: Wish | null): string[] | null {
  return wish && wish.rows.map(nameOf);
}

function standsIn(row: RowElement, to: Decision | Stage): boolean {
  return typeof to === "string" ? row.dataset.decision === to : row.dataset.stage === to.id;
}

/** The stage that a bare decision leads to, as the server chooses it. */
function stageOf(to: Decision | Stage, stages: readonly Stage[]): Stage | undefined {
  if (typeof to !== "string") return to;
  const able = stages.filter(({ decision }) => decision === to);
  return able.find(({ key }) => key === (to === "undecided" ? "new" : to)) ?? able[0];
}

/** Writes what the server says of each; who is not named by it stands where they stood. */
function takeOver({ moved, conflicts }: Moved, before: readonly Standing[], t: SayMove): void {
  const now = [
    ...moved.map(({ resumeId, to, version }) => ({ resumeId, stage: to, version })),
    ...conflicts,
  ];
  const named = new Set(now.map(({ resumeId }) => resumeId));
  for (const standing of before) {
    if (!named.has(resumeIdOf(standing.row))) putBack(standing);
  }
  for (const { resumeId, stage, version } of now) {
    const row = findRow(resumeId);
    if (!row) continue;
    row.dataset.version = String(version);
    showStage(row, stage, t);
  }
}
