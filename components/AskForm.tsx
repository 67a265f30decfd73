import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { ErrorLine } from "./Field.tsx";
import { Icon } from "./Icon.tsx";

export interface AskFormProps {
  q: string;
  maxLength: number;
  /** Whose résumés are asked; undefined for all. */
  job: string | undefined;
  jobs: readonly { readonly id: string; readonly title: string }[];
  /** What is wrong with the question. */
  faults: readonly string[];
  t: Translate;
}

/** The question and where to look: a form whose answer is an address. */
export function AskForm({ q, maxLength, job, jobs, faults, t }: AskFormProps) {
  const isWrong = faults.length > 0;
  return (
    <form role="search" aria-label={t("ask.title")} class="grid gap-2">
      <div class="ask-line">
        <input
          class="input input-tall grow-1"
          type="search"
          name="q"
          value={q}
          maxLength={maxLength}
          placeholder={t("ask.example")}
          aria-label={t("ask.label")}
          aria-describedby="ask-hint"
          aria-invalid={isWrong ? "true" : undefined}
          enterkeyhint="search"
        />
        <label class="pick">
          <span class="text-fg-3">{t("ask.scope")}</span>
          <select name="job">
            <option value="" selected={job === undefined}>{t("ask.everywhere")}</option>
            {jobs.map(({ id, title }) => (
              <option key={id} value={id} selected={id === job}>{title}</option>
            ))}
          </select>
          <Icon name="chevron-down" size={14} />
        </label>
        <Button kind="primary">{t("ask.submit")}</Button>
      </div>
      <div id="ask-hint">
        {isWrong
          ? faults.map((fault) => <ErrorLine key={fault}>{fault}</ErrorLine>)
          : <p class="hint">{t("ask.hint")}</p>}
      </div>
    </form>
  );
}
