import type { Comparison } from "../lib/hiring/compare.ts";
import type { Translate } from "../locales/translate.ts";
import { compareLink } from "./compare_links.ts";

/** All rows, or those where the candidates differ; links, so that the address says which. */
export function CompareViews(
  { comparison, view, t }: {
    comparison: Comparison;
    view: "all" | "differences";
    t: Translate;
  },
) {
  const { requirements, candidates } = comparison;
  const ids = candidates.map(({ resumeId }) => resumeId);
  const differing = requirements.filter(({ isDifferent }) => isDifferent).length;
  return (
    <div class="segments" role="group" aria-label={t("compare.rows")}>
      <a
        href={compareLink(ids)}
        aria-current={view === "all" ? "true" : undefined}
        class="flex-1 justify-center"
      >
        {t("compare.all")} <small>{requirements.length}</small>
      </a>
      <a
        href={compareLink(ids, "differences")}
        aria-current={view === "differences" ? "true" : undefined}
        class="flex-1 justify-center"
      >
        {t("compare.differences")} <small>{differing}</small>
      </a>
    </div>
  );
}
