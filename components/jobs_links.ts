import type { JobSort } from "../lib/hiring/dashboard.ts";
import type { JobStatus } from "../lib/hiring/job_heads.ts";

/** Which jobs the dashboard shows, and in which order. */
export interface JobsView {
  readonly q?: string | undefined;
  readonly show?: JobStatus | undefined;
  readonly sort: JobSort;
  readonly isReversed: boolean;
}

/**
 * The query that shows a view of the dashboard: "?show=open&sort=title"; "?" for the whole of it.
 *
 * @param changes What is to be other than in the view.
 */
export function jobsSearch(view: JobsView, changes: Partial<JobsView> = {}): string {
  const { q, show, sort, isReversed } = { ...view, ...changes };
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (show) query.set("show", show);
  if (sort !== "change") query.set("sort", sort);
  if (isReversed) query.set("reversed", "1");
  return `?${query}`;
}
