import type { Finding } from "./finding.ts";
import { judgeOccupation } from "./match_occupation.ts";
import { judgeSkill } from "./match_skill.ts";
import type { SkillDemand } from "./skill_finding.ts";
import { quoteOf } from "./quote.ts";
import type { ParsedResume } from "./resume.ts";
import type { Target } from "./target.ts";

type ExperienceTarget = Extract<Target, { type: "experience" }>;

/** Judges experience: in an occupation by the titles held, in a field by what the work tells. */
export function judgeExperience(
  resume: ParsedResume,
  target: ExperienceTarget,
  demand: SkillDemand,
): Finding {
  if (target.terms.length === 0) return judgeTotal(resume, demand.years);
  const { skill, terms } = target;
  if (!target.role) return judgeSkill(resume, { skill, terms }, demand);
  return judgeOccupation(resume, target, demand);
}

/** Experience of any kind: the months of all work together. */
function judgeTotal(resume: ParsedResume, years: number | null): Finding {
  const asked = Math.round((years ?? 0) * 12);
  const work = resume.roles.filter(({ kind }) => kind === "work");
  const evidence = work.slice(0, 3).map(({ head }) => quoteOf(resume.text, head, head));
  const isCurrent = work.some(({ range }) => range.current);
  const params = {
    term: "",
    months: resume.months,
    roles: work.length,
    current: isCurrent ? 1 : 0,
    asked,
  };
  const base = { evidence, tried: [], strength: resume.months };
  if (work.length === 0) {
    return { ...base, verdict: "NO", evidence: [], reason: { code: "no_dated_work", params } };
  }
  if (years === null) return { ...base, verdict: "YES", reason: { code: "shown_in_work", params } };
  return resume.months >= asked
    ? { ...base, verdict: "YES", reason: { code: "years_met", params } }
    : { ...base, verdict: "PARTIAL", reason: { code: "years_short", params } };
}
