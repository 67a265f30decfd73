import type { PartOfPerson } from "../lib/hiring/merges.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { nameOf } from "./PersonPair.tsx";

export interface PersonMergesProps {
  /** As `listMerges()` answers. */
  merges: readonly PartOfPerson[];
  canWrite: boolean;
  /** This page, to come back to. */
  back: string;
  now: Date;
  language: Language;
  t: Translate;
}

/** Whom a person was merged from; each can be taken out again. Nothing when there was no merge. */
export function PersonMerges({ merges, canWrite, back, now, language, t }: PersonMergesProps) {
  if (merges.length === 0) return null;
  return (
    <section aria-labelledby="merges">
      <h2 id="merges">{t("duplicates.merged_people")}</h2>
      <ul class="mt-2">
        {merges.map((one) => (
          <li
            key={one.mergeId}
            class="flex items-center gap-3 border-b border-line-faint py-2"
          >
            <span class="min-w-0 flex-1">
              <span class="name truncate">{nameOf(one, t)}</span>
              <span class="under-name">
                {one.userName
                  ? t("duplicates.merged_by", { when: when(one), name: one.userName })
                  : t("duplicates.merged_on", { when: when(one) })}
              </span>
            </span>
            {canWrite && (
              <form method="post" action={`/merges/${one.mergeId}/undo`}>
                <input type="hidden" name="back" value={back} />
                <Button
                  kind="quiet"
                  size="small"
                  label={t("duplicates.undo_of", { name: nameOf(one, t) })}
                >
                  {t("common.undo")}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );

  function when({ createdAt }: PartOfPerson): string {
    return formatWhen(language, new Date(createdAt), now);
  }
}
