import type { OverrideEntry } from "../lib/hiring/override_history.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { SayEvaluation } from "./evaluation_texts.ts";
import { Icon } from "./Icon.tsx";

export interface OverrideHistoryProps {
  /** Those of one requirement, the last first. */
  entries: readonly OverrideEntry[];
  /** The one whose verdict counts. */
  currentId: string | null;
  /** Of the requirement. */
  name: string;
  language: Language;
  t: SayEvaluation;
}

/** Every change of one verdict by a person: who, when, from what to what, why, and its end. */
export function OverrideHistory({ entries, currentId, name, language, t }: OverrideHistoryProps) {
  if (entries.length === 0) return null;
  const when = (at: string) => formatWhen(language, new Date(at), new Date());
  return (
    <details class="history">
      <summary>
        <Icon name="chevron-down" size={12} />
        {t("evaluation.history", { count: entries.length })}
        <span class="sr-only">: {name}</span>
      </summary>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            <p>
              {t("evaluation.history_line", {
                who: whoOf(entry, t),
                when: when(entry.createdAt),
                from: t(`verdict.${entry.from}`),
                to: t(`verdict.${entry.to}`),
              })}
              {entry.requirementName !== name && ` (${entry.requirementName})`}
            </p>
            <p class="text-fg">“{entry.reason}”</p>
            <p class="text-fg-3">{endOf(entry, currentId, when, t)}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** "You", a name, or what is left of somebody who is gone. */
export function whoOf(
  { isOwn, userName }: { isOwn: boolean; userName: string | null },
  t: SayEvaluation,
): string {
  if (isOwn) return t("evaluation.you");
  return userName ?? t("evaluation.somebody");
}

function endOf(
  { id, ended }: OverrideEntry,
  currentId: string | null,
  when: (at: string) => string,
  t: SayEvaluation,
): string {
  if (!ended) return t(id === currentId ? "evaluation.history_holds" : "evaluation.history_lapsed");
  if (ended.isReplaced) return t("evaluation.history_replaced", { when: when(ended.at) });
  const who = ended.isOwn ? t("evaluation.history_you") : whoOf(ended, t);
  return t("evaluation.history_undone", { who, when: when(ended.at) });
}
