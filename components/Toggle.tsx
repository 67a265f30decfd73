export interface ChoiceProps {
  name: string;
  legend: string;
  value: string;
  /** Value, word, and the language of the word where it is not the page's. */
  options: readonly (readonly [value: string, word: string, lang?: string])[];
}

/** Radios in one frame: a choice among a few. */
export function Choice({ name, legend, value, options }: ChoiceProps) {
  return (
    <fieldset>
      <legend class="label">{legend}</legend>
      <div class="segments">
        {options.map(([one, word, lang]) => (
          <label key={one} lang={lang}>
            <input type="radio" name={name} value={one} checked={one === value} />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export interface ToggleProps {
  id?: string;
  name?: string;
  label: string;
  hint?: string | undefined;
  checked?: boolean;
  disabled?: boolean;
}

/** Something that is on or off; the words stand beside it. */
export function Switch({ id, hint, label, ...input }: ToggleProps) {
  return (
    <div>
      <label class="inline-flex items-center gap-2">
        <input
          id={id}
          type="checkbox"
          role="switch"
          class="switch"
          aria-describedby={hint && id ? `${id}-hint` : undefined}
          {...input}
        />
        {label}
      </label>
      {hint && id && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}

/** One of several that may be chosen together. */
export function Checkbox({ label, hint: _, ...input }: ToggleProps) {
  return (
    <label class="inline-flex items-center gap-2">
      <input type="checkbox" class="check" {...input} />
      {label}
    </label>
  );
}
