import type { Person } from "../lib/hiring/candidates.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { ErrorLine } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import type { RefusedEdit } from "./refused_edit.ts";

export interface CandidateTagsProps {
  person: Person;
  /** Those that others of the workspace have. */
  suggestions: readonly string[];
  mayWrite: boolean;
  refused: RefusedEdit | null;
  t: Translate;
}

/** The tags of a person, and a field for one more. */
export function CandidateTags({ person, suggestions, mayWrite, refused, t }: CandidateTagsProps) {
  const isWrong = refused?.form === "tag";
  const { id, tags } = person;
  const taken = new Set(tags.map((tag) => tag.toLowerCase()));
  return (
    <section aria-labelledby="tags-title" id="tags">
      <h2 id="tags-title" class="mb-1">{t("candidate.tags")}</h2>
      {tags.length === 0
        ? <p class="text-fg-3">{t("candidate.tag_none")}</p>
        : (
          <ul class="flex flex-wrap gap-1.5">
            {tags.map((tag) => (
              <li key={tag} class="chip pr-0!">
                <a href={`/candidates?${new URLSearchParams({ tag })}`}>{tag}</a>
                {mayWrite ? <RemoveTag id={id} tag={tag} t={t} /> : <span class="w-1.5" />}
              </li>
            ))}
          </ul>
        )}
      {mayWrite && (
        <form method="post" action={`/candidates/${id}/tags`} class="mt-2 flex gap-2">
          <input
            class="input"
            name="tag"
            value={isWrong ? refused.typed.tag ?? "" : ""}
            autofocus={isWrong}
            list="all-tags"
            maxLength={40}
            required
            autocomplete="off"
            placeholder={t("candidate.tag_new")}
            aria-label={t("candidate.tag_new")}
            aria-invalid={isWrong ? "true" : undefined}
            aria-describedby={isWrong ? "tag-wrong" : undefined}
          />
          <datalist id="all-tags">
            {suggestions.filter((tag) => !taken.has(tag.toLowerCase())).map((tag) => (
              <option key={tag} value={tag} />
            ))}
          </datalist>
          <Button>{t("candidate.tag_add")}</Button>
        </form>
      )}
      {isWrong && <ErrorLine id="tag-wrong">{t("candidate.tag_wrong")}</ErrorLine>}
    </section>
  );
}

function RemoveTag({ id, tag, t }: { id: string; tag: string; t: Translate }) {
  return (
    <form method="post" action={`/candidates/${id}/tags/remove`} class="flex">
      <input type="hidden" name="tag" value={tag} />
      <button type="submit" class="chip-remove" aria-label={t("candidate.tag_remove", { tag })}>
        <Icon name="close" size={12} />
      </button>
    </form>
  );
}
