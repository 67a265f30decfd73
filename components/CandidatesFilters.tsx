import type { Tag } from "../lib/hiring/tags.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { type CandidatesView, PEOPLE_SORTS } from "./candidate_links.ts";
import { Icon } from "./Icon.tsx";

export interface CandidatesFiltersProps {
  view: CandidatesView;
  tags: readonly Tag[];
  /** "24 people". */
  shown: string;
  t: Translate;
}

/** Which people are shown: a form whose answer is an address. */
export function CandidatesFilters({ view, tags, shown, t }: CandidatesFiltersProps) {
  const isFiltered = view.q !== "" || view.tag !== "";
  return (
    <form class="filters" role="search" aria-label={t("candidates.filter")}>
      <label class="filter-text">
        <Icon name="search" size={14} />
        <input
          class="input"
          type="search"
          name="q"
          value={view.q}
          maxLength={200}
          placeholder={t("candidates.search")}
          aria-label={t("candidates.search")}
          enterkeyhint="search"
        />
      </label>
      {(tags.length > 0 || view.tag !== "") && (
        <label class="pick">
          <span class="text-fg-3">{t("candidates.tag")}</span>
          <select name="tag">
            <option value="" selected={view.tag === ""}>{t("candidates.any")}</option>
            {tags.map(({ tag, people }) => (
              <option key={tag} value={tag} selected={isSame(tag, view.tag)}>
                {tag} ({people})
              </option>
            ))}
          </select>
          <Icon name="chevron-down" size={14} />
        </label>
      )}
      {view.q === ""
        ? (
          <label class="pick">
            <span class="text-fg-3">{t("candidates.sort")}</span>
            <select name="sort">
              {PEOPLE_SORTS.map((sort) => (
                <option key={sort} value={sort} selected={view.sort === sort}>
                  {t(`candidates.sort_${sort}`)}
                </option>
              ))}
            </select>
            <Icon name="chevron-down" size={14} />
          </label>
        )
        : <span class="text-fg-3">{t("candidates.sort_best")}</span>}
      <Button>{t("candidates.apply")}</Button>
      {isFiltered && <a class="btn btn-quiet" href="?">{t("candidates.clear")}</a>}
      <span class="filters-end text-fg-3 tabular-nums">{shown}</span>
    </form>
  );
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
