import { lexicon } from "./lexicon.ts";
import type { Mention } from "./mentions.ts";
import { keysOf, Phrases } from "./phrases.ts";
import type { Section } from "./sections.ts";
import type { CefrLevel } from "./target.ts";
import { type Sentence, type Token, tokenize } from "./text.ts";
import type { Span } from "./types.ts";

export type SpokenLevel = CefrLevel | "native";

/** All levels, lowest first. */
export const SPOKEN_LEVELS: readonly SpokenLevel[] = ["A1", "A2", "B1", "B2", "C1", "C2", "native"];

/** A language that a résumé says its owner speaks. */
export interface Spoken extends Span {
  /** ISO 639-1, or the skill's id where the language has no such code. */
  readonly code: string;
  /** Null when the text names no level. */
  readonly level: SpokenLevel | null;
}

const LEVELS = new Phrases<SpokenLevel>();

function levels(level: SpokenLevel, list: string): void {
  for (const phrase of list.split("|")) LEVELS.add(keysOf(tokenize(phrase.trim())), level);
}

levels("A1", "a1 | beginner | beginners | a little | een beetje | noties | notions");
levels(
  "A2",
  "a2 | basic | basics | basis | basiskennis | basisniveau | elementary | elementair | limited | beperkt | matig | matige | some | enige | poor | fair | school | schools",
);
levels(
  "B1",
  "b1 | intermediate | conversational | conversationeel | gemiddeld | redelijk | redelijke | voldoende | working knowledge | limited working | limited working proficiency | average | moderate | lower intermediate | satisfactory | pre intermediate",
);
levels(
  "B2",
  "b2 | good | goed | goede | upper intermediate | ruim voldoende | professional | professioneel | professionele | professional working proficiency | working proficiency | business | zakelijk | competent | proficient | strong | sterk | independent user | speak | speaks | spreek | spreekt",
);
levels(
  "C1",
  "c1 | fluent | fluently | fluency | vloeiend | vloeiende | very good | zeer goed | zeer goede | excellent | uitstekend | uitstekende | advanced | gevorderd | vergevorderd | full professional proficiency | full professional | near fluent | perfect | perfecte | foutloos | negotiation level | onderhandelingsniveau | verhandlungssicher | published in",
);
levels("C2", "c2 | near native | bijna native | mastery | proficiency level | like a native");
levels(
  "native",
  "native | native speaker | native language | mother tongue | mother tongue(s) | moedertaal(talen) | first language | moedertaal | moederstaal | native or bilingual proficiency | native or bilingual | bilingual | tweetalig | tweetalig opgevoed | opgegroeid met | eerste taal",
);

/** Words that say that a language is spoken at all. */
const SPEAKING = new Set(
  "speak speaks speaking spoken spreek spreekt spreken taal talen language languages fluent fluently vloeiend native moedertaal bilingual tweetalig"
    .split(" "),
);
const SEPARATORS = new Set([",", ";", "|", "•", "·", "/", "&", "and", "en"]);

/** Nobody speaks more; a hostile sentence may name thousands. */
const MAX_NAMED = 60;

/**
 * Finds the languages that a résumé names as spoken, with their levels in words, CEFR or "native".
 * A language counts where a heading, a level or a word of speaking stands beside it, so that
 * "English teacher" and "the Dutch market" are none.
 */
export function readSpoken(
  text: string,
  sections: readonly Section[],
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): Spoken[] {
  const found: Spoken[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const named: { code: string; span: Span }[] = [];
    while (next < mentions.length && (mentions[next]?.start ?? 0) < sentence.end) {
      const mention = mentions[next++];
      if (mention === undefined || mention.start < sentence.start) continue;
      const skill = lexicon().skillById(mention.skill);
      if (skill?.type === "language" && named.length < MAX_NAMED) {
        named.push({ code: skill.code ?? skill.id, span: mention });
      }
    }
    if (named.length === 0) continue;
    const isHeaded = sections.some(({ kind, body }) =>
      kind === "languages" && body.start <= sentence.start && sentence.end <= body.end
    );
    found.push(...spokenIn(text, sentence, named, isHeaded));
  }
  return found;
}

function spokenIn(
  text: string,
  sentence: Span,
  named: readonly { code: string; span: Span }[],
  isHeaded: boolean,
): Spoken[] {
  const tokens = tokenize(text, sentence);
  const found: Spoken[] = [];
  const isSaid = isHeaded && named.length * 12 >= tokens.length;
  const hasSpeech = tokens.some((token) => SPEAKING.has(token.text));
  for (let at = 0; at < named.length; at++) {
    const one = named[at];
    if (one === undefined) continue;
    const from = tokens.findIndex((token) => token.start >= one.span.start);
    const to = tokens.findIndex((token) => token.start >= one.span.end);
    const end = named[at + 1]?.span.start ?? sentence.end;
    const start = named[at - 1]?.span.end ?? sentence.start;
    const after = to < 0 ? tokens.length : to;
    const level = levelAfter(tokens, after, end) ?? levelOfNext(tokens, named, at, sentence) ??
      levelBefore(tokens, from, start) ?? sharedLevel(tokens, named, at, found);
    if (level === null && !isSaid && !(hasSpeech && isListed(tokens, from, to))) continue;
    if (level !== null && !isHeaded && isSomethingElse(tokens, to)) continue;
    found.push({ ...one.span, code: one.code, level });
  }
  return found;
}

/** "English (C1)", "Duits: goed", "Dutch – native speaker". */
function levelAfter(tokens: readonly Token[], from: number, end: number): SpokenLevel | null {
  let best: SpokenLevel | null = null;
  for (let at = from; at < Math.min(tokens.length, from + 12); at++) {
    const token = tokens[at];
    if (token === undefined || token.start >= end) break;
    const hit = LEVELS.at(tokens, at)[0];
    if (hit?.values[0] !== undefined) {
      const isCefr = /^[abc]$/.test(token.text);
      best = best === null || isCefr ? hit.values[0] : best;
      at = hit.to - 1;
      continue;
    }
    if (best !== null && !"(/:-–".includes(token.text)) break;
    if (SEPARATORS.has(token.text) || token.text === ")") break;
  }
  return best;
}

/** "Dutch and Turkish (native)": a level in brackets holds for both. */
function levelOfNext(
  tokens: readonly Token[],
  named: readonly { span: Span }[],
  at: number,
  sentence: Span,
): SpokenLevel | null {
  const [one, next] = [named[at], named[at + 1]];
  if (one === undefined || next === undefined) return null;
  const between = tokens.filter(({ start }) => start >= one.span.end && start < next.span.start);
  if (between.length !== 1 || !["and", "en", "&"].includes(between[0]?.text ?? "")) return null;
  const after = tokens.findIndex(({ start }) => start >= next.span.end);
  if (tokens[after]?.text !== "(") return null;
  return levelAfter(tokens, after, named[at + 2]?.span.start ?? sentence.end);
}

/** "fluent in German", "goed Engels": the level right before, not the one of another language. */
function levelBefore(tokens: readonly Token[], from: number, start: number): SpokenLevel | null {
  for (let at = from - 1; at >= Math.max(0, from - 5); at--) {
    const token = tokens[at];
    if (token === undefined || token.start < start || SEPARATORS.has(token.text)) return null;
    // "Mother tongue(s)" is five of them.
    for (let back = at; back >= Math.max(0, at - 4); back--) {
      const hit = LEVELS.at(tokens, back)[0];
      if (hit?.to === at + 1 && (tokens[back]?.start ?? 0) >= start) return hit.values[0] ?? null;
    }
    if (token.text === ")") return null;
  }
  return null;
}

/** "fluent in English and German": what holds for the first holds for the others of its list. */
function sharedLevel(
  tokens: readonly Token[],
  named: readonly { span: Span }[],
  at: number,
  found: readonly Spoken[],
): SpokenLevel | null {
  const [before, one] = [named[at - 1], named[at]];
  const last = found.at(-1);
  if (before === undefined || one === undefined || last?.start !== before.span.start) return null;
  const between = tokens.filter(({ start }) => start >= before.span.end && start < one.span.start);
  const isJoined = between.every(({ text }) => SEPARATORS.has(text));
  const hadBefore = isJoined &&
    between.some(({ text }) => text === "and" || text === "en" || text === "&" || text === ",");
  return hadBefore && !tokens.some(({ text, start }) => text === "(" && start > one.span.start)
    ? last.level
    : null;
}

function isListed(tokens: readonly Token[], from: number, to: number): boolean {
  const next = to < 0 ? undefined : tokens[to];
  return from >= 0 && (next === undefined || next.kind === "symbol" || SEPARATORS.has(next.text));
}

const THINGS = new Set(
  "market markets clients customers teacher literature railways law government team speaking version translation market-leading cuisine markt klanten docent literatuur wet recht overheid"
    .split(" "),
);

/** "excellent Dutch clients": the level belongs to what follows. */
function isSomethingElse(tokens: readonly Token[], to: number): boolean {
  return to >= 0 && THINGS.has(tokens[to]?.text ?? "");
}
