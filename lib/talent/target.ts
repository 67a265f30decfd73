import { readAskedDegree } from "./asked_degree.ts";
import { readAskedLanguages } from "./asked_language.ts";
import { type AskedSeniority, type Rank, readAskedSeniority } from "./asked_seniority.ts";
import { distinct, readRole } from "./asked_role.ts";
import { endsInSimilar, withoutSimilar } from "./asked_similar.ts";
import type { DegreeLevel } from "./degree_levels.ts";
import { lexicon } from "./lexicon.ts";
import { splitList } from "./lists.ts";
import { trimElement } from "./names.ts";
import { type Range, type Reading, readPiece, textOf } from "./reading.ts";
import { isRoleHead, occupationIn } from "./roles.ts";
import {
  type Element,
  isQuality,
  readElements,
  skillOfLabel,
  toTarget,
} from "./target_elements.ts";
import type { Language } from "./types.ts";
import { isContentWord, verbBase } from "./words.ts";
import { readYears } from "./years.ts";

export { DEGREE_LEVELS, type DegreeLevel } from "./degree_levels.ts";

export type CefrLevel = "A1" | "A2" | "B1" | "B2" | "C1" | "C2";

/** One thing that would do: a known skill, or a literal noun phrase when `skill` is null. */
export interface SkillTarget {
  readonly skill: string | null;
  /** The words of the name to look for literally, longest first; at least one. */
  readonly terms: readonly string[];
  /** Set for a quality, which behaviour shows. */
  readonly isSoft?: boolean;
  /** Set where the name ends in "or a similar tool": a peer of it will do. */
  readonly orSimilar?: boolean;
}

/** A language at a level; the level is null when none is asked. */
export interface LanguageDemand {
  readonly code: string;
  readonly level: CefrLevel | "native" | null;
}

/** What the name of a requirement asks for. */
export type Target =
  /** `anyOf`: one of them is enough. `allOf`: each is needed. Most names have one in `anyOf`. */
  | {
    readonly type: "skills";
    readonly anyOf: readonly SkillTarget[];
    readonly allOf: readonly SkillTarget[];
    /** "Networking" in "Networking: firewalls, VPN": the whole of which the others are told. */
    readonly whole?: SkillTarget;
  }
  /** `fields` as written ("informatica"); empty when any field will do. `orEquivalent`: by experience too. */
  | {
    readonly type: "degree";
    readonly level: DegreeLevel;
    readonly fields: readonly string[];
    readonly orEquivalent: boolean;
  }
  /** `code` is ISO 639-1, or the skill's id for a language without one; `level` null when none is asked. */
  | {
    readonly type: "language";
    readonly code: string;
    readonly level: CefrLevel | "native" | null;
  }
  /** "Fluent English or Polish" (`anyOf`), "English and German" (`allOf`). */
  | {
    readonly type: "languages";
    readonly anyOf: readonly LanguageDemand[];
    readonly allOf: readonly LanguageDemand[];
  }
  /** A licence, registration, certificate or permit: it may lapse or be pending. */
  | {
    readonly type: "credential";
    readonly skill: string | null;
    readonly terms: readonly string[];
  }
  /**
   * Experience in a field that we don't know ("a similar setting") or, when `role`, in an
   * occupation ("sous chef"). No terms: experience of any kind.
   */
  | {
    readonly type: "experience";
    readonly role: boolean;
    readonly skill: string | null;
    readonly terms: readonly string[];
  }
  | { readonly type: "soft"; readonly skill: string | null; readonly terms: readonly string[] }
  /** "Senior level as Java developer"; `role` null when any work will do. */
  | { readonly type: "seniority"; readonly rank: Rank; readonly role: SkillTarget | null }
  /** A piece of work told at length ("Order produce, receive deliveries and rotate stock"). */
  | { readonly type: "duty"; readonly name: string };

/**
 * Reads what the name of a requirement asks for, so that one typed by a recruiter is judged like
 * one read from a posting. Years are apart: see `readRequirement`.
 *
 * @param _language The language that the name is most likely written in; both are read alike, so
 * that mixed postings are.
 */
export function readTarget(name: string, _language: Language): Target {
  const reading = readPiece(name);
  const degree = readAskedDegree(name, reading.tokens);
  if (degree !== null) {
    const { level, fields, orEquivalent } = degree;
    return { type: "degree", level, fields, orEquivalent };
  }
  const languages = readAskedLanguages(name, reading.tokens, reading.mentions);
  const [language] = languages;
  if (language !== undefined && languages.length === 1) {
    return { type: "language", code: language.code, level: language.level };
  }
  const seniority = readAskedSeniority(reading);
  if (seniority !== null) return toSeniority(reading, seniority);
  const body = withoutSimilar(reading, withoutYears(name, reading));
  const role = readRole(reading, body);
  if (role !== null) return role;
  if (isDuty(reading)) return { type: "duty", name };
  const read = readSkills(reading, body, name);
  if (read.type !== "skills") return read;
  return readLanguages(read, languages) ?? (endsInSimilar(name) ? orSimilar(read) : read);
}

function toSeniority(reading: Reading, { rank, role }: AskedSeniority): Target {
  if (role === null) return { type: "seniority", rank, role };
  const skill = occupationIn(reading, role);
  return { type: "seniority", rank, role: { skill, terms: [textOf(reading, role)] } };
}

type Skills = Extract<Target, { type: "skills" }>;

/** The same targets, of which a peer will do. */
function orSimilar({ anyOf, allOf, ...rest }: Skills): Skills {
  const widen = (one: SkillTarget) => ({ ...one, orSimilar: true });
  return { ...rest, anyOf: anyOf.map(widen), allOf: allOf.map(widen) };
}

/** Languages alone, of which one or each is asked; null for other things. */
function readLanguages(
  { anyOf, allOf }: Skills,
  asked: readonly {
    readonly skill: string;
    readonly code: string;
    readonly level: LanguageDemand["level"];
  }[],
): Target | null {
  const find = ({ skill }: SkillTarget) => asked.find((one) => one.skill === skill);
  if (asked.length < 2 || ![...anyOf, ...allOf].every((one) => find(one) !== undefined)) {
    return null;
  }
  const read = (targets: readonly SkillTarget[]) =>
    targets.flatMap((one) => find(one) ?? []).map(({ code, level }) => ({ code, level }));
  return { type: "languages", anyOf: read(anyOf), allOf: read(allOf) };
}

/** Reads a name that is known to be an occupation's, also where its words are those of no other. */
export function readOccupation(name: string, language: Language): Target {
  const read = readTarget(name, language);
  if (read.type === "experience" && read.terms.length > 0) return { ...read, role: true };
  const reading = readPiece(name);
  const skill = occupationIn(reading, { from: 0, to: reading.tokens.length });
  const terms = partsOf(name);
  const work = terms.flatMap((term) => lexicon().skillsByLabel(term));
  for (const { skill, to } of reading.mentions) {
    if (isRoleHead(reading.tokens[to - 1]?.text ?? "")) work.push(skill);
  }
  return { type: "experience", role: true, skill: skill ?? occupationOfWork(work), terms };
}

/** "Technical support", "MySQL DBA": the occupation that bears the name of its work. */
function occupationOfWork(skills: readonly string[]): string | null {
  for (const id of skills) {
    for (const near of lexicon().relatedOf(id)) {
      if (lexicon().skillById(near)?.type === "occupation") return near;
    }
  }
  return null;
}

/** "Network support / server support": either will do. */
function partsOf(name: string): string[] {
  const parts = name.split(/\s+[/|]\s+|\s*[,;]\s+/).filter((part) => part !== "");
  return distinct([name, ...parts]);
}

const MIN_DUTY_WORDS = 6;

/** Whether a name opens with a verb and goes on for longer than the name of any skill. */
export function isDuty({ tokens }: Reading): boolean {
  const first = tokens[0]?.text ?? "";
  if (verbBase(first) === null || first.endsWith("ed")) return false;
  const words = new Set<string>();
  for (const { kind, text } of tokens) if (kind === "word" && isContentWord(text)) words.add(text);
  return words.size >= MIN_DUTY_WORDS;
}

/** The part of a name beside "5+ years", which stands at one of its ends. */
function withoutYears(name: string, reading: Reading): Range {
  const whole = { from: 0, to: reading.tokens.length };
  const [years] = readYears(name, reading.tokens);
  if (years === undefined) return whole;
  const before = { from: 0, to: years.from };
  const after = { from: years.to, to: whole.to };
  return after.to - after.from > 0 && trimElement(reading, after) !== null ? after : before;
}

function readSkills(reading: Reading, body: Range, name: string): Target {
  const colon = colonOfWhole(reading, body);
  if (colon !== null) {
    const parts = readList(reading, { from: colon + 1, to: body.to }, name);
    const [whole] = readElements(reading, {
      any: [{ from: body.from, to: colon }],
      from: body.from,
      to: colon,
    });
    if (parts.type === "skills" && whole !== undefined) {
      return { ...parts, whole: toTarget(whole) };
    }
  }
  return readList(reading, body, name);
}

/** Where "Networking: firewalls, VPN" turns from a known whole to its parts. */
function colonOfWhole({ tokens, mentions }: Reading, { from, to }: Range): number | null {
  for (let at = from + 1; at < to - 1; at++) {
    if (tokens[at]?.text !== ":" || tokens[at + 1]?.glued === true) continue;
    const whole = mentions.find((one) => one.from >= from && one.to <= at);
    const isKnown = whole !== undefined && whole.type !== "tool" && whole.type !== "language";
    const parts = mentions.some((one) => one.from > at && one.type === "tool");
    return isKnown && !parts ? at : null;
  }
  return null;
}

function readList(reading: Reading, body: Range, name: string): Target {
  const groups = splitList(reading, body);
  const any: Element[][] = [];
  for (const group of groups) {
    const elements = readElements(reading, group);
    if (elements.length > 0) any.push(elements);
  }
  const all = any.flat();
  const [first] = all;
  if (first === undefined) return readNothing(reading, name);
  if (any.length > 1 && all.every(isQuality)) {
    return {
      type: "skills",
      anyOf: [],
      allOf: any.flatMap((one) => one.slice(0, 1).map(toTarget)),
    };
  }
  if (all.every(({ isSoft }) => isSoft) || isTowardsPeople(reading, body, all)) {
    return {
      type: "soft",
      skill: firstSkill(all),
      terms: distinct(all.flatMap(({ terms }) => terms)),
    };
  }
  if (all.length === 1 && first.isCredential) {
    return { type: "credential", skill: first.skill, terms: first.terms };
  }
  if (all.length === 1 && first.skill === null && isExperience(reading, body)) {
    return { type: "experience", role: false, skill: null, terms: first.terms };
  }
  const [one] = any;
  if (one !== undefined && any.length === 1) {
    return { type: "skills", anyOf: one.map(toTarget), allOf: [] };
  }
  const alternatives = any.filter((elements) => elements.length > 1);
  return {
    type: "skills",
    anyOf: (alternatives[0] ?? []).map(toTarget),
    allOf: any.filter((elements) => elements !== alternatives[0]).flatMap((elements) =>
      elements.slice(0, 1).map(toTarget)
    ),
  };
}

/** "Communicating clearly with residents and the client": with whom one does it is no other demand. */
function isTowardsPeople(reading: Reading, body: Range, all: readonly Element[]): boolean {
  const [first, ...others] = all;
  if (first?.isSoft !== true || others.length === 0) return false;
  const words = reading.tokens.slice(body.from, body.to).map(({ text }) => text);
  return words.some((word) => word === "with" || word === "met" || word === "to") &&
    others.every(({ skill, isSoft }) => skill === null && !isSoft);
}

function firstSkill(elements: readonly Element[]): string | null {
  return elements.find(({ skill }) => skill !== null)?.skill ?? null;
}

const EXPERIENCE_WORDS = new Set([
  "experience",
  "experienced",
  "ervaring",
  "werkervaring",
  "ervaren",
  "background",
]);

function isExperience(reading: Reading, body: Range): boolean {
  return reading.tokens.slice(body.from, body.to).some(({ text }) => EXPERIENCE_WORDS.has(text));
}

/** A name of empty words alone: experience of any kind, or the words as they are. */
function readNothing(reading: Reading, name: string): Target {
  if (isExperience(reading, { from: 0, to: reading.tokens.length })) {
    return { type: "experience", role: false, skill: null, terms: [] };
  }
  const written = name.trim();
  const skill = skillOfLabel(written)?.skill ?? null;
  return { type: "skills", anyOf: [{ skill, terms: [written] }], allOf: [] };
}
