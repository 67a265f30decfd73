import { BEHAVIOUR, behaviourOf } from "./behaviour.ts";
import { doubtAt } from "./denial.ts";
import { bestOf, type Finding } from "./finding.ts";
import { judgeSkill } from "./match_skill.ts";
import { nameOf, no } from "./skill_finding.ts";
import { neighboursOf } from "./neighbours.ts";
import {
  isShowing,
  type Place,
  placesOf,
  placesOfSkill,
  quotesOf,
  shownPlaces,
  triedOf,
} from "./places.ts";
import type { Line, ParsedResume } from "./resume.ts";
import type { SkillTarget } from "./target.ts";
import type { HalfLives } from "./types.ts";

/** A line of fewer characters names a quality rather than tells of it. */
const TELLING = 30;
const MAX_LINES = 2_000;
/** What somebody is like does not age. */
const NEVER: HalfLives = { occupation: null, tool: null, knowledge: null };

/**
 * Judges a quality by behaviour that shows it, told of work or study. The bare word, in a list, a
 * profile or anywhere else, is a claim: a part.
 */
export function judgeSoft(resume: ParsedResume, target: SkillTarget): Finding {
  const cue = (target.skill === null ? null : BEHAVIOUR[target.skill]) ??
    behaviourOf(target.terms[0] ?? "");
  const named = nameOf(target);
  const tried = triedOf(target);
  const deeds = cue === null ? [] : behaviourPlaces(resume, cue);
  if (target.skill === null) {
    const literal = judgeSkill(resume, target, { years: null, isBasic: false, halfLives: NEVER });
    return bestOf([literal, ...(deeds.length > 0 ? [told(resume, deeds, named, tried)] : [])]) ??
      literal;
  }
  const places = placesOf(resume, target).filter(({ share }) => share >= 1);
  const telling = shownPlaces(places).filter(({ line }) =>
    line.end - line.start >= TELLING && !line.isHead
  );
  if (deeds.length + telling.length > 0) return told(resume, [...deeds, ...telling], named, tried);
  const near = [...neighboursOf(target.skill).keys()].flatMap((id) => placesOfSkill(resume, id));
  const claims = [...places, ...near].filter(({ doubt, line }) =>
    doubt === null && line.zone !== "aside"
  );
  if (claims.length > 0) {
    return {
      verdict: "PARTIAL",
      reason: { code: "buzzword", params: named },
      evidence: quotesOf(resume, claims),
      tried,
      strength: 30,
    };
  }
  return no(target, { code: "no_behaviour", params: named }, 0);
}

function told(
  resume: ParsedResume,
  places: readonly Place[],
  named: Record<string, string>,
  tried: readonly string[],
): Finding {
  const reason = { code: "behaviour", params: named };
  return {
    verdict: "YES",
    reason,
    evidence: quotesOf(resume, places),
    tried,
    strength: 100 + places.length,
  };
}

/** The lines of work, study or voluntary work in which a behaviour is told. */
function behaviourPlaces(resume: ParsedResume, cue: RegExp): Place[] {
  const found: Place[] = [];
  for (const line of resume.lines.slice(0, MAX_LINES)) {
    if (!isShowing(line.zone) || line.isHead || line.zone === "study") continue;
    const place = cueIn(resume, line, cue);
    if (place !== null) found.push(place);
  }
  return found;
}

function cueIn(resume: ParsedResume, line: Line, cue: RegExp): Place | null {
  const words = resume.text.slice(line.start, Math.min(line.end, line.start + 1_000));
  const match = cue.exec(words);
  if (match === null) return null;
  const span = { start: line.start + match.index, end: line.start + match.index + match[0].length };
  const doubt = doubtAt(resume.doubts, span);
  const counts = doubt === null || doubt.doubt === "others" && doubt.isTheirs !== true;
  return counts ? { ...span, line, share: 1, doubt: null } : null;
}
