import { type Rank, rankOfWord, RANKS } from "./asked_seniority.ts";
import type { Finding } from "./finding.ts";
import { fitOfTitle, occupationPlaces, titlePlace } from "./match_occupation.ts";
import { type Place, quotesOf, timeOf, type WorkTime } from "./places.ts";
import { quoteOf } from "./quote.ts";
import type { ParsedResume } from "./resume.ts";
import type { SkillTarget } from "./target.ts";
import { tokenize } from "./text.ts";

/** A rank, in an occupation or, without one, in work of any kind. */
export interface SeniorityTarget {
  readonly rank: Rank;
  readonly role: SkillTarget | null;
}

/** Months in the occupation that make up for the word in a title; no years make a lead. */
const MONTHS_FOR: Readonly<Record<Rank, number>> = {
  junior: 0,
  medior: 24,
  senior: 60,
  lead: Infinity,
};
const MONTHS_IN_PART: Readonly<Record<Rank, number>> = {
  junior: 0,
  medior: 12,
  senior: 36,
  lead: 60,
};

/** Words of titles that stand for leading others; they stand above every rank that is asked. */
const LEADING = new Set(
  "head chief hoofd teamleider teamlead teamleader leidinggevende supervisor director directeur manager foreman voorman"
    .split(" "),
);

/**
 * Judges a rank by the titles of dated jobs in the occupation, else by the time in it, else by what
 * the résumé calls its owner. More than asked is as good: nothing here has an upper bound, and
 * neither age, nor the year of a study, nor time out of work is looked at.
 *
 * @see docs/scoring.md
 */
export function judgeSeniority(resume: ParsedResume, target: SeniorityTarget): Finding {
  const { rank, role } = target;
  const { same, all } = heldPlaces(resume, role);
  const tried = role === null ? [rank] : [`${rank} ${role.terms.at(-1) ?? ""}`];
  const named = {
    rank,
    term: role?.terms.at(-1) ?? "",
    ...(role?.skill == null ? {} : { skill: role.skill }),
  };
  const base = { tried, strength: RANKS.indexOf(rank) };
  if (rank === "junior") return starting(resume, all, named, base);
  const ranked = all.filter((place) => isRanked(resume, place, target));
  const [first] = ranked;
  if (first !== undefined) {
    const found = resume.text.slice(first.start, first.end).replace(/\s+/g, " ");
    const params = { ...named, found, ...paramsOf(timeOf(ranked)) };
    const evidence = quotesOf(resume, ranked);
    return { ...base, verdict: "YES", reason: { code: "rank_held", params }, evidence };
  }
  const own = timeOf(same);
  if (own.months >= MONTHS_FOR[rank]) {
    const params = { ...named, ...paramsOf(own) };
    const evidence = quotesOf(resume, same);
    return { ...base, verdict: "YES", reason: { code: "rank_by_years", params }, evidence };
  }
  const whole = timeOf(all);
  if (whole.months >= MONTHS_IN_PART[rank]) {
    const params = { ...named, ...paramsOf(whole) };
    const evidence = quotesOf(resume, all);
    return { ...base, verdict: "PARTIAL", reason: { code: "rank_near", params }, evidence };
  }
  const claims = role === null ? [] : claimedPlaces(resume, role, target);
  if (claims.length > 0) {
    const evidence = quotesOf(resume, claims);
    return {
      ...base,
      verdict: "PARTIAL",
      reason: { code: "rank_claimed", params: named },
      evidence,
    };
  }
  return { ...base, verdict: "NO", reason: { code: "rank_absent", params: named }, evidence: [] };
}

/** Whoever begins may have nothing behind them but a study. */
function starting(
  resume: ParsedResume,
  held: readonly Place[],
  named: Record<string, string>,
  base: Pick<Finding, "tried" | "strength">,
): Finding {
  const work = resume.roles.map(({ head }) => quoteOf(resume.text, head, head));
  const studies = resume.degrees.map(({ about }) => quoteOf(resume.text, about, about));
  const evidence = held.length > 0 ? quotesOf(resume, held) : [...work, ...studies].slice(0, 3);
  return evidence.length > 0
    ? { ...base, verdict: "YES", reason: { code: "rank_open", params: named }, evidence }
    : { ...base, verdict: "NO", reason: { code: "no_dated_work", params: named }, evidence };
}

function paramsOf({ months, roles, isCurrent }: WorkTime): Record<string, number> {
  return { months, roles, current: isCurrent ? 1 : 0 };
}

/** The titles of dated work in the occupation, and those with ones close to it. */
function heldPlaces(resume: ParsedResume, role: SkillTarget | null) {
  const same: Place[] = [];
  const all: Place[] = [];
  for (const held of resume.roles) {
    if (held.kind !== "work") continue;
    const fit = role === null ? "same" : fitOfTitle(resume, held, role);
    const place = fit === "none" ? null : titlePlace(resume, held);
    if (place === null) continue;
    all.push(place);
    if (fit === "same") same.push(place);
  }
  return { same, all };
}

/** Whether a title names the rank asked, or one above it that its occupation does not name itself. */
function isRanked({ text }: ParsedResume, { start, end }: Place, target: SeniorityTarget): boolean {
  const own = new Set(tokenize(target.role?.terms.at(-1) ?? "").map(({ text }) => text));
  return tokenize(text.slice(start, end)).some(({ text: word }) => {
    if (own.has(word)) return false;
    const rank = LEADING.has(word) ? "lead" : rankOfWord(word);
    return rank !== null && RANKS.indexOf(rank) >= RANKS.indexOf(target.rank);
  });
}

/** How far before an occupation its rank may stand: "senior qualified accountant". */
const BEFORE_ROLE = 24;

/** "Senior accountant with …", where no dated job says so. */
function claimedPlaces(
  resume: ParsedResume,
  role: SkillTarget,
  target: SeniorityTarget,
): Place[] {
  return occupationPlaces(resume, role).filter((place) => {
    const { line, doubt, start } = place;
    if (doubt !== null || line.zone === "aside") return false;
    const from = Math.max(line.start, start - BEFORE_ROLE);
    return isRanked(resume, { ...place, start: from }, target);
  });
}
