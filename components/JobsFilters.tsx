import type { Dashboard } from "../lib/hiring/dashboard.ts";
import type { Translate } from "../locales/translate.ts";
import { Icon } from "./Icon.tsx";
import { jobsSearch, type JobsView } from "./jobs_links.ts";

export interface JobsFiltersProps {
  view: JobsView;
  states: Dashboard["states"];
  t: Translate;
}

/** Which jobs are shown: by a part of their title, and by their state with how many there are. */
export function JobsFilters({ view, states, t }: JobsFiltersProps) {
  const choices = [undefined, "open", "draft", "archived"] as const;
  return (
    <form class="filters" role="search">
      <label class="find-field">
        <Icon name="search" size={14} />
        <input
          type="search"
          name="q"
          value={view.q}
          maxLength={200}
          placeholder={t("jobs.find")}
          aria-label={t("jobs.find")}
          enterkeyhint="search"
        />
      </label>
      {view.show && <input type="hidden" name="show" value={view.show} />}
      {view.sort !== "change" && <input type="hidden" name="sort" value={view.sort} />}
      {view.isReversed && <input type="hidden" name="reversed" value="1" />}
      <nav class="segments" aria-label={t("jobs.show")}>
        {choices.map((show) => (
          <a
            key={show ?? "all"}
            href={jobsSearch(view, { show })}
            aria-current={show === view.show ? "true" : undefined}
          >
            {t(`jobs.${show ?? "all"}`)}{" "}
            <small data-part={`state-${show ?? "all"}`}>{states[show ?? "all"]}</small>
          </a>
        ))}
      </nav>
    </form>
  );
}
