import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { Language, Level } from "../lib/talent/types.ts";
import { formatPart } from "../locales/format.ts";
import { speaker } from "../locales/say.ts";
import { keepDraft, readDraft } from "./drafts.ts";
import { ErrorLine } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import type { Numbered } from "./numbering.ts";
import { NAME, type RequirementTexts } from "./RequirementRow.tsx";

export interface RequirementSectionProps {
  jobId: string;
  level: Level;
  /** Of the whole weight; null when nothing weighs anything. */
  share: number | null;
  rows: readonly Numbered<JobRequirement>[];
  mayEdit: boolean;
  onAdd: (form: HTMLFormElement) => void;
  /** A row was dropped before another one of this level, or at its end. */
  onDrop: (id: string, beforeId: string | null) => void;
  language: Language;
  texts: RequirementTexts;
  children: (
    one: Numbered<JobRequirement>,
    at: number,
    all: readonly Numbered<JobRequirement>[],
  ) => ComponentChildren;
}

/** The requirements of one level, with the field to add one. */
export function RequirementSection(props: RequirementSectionProps) {
  const { level, share, rows, mayEdit, language, texts, children } = props;
  const t = speaker(language, texts);
  const isRequired = level === "required";
  return (
    <section
      class={isRequired ? "relative" : "relative mt-5"}
      aria-labelledby={`title-${level}`}
      onDragStart={take}
      onDragOver={showPlace}
      onDragEnd={clearPlaces}
      onDrop={(event) => {
        const before = placeOf(event);
        clearPlaces();
        const id = event.dataTransfer?.getData(TYPE);
        if (!id) return;
        event.preventDefault();
        props.onDrop(id, before);
      }}
    >
      <div class="pane-tools">
        <h2 id={`title-${level}`}>
          {t(isRequired ? "requirements.required" : "requirements.nice")}
        </h2>
        {share !== null && (
          <span>{t("requirements.counts_for", { share: formatPart(language, share) })}</span>
        )}
      </div>
      {mayEdit && <AddRequirement {...props} />}
      {rows.length === 0
        ? (
          <p class="border-t border-line py-2.5 text-fg-3">
            {t(isRequired ? "requirements.none_required" : "requirements.none_nice")}
          </p>
        )
        : (
          <table
            class={`data-table requirements-table as-blocks${isRequired ? "" : " headless"}`}
            role="table"
            aria-labelledby={`title-${level}`}
          >
            <colgroup>
              {COLUMNS.map((name) => <col key={name} class={`w-${name}`} />)}
            </colgroup>
            <Columns t={t} />
            <tbody role="rowgroup">{rows.map(children)}</tbody>
          </table>
        )}
    </section>
  );
}

const COLUMNS = ["grip", "number", "name", "kind", "years", "weight", "gate", "end"] as const;

function Columns({ t }: { t: ReturnType<typeof speaker<keyof RequirementTexts>> }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="c-grip">
          <span class="sr-only">{t("requirements.col_order")}</span>
        </th>
        <th role="columnheader" scope="col" class="c-number">{t("requirements.col_number")}</th>
        <th role="columnheader" scope="col">{t("requirements.col_name")}</th>
        <th role="columnheader" scope="col" class="c-kind">{t("requirements.col_kind")}</th>
        <th role="columnheader" scope="col" class="c-years">{t("requirements.col_years")}</th>
        <th role="columnheader" scope="col" class="c-weight">{t("requirements.col_importance")}</th>
        <th role="columnheader" scope="col" class="c-gate">{t("requirements.col_gate")}</th>
        <th role="columnheader" scope="col" class="c-end">
          <span class="sr-only">{t("requirements.col_actions")}</span>
        </th>
      </tr>
    </thead>
  );
}

function AddRequirement({ jobId, level, onAdd, language, texts }: RequirementSectionProps) {
  const t = speaker(language, texts);
  const isRequired = level === "required";
  const box = useRef<HTMLDetailsElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = `add-${level}`;
  const draft = `requirement-add:${jobId}:${level}`;
  useEffect(() => {
    // What was typed before signing in again.
    const kept = readDraft(draft)?.name;
    if (!kept || !box.current || !field.current) return;
    field.current.value = kept;
    box.current.open = true;
  }, []);
  return (
    <details
      ref={box}
      class="adder"
      onToggle={(event) => {
        if (event.currentTarget.open) field.current?.focus();
      }}
    >
      <summary class="btn btn-sm">
        <Icon name="plus" size={14} />
        {t(isRequired ? "requirements.add_required" : "requirements.add_nice")}
      </summary>
      <form
        method="post"
        action={`/jobs/${jobId}/requirements/add`}
        class="add-row"
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !box.current) return;
          box.current.open = false;
          box.current.querySelector("summary")?.focus();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(event.currentTarget);
        }}
      >
        <input type="hidden" name="level" value={level} />
        <label class="sr-only" for={id}>
          {t(isRequired ? "requirements.new_required" : "requirements.new_nice")}
        </label>
        <input
          ref={field}
          class="input"
          id={id}
          name="name"
          placeholder={t("requirements.new_placeholder")}
          minLength={NAME.min}
          maxLength={NAME.max}
          required
          autocomplete="off"
          onInput={(event) => keepDraft(draft, { name: event.currentTarget.value })}
        />
        <button type="submit" class="btn btn-primary">{t("requirements.add")}</button>
        <ErrorLine id={`${id}-wrong`} hidden>{t("requirements.name_wrong", NAME)}</ErrorLine>
      </form>
    </details>
  );
}

const TYPE = "application/x-requirement";

function take(event: DragEvent): void {
  const row = event.target instanceof Element ? event.target.closest("tr") : null;
  if (!row || !event.dataTransfer) return;
  event.dataTransfer.setData(TYPE, row.id.slice("r-".length));
  event.dataTransfer.effectAllowed = "move";
}

/** The row under the pointer, or the one behind it when the pointer is in its lower half. */
function rowAt(event: DragEvent): Element | null {
  const row = event.target instanceof Element ? event.target.closest("tbody tr") : null;
  if (!row) return null;
  const { top, height } = row.getBoundingClientRect();
  return event.clientY < top + height / 2 ? row : row.nextElementSibling;
}

function placeOf(event: DragEvent): string | null {
  return rowAt(event)?.id.slice("r-".length) ?? null;
}

function showPlace(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes(TYPE)) return;
  event.preventDefault();
  clearPlaces();
  rowAt(event)?.setAttribute("data-drop", "");
}

function clearPlaces(): void {
  for (const row of document.querySelectorAll("[data-drop]")) row.removeAttribute("data-drop");
  for (const row of document.querySelectorAll<HTMLElement>("tr[draggable]")) row.draggable = false;
}
