import type { DecisionCounts } from "../lib/hiring/job_heads.ts";
import type { ResumeCounts } from "../lib/hiring/states.ts";

/**
 * Writes new figures into the head of the job. The server draws it and no island owns it, so the
 * figures are found by their names.
 */
export function showFigures(
  { counts, decisions }: { counts: ResumeCounts; decisions?: DecisionCounts },
): void {
  const figures = { ranking: counts.done, resumes: counts.total, ...decisions };
  for (const [name, figure] of Object.entries(figures)) {
    for (
      const place of document.querySelectorAll(
        `.head-job [data-live=${name}], .tabs [data-live=${name}]`,
      )
    ) {
      if (place.textContent !== String(figure)) place.textContent = String(figure);
    }
  }
}
