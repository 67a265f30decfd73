import type { ComparedCandidate, ComparedMatch, Comparison } from "../lib/hiring/compare.ts";
import { numberRequirements } from "./numbering.ts";

/** The query that asks for another comparison in the same job. */
export function compareLink(
  resumeIds: readonly string[],
  view: "all" | "differences" = "all",
): string {
  const query = new URLSearchParams(resumeIds.map((id) => ["resume", id]));
  if (view !== "all") query.set("view", view);
  return `?${query}`;
}

/** Where the words behind a verdict stand: its quote in the résumé, or else the verdict. */
export function proofLink(
  { resumeId, matches }: ComparedCandidate,
  { requirementId, quote }: ComparedMatch,
  requirements: Comparison["requirements"],
): string {
  // Numbered as the evaluation's page does: by what this résumé was judged on.
  const judged = requirements.filter(({ id }) => matches.some((one) => one.requirementId === id));
  const number = numberRequirements(judged).find(({ id }) => id === requirementId)?.number ?? "";
  const place = quote?.place ?? null;
  const anchor = place === null ? `v-${number}` : `q-${number}-${place + 1}`;
  return `/resumes/${resumeId}#${anchor}`;
}
