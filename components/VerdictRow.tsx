import type { ComponentChildren } from "preact";
import type { Principal } from "../lib/accounts/principal.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import type { NumberedMatch, QuoteLink } from "./evaluation_view.ts";
import { Icon } from "./Icon.tsx";
import { Verdict, verdictClass } from "./Verdict.tsx";

export interface VerdictRowProps {
  match: NumberedMatch;
  /** Why, in a sentence. */
  reason: string;
  quotes: readonly QuoteLink[];
  /** Where an undo is sent; null for who may not change verdicts. */
  undoAction: string | null;
  actor: Principal;
  language: Language;
  t: Translate;
  /** The button and form to change the verdict. */
  children?: ComponentChildren;
}

/** One requirement: the verdict, why, its quotes, and what a person changed. */
export function VerdictRow(props: VerdictRowProps) {
  const { match, reason, quotes, t, children } = props;
  const { number, requirement, verdict } = match;
  return (
    <li class="verdict-row" id={`v-${number}`} data-verdict={verdict}>
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
        <p class="why">{reason}</p>
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

const SHOWN = 6;

function someOf(terms: readonly string[]): string {
  return terms.length > SHOWN ? `${terms.slice(0, SHOWN).join(", ")} …` : terms.join(", ");
}

type Override = NonNullable<NumberedMatch["override"]>;

function Changed(
  { match, override, undoAction, actor, language, t }: VerdictRowProps & { override: Override },
) {
  const isOwn = override.userName === actor.name;
  const words = {
    verdict: t(`verdict.${match.engineVerdict}`),
    reason: override.reason,
    date: formatWhen(language, new Date(override.createdAt), new Date()),
    name: override.userName ?? "",
  };
  return (
    <div class="was">
      <Icon name="person" size={13} />
      <span>
        {t(
          isOwn || !override.userName ? "evaluation.you_changed" : "evaluation.other_changed",
          words,
        )} {undoAction && (
          <form method="post" action={undoAction} class="inline">
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
