import { aged, halfLifeOf } from "./aging.ts";
import type { Finding } from "./finding.ts";
import { isInstance, isNearTool } from "./kinship.ts";
import { lexicon } from "./lexicon.ts";
import { neighboursOf, peersOf } from "./neighbours.ts";
import {
  type Place,
  placesOfSkill,
  quotesOf,
  shownPlaces,
  timeOf,
  triedOf,
  withDoubt,
  type WorkTime,
} from "./places.ts";
import type { ParsedResume } from "./resume.ts";
import { partial, type SkillDemand } from "./skill_finding.ts";
import { timeParams, yearsVerdict } from "./skill_years.ts";
import type { SkillTarget } from "./target.ts";

/** Work with an instance of a thing is work with it: Debian counts for years of Linux. */
export function instancesOf(resume: ParsedResume, { skill }: SkillTarget): Place[] {
  if (skill === null) return [];
  return [...neighboursOf(skill)].flatMap(([id, { kind }]) =>
    kind === "narrower" && resume.bySkill.has(id) && isInstance(id, skill)
      ? shownPlaces(placesOfSkill(resume, id))
      : []
  );
}

/** "… or a similar tool": one of its sort is shown. */
export function similarFinding(
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
    const found = { verdict, reason, evidence, tried: triedOf(target), strength: 85 };
    return aged(resume, found, places, halfLifeOf(target.skill, demand.halfLives));
  }
  return null;
}

/** So many parts of a field, shown in work, show the field. */
const PARTS_OF_WHOLE = 2;

/** Firewalls and routing are most of networking: several parts of a field, each done at work. */
export function partsFinding(
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
  const shown = {
    verdict: "YES" as const,
    reason: {
      code: "parts",
      params: { ...named, found: first, other: second, ...timeParams(time) },
    },
    evidence: quotesOf(resume, places),
    tried: triedOf(target),
    strength: 80,
  };
  return aged(resume, shown, places, halfLifeOf(target.skill, demand.halfLives));
}

/** Something narrower, broader or close by is shown: half of what is asked. */
export function nearFinding(
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
  const found = {
    verdict,
    reason,
    evidence: verdict === "NO" ? [] : quotesOf(resume, places),
    tried: triedOf(target),
    strength: 90,
  };
  return aged(resume, found, places, halfLifeOf(target.skill, demand.halfLives));
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
