import { isContact } from "./contact.ts";
import { countMonths } from "./dates.ts";
import { type Doubt, doubtAt, type DoubtSpan } from "./denial.ts";
import { distinctQuotes } from "./finding.ts";
import { deedsOf } from "./deeds.ts";
import { contentStems, findLiteral, type LiteralHit } from "./literal.ts";
import { lexicon } from "./lexicon.ts";
import type { Mention } from "./mentions.ts";
import { occupationsOf } from "./neighbours.ts";
import { quoteOf } from "./quote.ts";
import { type Line, lineAt, type ParsedResume, type Zone } from "./resume.ts";
import { isSlipOf } from "./spelling.ts";
import type { SkillTarget } from "./target.ts";
import { fold } from "./text.ts";
import type { Evidence, Span } from "./types.ts";
import type { Role } from "./work_history.ts";

/** Where a résumé names what is looked for. */
export interface Place extends Span {
  readonly line: Line;
  readonly doubt: DoubtSpan | null;
  /** 1 where all of its words stand, less where only some do. */
  readonly share: number;
}

/** A zone in which naming a thing shows it. */
export function isShowing(zone: Zone): boolean {
  return zone === "work" || zone === "project" || zone === "study" || zone === "certificate" ||
    zone === "told";
}

/** The places where a résumé names a skill or a literal phrase, contact details left out. */
export function placesOf(resume: ParsedResume, target: SkillTarget): Place[] {
  const spans: (Span & { share: number })[] = [];
  if (target.skill !== null) {
    for (const mention of resume.bySkill.get(target.skill) ?? []) {
      spans.push({ ...mention, share: 1 });
    }
  }
  if (target.skill !== null) {
    for (const mention of titlesOf(resume, target.skill)) spans.push({ ...mention, share: 1 });
  }
  if (spans.length === 0) {
    const isKnown = target.skill !== null;
    for (const term of [...target.terms, ...ordinaryNames(target)]) {
      const hits = findLiteral(resume.words, term);
      const share = hits[0]?.share ?? 0;
      if (share === 0 || (isKnown && share < 1)) continue;
      if (isKnown && contentStems(term).length < 2) {
        spans.push(...exactHits(resume, target.skill ?? "", term, hits));
        continue;
      }
      const scale = term === target.terms[0] ? 1 : 0.8;
      for (const hit of hits) spans.push({ ...hit, share: hit.share * scale });
      break;
    }
  }
  if (spans.length === 0 && target.skill !== null) {
    for (const span of deedsOf(resume, target.skill)) spans.push({ ...span, share: 1 });
  }
  const places = spans.flatMap((span) => placeAt(resume, span, span.share));
  return isMethod(target.skill) ? places.map((place) => withoutTeam(resume, place)) : places;
}

function isMethod(skill: string | null): boolean {
  return skill !== null && lexicon().skillById(skill)?.type === "method";
}

/** "Leads two Scrum teams": how a team works is no skill of others, whoever leads it. */
function withoutTeam({ text }: ParsedResume, place: Place): Place {
  const isTeams = place.doubt?.doubt === "others" &&
    /[\s-]teams?(?!\p{L})/iu.test(text.slice(place.start, place.end + 7));
  return isTeams ? { ...place, doubt: null } : place;
}

/** "Excel" of "advanced Excel": a name that is an ordinary word too, within the words asked for. */
function ordinaryNames({ skill, terms }: SkillTarget): readonly string[] {
  const guarded = skill === null ? undefined : lexicon().skillById(skill)?.guarded;
  return (guarded ?? []).filter((name) =>
    terms.some((term) => term !== name && term.split(/[\s,/()]+/).includes(name))
  );
}

/** Words that are a name of the skill but for one slip; those that name something else are not. */
export function misspeltPlaces(resume: ParsedResume, target: SkillTarget): Place[] {
  const names = labelsOfOneWord(target);
  if (names.length === 0) return [];
  const found: Place[] = [];
  for (const { kind, text, start, end } of resume.words.tokens) {
    if (kind !== "word" || !names.some((name) => isSlipOf(text, name))) continue;
    if (lexicon().skillsByLabel(text).length > 0) continue;
    found.push(...placeAt(resume, { start, end }, 1));
  }
  return found.filter(({ doubt, line }) => doubt === null && line.zone !== "aside");
}

function labelsOfOneWord({ skill, terms }: SkillTarget): string[] {
  const entry = skill === null ? undefined : lexicon().skillById(skill);
  const labels = [...terms, ...entry?.en ?? [], ...entry?.nl ?? []];
  return [...new Set(labels.filter((label) => /^\p{L}{8,}$/u.test(label)).map(fold))];
}

/** Titles of occupations that show a skill by their name alone. */
function titlesOf(resume: ParsedResume, skill: string): Mention[] {
  const found: Mention[] = [];
  if (lexicon().skillById(skill)?.type === "occupation") return found;
  for (const id of occupationsOf(skill)) {
    for (const mention of resume.bySkill.get(id) ?? []) {
      if (lineAt(resume.lines, mention.start)?.isHead) found.push(mention);
    }
  }
  return found;
}

const SHORTEST_NAME = 4;

/**
 * A name that is an ordinary word too ("Excel"), which nothing around it proves: as it is asked
 * for, its exact case in the middle of a line is proof enough.
 */
function exactHits(
  resume: ParsedResume,
  skill: string,
  term: string,
  hits: readonly LiteralHit[],
): (Span & { share: number })[] {
  if (term.length < SHORTEST_NAME || !isCapitalName(skill, term)) return [];
  return hits.filter(({ start, end }) => {
    if (resume.text.slice(start, end) !== term) return false;
    const line = lineAt(resume.lines, start);
    return line !== null &&
      (start > line.start || /^[:,;(]/.test(resume.text.slice(end, end + 1)) || end === line.end);
  });
}

function isCapitalName(skill: string, term: string): boolean {
  const entry = lexicon().skillById(skill);
  return /^\p{Lu}/u.test(term) && [...entry?.en ?? [], ...entry?.nl ?? []].includes(term);
}

/** The places of one known skill alone. */
export function placesOfSkill(resume: ParsedResume, skill: string): Place[] {
  return (resume.bySkill.get(skill) ?? []).flatMap((mention) => placeAt(resume, mention, 1));
}

function placeAt(resume: ParsedResume, { start, end }: Span, share: number): Place[] {
  const line = lineAt(resume.lines, start);
  if (line === null || line.zone === "aside" && share < 1) return [];
  if (isContact(resume.contactSpans, { start, end })) return [];
  return [{ start, end, line, share, doubt: doubtAt(resume.doubts, { start, end }) }];
}

export function withDoubt(places: readonly Place[], ...doubts: Doubt[]): Place[] {
  return places.filter(({ doubt }) => doubt !== null && doubts.includes(doubt.doubt));
}

/** The places that show a thing without doubt: in work, a project, a study, a certificate. */
export function shownPlaces(places: readonly Place[]): Place[] {
  return places.filter(({ doubt, line }) => doubt === null && isShowing(line.zone));
}

const ORDER: Readonly<Record<Zone, number>> = {
  work: 0,
  project: 1,
  told: 2,
  certificate: 3,
  study: 4,
  claim: 5,
  aside: 6,
};

/** The quotes that show a thing, the strongest first: dated work, the most recent before others. */
export function quotesOf(resume: ParsedResume, places: readonly Place[]): Evidence[] {
  const sorted = places.toSorted((a, b) =>
    ORDER[a.line.zone] - ORDER[b.line.zone] ||
    Number(a.line.isHead) - Number(b.line.isHead) ||
    (b.line.role?.range.to ?? 0) - (a.line.role?.range.to ?? 0) || a.start - b.start
  );
  return distinctQuotes(
    sorted.slice(0, 12).map((place) => quoteOf(resume.text, place, place.line)),
  );
}

/** Time in the work that shows a thing. */
export interface WorkTime {
  /** Overlaps counted once. */
  readonly months: number;
  readonly roles: number;
  /** Whether one of the roles lasts until now. */
  readonly isCurrent: boolean;
}

export function timeOf(places: readonly Place[]): WorkTime {
  const roles = new Set<Role>();
  for (const { line } of places) {
    if (line.role !== null && line.role.kind === "work") roles.add(line.role);
  }
  const ranges = [...roles].map(({ range }) => range);
  return {
    months: countMonths(ranges),
    roles: roles.size,
    isCurrent: ranges.some(({ current }) => current),
  };
}

const MAX_TRIED = 8;
/** One job asks the same of every résumé. */
const triedBefore = new WeakMap<SkillTarget, readonly string[]>();

/** The labels under which a thing was looked for. */
export function triedOf(target: SkillTarget): readonly string[] {
  const before = triedBefore.get(target);
  if (before !== undefined) return before;
  const entry = target.skill === null ? undefined : lexicon().skillById(target.skill);
  const labels = [...target.terms, ...(entry?.en ?? []), ...(entry?.nl ?? [])];
  const seen = new Map<string, string>();
  for (const label of labels) {
    if (!seen.has(label.toLowerCase())) seen.set(label.toLowerCase(), label);
  }
  const tried = [...seen.values()].slice(0, MAX_TRIED);
  triedBefore.set(target, tried);
  return tried;
}
