import type { ComponentChildren } from "preact";
import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { Icon } from "./Icon.tsx";
import type { Numbered } from "./numbering.ts";

export type RequirementTexts = Texts<"requirements." | "kind." | "level." | "common.">;

export interface RequirementRowProps {
  jobId: string;
  requirement: Numbered<JobRequirement>;
  language: Language;
  texts: RequirementTexts;
  lit: boolean;
  onLight: (id: string | null) => void;
  /** Called with the row's form after any change. */
  onChange: (form: HTMLFormElement) => void;
  onRemove: () => void;
}

const YEARS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20];

/** One requirement, changed in place; without JavaScript its form has a button to save. */
export function RequirementRow(props: RequirementRowProps) {
  const { jobId, requirement: one, language, texts, lit, onLight } = props;
  const t = speaker(language, texts);
  const action = `/jobs/${jobId}/requirements/${one.id}`;
  const form = `f-${one.id}`;
  const changed = (event: Event) => {
    const owner = (event.currentTarget as HTMLInputElement | HTMLSelectElement).form;
    if (owner) props.onChange(owner);
  };
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
      <td role="cell" class="c-number">
        {one.source
          ? <a class="hover:text-accent-fg hover:underline" href={`#s-${one.id}`}>{one.number}</a>
          : one.number}
      </td>
      <td role="cell" class="c-name">
        <form
          id={form}
          method="post"
          action={`${action}/update`}
          // Enter has told of the change already.
          onSubmit={(event) => event.preventDefault()}
        >
          <input
            class="ghost"
            name="name"
            value={one.name}
            title={one.name}
            minLength={2}
            maxLength={255}
            required
            autocomplete="off"
            aria-label={t("requirements.name_of", { number: one.number })}
            onChange={changed}
          />
        </form>
      </td>
      <td role="cell" class="c-kind">
        <Mini
          form={form}
          name="kind"
          value={one.kind}
          label={t("requirements.kind_of", { number: one.number })}
          options={[["hard", t("kind.hard")], ["soft", t("kind.soft")]]}
          onChange={changed}
        />
      </td>
      <td role="cell" class="c-level">
        <Mini
          form={form}
          name="level"
          value={one.level}
          label={t("requirements.level_of", { number: one.number })}
          options={[
            ["required", t("level.required")],
            ["nice_to_have", t("level.nice_to_have")],
          ]}
          onChange={changed}
        />
      </td>
      <td role="cell" class="c-years">
        <Mini
          form={form}
          name="years"
          value={one.years === null ? "" : String(one.years)}
          label={t("requirements.years_of", { number: one.number })}
          options={yearOptions(one.years, (count) =>
            t("requirements.years", { count }), t("common.none"))}
          onChange={changed}
        />
      </td>
      <td role="cell" class="c-weight">
        <Mini
          form={form}
          name="importance"
          value={String(one.importance)}
          label={t("requirements.importance_of", { number: one.number })}
          options={[1, 2, 3, 4, 5].map((importance) => [
            String(importance),
            t("requirements.importance", { importance }),
          ])}
          onChange={changed}
        >
          <Weight importance={one.importance} />
        </Mini>
      </td>
      <td role="cell" class="c-gate">
        <label class="flex items-center gap-2">
          <input
            class="switch"
            type="checkbox"
            role="switch"
            name="gate"
            form={form}
            checked={one.gate}
            aria-label={t("requirements.gate_of", { name: one.name })}
            onChange={changed}
          />
          <span class="text-xs text-fg-3 phone:hidden" aria-hidden="true">
            {t("requirements.col_gate")}
          </span>
        </label>
      </td>
      <td role="cell" class="c-end">
        <form
          method="post"
          action={`${action}/remove`}
          class="flex justify-end gap-1"
          onSubmit={(event) => {
            event.preventDefault();
            props.onRemove();
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
            class="btn btn-sm btn-quiet btn-icon"
            type="submit"
            aria-label={t("requirements.delete", { number: one.number })}
          >
            <Icon name="close" size={14} />
          </button>
        </form>
      </td>
    </tr>
  );
}

interface MiniProps {
  form: string;
  name: string;
  value: string;
  label: string;
  options: readonly (readonly [value: string, word: string])[];
  onChange: (event: Event) => void;
  children?: ComponentChildren;
}

/** A list to choose from that looks like plain words until it is pointed at. */
function Mini({ form, name, value, label, options, onChange, children }: MiniProps) {
  const shown = options.find(([one]) => one === value)?.[1];
  return (
    <span class="mini">
      {children ?? <span class={value === "" ? "text-fg-3" : undefined}>{shown}</span>}
      {!children && <Icon name="chevron-down" size={12} />}
      <select name={name} form={form} aria-label={label} onChange={onChange} value={value}>
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
