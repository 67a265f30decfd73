import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Moved } from "../lib/hiring/moves.ts";
import type { ResumeProgress } from "../lib/hiring/progress.ts";
import type { Stage } from "../lib/hiring/stages.ts";
import type { Decision, ReasonCode } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { offerUndo, type UndoPage, useKeptUndo } from "./kept_undo.ts";
import type { ToastMessage } from "./LiveToast.tsx";
import { move, movedWords, moveFailure, undoMove, undoneWords } from "./moving.ts";
import { NEWS } from "./ranking_events.ts";
import {
  findRow,
  nameOf,
  resumeIdOf,
  type RowElement,
  showStanding,
  type Standing,
  standingIn,
  standingOf,
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
  /** Does what was asked for; answers whether the server took it. */
  reject(reasonCode: ReasonCode, reason: string): Promise<boolean>;
}

export interface DecisionsProps {
  readonly stages: readonly Stage[];
  readonly toast: Signal<ToastMessage | null>;
  readonly language: Language;
  readonly t: SayMove;
}

/**
 * Moves people from the ranking. The word in the row changes at once; when the server says
 * otherwise, it changes back and says why.
 */
export function useDecisions(props: DecisionsProps): Decisions {
  const { stages, toast, language, t } = props;
  const asked = useSignal<Wish | null>(null);
  useNews(stages, t);

  const pending = useRef(new Pending());
  const last = useRef(Promise.resolve(true));

  const run = (wish: Wish, reasonCode?: ReasonCode, reason?: string): Promise<boolean> => {
    const target = stageOf(wish.to, stages);
    if (!target) return Promise.resolve(false);
    const mine = pending.current.begin(wish.rows, (row) => standingIn(row, target, t));
    // One after the other, so that each knows how often its people were moved before.
    last.current = last.current.then(async () => {
      const answer = await move({
        resumeIds: wish.rows.map(resumeIdOf),
        to: typeof wish.to === "string" ? wish.to : wish.to.id,
        ...(reasonCode ? { reasonCode } : {}),
        ...(reason ? { reason } : {}),
        versions: Object.fromEntries(wish.rows.map((row) => [resumeIdOf(row), versionOf(row)])),
      });
      if (answer.ok) takeOver(answer.data, t, pending.current);
      pending.current.end(wish.rows, mine);
      if (answer.ok) tell(answer.data);
      // Whoever gave a reason sends it again from the dialog, which stays.
      else toast.value = moveFailure(answer.why, t, reasonCode ? undefined : () => void run(wish));
      return answer.ok;
    });
    return last.current;
  };

  const tell = (done: Moved) => {
    const text = movedWords(done, { t, language });
    if (done.moved.length > 0) offerUndo(page, text, done.batchId);
    else toast.value = { text };
  };

  const takeBack = async (batchId: string) => {
    const answer = await undoMove(batchId);
    if (answer.ok) takeOver(answer.data, t, pending.current);
    toast.value = answer.ok
      ? { text: undoneWords(answer.data, { t, language }) }
      : moveFailure(answer.why, t, () => void takeBack(batchId), "move.undo_refused");
  };
  const page: UndoPage = { toast, t, takeBack };
  useKeptUndo(page);

  return {
    asked,
    decide(wish) {
      const rows = wish.rows.filter((row) => !standsIn(row, wish.to));
      if (rows.length === 0) return;
      const isRefusal = stageOf(wish.to, stages)?.decision === "rejected";
      if (isRefusal) asked.value = { ...wish, rows };
      else void run({ ...wish, rows });
    },
    async reject(reasonCode, reason) {
      const wish = asked.value;
      const isSent = wish?.rows.every((row) => standsIn(row, wish.to));
      if (!wish || isSent || !await run(wish, reasonCode, reason)) return false;
      if (asked.value === wish) asked.value = null;
      return true;
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
        if (row.dataset.stage !== stage.id && row.dataset.wish === undefined) {
          showStanding(standingIn(row, stage, t));
        }
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

/** What rows show that the server has not confirmed yet. */
class Pending {
  #wishes = 0;
  readonly #known = new Map<string, Standing>();

  /** Shows it at once; answers the wish's number. */
  begin(rows: readonly RowElement[], wanted: (row: RowElement) => Standing): number {
    this.#wishes += 1;
    for (const row of rows) {
      const id = resumeIdOf(row);
      if (!this.#known.has(id)) this.#known.set(id, standingOf(row));
      showStanding(wanted(row));
      row.dataset.wish = String(this.#wishes);
    }
    return this.#wishes;
  }

  /** What the server says; a later wish goes on being shown. */
  confirm(standing: Standing): void {
    const { row } = standing;
    if (row.dataset.wish === undefined) showStanding(standing);
    else this.#known.set(resumeIdOf(row), standing);
  }

  /** Shows what is known of the rows that no later wish is about. */
  end(rows: readonly RowElement[], wish: number): void {
    for (const row of rows) {
      if (row.dataset.wish !== String(wish)) continue;
      const known = this.#known.get(resumeIdOf(row));
      this.#known.delete(resumeIdOf(row));
      delete row.dataset.wish;
      if (known) showStanding(known);
    }
  }
}

/** Writes what the server says of each. */
function takeOver({ moved, conflicts }: Moved, t: SayMove, pending: Pending): void {
  const now = [
    ...moved.map(({ resumeId, to, version }) => ({ resumeId, stage: to, version })),
    ...conflicts,
  ];
  for (const { resumeId, stage, version } of now) {
    const row = findRow(resumeId);
    if (!row) continue;
    row.dataset.version = String(version);
    pending.confirm(standingIn(row, stage, t));
  }
}
