import { lexicon } from "./lexicon.ts";
import { findMentions, type Mention } from "./mentions.ts";
import type { Ask, Way } from "./question.ts";
import { type Saying, SAYINGS } from "./question_ways.ts";
import { stem } from "./stems.ts";
import { type Token, tokenize } from "./text.ts";
import type { Span } from "./types.ts";
import { isFunctionWord } from "./words.ts";

/** What a run of plain words asks for, one thing after the other. */
export interface Term extends Span {
  readonly ask: Ask;
}

/** Words that questions are made of, and that say nothing of who is looked for. */
const ASKING = new Set(
  ("who whos whoever has have had having worked works working work experience experienced experiences experiencing someone " +
    "somebody anyone anybody candidate candidates applicant applicants person people persons resume resumes cv cvs find show " +
    "give list please know knows knowledge ever also already good well background with the and or not done did do speaks speak " +
    "can used uses use least minimum year years same time job jobs " +
    "wie heeft hebben gehad gewerkt werkt werkte werken ervaring ervaren ervaringen iemand mensen personen kandidaat " +
    "kandidaten sollicitant sollicitanten zoek vind toon geef laat zien kent kennis ooit ook al goed achtergrond kan " +
    "gebruikt minstens jaar jaren spreekt en of niet geeft gedaan deed").split(" "),
);

/**
 * Reads plain words: sayings and known skills as they are named, and each other word that says
 * something for itself. Words that only ask ("who has …") are dropped.
 */
export function readTerms(text: string, within: Span): Term[] {
  const tokens = tokenize(text, within).filter(({ kind }) => kind !== "symbol");
  const mentions = findMentions(text, within);
  const terms: Term[] = [];
  for (let at = 0; at < tokens.length;) {
    const said = sayingAt(tokens, at);
    const mention = mentionAt(mentions, tokens, at);
    const end = Math.max(said?.to ?? at, mention?.to ?? at);
    const first = tokens[at];
    if (first === undefined) break;
    if (end === at) {
      if (isTelling(first)) terms.push(wordTerm(text, first));
      at++;
      continue;
    }
    const span = { start: first.start, end: tokens[end - 1]?.end ?? first.end };
    const isSaying = said !== null && said.to === end;
    terms.push({ ...span, ask: namedAsk(text, span, isSaying ? said.saying : null, mention) });
    at = end;
  }
  return terms;
}

function isTelling({ text }: Token): boolean {
  return !isFunctionWord(text) && !ASKING.has(text);
}

function wordTerm(text: string, { start, end }: Span): Term {
  const word = text.slice(start, end);
  return { start, end, ask: { kind: "words", skills: [], ways: [wayOf(word)] } };
}

function namedAsk(
  text: string,
  span: Span,
  saying: Saying | null,
  mention: { readonly skill: string } | null,
): Ask {
  const named = saying?.skills ?? (mention && !saying ? [mention.skill] : []);
  const ways = [text.slice(span.start, span.end), ...saying?.says ?? []].map(wayOf);
  return { kind: "words", skills: withNarrower(named), ways: distinct(ways) };
}

/** A way to say something by its words that say something. */
export function wayOf(text: string): Way {
  const words = tokenize(text).filter(({ kind }) => kind !== "symbol").map((one) => one.text);
  const telling = words.filter((word) => !isFunctionWord(word));
  const stems = [...new Set((telling.length > 0 ? telling : words).map(stem))];
  return { text, stems };
}

function distinct(ways: readonly Way[]): Way[] {
  return [...new Map(ways.map((way) => [way.stems.toSorted().join(" "), way])).values()]
    .filter(({ stems }) => stems.length > 0);
}

/** So many skills stand for one that is asked for. */
const MOST_NARROWER = 60;

/** Skills with all that are kinds or parts of them, the nearest first. */
export function withNarrower(skills: readonly string[]): string[] {
  const all = new Set(skills);
  for (const id of all) {
    for (const narrower of lexicon().narrowerOf(id)) {
      if (all.size < MOST_NARROWER) all.add(narrower);
    }
  }
  return [...all];
}

/** The skill that is named from this token on, the longest. */
function mentionAt(mentions: readonly Mention[], tokens: readonly Token[], at: number) {
  const start = tokens[at]?.start;
  const [found] = mentions.filter((one) => one.start === start).sort((a, b) => b.end - a.end);
  if (found === undefined) return null;
  let to = at;
  while (to < tokens.length && (tokens[to]?.start ?? found.end) < found.end) to++;
  return { skill: found.skill, to };
}

interface AskedSaying {
  readonly stems: readonly string[];
  readonly saying: Saying;
}

const ASKED_SAYINGS: readonly AskedSaying[] = SAYINGS.flatMap((saying) =>
  saying.asks.map((ask) => ({ stems: wayOf(ask).stems, saying }))
).sort((a, b) => b.stems.length - a.stems.length);

/** At most so many small words stand between those of a saying: "led a big team". */
const BETWEEN = 2;

/** The saying whose words stand here in their order, with small words between. */
function sayingAt(tokens: readonly Token[], at: number) {
  for (const { stems, saying } of ASKED_SAYINGS) {
    const to = stemsFrom(tokens, at, stems);
    if (to !== null) return { saying, to };
  }
  return null;
}

function stemsFrom(
  tokens: readonly Token[],
  from: number,
  stems: readonly string[],
): number | null {
  let at = from;
  for (const [nth, wanted] of stems.entries()) {
    let skipped = 0;
    while (
      nth > 0 && skipped < BETWEEN && isFunctionWord(tokens[at]?.text ?? "") &&
      stem(tokens[at]?.text ?? "") !== wanted
    ) {
      at++;
      skipped++;
    }
    if (stem(tokens[at]?.text ?? "") !== wanted) return null;
    at++;
  }
  return at;
}
