import { findMentions } from "./mentions.ts";
import { indexWords, type WordIndex } from "./literal.ts";
import { monthsOf } from "./match.ts";
import type { Ask, Asked, Comparison, Node, Question, Way } from "./question.ts";
import { quoteOf } from "./quote.ts";
import { type ParsedResume, readResume } from "./resume.ts";
import { type Sentence, sentences, tokenize } from "./text.ts";
import type { Evidence, Span } from "./types.ts";

/** A place in a quote that shows something that was asked for; offsets are those of the text. */
export interface AnswerMark extends Span {
  /** `Asked.at`. */
  readonly asked: number;
}

/** `text` is what stands at `start` to `end` of the résumé, exactly. */
export interface AnswerQuote extends Evidence {
  /** Sorted by start; none lies over another. */
  readonly marks: readonly AnswerMark[];
}

/** What a résumé says to a question. */
export interface Answer {
  /** The one that shows most stands first; never empty. */
  readonly quotes: readonly AnswerQuote[];
  /** Of each thing that was found, in how many places. */
  readonly found: readonly { readonly asked: number; readonly places: number }[];
  /** More is better: what is said together, and often. */
  readonly strength: number;
}

/** Quotes of one answer. */
const MOST_QUOTES = 4;
/** Places that are looked for of one thing. */
const MOST_PLACES = 40;
/** Places that count for the strength. */
const COUNTED = 3;

interface Found extends Span {
  readonly asked: number;
}

/**
 * Answers a question from the text of one résumé. Nothing is said but what stands there.
 *
 * @param today "YYYY-MM-DD", for `years:`.
 * @returns Null when the résumé does not bear the question out.
 */
export function answer(question: Question, text: string, today: string): Answer | null {
  const reading = new Reading(text, today);
  const result = judge(question.root, reading);
  if (!result.holds || result.found.length === 0) return null;
  const places = placesOf(result.found);
  const bySentence = groupBySentence(places, sentences(text));
  const most = Math.max(...bySentence.map(({ asked }) => asked.size));
  const counts = countPlaces(places);
  const often = counts.reduce((sum, one) => sum + Math.min(one.places, COUNTED), 0);
  return {
    quotes: chooseQuotes(text, bySentence),
    found: counts,
    strength: most * COUNTED + often,
  };
}

/** What is read of a text at most once, and only when a question needs it. */
class Reading {
  readonly text: string;
  readonly #today: string;
  #words: WordIndex | undefined;
  #mentions: ReturnType<typeof findMentions> | undefined;
  #sentences: readonly Sentence[] | undefined;
  #resume: ParsedResume | undefined;

  constructor(text: string, today: string) {
    this.text = text;
    this.#today = today;
  }

  get words(): WordIndex {
    return this.#words ??= indexWords(tokenize(this.text));
  }

  get mentions() {
    return this.#mentions ??= findMentions(this.text);
  }

  get sentences(): readonly Sentence[] {
    return this.#sentences ??= sentences(this.text);
  }

  get resume(): ParsedResume {
    return this.#resume ??= readResume(this.text, this.#today);
  }
}

interface Judged {
  readonly holds: boolean;
  readonly found: readonly Found[];
}

function judge(node: Node, reading: Reading): Judged {
  switch (node.kind) {
    case "asked": {
      const found = find(node.asked, reading);
      return { holds: found.length > 0, found };
    }
    case "not":
      return { holds: !judge(node.part, reading).holds, found: [] };
    case "all": {
      const parts: Judged[] = [];
      for (const part of node.parts) {
        const judged = judge(part, reading);
        if (!judged.holds) return { holds: false, found: [] };
        parts.push(judged);
      }
      return { holds: true, found: parts.flatMap(({ found }) => found) };
    }
    case "any": {
      const holding = node.parts.map((part) => judge(part, reading)).filter(({ holds }) => holds);
      return { holds: holding.length > 0, found: holding.flatMap(({ found }) => found) };
    }
  }
}

function find({ at, ask }: Asked, reading: Reading): Found[] {
  return spansOf(ask, reading).slice(0, MOST_PLACES)
    .map(({ start, end }) => ({ start, end, asked: at }));
}

function spansOf(ask: Ask, reading: Reading): Span[] {
  switch (ask.kind) {
    case "words":
      return [
        ...ask.ways.flatMap((way) => findWay(reading, way)),
        ...ask.skills.length > 0 ? mentionsOf(reading, ask.skills) : [],
      ].sort((a, b) => a.start - b.start || b.end - a.end);
    case "phrase":
      return findPhrase(reading.words, ask.words);
    case "skill":
      return mentionsOf(reading, ask.skills);
    case "language":
      return reading.resume.spoken.filter(({ code }) => code === ask.code);
    case "years": {
      const spans = mentionsOf(reading, ask.skills);
      if (spans.length === 0) return [];
      const years = monthsOf(reading.resume, ask.skill) / 12;
      return compare(years, ask.comparison, ask.years) ? spans : [];
    }
  }
}

function mentionsOf(reading: Reading, skills: readonly string[]): Span[] {
  return reading.mentions.filter(({ skill }) => skills.includes(skill));
}

function compare(years: number, comparison: Comparison, wanted: number): boolean {
  switch (comparison) {
    case ">":
      return years > wanted;
    case ">=":
      return years >= wanted;
    case "<":
      return years < wanted;
    case "<=":
      return years <= wanted;
    case "=":
      return Math.floor(years) === Math.floor(wanted);
  }
}

function findPhrase({ tokens }: WordIndex, words: readonly string[]): Span[] {
  const spoken = tokens.filter(({ kind }) => kind !== "symbol");
  const found: Span[] = [];
  for (let at = 0; at + words.length <= spoken.length; at++) {
    if (!words.every((word, nth) => spoken[at + nth]?.text === word)) continue;
    const [first, last] = [spoken[at], spoken[at + words.length - 1]];
    if (first && last) found.push({ start: first.start, end: last.end });
  }
  return found;
}

/** Words of one way stand at most so many others apart. */
const REACH = 4;

/** Where the words of a way stand near each other, in one sentence. */
function findWay(reading: Reading, { stems }: Way): Span[] {
  const { words } = reading;
  const [first = "", ...others] = stems;
  const found: Span[] = [];
  for (const at of words.positions.get(first) ?? []) {
    const places = [at, ...others.map((one) => nearest(words, one, at, REACH + stems.length))];
    if (places.includes(-1)) continue;
    const start = words.tokens[Math.min(...places)]?.start ?? 0;
    const end = words.tokens[Math.max(...places)]?.end ?? start;
    if (others.length > 0 && !isOneSentence(reading.sentences, start, end)) continue;
    found.push({ start, end });
    if (found.length >= MOST_PLACES) break;
  }
  return found;
}

function nearest({ positions }: WordIndex, stem: string, to: number, reach: number): number {
  let best = -1;
  for (const at of positions.get(stem) ?? []) {
    if (Math.abs(at - to) > reach) continue;
    if (best < 0 || Math.abs(at - to) < Math.abs(best - to)) best = at;
  }
  return best;
}

function isOneSentence(all: readonly Sentence[], start: number, end: number): boolean {
  const at = sentenceAt(all, start);
  return at !== null && end <= at.end;
}

/** The last sentence that begins at or before a place. */
function sentenceAt(all: readonly Sentence[], at: number): Sentence | null {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((all[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const found = all[low];
  return found && found.start <= at ? found : null;
}

/** Sorted by start, each thing once in each place, the longer of two. */
function placesOf(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const ends = new Map<number, number>();
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start < (ends.get(one.asked) ?? 0)) continue;
    ends.set(one.asked, one.end);
    kept.push(one);
  }
  return kept;
}

function countPlaces(places: readonly Found[]): Answer["found"] {
  const counts = new Map<number, number>();
  for (const { asked } of places) counts.set(asked, (counts.get(asked) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b).map(([asked, places]) => ({ asked, places }));
}

interface Group {
  readonly around: Span;
  readonly places: Found[];
  readonly asked: Set<number>;
}

function groupBySentence(places: readonly Found[], all: readonly Sentence[]): Group[] {
  const groups = new Map<number, Group>();
  for (const place of places) {
    const around = sentenceAt(all, place.start) ?? place;
    const group = groups.get(around.start) ?? { around, places: [], asked: new Set<number>() };
    group.places.push(place);
    group.asked.add(place.asked);
    groups.set(around.start, group);
  }
  return [...groups.values()];
}

/** First the sentences that together show all that was found, then what else shows most. */
function chooseQuotes(text: string, groups: readonly Group[]): AnswerQuote[] {
  const shown = new Set<number>();
  const left = [...groups];
  const chosen: Group[] = [];
  while (chosen.length < MOST_QUOTES && left.length > 0) {
    const fresh = ({ asked }: Group) => [...asked].filter((one) => !shown.has(one)).length;
    const best = left.reduce((one, other) =>
      fresh(other) > fresh(one) ||
        (fresh(other) === fresh(one) && other.asked.size > one.asked.size)
        ? other
        : one
    );
    for (const one of best.asked) shown.add(one);
    left.splice(left.indexOf(best), 1);
    chosen.push(best);
  }
  return chosen.map((group) => toQuote(text, group));
}

function toQuote(text: string, { around, places }: Group): AnswerQuote {
  const first = places[0] ?? around;
  const last = places.reduce((end, one) => Math.max(end, one.end), first.end);
  const quote = quoteOf(text, { start: first.start, end: last }, around);
  const marks: AnswerMark[] = [];
  for (const { start, end, asked } of places) {
    const cut = { start: Math.max(start, marks.at(-1)?.end ?? quote.start), end };
    if (cut.start < cut.end && cut.end <= quote.end) marks.push({ ...cut, asked });
  }
  return { ...quote, marks };
}
