import { keysOf, Phrases } from "./phrases.ts";
import { lexicon } from "./lexicon.ts";
import type { Mention } from "./mentions.ts";
import type { CefrLevel } from "./target.ts";
import { type Token, tokenize } from "./text.ts";
import { LANGUAGE_WORDS } from "./words.ts";
import type { Span } from "./types.ts";

export type LanguageLevel = CefrLevel | "native";

/** A language that a text asks for. */
export interface AskedLanguage extends Span {
  readonly skill: string;
  /** ISO 639-1, or the skill's id where the language has no such code. */
  readonly code: string;
  /** Null when the text names no level. */
  readonly level: LanguageLevel | null;
  /** "vloeiend Duits": level and language as written, together even when the text has them apart. */
  readonly name: string;
}

const LEVEL_WORDS: Readonly<Record<LanguageLevel, string>> = {
  A1: "a1 | woordje | een beetje | a little",
  A2: "a2 | basic | elementary | basis | basiskennis | redelijk | redelijke | some | enige",
  B1: "b1 | conversational | intermediate | conversationeel",
  B2:
    "b2 | good | goed | goede | strong | proficient | proficiency | professional | professionele | working proficiency | business | zakelijk | zakelijke | solid | upper intermediate | ruim voldoende | in woord en geschrift | good command | goede beheersing",
  C1:
    "c1 | fluent | fluently | fluency | vloeiend | vloeiende | excellent | uitstekend | uitstekende | advanced | full professional | full proficiency | perfect | perfecte | foutloos | impeccable | outstanding | near native | zeer goed | zeer goede | very good",
  C2: "c2 | mastery",
  native:
    "native | mother tongue | moedertaal | native speaker | native level | native or bilingual | bilingual",
};

const LEVELS = new Phrases<LanguageLevel>();
for (const [level, list] of Object.entries(LEVEL_WORDS)) {
  for (const phrase of list.split(" | ")) {
    LEVELS.add(keysOf(tokenize(phrase)), level as LanguageLevel); // Object.entries widens the keys
  }
}

interface Named {
  readonly skill: string;
  readonly code: string;
  readonly from: number;
  readonly to: number;
  /** The noun that stands only behind the next language. */
  readonly noun?: string;
}

interface LevelAt {
  readonly level: LanguageLevel;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the languages that a sentence asks for, with their levels: a level word before a language
 * holds for it and for those that follow, one after holds for those before that have none.
 *
 * @param tokens The sentence's tokens. @param mentions The skills found in it.
 */
export function readAskedLanguages(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
): AskedLanguage[] {
  const named = namedLanguages(text, tokens, mentions);
  if (named.length === 0) return [];
  const levels: LevelAt[] = [];
  for (const hit of LEVELS.all(tokens)) {
    const level = hit.values[0];
    if (level !== undefined) levels.push({ level, from: hit.from, to: hit.to });
  }
  return named.map((one, at) => {
    const before = bracketedCefr(tokens, levels, one) ??
      levelBefore(tokens, levels, one, named[at - 1]);
    const level = before ?? sharedBefore(tokens, levels, named, at) ??
      levelAfter(tokens, levels, one) ?? sharedAfter(tokens, levels, named, at);
    return describe(text, tokens, one, level);
  });
}

function namedLanguages(
  text: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
): Named[] {
  const named: Named[] = [];
  for (const mention of mentions) {
    const skill = lexicon().skillById(mention.skill);
    if (skill?.type !== "language") continue;
    const from = tokens.findIndex((token) => token.start >= mention.start);
    let to = from;
    while (to < tokens.length && (tokens[to]?.end ?? 0) <= mention.end) to++;
    if (from < 0 || !isTheLanguage(text, tokens, to)) continue;
    const twin = languageBefore(tokens, from);
    if (twin !== null && tokens[to - 1]?.text === "taal") named.push(twin);
    named.push({ skill: skill.id, code: skill.code ?? skill.id, from, to });
  }
  return named;
}

/** "de Nederlandse en Engelse taal": the first of the two stands without its noun. */
function languageBefore(tokens: readonly Token[], from: number): Named | null {
  const link = tokens[from - 1]?.text;
  const word = tokens[from - 2];
  if (word === undefined || (link !== "en" && link !== "of") || !word.text.endsWith("e")) {
    return null;
  }
  const [id] = lexicon().skillsByLabel(word.text.slice(0, -1));
  const skill = id === undefined ? undefined : lexicon().skillById(id);
  if (skill?.type !== "language") return null;
  return {
    skill: skill.id,
    code: skill.code ?? skill.id,
    from: from - 2,
    to: from - 1,
    noun: "taal",
  };
}

/** Whether the language itself is meant, not "Dutch tax law" or "English teacher". */
function isTheLanguage(text: string, tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  if (next === undefined || next.kind !== "word") {
    return !(next?.text === "-" && next.glued && tokens[to + 1]?.glued &&
      tokens[to + 1]?.text !== "niveau");
  }
  if (text.slice(tokens[to - 1]?.end ?? 0, next.start).includes("\n")) return true;
  return LANGUAGE_WORDS.has(next.text) || LEVELS.at(tokens, to).length > 0 ||
    ["would", "are", "will", "should", "bij", "heeft", "strekt", "beheersing", "bent", "kan"]
      .includes(next.text) ||
    lexicon().phrases.at(tokens, to).some(({ values }) =>
      values.some(({ skill }) => skill.type === "language" || skill.id === "communication")
    );
}

const MAX_GAP = 6;

function levelBefore(
  tokens: readonly Token[],
  levels: readonly LevelAt[],
  one: Named,
  previous: Named | undefined,
): LevelAt | null {
  const near = levels.findLast(({ to }) => to <= one.from);
  if (near === undefined || one.from - near.to > MAX_GAP) return null;
  if (tokens.slice(near.to, one.from).some(({ text }) => text === ";" || text === ".")) return null;
  if (previous !== undefined && near.from < previous.from) return null;
  // "Dutch (C1), English (B2)": what stands right behind the one before is its own.
  if (
    previous !== undefined && levelBetween(tokens, near, one) &&
    (near.from - previous.to <= 1 || isInBrackets(tokens, previous.to, near))
  ) {
    return null;
  }
  return near;
}

/** "Dutch (at least B2)": a bracket right behind a language is about it. */
function isInBrackets(tokens: readonly Token[], from: number, level: LevelAt): boolean {
  return tokens[from]?.text === "(" &&
    !tokens.slice(from, level.from).some(({ text }) => text === ")");
}

function levelBetween(tokens: readonly Token[], level: LevelAt, next: Named): boolean {
  for (let at = level.to; at < next.from; at++) {
    if ([",", ";", ")", "/", "&", "and", "en"].includes(tokens[at]?.text ?? "")) return true;
  }
  return false;
}

/** A level after the language, before the next comma or language: "Dutch at B1 level". */
function levelAfter(
  tokens: readonly Token[],
  levels: readonly LevelAt[],
  one: Named,
): LevelAt | null {
  const near = levels.find(({ from }) => from >= one.to);
  if (near === undefined || near.from - one.to > MAX_GAP) return null;
  if (isOwnCefr(tokens, near, one)) return near;
  for (let at = one.to; at < near.from; at++) {
    if ([",", ";", "and", "en", "of", "or", "&", "/"].includes(tokens[at]?.text ?? "")) return null;
  }
  return near;
}

/** "Fluent Dutch (at least B2)": a level of the CEFR in brackets says it more exactly. */
function bracketedCefr(
  tokens: readonly Token[],
  levels: readonly LevelAt[],
  one: Named,
): LevelAt | null {
  return levels.find((level) =>
    level.from > one.to && level.from - one.to <= MAX_GAP && isCefr(tokens, level) &&
    isInBrackets(tokens, one.to, level)
  ) ?? null;
}

/** "German, B1 or better": a bare level of the CEFR behind a comma, before nothing else to speak. */
function isOwnCefr(tokens: readonly Token[], level: LevelAt, one: Named): boolean {
  if (tokens[one.to]?.text !== "," || level.from !== one.to + 1) return false;
  const next = tokens[level.to]?.text ?? "";
  return isCefr(tokens, level) &&
    ["", "or", "of", "level", "niveau", ".", ";", ")"].includes(next);
}

function isCefr(tokens: readonly Token[], { from, to }: LevelAt): boolean {
  return /^[abc][12]$/.test(tokens.slice(from, to).map(({ text }) => text).join(""));
}

/** Whether two languages stand side by side in a list: "Dutch and English". */
function areListed(tokens: readonly Token[], one: Named, next: Named): boolean {
  return next.from - one.to <= 2 && tokens[one.to]?.text !== ";" && tokens[one.to]?.text !== ".";
}

/** "Vloeiend Nederlands en Engels": a level before a list holds for all of it. */
function sharedBefore(
  tokens: readonly Token[],
  levels: readonly LevelAt[],
  named: readonly Named[],
  at: number,
): LevelAt | null {
  for (let first = at; first > 0; first--) {
    const one = named[first];
    const previous = named[first - 1];
    if (one === undefined || previous === undefined || !areListed(tokens, previous, one)) {
      return null;
    }
    const level = levelBefore(tokens, levels, previous, named[first - 2]);
    if (level !== null) return level;
    if (levelAfter(tokens, levels, previous) !== null) return null;
  }
  return null;
}

/** "Dutch and English fluently": so does a level behind it. */
function sharedAfter(
  tokens: readonly Token[],
  levels: readonly LevelAt[],
  named: readonly Named[],
  at: number,
): LevelAt | null {
  for (let last = at; last + 1 < named.length; last++) {
    const one = named[last];
    const next = named[last + 1];
    if (one === undefined || next === undefined || !areListed(tokens, one, next)) return null;
    if (levelBefore(tokens, levels, next, one) !== null) return null;
    const level = levelAfter(tokens, levels, next);
    if (level !== null) return level;
  }
  return null;
}

function describe(
  text: string,
  tokens: readonly Token[],
  one: Named,
  level: LevelAt | null,
): AskedLanguage {
  const from = level === null ? one.from : Math.min(level.from, one.from);
  const to = level === null ? one.to : Math.max(level.to, one.to);
  const start = tokens[one.from]?.start ?? 0;
  const end = tokens[one.to - 1]?.end ?? start;
  const written = text.slice(start, end);
  const language = one.noun === undefined ? written : `${written} ${one.noun}`;
  const whole = text.slice(tokens[from]?.start ?? start, tokens[to - 1]?.end ?? end);
  const isWhole = one.noun === undefined && level === null || one.noun === undefined &&
      !tokens.slice(from, to).some(({ text, kind }) =>
        kind === "symbol" || ["and", "en", "or", "of"].includes(text) && to - from < 9
      );
  const levelText = level === null
    ? ""
    : text.slice(tokens[level.from]?.start ?? 0, tokens[level.to - 1]?.end ?? 0);
  return {
    skill: one.skill,
    code: one.code,
    level: level?.level ?? null,
    name: isWhole ? whole : nameWith(language, levelText, level?.level ?? null),
    start,
    end,
  };
}

function nameWith(language: string, level: string, read: LanguageLevel | null): string {
  if (read === null) return language;
  if (read !== null && level.length === 2) return `${language} ${level}`;
  return `${level.toLowerCase() === "fluently" ? "fluent" : level} ${language}`;
}
