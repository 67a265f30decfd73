import type { ComponentChildren } from "preact";
import type { OverrideEntry } from "../lib/hiring/override_history.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhenOn } from "../locales/format.ts";
import type { SaidMatch } from "./evaluation_state.ts";
import type { SayEvaluation } from "./evaluation_texts.ts";
import type { QuoteLink } from "./evaluation_view.ts";
import { Icon } from "./Icon.tsx";
import { OverrideHistory } from "./OverrideHistory.tsx";
import { Verdict, verdictClass } from "./Verdict.tsx";

export interface VerdictRowProps {
  match: SaidMatch;
  quotes: readonly QuoteLink[];
  history: readonly OverrideEntry[];
  isSelected: boolean;
  onSelect: () => void;
  /** Takes the change back; null for who may not change verdicts. */
  undo: { readonly action: string; readonly run: () => void } | null;
  /** Who looks at it. */
  userId: string | null;
  language: Language;
  t: SayEvaluation;
  /** The button and form to change the verdict. */
  children?: ComponentChildren;
}

/** One requirement: the verdict, why, its quotes, and what people changed. */
export function VerdictRow(props: VerdictRowProps) {
  const { match, quotes, history, isSelected, onSelect, language, t, children } = props;
  const { number, requirement, verdict, sentence } = match;
  return (
    <li
      class="verdict-row"
      id={`v-${number}`}
      data-verdict={verdict}
      data-on={isSelected ? "" : undefined}
      tabIndex={-1}
      // The chosen row is higher: chosen as soon as it is pressed, it moved away below the pointer.
      onFocusCapture={(event) => isByKeys(event) && onSelect()}
      onClick={(event) => isMeant(event) && onSelect()}
    >
      <Verdict verdict={verdict} word={t(`verdict.${verdict}`)} />
      <div class="body">
        <h3>
          <span class="number">{number}</span>
          {requirement.name}
          {requirement.gate && (
            <span class="tag tag-gate">
              <Icon name="lock" size={12} />
              {t("evaluation.gate")}
            </span>
          )}
        </h3>
        <p class="why">{sentence}</p>
        {match.tried.length > 0 && (
          <p class="tried" title={match.tried.join(", ")}>
            {t("evaluation.tried", { terms: someOf(match.tried) })}
          </p>
        )}
        {quotes.length > 0 && (
          <div class={`quotes quotes-${verdictClass(match.engineVerdict)}`}>
            {quotes.map(({ id, text, page }) => (
              <a key={id} href={`#${id}`}>
                “{text}”<span>{t("evaluation.page", { page })}</span>
              </a>
            ))}
          </div>
        )}
        {match.override && <Changed {...props} override={match.override} />}
        <OverrideHistory
          entries={history}
          currentId={match.override?.id ?? null}
          name={requirement.name}
          language={language}
          t={t}
        />
        {children}
      </div>
      {quotes[0] && (
        <a
          class="quote-count btn btn-sm btn-quiet tabular-nums"
          href={`#${quotes[0].id}`}
          aria-label={`${t("evaluation.quotes", { count: quotes.length })}: ${requirement.name}`}
        >
          <Icon name="quote" size={13} />
          {quotes.length}
        </a>
      )}
    </li>
  );
}

function isByKeys(event: FocusEvent): boolean {
  return event.target instanceof Element && event.target.matches(":focus-visible");
}

/** A click on a control, or on the row while no words of it are being selected. */
function isMeant(event: MouseEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  return target?.closest("form, summary, button, a") != null ||
    document.getSelection()?.isCollapsed !== false;
}

const SHOWN = 6;

function someOf(terms: readonly string[]): string {
  return terms.length > SHOWN ? `${terms.slice(0, SHOWN).join(", ")} …` : terms.join(", ");
}

type Override = NonNullable<SaidMatch["override"]>;

function Changed(
  { match, override, undo, userId, language, t }: VerdictRowProps & { override: Override },
) {
  const words = {
    verdict: t(`verdict.${match.engineVerdict}`),
    reason: override.reason,
    when: formatWhenOn(language, new Date(override.createdAt), new Date()),
    name: override.userName ?? t("evaluation.somebody"),
  };
  const isOwn = override.userId !== null && override.userId === userId;
  return (
    <div class="was">
      <Icon name="person" size={13} />
      <span>
        {t(isOwn ? "evaluation.you_changed" : "evaluation.other_changed", words)} {undo && (
          <form
            method="post"
            action={undo.action}
            class="inline"
            onSubmit={(event) => {
              event.preventDefault();
              undo.run();
            }}
          >
            <button
              type="submit"
              class="link underline underline-offset-2"
              aria-label={t("evaluation.undo_of", { name: match.requirement.name })}
            >
              {t("common.undo")}
            </button>
          </form>
        )}
      </span>
    </div>
  );
}
