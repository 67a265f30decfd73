import { CREDENTIAL_HEAD, distinct } from "./asked_role.ts";
import { lexicon } from "./lexicon.ts";
import type { Group } from "./lists.ts";
import { trimElement } from "./names.ts";
import { type PlacedMention, type Range, type Reading, textOf } from "./reading.ts";
import type { SkillTarget } from "./target.ts";
import { isContentWord, isFunctionWord, SOFT_VERBS, verbBase } from "./words.ts";

/** One element of a name, judged. */
export interface Element extends SkillTarget {
  readonly isSoft: boolean;
  readonly isCredential: boolean;
}

export function toTarget({ skill, terms, isSoft }: Element): SkillTarget {
  return isSoft ? { skill, terms, isSoft } : { skill, terms };
}

/** A known quality, which stands for itself beside others: "analytical and accurate". */
export function isQuality({ isSoft, skill }: Element): boolean {
  return isSoft && skill !== null;
}

export function readElements(reading: Reading, group: Group): Element[] {
  const elements: Element[] = [];
  for (const range of group.any) {
    const trimmed = trimElement(reading, range);
    if (trimmed !== null) elements.push(readElement(reading, trimmed));
  }
  return elements;
}

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
export function skillOfLabel(written: string): Element | null {
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
