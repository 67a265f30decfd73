import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { EvaluatedMatch } from "../lib/hiring/evaluations.ts";
import type { Stage } from "../lib/hiring/stages.ts";
import type { Decision, ReasonCode } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatPercent } from "../locales/format.ts";
import { dropDraft, keepDraft, readDraft } from "./drafts.ts";
import {
  type EvaluationNow,
  type SaidMatch,
  saidMatches,
  withOverride,
} from "./evaluation_state.ts";
import type { SayEvaluation } from "./evaluation_texts.ts";
import { offerUndo, useKeptUndo } from "./kept_undo.ts";
import type { ToastMessage } from "./LiveToast.tsx";
import {
  conflictWords,
  move,
  movedWords,
  moveFailure,
  undoMove,
  undoneWords,
  wayOn,
} from "./moving.ts";
import type { OverrideDraft } from "./OverrideForm.tsx";
import { whoOf } from "./OverrideHistory.tsx";
import { stageName } from "./StageWord.tsx";
import { post, type Posted } from "./post.ts";

/** What the page was opened with. */
export interface EvaluationStart {
  readonly resumeId: string;
  readonly name: string;
  readonly now: EvaluationNow;
  /** Where each bare decision leads. */
  readonly targets: Readonly<Record<Decision, Stage>>;
  /** The requirement whose form stands open from the start. */
  readonly openChange: string | null;
  /** The ranking's filters, which say who the neighbours are. */
  readonly search: string;
  readonly user: { readonly id: string | null; readonly name: string };
  readonly language: Language;
  readonly t: SayEvaluation;
}

type Said = "evaluation.saved" | "evaluation.undone";

type Drafts = Readonly<Record<string, OverrideDraft>>;

/** The open evaluation page: what it shows, and what a person can do to it. */
export class Evaluation {
  #pending = 0;
  /** How much this page did itself. */
  #acts = 0;
  #hasCrossed = false;

  constructor(
    readonly start: EvaluationStart,
    readonly now: Signal<EvaluationNow>,
    /** The number of the requirement that keys act on. */
    readonly selected: Signal<string>,
    readonly drafts: Signal<Drafts>,
    readonly toast: Signal<ToastMessage | null>,
    /** Whether the reason of a refusal is asked, until the server has taken it. */
    readonly rejecting: Signal<boolean>,
  ) {}

  get t(): SayEvaluation {
    return this.start.t;
  }

  get language(): Language {
    return this.start.language;
  }

  select(number: string): void {
    this.selected.value = number;
  }

  isOpen(requirementId: string): boolean {
    return this.drafts.value[requirementId] !== undefined;
  }

  draftOf({ requirement, verdict }: SaidMatch): OverrideDraft {
    return this.drafts.value[requirement.id] ?? { verdict, reason: "" };
  }

  setDraft({ requirement }: SaidMatch, draft: OverrideDraft): void {
    this.drafts.value = { ...this.drafts.value, [requirement.id]: draft };
    keepDraft(this.#draftKey(requirement.id), { ...draft });
  }

  /** Follows the row's disclosure, which opens and closes by itself. */
  toggle(match: SaidMatch, isOpen: boolean): void {
    const { id } = match.requirement;
    if (isOpen === this.isOpen(id)) return;
    if (!isOpen) return this.#close(id);
    this.drafts.value = { ...this.drafts.value, [id]: this.draftOf(match) };
  }

  cancel(match: SaidMatch): void {
    this.#close(match.requirement.id);
    focusRow(match.number);
  }

  /** Opens what was typed before the page was left. */
  restoreDrafts(): void {
    for (const { requirement } of this.now.value.evaluation?.matches ?? []) {
      const kept = readDraft(this.#draftKey(requirement.id));
      if (!kept?.reason || !isVerdict(kept.verdict)) continue;
      const draft = { verdict: kept.verdict, reason: kept.reason };
      this.drafts.value = { ...this.drafts.value, [requirement.id]: draft };
    }
  }

  async save(match: SaidMatch): Promise<void> {
    const { requirement } = match;
    const { id: userId, name: userName } = this.start.user;
    const { verdict, reason } = this.draftOf(match);
    this.#close(requirement.id);
    focusRow(match.number);
    const done = await this.#change("evaluation.saved", match, {
      id: "",
      verdict,
      reason: reason.trim(),
      userId,
      userName,
      createdAt: new Date().toISOString(),
    }, () =>
      post<EvaluationNow>(`/resumes/${this.start.resumeId}/overrides${this.start.search}`, {
        requirementId: requirement.id,
        verdict,
        reason,
        replaces: match.override?.id ?? "",
      }));
    if (done.ok) return;
    // What was typed comes back, whatever went wrong.
    this.setDraft(match, { verdict, reason });
    await this.#fail(done, match, () => void this.save(match));
  }

  async undo(match: SaidMatch, overrideId: string): Promise<void> {
    focusRow(match.number);
    const path = `/resumes/${this.start.resumeId}/overrides/${overrideId}/undo`;
    const done = await this.#change(
      "evaluation.undone",
      match,
      null,
      () => post<EvaluationNow>(path + this.start.search),
    );
    if (!done.ok) await this.#fail(done, match, () => void this.undo(match, overrideId));
  }

  /** Decides; a refusal asks for its reason first. */
  async decide(decision: Decision, reasonCode?: ReasonCode, reason?: string): Promise<void> {
    const { now, start: { resumeId, targets } } = this;
    const { stage, stageVersion } = now.value;
    if (stage.decision === decision) return;
    if (decision === "rejected" && !reasonCode) {
      this.rejecting.value = true;
      return;
    }
    now.value = { ...now.value, stage: targets[decision] };
    const answer = await this.#waitFor(move({
      resumeIds: [resumeId],
      to: decision,
      reasonCode,
      reason,
      versions: { [resumeId]: stageVersion },
    }));
    if (!answer.ok) {
      now.value = { ...now.value, stage };
      // Whoever gave a reason sends it again from the dialog, which stays.
      const again = reasonCode ? undefined : () => void this.decide(decision);
      this.toast.value = moveFailure(answer.why, this.t, again);
      return;
    }
    this.rejecting.value = false;
    const { batchId, moved: [done], conflicts: [conflict] } = answer.data;
    if (conflict) {
      now.value = { ...now.value, stage: conflict.stage, stageVersion: conflict.version };
      this.toast.value = { text: conflictWords(conflict, this), isError: true };
      return;
    }
    const text = movedWords(answer.data, this);
    if (done) {
      now.value = { ...now.value, stage: done.to, stageVersion: done.version };
      offerUndo(this, text, batchId);
    } else this.toast.value = { text };
    if (this.#hasCrossed) await this.refresh();
  }

  /** Reads how things stand now, and tells what others changed. */
  async refresh(): Promise<void> {
    this.#hasCrossed = this.#pending > 0;
    if (this.#hasCrossed) return;
    const acts = this.#acts;
    const { resumeId, search } = this.start;
    // Nobody waits for the words of what others did: most of the time nobody does anything.
    const [answer, words] = await Promise.all([
      fetch(`/resumes/${resumeId}/now${search}`, { headers: { accept: "application/json" } })
        .catch(() => null),
      import("./evaluation_news.ts").catch(() => null),
    ]);
    if (!answer?.ok) return;
    const next: EvaluationNow = await answer.json();
    // Whoever acted meanwhile gets an answer that is newer than this one.
    if (this.#pending > 0) return;
    if (acts !== this.#acts) return await this.refresh();
    const text = words?.newsWords(this.now.value, next, {
      ...this.start,
      whoOf,
      stageName,
    });
    this.now.value = next;
    if (text) this.toast.value = { text, seconds: 12 };
  }

  /** Takes a move back; the page before may have made it, of somebody else. */
  async takeBack(batchId: string): Promise<void> {
    const answer = await this.#waitFor(undoMove(batchId));
    if (!answer.ok) {
      const again = () => void this.takeBack(batchId);
      this.toast.value = moveFailure(answer.why, this.t, again, "move.undo_refused");
      return;
    }
    const done = answer.data.moved.find(({ resumeId }) => resumeId === this.start.resumeId);
    if (done) {
      this.now.value = { ...this.now.value, stage: done.to, stageVersion: done.version };
    }
    this.toast.value = { text: undoneWords(answer.data, this) };
  }

  /** News has to wait for the answer to what this page did itself. */
  async #waitFor<T>(answer: Promise<T>): Promise<T> {
    this.#pending += 1;
    this.#acts += 1;
    try {
      return await answer;
    } finally {
      this.#pending -= 1;
    }
  }

  /** Shows a change at once, sends it and says so, or takes it back when it is refused. */
  async #change(
    said: Said,
    match: SaidMatch,
    override: EvaluatedMatch["override"],
    send: () => Promise<Posted<EvaluationNow>>,
  ): Promise<Posted<EvaluationNow>> {
    const { now } = this;
    const before = now.value;
    if (!before.evaluation) return { ok: false, why: "refused" };
    const evaluation = withOverride(before.evaluation, match.requirement.id, override);
    now.value = { ...before, evaluation };
    const answering = this.#waitFor(send());
    const acts = this.#acts;
    const answer = await answering;
    // What was done later has the newer answer, and its message stays.
    const isLast = acts === this.#acts;
    if (isLast && this.#pending === 0 && !this.#hasCrossed) {
      now.value = answer.ok ? answer.data : before;
    } else {
      // So that it is no news of somebody else's.
      if (answer.ok) now.value = { ...now.value, history: answer.data.history };
      await this.refresh();
    }
    if (answer.ok && isLast) this.#say(said, match);
    return answer;
  }

  #say(key: Said, { requirement }: SaidMatch): void {
    const { evaluation } = this.now.value;
    const match = evaluation?.matches.find((one) => one.requirement.id === requirement.id);
    if (!evaluation || !match) return;
    this.toast.value = {
      text: this.t(key, {
        name: requirement.name,
        verdict: this.t(`verdict.${match.verdict}`),
        share: formatPercent(this.language, evaluation.score ?? 0),
        grade: evaluation.grade ?? "–",
      }),
    };
  }

  async #fail(
    { why, status }: Posted<never> & { ok: false },
    { requirement: { name } }: SaidMatch,
    again: () => void,
  ): Promise<void> {
    if (status === 409) {
      await this.refresh();
      const isStale = this.now.value.evaluation?.isStale;
      this.toast.value = {
        text: this.t(isStale ? "evaluation.conflict_stale" : "evaluation.conflict", { name }),
        isError: true,
      };
      return;
    }
    const words = {
      offline: "common.offline",
      signed_out: "common.session_ended",
      refused: "common.not_saved",
    } as const;
    this.toast.value = {
      text: this.t(words[why]),
      isError: true,
      ...wayOn(why, this.t, again),
    };
  }

  #close(requirementId: string): void {
    const { [requirementId]: _, ...rest } = this.drafts.value;
    this.drafts.value = rest;
    dropDraft(this.#draftKey(requirementId));
  }

  #draftKey(requirementId: string): string {
    return `override:${this.start.resumeId}:${requirementId}`;
  }
}

/** The evaluation page's state, for as long as its island stands. */
export function useEvaluation(start: EvaluationStart): Evaluation {
  const now = useSignal(start.now);
  const matches = saidMatches(start.now);
  const opened = matches.find(({ requirement }) => requirement.id === start.openChange);
  const selected = useSignal((opened ?? matches[0])?.number ?? "");
  const drafts = useSignal<Drafts>(
    opened ? { [opened.requirement.id]: { verdict: opened.verdict, reason: "" } } : {},
  );
  const toast = useSignal<ToastMessage | null>(null);
  const rejecting = useSignal(false);
  const page = useMemo(
    () => new Evaluation(start, now, selected, drafts, toast, rejecting),
    [start.resumeId],
  );
  useEffect(() => page.restoreDrafts(), [page]);
  useKeptUndo(page);
  return page;
}

/** Puts the focus on the button that changes a verdict, or else on its row. */
export function focusRow(number: string): void {
  const row = document.getElementById(`v-${number}`);
  const target = row?.querySelector<HTMLElement>(".change > summary") ?? row;
  target?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
}

function isVerdict(value: string | undefined): value is OverrideDraft["verdict"] {
  return value === "YES" || value === "PARTIAL" || value === "NO";
}
