import type { ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";

interface Labelled {
  id: string;
  label: string;
  hint?: string | undefined;
  /** Replaces the hint. */
  error?: string | undefined;
  /** Does so when the browser refuses what is typed; see `useFieldErrors()`. */
  wrong?: string | undefined;
}

export interface FieldProps extends Labelled {
  name: string;
  type?: "text" | "password" | "number" | "email";
  value?: string | undefined;
  placeholder?: string;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  step?: number | "any";
  autocomplete?: string;
  /** What to offer while typing. */
  suggestions?: readonly string[];
  autofocus?: boolean;
  disabled?: boolean;
  tall?: boolean;
  /** Marks it as wrong, where a line elsewhere says why. */
  invalid?: boolean;
  /** A button in the end of the field. */
  button?: ComponentChildren;
  class?: string;
}

/** A field of one line: label above, hint or error below. */
export function Field(
  { label, hint, error, wrong, tall, invalid, suggestions, button, class: extra, ...input }:
    FieldProps,
) {
  const list = suggestions?.length ? `${input.id}-list` : undefined;
  const field = (
    <input
      {...input}
      list={list}
      class={["input", tall && "input-tall", extra].filter(Boolean).join(" ")}
      aria-invalid={error || invalid ? "true" : undefined}
      aria-describedby={describedBy({ id: input.id, hint, error })}
    />
  );
  return (
    <div>
      <label class="label" for={input.id}>{label}</label>
      {button ? <div class="password">{field}{button}</div> : field}
      <Below id={input.id} hint={hint} error={error} wrong={wrong} />
      {list && (
        <datalist id={list}>
          {suggestions?.map((one) => <option key={one} value={one} />)}
        </datalist>
      )}
    </div>
  );
}

export interface AreaProps extends Labelled {
  name: string;
  value?: string | undefined;
  placeholder?: string;
  rows?: number;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  lang?: string | undefined;
}

/** A field of several lines for reading text. */
export function Area({ label, hint, error, wrong, value, ...area }: AreaProps) {
  return (
    <div>
      <label class="label" for={area.id}>{label}</label>
      <textarea
        {...area}
        class="area area-reading"
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy({ id: area.id, hint, error })}
      >
        {value}
      </textarea>
      <Below id={area.id} hint={hint} error={error} wrong={wrong} />
    </div>
  );
}

/** What went wrong, in red with its icon. */
export function ErrorLine(
  { id, hidden, children }: { id?: string; hidden?: boolean; children: ComponentChildren },
) {
  return (
    <p class="error-line" id={id} hidden={hidden}>
      <Icon name="alert" size={14} />
      <span>{children}</span>
    </p>
  );
}

function Below({ id, hint, error, wrong }: Omit<Labelled, "label">) {
  return (
    <>
      {error
        ? <ErrorLine id={`${id}-error`}>{error}</ErrorLine>
        : hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {wrong && wrong !== error && <ErrorLine id={`${id}-wrong`} hidden>{wrong}</ErrorLine>}
    </>
  );
}

function describedBy({ id, hint, error }: Pick<Labelled, "id" | "hint" | "error">) {
  if (error) return `${id}-error`;
  return hint ? `${id}-hint` : undefined;
}
