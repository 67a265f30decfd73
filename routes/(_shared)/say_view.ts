import { stageName } from "../../components/StageWord.tsx";
import type { Job } from "../../lib/hiring/jobs.ts";
import type { RankingView } from "../../lib/hiring/ranking.ts";
import { isFilteredBy } from "../../lib/hiring/ranking_filter.ts";
import type { Stage } from "../../lib/hiring/stages.ts";
import type { Translate } from "../../locales/translate.ts";
import { sayDecision } from "./ranking_columns.ts";

/** What a view leaves out, in words; empty when it shows all. */
export function sayFilters(
  view: RankingView,
  job: Pick<Job, "requirements">,
  stages: readonly Stage[],
  t: Translate,
): string[] {
  const { q, grade = [], decision, requirement, verdict = "YES", flag, only } = view;
  const asked = job.requirements.find(({ id }) => id === requirement)?.name;
  const stage = stages.find(({ id }) => id === decision);
  const parts = [
    only && t("print.filter_selection", { count: only.length }),
    q && t("print.filter_q", { q }),
    isFilteredBy(view, "grade") && t("print.filter_grade", { grades: grade.join(", ") }),
    stage ? stageName(stage, t) : sayBareDecision(decision, t),
    asked && t("print.filter_requirement", {
      verdict: t(`verdict.${verdict}`),
      requirement: asked,
    }),
    flag && t(`flag.${flag}`),
  ];
  return parts.filter((part): part is string => typeof part === "string" && part !== "");
}

function sayBareDecision(decision: string | undefined, t: Translate): string | null {
  if (decision === "undecided" || decision === "shortlisted" || decision === "rejected") {
    return sayDecision(decision, t);
  }
  return null;
}

const COLUMNS = {
  score: "ranking.col_score",
  name: "ranking.col_candidate",
  met: "ranking.col_met",
  received: "export.received",
} as const;

/** By what a view is sorted. */
export function sayOrder({ sort = "score", isReversed }: RankingView, t: Translate): string {
  const column = t(COLUMNS[sort]);
  return isReversed ? t("print.reversed", { column }) : column;
}
