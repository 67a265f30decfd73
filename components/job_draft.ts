import type { State } from "../define.ts";

/** The name under which a job that is being typed is kept in the browser. */
export function jobDraft({ actor }: State): string {
  return `job:${actor.userId}`;
}
