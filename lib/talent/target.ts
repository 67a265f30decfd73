import { readAskedDegree } from "./asked_degree.ts";
import { readAskedLanguages } from "./asked_language.ts";
import type { DegreeLevel } from "./degree_levels.ts";
import { lexicon } from "./lexicon.ts";
import { type Group, splitList } from "./lists.ts";
import { trimElement } from "./names.ts";
import { type PlacedMention, type Range, type Reading, readPiece, textOf } from "./reading.ts";
import { isRoleHead, isSeniority, occupationIn } from "./roles.ts";
import type { Language } from "./types.ts";
import { DETERMINERS, isContentWord, isFunctionWord, SOFT_VERBS, verbBase } from "./words.ts";
import { readYears } from "./years.ts";

export { DEGREE_LEVELS, type DegreeLevel } from "./degree_levels.ts";

export type CefrLevel = "A1" | "A2" | "B1" | "B2" | "C1" | "C2";

/** One thing that would do: a known skill, or a literal noun phrase when `skill` is null. */
export interface SkillTarget {
  readonly skill: string | null;
  /** The words of the name to look for literally, longest first; at least one. */
  readonly terms: readonly string[];
}

/** What the name of a requirement asks for. */
export type Target =
  /** `anyOf`: one of them is enough. `allOf`: each is needed. Most names have one in `anyOf`. */
  | {
    readonly type: "skills";
    readonly anyOf: readonly SkillTarget[];
    readonly allOf: readonly SkillTarget[];
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
  const body = withoutYears(name, reading);
  const role = readRole(reading, body);
  if (role !== null) return role;
  if (isDuty(reading)) return { type: "duty", name };
  return readSkills(reading, body, name);
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

/** "ervaring als transportplanner", "Senior backend engineer": an occupation and nothing else. */
function readRole(reading: Reading, body: Range): Target | null {
  const range = roleRange(reading, body);
  if (range === null) return null;
  const skill = occupationIn(reading, range);
  const terms = [textOf(reading, range)];
  const bare = withoutSeniority(reading, range);
  if (bare.from !== range.from) terms.push(textOf(reading, bare));
  for (const { type, from, to } of reading.mentions) {
    if (type === "occupation" && from >= range.from && to <= range.to) {
      terms.push(textOf(reading, { from, to }));
    }
  }
  return { type: "experience", role: true, skill, terms: distinct(terms) };
}

function roleRange(reading: Reading, body: Range): Range | null {
  const { tokens } = reading;
  for (let at = body.from; at < body.to; at++) {
    const word = tokens[at]?.text;
    if (word !== "as" && word !== "als" || tokens[at - 1]?.text === "such") continue;
    if (tokens[at + 1]?.text === "-") continue;
    let from = at + 1;
    while (from < body.to && DETERMINERS.has(tokens[from]?.text ?? "")) from++;
    return from < body.to ? { from, to: body.to } : null;
  }
  const last = lastOfRole(reading, body);
  if (last === null || isActionOnPeople(reading, body, last)) return null;
  for (let at = body.from; at < last; at++) {
    const word = tokens[at];
    if (word?.kind === "word" && isFunctionWord(word.text)) return null;
    if (word?.kind === "symbol" && word.text !== "-" && word.text !== "/") return null;
  }
  return { from: body.from, to: body.to };
}

/** "mentored junior engineers": done to them, not being one. */
function isActionOnPeople({ tokens }: Reading, { from }: Range, last: number): boolean {
  return verbBase(tokens[from]?.text ?? "") !== null &&
    tokens[last - 1]?.text.endsWith("s") === true;
}

/** Where the occupation of a name ends; what follows may only say where or in what ("Benelux"). */
function lastOfRole(reading: Reading, body: Range): number | null {
  const occupation = reading.mentions.findLast(({ type, from, to }) =>
    type === "occupation" && from >= body.from && to <= body.to
  );
  const head = firstRoleHead(reading, body);
  const end = Math.max(occupation?.to ?? 0, head === null ? 0 : head + 1);
  if (end === 0 || CREDENTIAL_HEAD.test(reading.tokens[body.to - 1]?.text ?? "")) return null;
  return body.to - end <= 2 ? end : null;
}

/** The first word that ends an occupation's name and belongs to no other name ("driver's licence"). */
function firstRoleHead(reading: Reading, body: Range): number | null {
  for (let at = body.from; at < body.to; at++) {
    if (!isRoleHead(reading.tokens[at]?.text ?? "")) continue;
    const isOther = reading.mentions.some(({ type, from, to }) =>
      type !== "occupation" && type !== "tool" && from <= at && at < to
    );
    if (!isOther) return at;
  }
  return null;
}

function withoutSeniority(reading: Reading, range: Range): Range {
  let from = range.from;
  while (from < range.to - 1 && isSeniority(reading.tokens[from]?.text ?? "")) from++;
  return { from, to: range.to };
}

function readSkills(reading: Reading, body: Range, name: string): Target {
  const groups = splitList(reading, body);
  const any: Element[][] = [];
  for (const group of groups) {
    const elements = readElements(reading, group);
    if (elements.length > 0) any.push(elements);
  }
  const all = any.flat();
  const [first] = all;
  if (first === undefined) return readNothing(reading, name);
  if (all.every(({ isSoft }) => isSoft)) {
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

function firstSkill(elements: readonly Element[]): string | null {
  return elements.find(({ skill }) => skill !== null)?.skill ?? null;
}

/** One element of a name, judged. */
interface Element extends SkillTarget {
  readonly isSoft: boolean;
  readonly isCredential: boolean;
}

function toTarget({ skill, terms }: Element): SkillTarget {
  return { skill, terms };
}

function readElements(reading: Reading, group: Group): Element[] {
  const elements: Element[] = [];
  for (const range of group.any) {
    const trimmed = trimElement(reading, range);
    if (trimmed !== null) elements.push(readElement(reading, trimmed));
  }
  return elements;
}

const CREDENTIAL_HEAD =
  /(?:registration|certificate|certification|licen[cs]e|permit|accreditation|clearance|registratie|certificaat|certificering|vergunning|rijbewijs|licentie|bevoegdheid|keurmerk)s?$/;

function readElement(reading: Reading, range: Range): Element {
  const written = textOf(reading, range);
  const main = mainMention(reading, range);
  if (main !== null) {
    return {
      skill: main.skill,
      terms: distinct([written, textOf(reading, main)]),
      isSoft: main.type === "soft",
      isCredential: main.type === "licence" || main.type === "certificate",
    };
  }
  const named = skillOfLabel(written);
  if (named !== null) return named;
  const last = reading.tokens[range.to - 1]?.text ?? "";
  const verb = verbBase(reading.tokens[range.from]?.text ?? "");
  const skill = verb === null ? null : skillOfVerb(verb);
  return {
    skill,
    terms: distinct([written, ...shorterTerms(reading, range)]),
    isSoft: verb !== null && SOFT_VERBS.has(verb),
    isCredential: CREDENTIAL_HEAD.test(last),
  };
}

/** A name that is exactly a label needs no context: "Go" as a requirement is the language. */
function skillOfLabel(written: string): Element | null {
  for (const id of lexicon().skillsByLabel(written)) {
    const skill = lexicon().skillById(id);
    if (skill === undefined || skill.type === "occupation") continue;
    const isCredential = skill.type === "licence" || skill.type === "certificate";
    return { skill: id, terms: [written], isSoft: skill.type === "soft", isCredential };
  }
  return null;
}

/** The mention that an element is about: a hard one before a soft one, then the longest. */
export function mainMention(reading: Reading, range: Range): PlacedMention | null {
  let best: PlacedMention | null = null;
  for (const mention of reading.mentions) {
    if (mention.from < range.from || mention.to > range.to || mention.type === "occupation") {
      continue;
    }
    if (best === null || rankOf(reading, range, mention) > rankOf(reading, range, best)) {
      best = mention;
    }
  }
  return best;
}

const OBJECT_PREPOSITIONS = new Set([
  "with",
  "for",
  "to",
  "of",
  "met",
  "voor",
  "van",
  "aan",
  "from",
]);

function rankOf(reading: Reading, range: Range, mention: PlacedMention): number {
  const { type, start, end, from } = mention;
  const kind = type === "soft" ? 1 : type === "licence" || type === "certificate" ? 3 : 2;
  const isObject = type !== "tool" &&
    reading.tokens.slice(range.from, from).some(({ text }) => OBJECT_PREPOSITIONS.has(text));
  return (isObject ? kind - 2 : kind) * 1000 + (type === "tool" ? 40 : 0) + (end - start);
}

/** "negotiate annual contracts" is about negotiating. */
function skillOfVerb(base: string): string | null {
  const gerund = `${base.endsWith("e") ? base.slice(0, -1) : base}ing`;
  return lexicon().skillsByLabel(gerund)[0] ?? null;
}

/** The parts of a long literal name on both sides of its first preposition. */
function shorterTerms(reading: Reading, range: Range): string[] {
  const { tokens } = reading;
  for (let at = range.from + 1; at < range.to - 1; at++) {
    if (!isFunctionWord(tokens[at]?.text ?? "")) continue;
    const parts = [{ from: range.from, to: at }, { from: at + 1, to: range.to }];
    return parts.map((part) => trimElement(reading, part)).filter((part) => part !== null)
      .filter(({ from, to }) => to - from > 1 || isLongWord(tokens[from]?.text ?? ""))
      .map((part) => textOf(reading, part));
  }
  return [];
}

function isLongWord(word: string): boolean {
  return word.length >= 9 && isContentWord(word);
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

/** Without doubles, longest first. */
function distinct(terms: readonly string[]): string[] {
  return [...new Set(terms)].sort((a, b) => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0));
}
