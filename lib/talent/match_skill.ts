import { aged, halfLifeOf } from "./aging.ts";
import type { Finding } from "./finding.ts";
import { lexicon } from "./lexicon.ts";
import { instancesOf, nearFinding, partsFinding, similarFinding } from "./match_near.ts";
import { neighboursOf } from "./neighbours.ts";
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
import { nameOf, no, partial, type SkillDemand } from "./skill_finding.ts";
import { timeParams, yearsVerdict } from "./skill_years.ts";
import type { SkillTarget } from "./target.ts";
import type { Reason } from "./types.ts";

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
  const found = {
    verdict,
    reason,
    evidence: verdict === "NO" ? [] : quotesOf(resume, places),
    tried: triedOf(target),
    strength: 100 + time.months,
  };
  return aged(resume, found, places, halfLifeOf(target.skill, demand.halfLives));
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
