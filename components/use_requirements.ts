import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { Language, Level } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import { dropDraft, keepDraft, readDraft, signInAgain } from "./drafts.ts";
import type { ToastMessage } from "./LiveToast.tsx";
import { numberRequirements } from "./numbering.ts";
import { post, type Posted, type PostFailure } from "./post.ts";
import type { RequirementTexts } from "./RequirementRow.tsx";

/** What can be changed in a row. */
export type RowPatch = Partial<
  Pick<JobRequirement, "name" | "level" | "kind" | "years" | "importance" | "gate">
>;

/** How the saving goes: nothing yet, under way, or when it was last done (ISO). */
export type SavedState = "" | "saving" | (string & Record<never, never>);

export interface RequirementsStart {
  readonly jobId: string;
  readonly requirements: JobRequirement[];
  readonly saved: Signal<SavedState>;
  /** Called when the server has taken a change that résumés are judged by. */
  readonly onSaved: () => void;
  readonly language: Language;
  readonly texts: RequirementTexts;
}

/** The open requirements page: what it shows, and what a person can do to it. */
export class Requirements {
  /** Requests about one requirement go one after another, in the order of the clicks. */
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #edits = new Map<string, number>();
  #pending = 0;

  constructor(
    readonly start: RequirementsStart,
    readonly list: Signal<readonly JobRequirement[]>,
    /** Names as they were typed and could not be stored, by id. */
    readonly unsaved: Signal<Readonly<Record<string, string>>>,
    readonly lit: Signal<string | null>,
    readonly toast: Signal<ToastMessage | null>,
    /** What takes the focus when it is drawn: a selector. */
    readonly focusOn: Signal<string | null>,
    /** Said to screen readers. */
    readonly said: Signal<string>,
  ) {}

  get t() {
    return speaker(this.start.language, this.start.texts);
  }

  /** Shows a change at once and sends it; what is refused goes back, but typed words stay. */
  async update(id: string, patch: RowPatch): Promise<void> {
    const before = this.#find(id);
    if (!before) return;
    this.#merge(id, patch);
    if (patch.level) this.focusOn.value = `[id="r-${id}"] [name="level"]`;
    const edit = (this.#edits.get(id) ?? 0) + 1;
    this.#edits.set(id, edit);
    const answer = await this.#send<JobRequirement>(id, "update", fieldsOf(patch));
    const isLast = this.#edits.get(id) === edit;
    if (answer.ok) {
      if (isLast) this.#merge(id, answer.data);
      if (patch.name !== undefined) this.#forget(id);
      return this.#stored();
    }
    const names = Object.keys(patch) as (keyof RowPatch)[];
    this.#merge(id, Object.fromEntries(names.map((name) => [name, before[name]])));
    if (patch.name !== undefined) {
      this.unsaved.value = { ...this.unsaved.value, [id]: patch.name };
      keepDraft(`requirement:${id}`, { name: patch.name });
    }
    this.#fail(answer.why, () => void this.update(id, patch));
  }

  async add(level: Level, form: HTMLFormElement): Promise<void> {
    const { jobId } = this.start;
    const name = String(new FormData(form).get("name") ?? "").trim();
    this.start.saved.value = "saving";
    const answer = await post<JobRequirement>(form.action, new FormData(form));
    if (!answer.ok) {
      keepDraft(`requirement-add:${jobId}:${level}`, { name });
      return this.#fail(answer.why, () => void this.add(level, form));
    }
    dropDraft(`requirement-add:${jobId}:${level}`);
    this.list.value = [...this.list.value, answer.data];
    this.said.value = this.t("requirements.added", { name: answer.data.name });
    form.reset();
    form.querySelector<HTMLInputElement>('input[name="name"]')?.focus();
    this.#stored();
  }

  async remove(id: string): Promise<void> {
    const index = this.list.value.findIndex((one) => one.id === id);
    const one = this.list.value[index];
    if (!one) return;
    const next = this.#neighbour(one);
    this.list.value = this.list.value.toSpliced(index, 1);
    this.focusOn.value = next
      ? `[id="r-${next.id}"] .remove`
      : `section[aria-labelledby="title-${one.level}"] .adder > summary`;
    const answer = await this.#send(id, "remove", {});
    if (!answer.ok) {
      this.list.value = this.list.value.toSpliced(index, 0, one);
      this.focusOn.value = `[id="r-${id}"] .remove`;
      return this.#fail(answer.why, () => void this.remove(id));
    }
    this.#stored();
    this.toast.value = {
      text: this.t("requirements.deleted", { name: one.name }),
      seconds: 30,
      action: { word: this.t("common.undo"), run: () => void this.restore(one, index) },
    };
  }

  async restore(one: JobRequirement, index: number): Promise<void> {
    const answer = await this.#send<JobRequirement>(one.id, "restore", {});
    if (!answer.ok) return this.#fail(answer.why, () => void this.restore(one, index));
    this.list.value = this.list.value.toSpliced(index, 0, answer.data);
    this.focusOn.value = `[id="r-${one.id}"] .ghost`;
    this.toast.value = { text: this.t("requirements.restored", { name: one.name }) };
    this.#stored();
  }

  /** Puts a requirement before another one, or at the end of a level. */
  async move(id: string, level: Level, beforeId: string | null): Promise<void> {
    const all = this.list.value;
    const one = this.#find(id);
    if (!one || id === beforeId) return;
    const others = all.filter((other) => other.id !== id);
    const at = others.findIndex((other) => other.id === beforeId);
    const place = at < 0 ? others.length : at;
    this.list.value = others.toSpliced(place, 0, { ...one, level });
    this.#tellPlace(id);
    const answer = await this.#send<JobRequirement[]>(id, "move", {
      before: at < 0 ? "" : beforeId ?? "",
      level,
    });
    if (answer.ok) return this.#stored();
    this.list.value = all;
    this.#fail(answer.why, () => void this.move(id, level, beforeId));
  }

  /** One place up or down; over the edge of a level into the other one. */
  step(id: string, by: 1 | -1, from: string): void {
    const one = this.#find(id);
    if (!one) return;
    const rows = numberRequirements(this.list.value);
    const at = rows.findIndex((row) => row.id === id);
    const next = rows[at + by];
    this.focusOn.value = `[id="r-${id}"] ${from}`;
    if (!next || next.level !== one.level) {
      if ((by > 0) === (one.level === "nice_to_have")) return;
      const level = by > 0 ? "nice_to_have" : "required";
      const first = by > 0 ? next?.id ?? null : null;
      return void this.move(id, level, first);
    }
    const behind = rows.slice(at + 2).find((row) => row.level === one.level);
    void this.move(id, one.level, by < 0 ? next.id : behind?.id ?? null);
  }

  /** Shows what was typed before the page was left and could not be stored. */
  restoreDrafts(): void {
    const kept = this.list.value.flatMap(({ id, name }) => {
      const draft = readDraft(`requirement:${id}`)?.name;
      return draft && draft !== name ? [[id, draft]] : [];
    });
    if (kept.length > 0) this.unsaved.value = Object.fromEntries(kept);
  }

  #find(id: string): JobRequirement | undefined {
    return this.list.value.find((one) => one.id === id);
  }

  #merge(id: string, patch: Partial<JobRequirement>): void {
    this.list.value = this.list.value.map((one) => one.id === id ? { ...one, ...patch } : one);
  }

  #forget(id: string): void {
    const { [id]: _, ...rest } = this.unsaved.value;
    this.unsaved.value = rest;
    dropDraft(`requirement:${id}`);
  }

  #neighbour({ id, level }: JobRequirement): JobRequirement | undefined {
    const rows = this.list.value.filter((one) => one.level === level);
    const at = rows.findIndex((one) => one.id === id);
    return rows[at + 1] ?? rows[at - 1];
  }

  #tellPlace(id: string): void {
    const one = numberRequirements(this.list.value).find((row) => row.id === id);
    if (!one) return;
    const rows = this.list.value.filter(({ level }) => level === one.level);
    this.said.value = this.t("requirements.moved", {
      name: one.name,
      level: this.t(`level.${one.level}`),
      place: rows.findIndex((row) => row.id === id) + 1,
      total: rows.length,
    });
  }

  #send<T>(
    id: string,
    action: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Posted<T>> {
    this.start.saved.value = "saving";
    const send = () => post<T>(`/jobs/${this.start.jobId}/requirements/${id}/${action}`, fields);
    const next = (this.#queues.get(id) ?? Promise.resolve()).then(send);
    this.#queues.set(id, next);
    this.#pending += 1;
    return next.finally(() => this.#pending -= 1);
  }

  #stored(): void {
    if (this.#pending === 0) this.start.saved.value = new Date().toISOString();
    this.start.onSaved();
  }

  #fail(why: PostFailure, again: () => void): void {
    this.start.saved.value = "";
    const words = {
      offline: "common.offline",
      signed_out: "common.session_ended",
      refused: "common.not_saved",
    } as const;
    const ways = {
      offline: { word: this.t("common.retry"), run: again },
      signed_out: { word: this.t("common.sign_in"), run: signInAgain },
      refused: undefined,
    };
    const action = ways[why];
    this.toast.value = { text: this.t(words[why]), isError: true, ...(action ? { action } : {}) };
  }
}

function fieldsOf(patch: RowPatch): Record<string, string> {
  return Object.fromEntries(
    Object.entries(patch).map(([name, value]) => {
      if (typeof value === "boolean") return [name, value ? "on" : "off"];
      return [name, value === null ? "" : String(value)];
    }),
  );
}

/** The requirements page's state, for as long as its island stands. */
export function useRequirements(start: RequirementsStart): Requirements {
  const list = useSignal<readonly JobRequirement[]>(start.requirements);
  const unsaved = useSignal<Readonly<Record<string, string>>>({});
  const lit = useSignal<string | null>(null);
  const toast = useSignal<ToastMessage | null>(null);
  const focusOn = useSignal<string | null>(null);
  const said = useSignal("");
  const page = useMemo(
    () => new Requirements(start, list, unsaved, lit, toast, focusOn, said),
    [start.jobId],
  );
  useEffect(() => page.restoreDrafts(), [page]);
  const wanted = focusOn.value;
  useEffect(() => {
    if (!wanted) return;
    focusOn.value = null;
    document.querySelector<HTMLElement>(wanted)?.focus();
  }, [wanted]);
  return page;
}
