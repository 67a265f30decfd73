import type { PeopleSort } from "../lib/hiring/candidates.ts";

/** The orders that a list of people can have. */
export const PEOPLE_SORTS = ["change", "name", "added"] as const satisfies readonly PeopleSort[];

/** Which people are shown, and in which order. */
export interface CandidatesView {
  readonly q: string;
  readonly tag: string;
  readonly sort: PeopleSort;
}
