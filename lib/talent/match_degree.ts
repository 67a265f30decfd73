import { DEGREE_LEVELS, type DegreeLevel } from "./degree_levels.ts";
import type { Degree } from "./degrees.ts";
import { bestOf, type Finding } from "./finding.ts";
import { countMonths } from "./dates.ts";
import { occupationsOf } from "./neighbours.ts";
import { quoteOf } from "./quote.ts";
import type { ParsedResume } from "./resume.ts";
import { type FieldFit, fitOfField, skillsOfField } from "./study_fields.ts";
import type { Target } from "./target.ts";
import type { Role } from "./work_history.ts";
import type { Reason } from "./types.ts";

type DegreeTarget = Extract<Target, { type: "degree" }>;

/** Years of work that a posting's "or equivalent experience" stands for. */
const EQUIVALENT_MONTHS = 60;
/** Nobody held more; a hostile text may hold thousands. */
const MAX_ROLES = 40;

/** A level of thinking by experience is believed from two steps below. */
function isNotFarBelow({ degrees }: ParsedResume, { level }: DegreeTarget): boolean {
  const asked = DEGREE_LEVELS.indexOf(level);
  return degrees.some((one) => DEGREE_LEVELS.indexOf(one.level) >= asked - 2);
}

/**
 * Judges an education: a higher level satisfies a lower one; a neighbouring field, a level just
 * below, a study under way or left early is a part.
 *
 * @param name The requirement as written: its fields may be examples, or its level one without diploma.
 */
export function judgeDegree(resume: ParsedResume, target: DegreeTarget, name: string): Finding {
  const tried = [name];
  const best = bestOf(resume.degrees.map((degree) => judgeOne(resume, degree, target, name)));
  if (best !== null && best.verdict !== "NO") return best;
  if (target.orEquivalent && isNotFarBelow(resume, target)) {
    const relevant = resume.roles.slice(0, MAX_ROLES)
      .filter((role) => isInField(resume, role, target.fields));
    const months = countMonths(relevant.map(({ range }) => range));
    const role = months >= EQUIVALENT_MONTHS ? relevant[0] : undefined;
    const quote = role && quoteOf(resume.text, role.title ?? role.head, role.head);
    if (quote !== undefined) {
      const reason = { code: "degree_by_experience", params: { months } };
      return { verdict: "PARTIAL", reason, evidence: [quote], tried, strength: 1 };
    }
  }
  if (best !== null) return best;
  const reason = { code: "degree_absent", params: { asked: target.level } };
  return { verdict: "NO", reason, evidence: [], tried, strength: 0 };
}

/** Whether a job is in a field of study, by its title or what it tells. */
function isInField(resume: ParsedResume, role: Role, fields: readonly string[]): boolean {
  if (role.kind !== "work") return false;
  if (fields.length === 0) return true;
  const wanted = new Set(fields.flatMap(skillsOfField).flatMap((id) => [id, ...occupationsOf(id)]));
  return resume.mentions.some(({ skill, start, end }) =>
    wanted.has(skill) && start >= role.start && end <= role.end
  );
}

function judgeOne(
  resume: ParsedResume,
  degree: Degree,
  target: DegreeTarget,
  name: string,
): Finding {
  const about = resume.text.slice(degree.about.start, degree.about.end);
  const fit = takesAnyField(name)
    ? "same"
    : fitOfField(target.fields, about, skillsIn(resume, degree));
  const gap = DEGREE_LEVELS.indexOf(degree.level) - levelAsked(target, about);
  const { verdict, code } = weigh(degree, gap, fit, name);
  const params = { asked: target.level, found: degree.level, field: target.fields.join(", ") };
  const reason: Reason = { code, params };
  const evidence = verdict === "NO" ? [] : [quoteOf(resume.text, degree.about, degree.about)];
  const strength = 50 + gap + (fit === "same" ? 20 : fit === "related" ? 10 : 0);
  return { verdict, reason, evidence, tried: [name], strength };
}

function skillsIn({ mentions }: ParsedResume, { about }: Degree): string[] {
  return mentions.filter(({ start, end }) => start >= about.start && end <= about.end)
    .map(({ skill }) => skill);
}

/** "hbo-verpleegkunde of mbo-verpleegkundige niveau 4" is asked as its lowest; "mbo" alone too. */
function levelAsked({ level }: DegreeTarget, about: string): number {
  const asked = DEGREE_LEVELS.indexOf(level);
  const isPlainMbo = /\bmbo\b/i.test(about) && !/\d/.test(about) && level === "mbo4";
  return isPlainMbo ? DEGREE_LEVELS.indexOf("mbo3") : asked;
}

function weigh(
  degree: Degree,
  gap: number,
  fit: FieldFit,
  name: string,
): { verdict: Finding["verdict"]; code: string } {
  const isLevelEnough = /niveau|denkniveau|level|equivalent/i.test(name);
  if (fit === "other") {
    return { verdict: "NO", code: gap >= 0 ? "degree_other_field" : "degree_lower" };
  }
  if (gap < 0) {
    return gap >= -1 && degree.status === "done" ? part("degree_below") : miss("degree_lower");
  }
  if (degree.status === "pending") return part("degree_pending");
  if (degree.status === "dropped") return part("degree_dropped");
  if (degree.status === "level" && !isLevelEnough) return part("degree_level_only");
  if (fit === "related") return part("degree_related");
  return { verdict: "YES", code: gap > 0 ? "degree_higher" : "degree_met" };
}

/** "Afgeronde mbo-opleiding, bijvoorbeeld Logistiek": the fields are examples. */
function takesAnyField(name: string): boolean {
  return /\b(?:bijvoorbeeld|bijv|zoals|for example|e\.g)\b/i.test(name);
}

function part(code: string) {
  return { verdict: "PARTIAL" as const, code };
}

function miss(code: string) {
  return { verdict: "NO" as const, code };
}

/** The label of a level, for reasons. */
export const DEGREE_NAMES: Readonly<
  Record<DegreeLevel, { readonly en: string; readonly nl: string }>
> = {
  secondary: { en: "secondary school diploma", nl: "middelbareschooldiploma" },
  mbo2: { en: "vocational diploma (mbo 2)", nl: "mbo 2" },
  mbo3: { en: "vocational diploma (mbo 3)", nl: "mbo 3" },
  mbo4: { en: "vocational diploma (mbo 4)", nl: "mbo 4" },
  associate: { en: "associate degree", nl: "associate degree" },
  bachelor: { en: "bachelor's degree", nl: "hbo- of wo-bachelor" },
  master: { en: "master's degree", nl: "master" },
  doctorate: { en: "doctorate", nl: "doctoraat" },
};
