import { CRAFTS } from "./craft_data.ts";
import { lexicon } from "./lexicon.ts";
import type { SkillType } from "./lexicon_types.ts";
import { findMentions } from "./mentions.ts";
import { neighboursOf } from "./neighbours.ts";
import { type Place, placesOfSkill, shownPlaces } from "./places.ts";
import type { ParsedResume } from "./resume.ts";
import type { SkillTarget } from "./target.ts";

/** What is no craft of one occupation: half of all work asks for it. */
const SHARED: ReadonlySet<SkillType> = new Set(["soft", "language", "occupation", "licence"]);

/** A craft with fewer parts is known by what is next to it as well. */
const MIN_PARTS = 5;
interface Craft {
  /** What the lexicon ties to the occupation itself. */
  readonly base: readonly string[];
  /** Those, and what is a part of them or next to them. */
  readonly all: readonly string[];
}

const known = new WeakMap<SkillTarget, Craft>();

/**
 * The skills that make up the craft of an occupation: those that the lexicon ties to it, or that
 * its name names ("construction inspector"), with what is a part of them or next to them; and those
 * that are listed as its craft.
 */
function craftOf(target: SkillTarget): Craft {
  const before = known.get(target);
  if (before !== undefined) return before;
  const base = new Set<string>();
  for (const id of occupationsIn(target)) {
    for (const [near, { kind }] of neighboursOf(id)) {
      if (kind !== "narrower" && isCraft(near)) base.add(near);
    }
    if (base.size > 0 || CRAFTS[id] !== undefined) continue;
    for (const up of lexicon().broaderOf(id)) {
      for (const near of neighboursOf(up).keys()) if (isCraft(near)) base.add(near);
    }
  }
  for (const { skill } of findMentions(target.terms[0] ?? "")) if (isCraft(skill)) base.add(skill);
  const craft = new Set(base);
  for (const id of base) {
    const isNarrow = lexicon().narrowerOf(id).length < MIN_PARTS;
    for (const [near, { kind }] of neighboursOf(id)) {
      if ((kind === "narrower" || kind === "related" && isNarrow) && isCraft(near)) craft.add(near);
    }
  }
  for (const id of occupationsIn(target)) {
    for (const part of CRAFTS[id] ?? []) {
      base.add(part);
      craft.add(part);
    }
  }
  const found = { base: [...base], all: [...craft] };
  known.set(target, found);
  return found;
}

function occupationsIn({ skill, terms }: SkillTarget): string[] {
  if (skill !== null) return [skill];
  return findMentions(terms[0] ?? "").map(({ skill }) => skill)
    .filter((id) => lexicon().skillById(id)?.type === "occupation");
}

function isCraft(id: string): boolean {
  const type = lexicon().skillById(id)?.type;
  return type !== undefined && !SHARED.has(type) && !lexicon().isIndustry(id);
}

/** Where a résumé shows the craft of an occupation in work that was done. */
export function craftPlaces(resume: ParsedResume, target: SkillTarget): Place[] {
  return craftOf(target).all.flatMap((id) =>
    resume.bySkill.has(id)
      ? shownPlaces(placesOfSkill(resume, id)).filter(({ line }) =>
        line.zone === "work" || line.zone === "told" || line.zone === "project"
      )
      : []
  );
}

/** Where a résumé says that the craft itself was studied. */
export function studyPlaces(resume: ParsedResume, target: SkillTarget): Place[] {
  return craftOf(target).base.flatMap((id) =>
    resume.bySkill.has(id)
      ? shownPlaces(placesOfSkill(resume, id)).filter(({ line }) => line.zone === "study")
      : []
  );
}
