import { BEHAVIOUR } from "./behaviour.ts";
import { doubtAt } from "./denial.ts";
import type { Finding } from "./finding.ts";
import { judgeSkill, nameOf, no } from "./match_skill.ts";
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

/** A line of fewer characters names a quality rather than tells of it. */
const TELLING = 30;
const MAX_LINES = 2_000;

/**
 * Judges a quality by behaviour that shows it, told of work or study. The bare word, in a list, a
 * profile or anywhere else, is a claim: a part.
 */
export function judgeSoft(resume: ParsedResume, target: SkillTarget): Finding {
  if (target.skill === null) return judgeSkill(resume, target, { years: null, isBasic: false });
  const named = nameOf(target);
  const tried = triedOf(target);
  const places = placesOf(resume, target).filter(({ share }) => share >= 1);
  const deeds = behaviourPlaces(resume, target.skill);
  const told = shownPlaces(places).filter(({ line }) =>
    line.end - line.start >= TELLING && !line.isHead
  );
  const shown = [...deeds, ...told];
  if (shown.length > 0) {
    return {
      verdict: "YES",
      reason: { code: "behaviour", params: named },
      evidence: quotesOf(resume, shown),
      tried,
      strength: 100 + shown.length,
    };
  }
  const near = [...neighboursOf(target.skill)].filter(([, { kind }]) => kind === "narrower")
    .flatMap(([id]) => shownPlaces(placesOfSkill(resume, id)));
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

/** The lines of work, study or voluntary work in which a behaviour is told. */
function behaviourPlaces(resume: ParsedResume, skill: string): Place[] {
  const cue = BEHAVIOUR[skill];
  if (cue === undefined) return [];
  const found: Place[] = [];
  for (const line of resume.lines.slice(0, MAX_LINES)) {
    if (!isShowing(line.zone) || line.isHead) continue;
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
  const counts = doubt === null || doubt.doubt === "others";
  return counts ? { ...span, line, share: 1, doubt: null } : null;
}
