import { aged, DEFAULT_HALF_LIVES, halfLifeOf } from "./aging.ts";
import { allOf, bestOf, distinctQuotes, type Finding } from "./finding.ts";
import { judgeCredential } from "./match_credential.ts";
import { judgeDegree } from "./match_degree.ts";
import { judgeDuty } from "./match_duty.ts";
import { judgeExperience } from "./match_experience.ts";
import { judgeLanguage } from "./match_language.ts";
import { judgeSkill } from "./match_skill.ts";
import type { SkillDemand } from "./skill_finding.ts";
import { judgeMetric } from "./match_metric.ts";
import { judgeSeniority } from "./match_seniority.ts";
import { judgeSoft } from "./match_soft.ts";
import { lexicon } from "./lexicon.ts";
import { BEHAVIOUR } from "./behaviour.ts";
import { countMonths } from "./dates.ts";
import { type Place, placesOf, shownPlaces, timeOf } from "./places.ts";
import { remember } from "./remember.ts";
import type { ParsedResume } from "./resume.ts";
import {
  type LanguageDemand,
  readOccupation,
  readTarget,
  type SkillTarget,
  type Target,
} from "./target.ts";
import type { HalfLives, Language, Match, Requirement } from "./types.ts";

const BASIC =
  /\b(?:basic|some|affinity|familiar(?:ity)?|exposure|interest|basis(?:kennis)?|enige|affiniteit|bekend(?:heid)? met|interesse)\b/i;

/** A job's requirements are read once, not once a résumé. */
const TARGETS: Readonly<Record<Language, (name: string) => Target>> = {
  en: remember((name) => readTarget(name, "en")),
  nl: remember((name) => readTarget(name, "nl")),
};

const OCCUPATIONS: Readonly<Record<Language, (name: string) => Target>> = {
  en: remember((name) => readOccupation(name, "en")),
  nl: remember((name) => readOccupation(name, "nl")),
};

/**
 * Judges a résumé against one requirement.
 *
 * @param language The language that the requirement's name is most likely written in.
 * @param halfLives How long ago things may have been shown to count whole.
 * @returns A verdict with its reason; quotes for YES and PARTIAL, the labels tried for NO.
 */
export function matchRequirement(
  resume: ParsedResume,
  requirement: Requirement,
  language: Language,
  halfLives: HalfLives = DEFAULT_HALF_LIVES,
): Match {
  const found = requirement.metric
    ? judgeMetric(resume, requirement.metric)
    : judgeName(resume, requirement, language, halfLives);
  return {
    requirementId: requirement.id,
    verdict: found.verdict,
    reason: found.reason,
    evidence: found.verdict === "NO" ? [] : distinctQuotes(found.evidence),
    tried: found.verdict === "NO" ? found.tried : [],
  };
}

function judgeName(
  resume: ParsedResume,
  requirement: Requirement,
  language: Language,
  halfLives: HalfLives,
): Finding {
  const target = requirement.kind === "occupation"
    ? OCCUPATIONS[language](requirement.name)
    : TARGETS[language](requirement.name);
  const demand = { years: requirement.years, isBasic: BASIC.test(requirement.name), halfLives };
  return requirement.kind === "soft" && demand.years === null && target.type === "experience"
    ? judgeSoft(resume, target)
    : judge(resume, target, requirement.name, demand);
}

function judge(resume: ParsedResume, target: Target, name: string, demand: SkillDemand): Finding {
  switch (target.type) {
    case "degree":
      return judgeDegree(resume, target, name);
    case "language":
      return judgeLanguage(resume, target, name);
    case "languages":
      return judgeLanguages(resume, target, name);
    case "credential":
      return judgeCredential(resume, target);
    case "experience":
      return judgeExperience(resume, target, demand);
    case "soft":
      return judgeSoft(resume, target);
    case "skills":
      return judgeSkills(resume, target, name, demand);
    case "seniority":
      return judgeSeniority(resume, target);
    case "duty":
      return judgeDuty(resume, target);
  }
}

/** The best of the languages of which one is asked, and each of the others. */
function judgeLanguages(
  resume: ParsedResume,
  target: Extract<Target, { type: "languages" }>,
  name: string,
): Finding {
  const judge = (one: LanguageDemand) => judgeLanguage(resume, { type: "language", ...one }, name);
  const any = bestOf(target.anyOf.map(judge));
  const found = allOf([...(any === null ? [] : [any]), ...target.allOf.map(judge)]);
  if (found === null) throw new TypeError(`No language is asked by "${name}"`);
  return found;
}

/** The best of the alternatives, and each of what is needed beside them. */
function judgeSkills(
  resume: ParsedResume,
  target: Extract<Target, { type: "skills" }>,
  name: string,
  demand: SkillDemand,
): Finding {
  const parts = judgeParts(resume, target, name, demand);
  if (target.whole === undefined || parts.verdict === "YES") return parts;
  const whole = judgeOne(resume, target.whole, demand);
  return bestOf([parts, whole]) ?? parts;
}

function judgeParts(
  resume: ParsedResume,
  target: Extract<Target, { type: "skills" }>,
  name: string,
  demand: SkillDemand,
): Finding {
  const any = bestOf(target.anyOf.map((one) => judgeOne(resume, one, demand)));
  const together = any?.reason.code === "years_short"
    ? judgeTogether(resume, target.anyOf, demand, any)
    : any;
  const each = target.allOf.map((one) => judgeOne(resume, one, demand));
  const found = allOf(together === null ? each : [together, ...each]);
  if (found !== null) {
    const tried = found.verdict === "NO"
      ? [...new Set([...target.anyOf, ...target.allOf].flatMap(({ terms }) => terms))]
      : found.tried;
    return target.anyOf.length > 1 && found.verdict === "NO" ? { ...found, tried } : found;
  }
  return {
    verdict: "NO",
    reason: { code: "absent", params: { term: name } },
    evidence: [],
    tried: [name],
    strength: 0,
  };
}

const AVAILABILITY = new Set(["shift-work", "weekend-work", "on-call-duty"]);

/** When one can work: to say so is enough, and so is work at such hours. */
function judgeAvailability(resume: ParsedResume, target: SkillTarget): Finding {
  const said = judgeCredential(resume, target);
  return said.verdict === "NO" && said.reason.code === "absent" ? judgeSoft(resume, target) : said;
}

function judgeOne(resume: ParsedResume, target: SkillTarget, demand: SkillDemand): Finding {
  if (target.isSoft === true && demand.years === null) return judgeSoft(resume, target);
  const type = target.skill === null ? undefined : lexicon().skillById(target.skill)?.type;
  if (type === "licence" || type === "certificate") return judgeCredential(resume, target);
  if (AVAILABILITY.has(target.skill ?? "")) return judgeAvailability(resume, target);
  if (demand.years === null && (type === "soft" || BEHAVIOUR[target.skill ?? ""] !== undefined)) {
    return judgeSoft(resume, target);
  }
  return judgeSkill(resume, target, demand);
}

/** Years in one alternative and years in another add up: "four years of Node.js or Deno". */
function judgeTogether(
  resume: ParsedResume,
  targets: readonly SkillTarget[],
  { years, halfLives }: SkillDemand,
  best: Finding,
): Finding {
  const places: Place[] = targets.flatMap((one) =>
    shownPlaces(placesOf(resume, one).filter(({ share }) => share >= 1))
  );
  const time = timeOf(places);
  const asked = Math.round((years ?? 0) * 12);
  const params = {
    ...best.reason.params,
    months: time.months,
    roles: time.roles,
    current: time.isCurrent ? 1 : 0,
  };
  return time.months < asked ? { ...best, reason: { code: "years_short", params } } : aged(
    resume,
    { ...best, verdict: "YES", reason: { code: "years_met", params } },
    places,
    halfLifeOf(targets[0]?.skill ?? null, halfLives),
  );
}

/** The months of all dated work that shows a skill, overlaps counted once. */
export function monthsOf(resume: ParsedResume, skill: string): number {
  const places = shownPlaces(placesOf(resume, { skill, terms: [] }));
  const ranges = places.flatMap(({ line }) => line.role?.kind === "work" ? [line.role.range] : []);
  return countMonths(ranges);
}
