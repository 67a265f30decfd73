import { lexicon } from "./lexicon.ts";
import type { Target } from "./target.ts";
import { fold } from "./text.ts";
import type { Kind, Requirement } from "./types.ts";

/** A requirement in the making, with what it takes to recognise its double. */
export interface Draft {
  requirement: Requirement;
  readonly target: Target;
  readonly keys: ReadonlySet<string>;
  /** Asked for in so many words, not read from the duties. */
  isAsked: boolean;
}

/** A course in a subject is not the same demand as experience in it. */
const STUDY = /(?:opleiding|cursus|training|course)(?:\s|$)/i;

/** What tells two that ask for the same apart from others. */
export function keysOf(target: Target, name: string): Set<string> {
  switch (target.type) {
    case "skills": {
      const kind = STUDY.test(name) ? "study of " : "";
      return new Set(
        [...target.anyOf, ...target.allOf].map(({ skill, terms }) =>
          kind + (skill ?? fold(terms[0] ?? name))
        ),
      );
    }
    case "degree":
      return new Set([`degree ${target.level}`]);
    case "language":
      return new Set([target.code]);
    case "languages":
      return new Set([...target.anyOf, ...target.allOf].map(({ code }) => code));
    case "seniority":
      return new Set([`rank ${target.role?.terms[0] ?? ""}`]);
    case "duty":
      return new Set([fold(name)]);
    default:
      return new Set([target.skill ?? fold(target.terms[0] ?? name)]);
  }
}

/** The kind that a name is proposed to have. */
export function kindOf(target: Target): Kind {
  if (target.type === "experience" && target.role) return "occupation";
  return target.type === "soft" ? "soft" : "hard";
}

/** The first known skill that is asked for; for a language, its skill. */
export function skillOf(target: Target): string | null {
  switch (target.type) {
    case "skills":
      return [...target.anyOf, ...target.allOf].find(({ skill }) => skill !== null)?.skill ?? null;
    case "degree":
    case "seniority":
    case "duty":
      return null;
    case "language":
      return lexicon().languageByCode(target.code);
    case "languages":
      return lexicon().languageByCode([...target.anyOf, ...target.allOf][0]?.code ?? "");
    default:
      return target.skill;
  }
}

const GATED_NAME = /licen[cs]e|registrat|permit|vergunning|rijbewijs|right to work|bevoegdheid/i;

/** Only licences, registrations and work permits are proposed as gates. */
export function isGate(target: Target): boolean {
  if (target.type === "credential") {
    if (target.skill === null) return target.terms.some((term) => GATED_NAME.test(term));
    return lexicon().skillById(target.skill)?.type === "licence";
  }
  if (target.type !== "skills" || target.allOf.length > 0) return false;
  return target.anyOf.length > 0 &&
    target.anyOf.every(({ skill }) =>
      skill !== null && lexicon().skillById(skill)?.type === "licence"
    );
}
