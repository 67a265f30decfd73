import { type Finding } from "./finding.ts";
import { isInstance, isNearTool } from "./kinship.ts";
import { lexicon } from "./lexicon.ts";
import { neighboursOf, peersOf } from "./neighbours.ts";
import {
  isShowing,
  misspeltPlaces,
  type Place,
  placesOf,
  placesOfSkill,
  quotesOf,
  shownPlaces,
  timeOf,
  triedOf,
  withDoubt,
  type WorkTime,
} from "./places.ts";
import type { ParsedResume } from "./resume.ts";
import type { SkillTarget } from "./target.ts";
import type { Reason } from "./types.ts";
import { readYears } from "./years.ts";

/** What a requirement asks of a skill beside its name. */
export interface SkillDemand {
  /** Years of work, or null. */
  readonly years: number | null;
  /** "Basic knowledge of …": weak words will do. */
  readonly isBasic: boolean;
}

/**
 * Judges one skill or literal phrase: shown, near, weaker, claimed, denied or absent.
 *
 * @see docs/scoring.md for what each verdict means
 */
export function judgeSkill(
  resume: ParsedResume,
  target: SkillTarget,
  demand: SkillDemand,
): Finding {
  const places = placesOf(resume, target);
  const full = places.filter(({ share }) => share >= 1);
  const named = nameOf(target);
  return shownFinding(resume, target, demand, full, named) ??
    refusedFinding(resume, target, full, named) ??
    similarFinding(resume, target, demand, named) ??
    partsFinding(resume, target, demand, named) ??
    nearFinding(resume, target, demand, full, named) ??
    claimedFinding(resume, target, demand, full, named) ??
    partlyFinding(resume, target, places, named) ??
    misspeltFinding(resume, target, named) ??
    absentFinding(target, full, named);
}

/** Params that name a thing: its id for a label in the reader's language, and its own words. */
export function nameOf(target: SkillTarget): Record<string, string> {
  const term = target.terms.at(-1) ?? "";
  return target.skill === null ? { term: target.terms[0] ?? term } : { term, skill: target.skill };
}

function shownFinding(
  resume: ParsedResume,
  target: SkillTarget,
  demand: SkillDemand,
  full: readonly Place[],
  named: Record<string, string>,
): Finding | null {
  const counted = demand.isBasic
    ? full.filter(({ doubt, line }) =>
      (doubt === null || doubt.doubt === "weak") && line.zone !== "aside"
    )
    : full;
  const shown = demand.isBasic ? counted : shownPlaces(counted);
  const supported = shown.length > 0 ? [] : supportedClaims(resume, target, full);
  if (shown.length === 0 && supported.length === 0) return null;
  const own = shown.length > 0 ? shown : supported;
  const places = demand.years === null ? own : [...own, ...instancesOf(resume, target)];
  const time = timeOf(places);
  const { verdict, reason } = demand.years === null
    ? { verdict: "YES" as const, reason: shownReason(shown, named, time) }
    : yearsVerdict(resume, full, places, demand.years, time, named);
  return {
    verdict,
    reason,
    evidence: verdict === "NO" ? [] : quotesOf(resume, places),
    tried: triedOf(target),
    strength: 100 + time.months,
  };
}

/** Work with an instance of a thing is work with it: Debian counts for years of Linux. */
function instancesOf(resume: ParsedResume, { skill }: SkillTarget): Place[] {
  if (skill === null) return [];
  return [...neighboursOf(skill)].flatMap(([id, { kind }]) =>
    kind === "narrower" && resume.bySkill.has(id) && isInstance(id, skill)
      ? shownPlaces(placesOfSkill(resume, id))
      : []
  );
}

function shownReason(
  shown: readonly Place[],
  named: Record<string, string>,
  time: WorkTime,
): Reason {
  if (shown.length === 0) return { code: "listed_supported", params: named };
  if (time.months > 0) return { code: "shown_in_work", params: { ...named, ...timeParams(time) } };
  const zone = shown.some(({ line }) => line.zone === "work")
    ? "work"
    : shown[0]?.line.zone ?? "told";
  return { code: `shown_in_${zone === "work" ? "undated_work" : zone}`, params: named };
}

function timeParams({ months, roles, isCurrent }: WorkTime): Record<string, number> {
  return { months, roles, current: isCurrent ? 1 : 0 };
}

function yearsVerdict(
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

/**
 * List entries and profile words that work of that kind supports: something narrower is shown
 * ("Java" listed, Spring Boot in a role), or an occupation that works with it is held.
 */
function supportedClaims(
  resume: ParsedResume,
  target: SkillTarget,
  full: readonly Place[],
): Place[] {
  if (target.skill === null) return [];
  const claims = full.filter(({ doubt, line }) => doubt === null && line.zone === "claim");
  if (claims.length === 0) return [];
  const support: Place[] = [];
  for (const [id, { kind }] of neighboursOf(target.skill)) {
    if (!resume.bySkill.has(id)) continue;
    const isWork = lexicon().skillById(id)?.type === "occupation";
    if (kind !== "narrower" && !isWork) continue;
    const places = shownPlaces(placesOfSkill(resume, id));
    support.push(...(isWork ? places.filter(({ line }) => line.isHead) : places));
  }
  return support.length > 0 ? [...support.slice(0, 6), ...claims.slice(0, 1)] : [];
}

/** "… or a similar tool": one of its sort is shown. */
function similarFinding(
  resume: ParsedResume,
  target: SkillTarget,
  demand: SkillDemand,
  named: Record<string, string>,
): Finding | null {
  if (target.orSimilar !== true || target.skill === null) return null;
  for (const id of peersOf(target.skill)) {
    const places = resume.bySkill.has(id) ? shownPlaces(placesOfSkill(resume, id)) : [];
    if (places.length === 0) continue;
    const time = timeOf(places);
    const { verdict, reason } = demand.years === null
      ? {
        verdict: "YES" as const,
        reason: { code: "similar", params: { ...named, found: id, ...timeParams(time) } },
      }
      : yearsVerdict(resume, places, places, demand.years, time, named);
    const evidence = verdict === "NO" ? [] : quotesOf(resume, places);
    return { verdict, reason, evidence, tried: triedOf(target), strength: 85 };
  }
  return null;
}

/** So many parts of a field, shown in work, show the field. */
const PARTS_OF_WHOLE = 2;

/** Firewalls and routing are most of networking: several parts of a field, each done at work. */
function partsFinding(
  resume: ParsedResume,
  target: SkillTarget,
  demand: SkillDemand,
  named: Record<string, string>,
): Finding | null {
  if (target.skill === null || demand.years !== null) return null;
  const parts = new Map<string, Place[]>();
  for (const [id, { kind }] of neighboursOf(target.skill)) {
    if (kind !== "narrower" || !resume.bySkill.has(id)) continue;
    if (lexicon().skillById(id)?.type === "occupation") continue;
    const done = placesOfSkill(resume, id).filter(({ doubt, line }) =>
      doubt === null && (line.zone === "work" || line.zone === "project" || line.zone === "told")
    );
    if (done.length > 0) parts.set(id, done);
  }
  if (parts.size < PARTS_OF_WHOLE) return null;
  const places = [...parts.values()].flatMap((one) => one.slice(0, 2));
  const time = timeOf(places);
  const [first = "", second = ""] = [...parts.keys()];
  return {
    verdict: "YES",
    reason: {
      code: "parts",
      params: { ...named, found: first, other: second, ...timeParams(time) },
    },
    evidence: quotesOf(resume, places),
    tried: triedOf(target),
    strength: 80,
  };
}

/** Something narrower, broader or close by is shown: half of what is asked. */
function nearFinding(
  resume: ParsedResume,
  target: SkillTarget,
  demand: SkillDemand,
  full: readonly Place[],
  named: Record<string, string>,
): Finding | null {
  const weak = withDoubt(full, "weak").filter(({ line }) => line.zone !== "aside");
  if (weak.length > 0 && demand.years === null && !weak.every(isCourseOnly)) {
    return partial(resume, target, weak, { code: "weak", params: named }, 40);
  }
  if (target.skill === null) return null;
  const near = nearest(resume, target.skill);
  if (near === null) return null;
  const { id, kind, places } = near;
  const time = timeOf(places);
  if (kind === "narrower" && isInstance(id, target.skill) && shownPlaces(places).length > 0) {
    return instanceFinding(resume, target, demand, places, { ...named, found: id }, time);
  }
  const reason = { code: `near_${kind}`, params: { ...named, found: id, ...timeParams(time) } };
  return partial(resume, target, places, reason, kind === "narrower" ? 60 : 50);
}

function instanceFinding(
  resume: ParsedResume,
  target: SkillTarget,
  demand: SkillDemand,
  places: readonly Place[],
  named: Record<string, string>,
  time: WorkTime,
): Finding {
  const { verdict, reason } = demand.years === null
    ? {
      verdict: "YES" as const,
      reason: { code: "instance", params: { ...named, ...timeParams(time) } },
    }
    : yearsVerdict(resume, places, places, demand.years, time, named);
  return {
    verdict,
    reason,
    evidence: verdict === "NO" ? [] : quotesOf(resume, places),
    tried: triedOf(target),
    strength: 90,
  };
}

function isCourseOnly({ line }: Place): boolean {
  return line.zone === "aside";
}

const KIND_ORDER = { narrower: 0, related: 1, broader: 2 } as const;

function nearest(resume: ParsedResume, skill: string) {
  let best:
    | { id: string; kind: "narrower" | "broader" | "related"; places: Place[]; rank: number }
    | null = null;
  for (const [id, { kind, steps }] of neighboursOf(skill)) {
    if (!resume.bySkill.has(id)) continue;
    if (lexicon().skillById(id)?.type === "occupation" || !isNearTool(skill, id, kind)) continue;
    const all = placesOfSkill(resume, id);
    const shown = shownPlaces(all);
    const places = shown.length > 0 || kind !== "narrower"
      ? shown
      : all.filter(({ doubt, line }) => doubt === null && line.zone === "claim");
    if (places.length === 0) continue;
    const rank = KIND_ORDER[kind] * 100 + steps * 10 + (shown.length > 0 ? 0 : 50);
    if (best === null || rank < best.rank || (rank === best.rank && id < best.id)) {
      best = { id, kind, places, rank };
    }
  }
  return best;
}

/** Named in a list or a profile, with nothing behind it. */
function claimedFinding(
  resume: ParsedResume,
  target: SkillTarget,
  demand: SkillDemand,
  full: readonly Place[],
  named: Record<string, string>,
): Finding | null {
  const claims = full.filter(({ doubt, line }) => doubt === null && !isShowing(line.zone));
  if (claims.length === 0) return null;
  if (demand.years === null) {
    return partial(resume, target, claims, { code: "claimed", params: named }, 30);
  }
  const { verdict, reason } = yearsVerdict(resume, full, claims, demand.years, timeOf([]), named);
  if (verdict === "NO") {
    return { verdict, reason, evidence: [], tried: triedOf(target), strength: 10 };
  }
  return partial(resume, target, claims, reason, 20);
}

/** Some of the words of a phrase, near each other. */
function partlyFinding(
  resume: ParsedResume,
  target: SkillTarget,
  places: readonly Place[],
  named: Record<string, string>,
): Finding | null {
  const some = places.filter(({ share, doubt, line }) =>
    share < 1 && doubt === null && line.zone !== "aside"
  );
  const [first] = some;
  if (first === undefined) return null;
  const found = resume.text.slice(first.start, Math.min(first.end, first.start + 60)).replace(
    /\s+/g,
    " ",
  );
  return partial(resume, target, some, { code: "partly", params: { ...named, found } }, 25);
}

/** A long name with one letter wrong: most likely meant, and for a person to look at. */
function misspeltFinding(
  resume: ParsedResume,
  target: SkillTarget,
  named: Record<string, string>,
): Finding | null {
  const places = misspeltPlaces(resume, target);
  const [first] = places;
  if (first === undefined) return null;
  const found = resume.text.slice(first.start, first.end);
  return partial(resume, target, places, { code: "misspelt", params: { ...named, found } }, 28);
}

/**
 * What the résumé itself says is not there, is only wished for or is somebody else's; something near
 * it makes no half of it then. A denial also outweighs a list, a wish does not.
 */
function refusedFinding(
  resume: ParsedResume,
  target: SkillTarget,
  full: readonly Place[],
  named: Record<string, string>,
): Finding | null {
  const isClaimed = full.some(({ doubt, line }) =>
    line.zone !== "aside" && (doubt === null || doubt.doubt === "weak")
  );
  for (const doubt of ["denied", "others", "wished"] as const) {
    const [place] = withDoubt(full, doubt);
    if (place === undefined || (isClaimed && doubt !== "denied")) continue;
    const [quote] = quotesOf(resume, [place]);
    return no(target, { code: doubt, params: { ...named, quote: quote?.text ?? "" } }, 5);
  }
  return null;
}

function absentFinding(
  target: SkillTarget,
  full: readonly Place[],
  named: Record<string, string>,
): Finding {
  const isWeak = withDoubt(full, "weak").length > 0;
  return no(target, { code: isWeak ? "too_weak" : "absent", params: named }, 0);
}

export function partial(
  resume: ParsedResume,
  target: SkillTarget,
  places: readonly Place[],
  reason: Reason,
  strength: number,
): Finding {
  return {
    verdict: "PARTIAL",
    reason,
    evidence: quotesOf(resume, places),
    tried: triedOf(target),
    strength,
  };
}

export function no(target: SkillTarget, reason: Reason, strength: number): Finding {
  return { verdict: "NO", reason, evidence: [], tried: triedOf(target), strength };
}
