import type { Job } from "../lib/hiring/jobs.ts";
import type { RankingView } from "../lib/hiring/ranking.ts";
import type { FilterName } from "../lib/hiring/ranking_filter.ts";
import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { rankingSearch } from "./ranking_links.ts";

export interface RankingEmptyProps {
  job: Job;
  /** How many have a place in the ranking at all. */
  total: number;
  view: RankingView;
  /** How many there would be without one part of the filter. */
  without: ReadonlyMap<FilterName, number>;
  /** Whether the person may add résumés to the job. */
  mayAdd: boolean;
  t: Translate;
}

/** In the place of rows: what to do when there are none, or none that fits. */
export function RankingEmpty({ job, total, view, without, mayAdd, t }: RankingEmptyProps) {
  if (total > 0 && without.size > 0) return <NoMatch view={view} without={without} t={t} />;
  if (total > 0) {
    return (
      <EmptyState title={t("ranking.behind_end")} advice={t("ranking.behind_end_advice")}>
        <ButtonLink href={rankingSearch(view) || "?"}>{t("ranking.first_page")}</ButtonLink>
      </EmptyState>
    );
  }
  if (job.requirements.length === 0 && job.descriptionStatus === "ready") {
    return (
      <EmptyState
        title={t("ranking.no_requirements")}
        advice={t("ranking.no_requirements_advice")}
      >
        <ButtonLink href={`/jobs/${job.id}/requirements`} kind="primary">
          {t("ranking.add_requirements")}
        </ButtonLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("ranking.empty")}
      advice={t(mayAdd ? "ranking.empty_advice" : "ranking.empty_reader")}
    >
      {mayAdd && <ButtonLink href={`/jobs/${job.id}/resumes`}>{t("job.add_resumes")}</ButtonLink>}
      <ButtonLink href={`/jobs/${job.id}/pool`} kind="quiet">{t("pool.link")}</ButtonLink>
    </EmptyState>
  );
}

const WITHOUT: Readonly<Record<FilterName, Partial<RankingView>>> = {
  q: { q: undefined },
  grade: { grade: [] },
  decision: { decision: undefined },
  requirement: { requirement: undefined, verdict: undefined },
  flag: { flag: undefined },
};

function NoMatch({ view, without, t }: Pick<RankingEmptyProps, "view" | "without" | "t">) {
  const helpful = [...without].filter(([, count]) => count > 0);
  return (
    <EmptyState title={t("ranking.no_match")} advice={t("ranking.no_match_advice")}>
      {helpful.length > 0 && (
        <ul class="w-full">
          {helpful.map(([name, count]) => (
            <li key={name}>
              <a class="link" href={rankingSearch(view, WITHOUT[name]) || "?"} data-stay="">
                {t("ranking.no_match_without", { count, filter: filterWord(name, view, t) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      <a class="btn" href="?" data-stay="">{t("ranking.filter_clear")}</a>
    </EmptyState>
  );
}

/** What a part of the filter is called; words that somebody typed as they are. */
function filterWord(name: FilterName, { q, flag }: RankingView, t: Translate): string {
  if (name === "q") return q ?? "";
  if (name === "flag" && flag) return t(`flag.${flag}`);
  return t(`ranking.filter_${name}`);
}
