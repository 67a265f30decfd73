import type { Finding } from "./finding.ts";
import { lexicon } from "./lexicon.ts";
import { type Place, timeOf } from "./places.ts";
import type { ParsedResume } from "./resume.ts";
import { timeParams } from "./skill_years.ts";
import type { HalfLives } from "./types.ts";

/** What ages unless a workspace says otherwise: an occupation after ten years of other work. */
export const DEFAULT_HALF_LIVES: HalfLives = { occupation: 120, tool: null, knowledge: null };

/** The half-life of a skill or phrase in months; null: it never ages. */
export function halfLifeOf(skill: string | null, halfLives: HalfLives): number | null {
  const type = skill === null ? undefined : lexicon().skillById(skill)?.type;
  if (type === "occupation") return halfLives.occupation;
  return type === "tool" ? halfLives.tool : halfLives.knowledge;
}

/**
 * The months of other work since the last of the dated jobs ended. They are counted to the end of
 * the last job there is: time out of work makes nobody less of what they were.
 */
export function monthsSince({ roles }: ParsedResume, places: readonly Place[]): number {
  const ends = places.flatMap(({ line: { role } }) => role === null ? [] : [role.range.to]);
  const work = roles.flatMap(({ kind, range }) => kind === "work" ? [range.to] : []);
  return ends.length === 0 || work.length === 0
    ? 0
    : Math.max(0, Math.max(...work) - Math.max(...ends));
}

/**
 * A YES that rests on dated jobs alone, all left longer ago than the half-life, counts half: it
 * becomes a PARTIAL. What stands without a date does not age, and a PARTIAL becomes no NO.
 *
 * @param places Where it is shown.
 */
export function aged(
  resume: ParsedResume,
  found: Finding,
  places: readonly Place[],
  halfLife: number | null,
): Finding {
  if (found.verdict !== "YES" || halfLife === null) return found;
  if (places.length === 0 || places.some(({ line }) => line.role === null)) return found;
  const ago = monthsSince(resume, places);
  if (ago <= halfLife) return found;
  const params = { ...found.reason.params, ...timeParams(timeOf(places)), ago };
  return { ...found, verdict: "PARTIAL", reason: { code: "shown_past", params }, strength: 70 };
}
