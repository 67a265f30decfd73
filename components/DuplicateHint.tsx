import type { Duplicate } from "../lib/hiring/duplicates.ts";
import type { Language } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";
import { Notice } from "./Notice.tsx";
import { nameOf, Reasons } from "./PersonPair.tsx";

export interface DuplicateHintProps {
  personId: string;
  /** As `duplicatesOf()` answers. */
  duplicates: readonly Duplicate[];
  canWrite: boolean;
  language: Language;
  t: Translate;
}

/** Who may be the same person, with why; nothing when there is nobody. */
export function DuplicateHint(props: DuplicateHintProps) {
  const { personId, duplicates, canWrite, language, t } = props;
  if (duplicates.length === 0) return null;
  return (
    <Notice kind="warn">
      <ul class="grid gap-1">
        {duplicates.map((duplicate) => {
          const { first, second } = duplicate;
          const other = first.id === personId ? second : first;
          return (
            <li key={other.id} class="flex flex-wrap items-center gap-x-3">
              <span>
                {t("duplicates.hint")}{" "}
                <a class="link" href={`/candidates/${other.id}`}>{nameOf(other, t)}</a>
              </span>
              <Reasons duplicate={duplicate} language={language} t={t} />
              {canWrite && (
                <a class="link" href={`/candidates/merge?keep=${personId}&with=${other.id}`}>
                  {t("duplicates.compare")}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
