import { isContact } from "./contact.ts";
import { countMonths, type DateRange, findDateRanges, type MonthIndex } from "./dates.ts";
import type { Degree } from "./degrees.ts";
import { labelOf, lexicon } from "./lexicon.ts";
import type { SkillType } from "./lexicon_types.ts";
import { leaningOf } from "./language.ts";
import { type Link, linksIn } from "./links.ts";
import { isShowing, placesOfSkill } from "./places.ts";
import type { ParsedResume, Zone } from "./resume.ts";
import { placeOf } from "./role_place.ts";
import type { Section } from "./sections.ts";
import type { SpokenLevel } from "./spoken.ts";
import { tokenize } from "./text.ts";
import type { Language, Span } from "./types.ts";
import type { Role } from "./work_history.ts";

/** A month as "YYYY-MM". */
export type Month = string;

/** Something of the lexicon, with its label in the language asked for. */
export interface Named {
  readonly id: string;
  readonly label: string;
}

/** A dated role; `start` and `end` are its lines in the text. */
export interface ProfileRole extends Span {
  readonly kind: Role["kind"];
  readonly title: string | null;
  readonly organisation: string | null;
  readonly place: string | null;
  /** The known occupation in the title, rank left out; null where it names none. */
  readonly occupation: Named | null;
  readonly from: Month;
  /** The last month of it. */
  readonly to: Month;
  readonly isCurrent: boolean;
  readonly months: number;
}

/** A stretch between dated things in which the text tells of nothing. It counts for nothing. */
export interface ProfileGap {
  readonly from: Month;
  readonly to: Month;
  readonly months: number;
}

/** Where a skill was shown; "list" where it is only named. */
export type ShownIn = "work" | "project" | "study" | "certificate" | "told" | "list";

export interface ProfileSkill extends Named {
  readonly type: SkillType;
  /** Of dated work that shows it, overlaps counted once. */
  readonly months: number;
  /** The last month of a dated role that shows it; null without one. */
  readonly lastUsed: Month | null;
  readonly isCurrent: boolean;
  readonly shownIn: readonly ShownIn[];
}

/** Months of dated work in an occupation or a branch of industry, overlaps counted once. */
export interface ProfileTime extends Named {
  readonly months: number;
}

export interface ProfileDegree {
  readonly level: Degree["level"];
  readonly status: Degree["status"];
  /** The line that tells of it. */
  readonly about: string;
}

export interface ProfileLanguage {
  /** ISO 639-1, or an id where the language has no such code. */
  readonly code: string;
  readonly label: string;
  readonly level: SpokenLevel | null;
}

/** A part of a résumé under one heading, or above the first. */
export interface ProfileSection extends Span {
  readonly kind: Section["kind"];
  /** Of its text; that of the whole where it is too short to tell. */
  readonly language: Language;
}

/** What the engine reads of a résumé. Verdicts rest on it; it is no verdict itself. */
export interface Profile {
  readonly language: Language;
  /** Of all dated work, overlaps counted once. */
  readonly workMonths: number;
  /** The latest first. */
  readonly roles: readonly ProfileRole[];
  readonly gaps: readonly ProfileGap[];
  /** The longest first, as are the industries. */
  readonly occupations: readonly ProfileTime[];
  readonly industries: readonly ProfileTime[];
  /** Those used longest first, then those used last. */
  readonly skills: readonly ProfileSkill[];
  readonly education: readonly ProfileDegree[];
  readonly languages: readonly ProfileLanguage[];
  readonly links: readonly Link[];
  /** In the order of the text. */
  readonly sections: readonly ProfileSection[];
}

/**
 * What a résumé tells of a career: roles, gaps, skills with their months, time in each occupation.
 *
 * @param language Of the labels.
 */
export function profileOf(resume: ParsedResume, language: Language): Profile {
  const roles = resume.roles.map((role) => toRole(resume, role, language));
  return {
    language: resume.language,
    workMonths: resume.months,
    roles: roles.toSorted((a, b) =>
      Number(b.isCurrent) - Number(a.isCurrent) || order(b.to, a.to) || order(b.from, a.from) ||
      a.start - b.start
    ),
    gaps: gapsOf(resume),
    occupations: occupationTimes(resume, language),
    industries: industryTimes(resume, language),
    skills: skillsOf(resume, language),
    education: resume.degrees.map(({ level, status, about }) => ({
      level,
      status,
      about: said(resume, about) ?? "",
    })),
    languages: resume.spoken.map(({ code, level }) => ({
      code,
      label: labelOf(lexicon().languageByCode(code) ?? code, language),
      level,
    })),
    links: linksIn(resume.text),
    sections: resume.sections.map(({ kind, body }) => ({
      kind,
      start: body.start,
      end: body.end,
      language: sectionLanguage(resume, body),
    })),
  };
}

/** Fewer characters are names and dates in any language. */
const TELLING_LENGTH = 80;

function sectionLanguage({ text, language }: ParsedResume, body: Span): Language {
  if (body.end - body.start < TELLING_LENGTH) return language;
  return leaningOf(tokenize(text, body)) ?? language;
}

function toRole(resume: ParsedResume, role: Role, language: Language): ProfileRole {
  const { kind, start, end, title, organisation, others, place, range } = role;
  const occupation = occupationOf(resume, role);
  // Where no heading parts them, the name stands right above the first role.
  const [firm = null, ...rest] = [organisation, ...others]
    .filter((part) => part !== null)
    .filter((part) => !isContact(resume.contactSpans, part));
  return {
    kind,
    start,
    end,
    title: said(resume, title),
    organisation: said(resume, firm),
    place: said(resume, place ?? placeOf(resume.text, rest)),
    occupation: occupation === null ? null : named(occupation, language),
    from: monthOf(range.from),
    to: monthOf(range.to - 1),
    isCurrent: range.current,
    months: range.to - range.from,
  };
}

/** The longest occupation that the title names. */
function occupationOf({ mentions }: ParsedResume, { title }: Role): string | null {
  if (title === null) return null;
  let best: { skill: string; length: number } | null = null;
  for (const { skill, start, end } of mentions) {
    if (start < title.start || end > title.end) continue;
    if (lexicon().skillById(skill)?.type !== "occupation") continue;
    if (best === null || end - start > best.length) best = { skill, length: end - start };
  }
  return best?.skill ?? null;
}

/** Shorter ones are changes of work, or months that were rounded. */
const SHORTEST_GAP = 3;

/** Where neither a role nor a study has a date, between the first and the last that have one. */
function gapsOf({ text, now, roles, sections }: ParsedResume): ProfileGap[] {
  const studies = sections.filter(({ kind }) => kind === "education").flatMap(({ body }) => {
    const told = text.slice(body.start, body.end);
    return findDateRanges(told, now).filter(({ single }) => !single)
      .map((range) => stretch(told, range));
  });
  const dated = [...roles.map(({ range }) => stretch(text, range)), ...studies]
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  const gaps: ProfileGap[] = [];
  let end: MonthIndex | null = null;
  for (const { from, to } of dated) {
    if (end !== null && from - end >= SHORTEST_GAP) {
      gaps.push({ from: monthOf(end), to: monthOf(from - 1), months: from - end });
    }
    end = Math.max(end ?? to, to);
  }
  return gaps.reverse();
}

/** "2012 – 2015" may have lasted until the end of 2015: no gap is told that may be none. */
function stretch(text: string, { start, end, from, to, current }: DateRange) {
  const isByYear = !current && YEARS_ALONE.test(text.slice(start, end));
  return { from, to: isByYear ? to + 12 : to };
}

const YEARS_ALONE =
  /^[^\p{L}\d]*\d{4}\s*(?:[-–—/]|to|tot|until|till|through|t\/m)\s*\d{4}[^\p{L}\d]*$/iu;

function occupationTimes(resume: ParsedResume, language: Language): ProfileTime[] {
  const byId = new Map<string, Role[]>();
  for (const role of resume.roles) {
    const id = role.kind === "work" ? occupationOf(resume, role) : null;
    if (id !== null) byId.set(id, [...byId.get(id) ?? [], role]);
  }
  return toTimes(byId, language);
}

function industryTimes(resume: ParsedResume, language: Language): ProfileTime[] {
  const byId = new Map<string, Role[]>();
  for (const id of resume.bySkill.keys()) {
    if (!lexicon().isIndustry(id)) continue;
    const places = placesOfSkill(resume, id).filter(({ doubt }) => doubt === null);
    const roles = places.flatMap(({ line: { role } }) => role?.kind === "work" ? [role] : []);
    if (roles.length > 0) byId.set(id, roles);
  }
  return toTimes(byId, language);
}

function toTimes(
  byId: ReadonlyMap<string, readonly Role[]>,
  language: Language,
): ProfileTime[] {
  return [...byId].map(([id, roles]) => ({
    ...named(id, language),
    months: countMonths(roles.map(({ range }) => range)),
  })).sort((a, b) => b.months - a.months || byLabel(a, b));
}

const SHOWN_TYPES: ReadonlySet<SkillType> = new Set([
  "skill",
  "tool",
  "method",
  "knowledge",
  "licence",
  "certificate",
]);

function skillsOf(resume: ParsedResume, language: Language): ProfileSkill[] {
  return [...resume.bySkill.keys()].flatMap((id): ProfileSkill[] => {
    const type = lexicon().skillById(id)?.type;
    if (type === undefined || !SHOWN_TYPES.has(type) || lexicon().isIndustry(id)) return [];
    const places = placesOfSkill(resume, id).filter(({ doubt, line }) =>
      doubt === null && line.zone !== "aside"
    );
    if (places.length === 0) return [];
    const showing = places.filter(({ line }) => isShowing(line.zone));
    const roles = [...new Set(showing.flatMap(({ line: { role } }) => role ?? []))];
    const last = Math.max(-Infinity, ...roles.map(({ range }) => range.to));
    const zones = new Set(places.map(({ line }) => line.zone));
    return [{
      ...named(id, language),
      type,
      months: countMonths(roles.filter(({ kind }) => kind === "work").map(({ range }) => range)),
      lastUsed: roles.length === 0 ? null : monthOf(last - 1),
      isCurrent: roles.some(({ range }) => range.current),
      shownIn: ZONES.filter(([zone]) => zones.has(zone)).map(([, name]) => name),
    }];
  }).sort((a, b) =>
    b.months - a.months || order(b.lastUsed ?? "", a.lastUsed ?? "") || byLabel(a, b)
  );
}

const ZONES: readonly (readonly [Zone, ShownIn])[] = [
  ["work", "work"],
  ["project", "project"],
  ["study", "study"],
  ["certificate", "certificate"],
  ["told", "told"],
  ["claim", "list"],
];

function named(id: string, language: Language): Named {
  return { id, label: labelOf(id, language) };
}

function said({ text }: ParsedResume, span: Span | null): string | null {
  return span && text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
}

function byLabel(a: Named, b: Named): number {
  return order(a.label.toLowerCase(), b.label.toLowerCase()) || order(a.id, b.id);
}

/** By code units: no locale, so that the order is the same everywhere. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function monthOf(index: MonthIndex): Month {
  const year = String(Math.floor(index / 12)).padStart(4, "0");
  return `${year}-${String(index % 12 + 1).padStart(2, "0")}`;
}
