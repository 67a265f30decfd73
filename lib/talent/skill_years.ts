import type { Finding } from "./finding.ts";
import type { Place, WorkTime } from "./places.ts";
import type { ParsedResume } from "./resume.ts";
import type { Reason } from "./types.ts";
import { readYears } from "./years.ts";

/** Params that tell for how long. */
export function timeParams({ months, roles, isCurrent }: WorkTime): Record<string, number> {
  return { months, roles, current: isCurrent ? 1 : 0 };
}

/** What the time worked with a thing comes to where years of it are asked. */
export function yearsVerdict(
  resume: ParsedResume,
  full: readonly Place[],
  places: readonly Place[],
  asked: number,
  time: WorkTime,
  named: Record<string, string>,
): { verdict: Finding["verdict"]; reason: Reason } {
  const params = { ...named, ...timeParams(time), asked: Math.round(asked * 12) };
  if (time.months >= asked * 12) return { verdict: "YES", reason: { code: "years_met", params } };
  if (time.months > 0) return { verdict: "PARTIAL", reason: { code: "years_short", params } };
  const claimed = claimedYears(resume, full);
  if (claimed !== null) {
    return {
      verdict: "PARTIAL",
      reason: { code: "years_claimed", params: { ...params, claimed: Math.round(claimed * 12) } },
    };
  }
  const isDone = places.some(({ line }) =>
    line.zone === "work" || line.zone === "project" || line.zone === "told"
  );
  return isDone
    ? { verdict: "PARTIAL", reason: { code: "years_undated", params } }
    : { verdict: "NO", reason: { code: "years_not_shown", params } };
}

/** "8 years of Java" in a profile: a figure without work behind it. */
function claimedYears(resume: ParsedResume, places: readonly Place[]): number | null {
  let most: number | null = null;
  for (const { line, doubt } of places.slice(0, 20)) {
    if (doubt !== null || line.end - line.start > 400) continue;
    for (const { years } of readYears(resume.text.slice(line.start, line.end))) {
      if (most === null || years > most) most = years;
    }
  }
  return most;
}
