import type { Comparable, Comparison } from "../lib/hiring/compare.ts";
import type { Translate } from "../locales/translate.ts";
import { Button, ButtonLink } from "./Button.tsx";
import { CompareAdd, type CompareAddProps } from "./CompareAdd.tsx";
import { compareLink } from "./compare_links.ts";
import { EmptyState } from "./EmptyState.tsx";

/** In the place of a comparison while fewer than two are chosen: the list at hand. */
export function TooFew(
  { first, add, t }: { first: Comparable | undefined; add: CompareAddProps; t: Translate },
) {
  return (
    <EmptyState
      title={t("compare.few")}
      advice={first ? t("compare.one_more", { name: first.name }) : t("compare.few_more")}
    >
      <CompareAdd {...add} />
      <p class="w-full">
        <a class="link" href={`/jobs/${add.jobId}/ranking`}>{t("compare.to_ranking")}</a>
      </p>
    </EmptyState>
  );
}

/** And while more than four are: who of them to keep. */
export function TooMany(
  { jobId, chosen, limit, t }: {
    jobId: string;
    chosen: readonly Comparable[];
    limit: number;
    t: Translate;
  },
) {
  return (
    <EmptyState
      title={t("compare.many")}
      advice={t("compare.many_more", { count: chosen.length })}
    >
      <form method="get" action={`/jobs/${jobId}/compare`}>
        <ul class="mb-3">
          {chosen.map(({ resumeId, name, rank }, index) => (
            <li key={resumeId}>
              <label class="flex min-h-8 items-center gap-2 max-phone:min-h-10">
                <input
                  type="checkbox"
                  class="check"
                  name="resume"
                  value={resumeId}
                  checked={index < limit}
                />
                {rank !== null && <span class="text-fg-3 tabular-nums">{rank}</span>}
                {name}
              </label>
            </li>
          ))}
        </ul>
        <div class="flex gap-2">
          <Button kind="primary">{t("compare.go")}</Button>
          <ButtonLink href={`/jobs/${jobId}/ranking`} kind="quiet">
            {t("compare.to_ranking")}
          </ButtonLink>
        </div>
      </form>
    </EmptyState>
  );
}

/** Below the heads when there is no row to show. */
export function NoRows(
  { comparison, view, t }: {
    comparison: Comparison;
    view: "all" | "differences";
    t: Translate;
  },
) {
  const { job, requirements, candidates } = comparison;
  if (requirements.length === 0) {
    return (
      <EmptyState
        title={t("compare.no_requirements")}
        advice={t("compare.no_requirements_more")}
      >
        <ButtonLink href={`/jobs/${job.id}/requirements`}>
          {t("ranking.add_requirements")}
        </ButtonLink>
      </EmptyState>
    );
  }
  if (view === "all" || requirements.some(({ isDifferent }) => isDifferent)) return null;
  return (
    <EmptyState
      title={t("compare.same")}
      advice={t("compare.same_more", { count: requirements.length })}
    >
      <ButtonLink href={compareLink(candidates.map(({ resumeId }) => resumeId))}>
        {t("compare.show_all")}
      </ButtonLink>
    </EmptyState>
  );
}
