import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { ErrorLine } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import type { Numbered } from "./numbering.ts";
import type { RowPatch } from "./use_requirements.ts";
import { ToolIcon } from "./ToolIcon.tsx";

const KINDS = ["hard", "soft", "occupation"] as const;

export type RequirementTexts = Texts<"requirements." | "kind." | "level." | "common.">;

export interface RequirementRowProps {
  jobId: string;
  requirement: Numbered<JobRequirement>;
  /** Whether this person may change it. */
  mayEdit: boolean;
  /** The name as it was typed and could not be stored. */
  unsaved: string | null;
  language: Language;
  texts: RequirementTexts;
  lit: boolean;
  onLight: (id: string | null) => void;
  onChange: (patch: RowPatch) => void;
  onRemove: () => void;
  /** How many of its level stand above and below it. */
  above: number;
  below: number;
  /** `from`: what was pressed, a selector within the row. */
  onStep: (by: 1 | -1, from: string) => void;
}

/** How long a requirement's name is. */
export const NAME = { min: 2, max: 255 };

const YEARS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20];

/** One requirement, changed in place; without JavaScript its form has a button to save. */
export function RequirementRow(props: RequirementRowProps) {
  const { requirement: one, language, texts, lit, onLight, onChange, mayEdit } = props;
  const t = speaker(language, texts);
  const form = `f-${one.id}`;
  const mini = { form, mayEdit };
  return (
    <tr
      role="row"
      class="row"
      id={`r-${one.id}`}
      data-on={lit ? "" : undefined}
      onMouseEnter={() => onLight(one.id)}
      onMouseLeave={() => onLight(null)}
      onFocusCapture={() => onLight(one.id)}
      onBlurCapture={() => onLight(null)}
    >
      <td role="cell" class="c-grip">
        {mayEdit && (
          <>
            <Grip {...props} />
            <Steps {...props} />
          </>
        )}
      </td>
      <td role="cell" class="c-number">
        {one.source
          ? <a class="hover:text-accent-fg hover:underline" href={`#s-${one.id}`}>{one.number}</a>
          : one.number}
      </td>
      <td role="cell" class="c-name">
        {mayEdit ? <Name {...props} /> : <span class="font-medium">{one.name}</span>}
      </td>
      <td role="cell" class="c-kind">
        <Mini
          {...mini}
          mayEdit={mayEdit && one.metric === null}
          name="kind"
          value={one.kind}
          label={t("requirements.kind_of", { number: one.number })}
          options={KINDS.map((kind) => [kind, t(`kind.${kind}`)])}
          onChoose={(kind) => onChange({ kind: KINDS.find((one) => one === kind) ?? "hard" })}
        />
      </td>
      <td role="cell" class="c-years">
        <Mini
          {...mini}
          mayEdit={mayEdit && one.metric === null}
          name="years"
          value={one.years === null ? "" : String(one.years)}
          label={t("requirements.years_of", { number: one.number })}
          options={yearOptions(one.years, (count) =>
            t("requirements.years", { count }), t("common.none"))}
          onChoose={(years) =>
            onChange({ years: years === "" ? null : Number(years) })}
        />
      </td>
      <td role="cell" class="c-weight">
        <Mini
          {...mini}
          name="importance"
          value={String(one.importance)}
          label={t("requirements.importance_of", { number: one.number })}
          options={[1, 2, 3, 4, 5].map((importance) => [
            String(importance),
            t("requirements.importance", { importance }),
          ])}
          onChoose={(importance) =>
            onChange({ importance: Number(importance) })}
        >
          <Weight importance={one.importance} />
        </Mini>
      </td>
      <td role="cell" class="c-gate">
        <label class="flex items-center gap-2">
          {mayEdit && <input type="hidden" name="gate" form={form} value="off" />}
          <input
            class="switch"
            type="checkbox"
            role="switch"
            name="gate"
            form={form}
            checked={one.gate}
            disabled={!mayEdit}
            aria-label={t("requirements.gate_of", { name: one.name })}
            onChange={(event) => onChange({ gate: event.currentTarget.checked })}
          />
          <span class="text-xs text-fg-3 phone:hidden" aria-hidden="true">
            {t("requirements.col_gate")}
          </span>
        </label>
      </td>
      <td role="cell" class="c-end">{mayEdit && <Ends {...props} />}</td>
    </tr>
  );
}

function Name(
  { jobId, requirement: one, unsaved, language, texts, onChange }: RequirementRowProps,
) {
  const t = speaker(language, texts);
  const error = `e-${one.id}`;
  // News draw the row again while somebody types.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form
      id={`f-${one.id}`}
      method="post"
      action={`/jobs/${jobId}/requirements/${one.id}/update`}
      // Enter has told of the change already, unless it tries again what could not be stored.
      onSubmit={(event) => {
        event.preventDefault();
        if (unsaved !== null) onChange({ name: unsaved });
      }}
    >
      <input
        class="ghost"
        id={`n-${one.id}`}
        name="name"
        value={typed ?? unsaved ?? one.name}
        title={one.name}
        minLength={NAME.min}
        maxLength={NAME.max}
        required
        autocomplete="off"
        aria-label={t("requirements.name_of", { number: one.number })}
        aria-invalid={unsaved === null ? undefined : "true"}
        aria-describedby={unsaved === null ? undefined : error}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => {
          const field = event.currentTarget;
          if (!field.reportValidity()) return;
          setTyped(null);
          onChange({ name: field.value });
        }}
      />
      <ErrorLine id={`n-${one.id}-wrong`} hidden>{t("requirements.name_wrong", NAME)}</ErrorLine>
      {unsaved !== null && (
        <p class="error-line items-center" id={error}>
          {t("requirements.unsaved")}
          <button type="submit" class="link">{t("common.retry")}</button>
        </p>
      )}
    </form>
  );
}

/** Taken by the pointer to drag the row, and moved by the arrow keys. */
function Grip({ requirement: one, language, texts, onStep }: RequirementRowProps) {
  const t = speaker(language, texts);
  const arm = (isArmed: boolean) => (event: Event) => {
    const row = (event.currentTarget as HTMLElement).closest("tr");
    if (row) row.draggable = isArmed;
  };
  return (
    <button
      type="button"
      class="grip with-script"
      aria-label={t("requirements.move_of", { number: one.number })}
      title={t("requirements.move_hint")}
      onPointerDown={arm(true)}
      onPointerUp={arm(false)}
      onKeyDown={(event) => {
        const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as "ArrowUp" | "ArrowDown"];
        if (!by) return;
        event.preventDefault();
        onStep(by, ".grip");
      }}
    >
      <ToolIcon name="grip" size={14} />
    </button>
  );
}

/** Up and down among its level, where there is no room to drag. */
function Steps({ requirement: one, language, texts, above, below, onStep }: RequirementRowProps) {
  const t = speaker(language, texts);
  const ways = [["up", -1, above], ["down", 1, below]] as const;
  return (
    <span class="row-steps with-script">
      {ways.map(([way, by, room]) => (
        <button
          key={way}
          type="button"
          class={`btn btn-sm btn-quiet btn-icon step-${way}`}
          aria-label={t(`requirements.move_${way}`, { name: one.name })}
          aria-disabled={room === 0 ? "true" : undefined}
          onClick={() => room > 0 && onStep(by, `.step-${way}`)}
        >
          <Icon name={`chevron-${way}`} size={14} />
        </button>
      ))}
    </span>
  );
}

function Ends(
  { jobId, requirement: one, language, texts, onChange, onRemove }: RequirementRowProps,
) {
  const t = speaker(language, texts);
  const form = `f-${one.id}`;
  const other = one.level === "required" ? "nice_to_have" : "required";
  const label = t(`requirements.to_${other}`, { name: one.name });
  return (
    <form
      method="post"
      action={`/jobs/${jobId}/requirements/${one.id}/remove`}
      class="flex justify-end gap-0.5"
      onSubmit={(event) => {
        event.preventDefault();
        onRemove();
      }}
    >
      <button
        class="btn btn-sm without-script"
        type="submit"
        form={form}
        aria-label={t("requirements.save_row", { number: one.number })}
      >
        {t("common.save")}
      </button>
      <button
        class="btn btn-sm btn-quiet btn-icon change-level"
        type="submit"
        form={form}
        name="level"
        value={other}
        aria-label={label}
        title={label}
        onClick={(event) => {
          event.preventDefault();
          onChange({ level: other });
        }}
      >
        <ToolIcon name="swap" size={14} />
      </button>
      <button
        class="btn btn-sm btn-quiet btn-icon remove"
        type="submit"
        aria-label={t("requirements.delete", { number: one.number })}
      >
        <Icon name="close" size={14} />
      </button>
    </form>
  );
}

interface MiniProps {
  mayEdit: boolean;
  form: string;
  name: string;
  value: string;
  label: string;
  options: readonly (readonly [value: string, word: string])[];
  onChoose: (value: string) => void;
  children?: ComponentChildren;
}

/** A list to choose from that looks like plain words until it is pointed at. */
function Mini({ form, mayEdit, name, value, label, options, onChoose, children }: MiniProps) {
  const shown = options.find(([one]) => one === value)?.[1];
  if (!mayEdit) {
    return children
      ? <span role="img" aria-label={`${label}: ${shown}`}>{children}</span>
      : <span class={value === "" ? "text-fg-3" : "text-fg-2"}>{shown}</span>;
  }
  return (
    <span class="mini">
      {children ?? <span class={value === "" ? "text-fg-3" : undefined}>{shown}</span>}
      {!children && <Icon name="chevron-down" size={12} />}
      <select
        name={name}
        form={form}
        aria-label={label}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {options.map(([one, word]) => (
          <option key={one} value={one} selected={one === value}>{word}</option>
        ))}
      </select>
    </span>
  );
}

function Weight({ importance }: { importance: number }) {
  return (
    <span class="weight" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((step) => (
        <i
          key={step}
          data-on={step <= importance ? "" : undefined}
        />
      ))}
    </span>
  );
}

function yearOptions(
  years: number | null,
  say: (count: number) => string,
  none: string,
): [string, string][] {
  const all = years === null || YEARS.includes(years)
    ? YEARS
    : [...YEARS, years].sort((a, b) => a - b);
  return [["", none], ...all.map((one): [string, string] => [String(one), say(one)])];
}
