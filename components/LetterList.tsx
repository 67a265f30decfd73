import type { Letter } from "../lib/hiring/letters.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { LetterText } from "./LetterText.tsx";

export interface LetterListProps {
  /** The last first. */
  letters: readonly Letter[];
  language: Language;
  t: Translate;
}

/** The letters that a person was sent, each with who sent it, when, and what it says. */
export function LetterList({ letters, language, t }: LetterListProps) {
  return (
    <section id="letters" aria-labelledby="letters-title">
      <h2 id="letters-title">{t("letter.title")}</h2>
      {letters.length === 0 && <p class="mt-1 text-fg-3">{t("letter.none")}</p>}
      <ol class="mt-1">
        {letters.map((letter) => (
          <li key={letter.id} class="border-b border-line-faint py-2" id={`letter-${letter.id}`}>
            <OneLetter letter={letter} language={language} t={t} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneLetter({ letter, language, t }: { letter: Letter; language: Language; t: Translate }) {
  const { kind, job, sender, createdAt, recipient, state, error, subject, text } = letter;
  const when = formatWhen(language, new Date(createdAt), new Date());
  return (
    <details>
      <summary class="text-fg">
        <b>{t(`letter.kind_${kind}`)}</b>
        {job && ` · ${job.title}`} · <span>{t(`letter.state_${state}`)}</span>{" "}
        <span class="text-xs text-fg-3">
          {sender?.name ?? t("evaluation.somebody")}, <time dateTime={createdAt}>{when}</time>
        </span>
      </summary>
      <article class="letter-sheet">
        <p class="text-fg-2 break-words">{t("letter.to", { email: recipient })}</p>
        {error && <p class="text-no-fg">{t("letter.error", { error })}</p>}
        <h3 class="text-md font-semibold break-words" lang={letter.language}>{subject}</h3>
        <div class="letter" lang={letter.language}>
          <LetterText text={text} />
        </div>
      </article>
    </details>
  );
}
