import { isBlurb, isDemand, isDuty, isOffer, isProcess, isWishForBefore } from "./cues.ts";
import { labelOf, readSections, type Section } from "./sections.ts";
import { fold, type Sentence, sentences, type Token, tokenize, trimSpan } from "./text.ts";
import { keysOf, Phrases } from "./phrases.ts";
import type { Span } from "./types.ts";
import { isFunctionWord, PRAISE } from "./words.ts";

/** How a sentence of a job text bears on what is asked. */
export type Zone =
  /** Under "Requirements" and the like: all that it names is asked. */
  | "requirement"
  /** Under "Nice to have". */
  | "wish"
  /** Says what the work is. */
  | "duty"
  /** Asks something outside such a section. */
  | "prose";

export interface JobSentence extends Span {
  readonly zone: Zone;
  readonly bulleted: boolean;
  /** Whether the section's heading makes all of it a condition ("Must have"). */
  readonly isCondition: boolean;
  /** Whether the next sentence says that this one is only wished for. */
  readonly isWished: boolean;
  /** Whether it stands under a heading of duties or demands. */
  readonly isHeaded: boolean;
  /** Whether it fills its line, bullet apart: an item of a list rather than part of a paragraph. */
  readonly isLine: boolean;
  readonly tokens: readonly Token[];
}

/**
 * The sentences of a job text that bear on what is asked. What the company says of itself, what it
 * offers and how to apply are left out.
 */
export function readJobSentences(text: string): JobSentence[] {
  const found: Draft[] = [];
  for (const section of readSections(text, "job")) {
    const { kind } = section;
    if (kind === "company" || kind === "benefits" || kind === "process" || kind === "other") {
      continue;
    }
    if (kind === "requirements" || kind === "nice_to_have") readAsked(text, section, found);
    else readProse(text, section, kind === "duties", found);
  }
  return found.map((sentence, at) => ({
    ...sentence,
    isWished: isWishForBefore(found[at + 1]?.tokens ?? []),
  }));
}

type Draft = Omit<JobSentence, "isWished">;

/** A section of demands: everything but small print; what follows "please apply" is lost. */
function readAsked(text: string, section: Section, found: Draft[]): void {
  const isConditionOfAll = hasConditionHeading(text, section);
  for (const whole of cutLong(text, sentences(text, section.body))) {
    const label = labelOf(text, whole);
    const sentence = label === null
      ? whole
      : { ...whole, ...trimSpan(text, { start: label.bodyStart, end: whole.end }) };
    const zone = (label ?? section).kind === "nice_to_have" ? "wish" : "requirement";
    const isCondition = label === null
      ? isConditionOfAll
      : zone === "requirement" && isConditionWord(text.slice(whole.start, label.bodyStart));
    const tokens = tokenize(text, sentence);
    if (isProcess(tokens)) break;
    if (tokens[0]?.text === "physical") continue;
    if (isOffer(tokens) && !isDemand(tokens)) continue;
    if (isBlurb(tokens) && !sentence.bulleted && !isDemand(tokens)) {
      if (tokens.length > 14) break;
      continue;
    }
    found.push({
      ...sentence,
      zone,
      isCondition,
      isHeaded: true,
      isLine: fillsLine(text, whole, section.body.start),
      tokens,
    });
  }
}

function hasConditionHeading(text: string, { heading }: Section): boolean {
  return heading !== null && isConditionWord(text.slice(heading.start, heading.end));
}

function isConditionWord(heading: string): boolean {
  return /\b(?:must|mandatory|minimum|required|knock|harde|vereist|verplicht|minimale)/i
    .test(heading);
}

/** Duties and running text: the sentences that ask something or say what the work is. */
function readProse(text: string, section: Section, isDuties: boolean, found: Draft[]): void {
  for (const sentence of cutLong(text, sentences(text, section.body))) {
    const tokens = tokenize(text, sentence);
    if (isProcess(tokens)) {
      if (found.length > 0) break;
      continue;
    }
    const isAsking = isDemand(tokens);
    if (isOffer(tokens) || isBlurb(tokens) && !isAsking) continue;
    if (!isAsking && !isDuties && !isDuty(tokens)) continue;
    const zone = isAsking ? "prose" : "duty";
    found.push({
      ...sentence,
      start: afterSeeking(tokens) ?? sentence.start,
      zone,
      isCondition: false,
      isHeaded: isDuties,
      isLine: fillsLine(text, sentence),
      tokens,
    });
  }
}

/** What opens a demand when it stands in capitals behind a small letter. */
const CAPITAL_OPENINGS = new Set(
  ("experience knowledge understanding ability proficiency familiarity mastery strong excellent solid proven demonstrated minimum bachelors bachelor masters must hands working good great advanced you we please " +
    "ervaring kennis minimaal goede uitstekende aantoonbare afgeronde je wij").split(" "),
);

const SEEKING = new Phrases<true>();
for (
  const phrase
    of "looking for | is seeking | are seeking | seeking | op zoek naar | zijn wij op zoek naar | zoeken wij | zoeken we | wij zoeken | we zoeken"
      .split(" | ")
) {
  SEEKING.add(keysOf(tokenize(phrase)), true);
}

/** "For a bakery in Tilburg we are looking for …": only what follows is about the candidate. */
function afterSeeking(tokens: readonly Token[]): number | null {
  for (let at = 0; at < tokens.length - 2; at++) {
    const hit = SEEKING.at(tokens, at)[0];
    const next = hit === undefined ? undefined : tokens[hit.to];
    if (next !== undefined) return next.start;
  }
  return null;
}

/** @param bodyStart Where the section's body starts, maybe behind its heading on the same line. */
function fillsLine(text: string, { start, end }: Span, bodyStart = 0): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 8);
  const mark = before.slice(before.lastIndexOf("\n") + 1);
  const rest = after.includes("\n") ? after.slice(0, after.indexOf("\n")) : after;
  const opensLine = (before.includes("\n") || start <= 8) && mark.trim().length <= 4;
  return (opensLine || start === bodyStart) && rest.trim().length <= 1;
}

const LONG = 28;
/** No sentence that a person wrote is longer; the work on one grows faster than its length. */
const MAX_SENTENCE_TOKENS = 240;
const OPENINGS = new Phrases<true>();
for (
  const phrase
    of ("you will | you have | you are | you should | must have | must be | must hold | experience with | experience in | experience of | experience as | years of experience | knowledge of | understanding of | ability to | able to | responsible for | familiarity with | familiar with | proficient in | proficiency in | " +
      "degree in | bachelors degree | excellent | strong | we offer | we are | please | je hebt | je bent | je gaat | je kunt | je werkt | je beschikt | jij hebt | jij bent | ervaring met | ervaring in | ervaring als | kennis van | minimaal | wij bieden | we bieden | wij zoeken | we zoeken | afgeronde | goede beheersing")
      .split(" | ")
) OPENINGS.add(keysOf(tokenize(phrase)), true);

/** Cuts a sentence without end, as unpunctuated text has it, where a new thing is clearly begun. */
function* cutLong(text: string, all: Iterable<Sentence>): Generator<Sentence> {
  for (const sentence of cutAtCapitals(text, all)) {
    const tokens = tokenize(text, sentence);
    const marks = tokens.filter(({ text }) => text === "," || text === ":").length;
    const isListed = marks * 12 > tokens.length && tokens.length < MAX_SENTENCE_TOKENS;
    if (tokens.length < LONG || isListed) yield sentence;
    else yield* cutAtOpenings(tokens, sentence);
  }
}

/** "… tuning experience Strong proficiency with Linux": the lines were run together. */
function* cutAtCapitals(text: string, all: Iterable<Sentence>): Generator<Sentence> {
  for (const sentence of all) {
    const tokens = tokenize(text, sentence);
    let start = sentence.start;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined) continue;
      const hump = humpOf(text, token);
      const end = hump ?? (opensInCapital(text, tokens, at) ? tokens[at - 1]?.end : undefined);
      if (end === undefined) continue;
      yield { start, end, bulleted: sentence.bulleted };
      start = hump ?? token.start;
    }
    yield { start, end: sentence.end, bulleted: sentence.bulleted };
  }
}

const SENTENCE_OPENERS = new Set([
  "so",
  "if",
  "the",
  "we",
  "you",
  "your",
  "what",
  "as",
  "our",
  "this",
  "in",
  "and",
]);

/** "EPDMSo, if you …": where a function word was run into the name before it. */
function humpOf(text: string, token: Token): number | null {
  if (token.kind !== "word" || token.text.length < 5) return null;
  const written = text.slice(token.start, token.end);
  const cut = /(?<=\p{Lu}{2}|\p{Ll}{3})(?=\p{Lu}\p{Ll}+$)/u.exec(written)?.index;
  if (cut === undefined || !SENTENCE_OPENERS.has(fold(written.slice(cut)))) return null;
  return token.start + cut;
}

function opensInCapital(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (
    token === undefined || before === undefined || before.kind === "symbol" && before.text !== ")"
  ) return false;
  if (
    isFunctionWord(before.text) || !/^\p{Lu}\p{Ll}/u.test(text.slice(token.start, token.start + 2))
  ) return false;
  const next = tokens[at + 1];
  if (!CAPITAL_OPENINGS.has(token.text) || next === undefined) return false;
  return /^\p{Ll}/u.test(text.slice(next.start, next.start + 1)) &&
    /^\p{Ll}|^\p{N}|^\)/u.test(text.slice(before.start, before.start + 1));
}

const MAX_RUN = 45;

/** "3+ years experience in": the demand began with what stands before. */
function continues(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? "";
  if (PRAISE.has(before) || isFunctionWord(before)) return true;
  if (/^(?:years?|jaar|jaren|of|have|work)$/.test(before)) return true;
  const words = tokens.slice(Math.max(0, at - 5), at).map(({ text }) => text);
  return /years? of(?: \S+){1,3}$|(?:jaar|jaren)(?: \S+){1,3}$/.test(words.join(" "));
}

function* cutAtOpenings(tokens: readonly Token[], sentence: Sentence): Generator<Sentence> {
  let start = sentence.start;
  let end = sentence.start;
  let count = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const opens = OPENINGS.at(tokens, at).length > 0;
    if (count > 3 && opens && !continues(tokens, at) || count >= MAX_RUN) {
      yield { start, end, bulleted: sentence.bulleted };
      start = token.start;
      count = 0;
    }
    end = token.end;
    count++;
  }
  yield { start, end: sentence.end, bulleted: sentence.bulleted };
}
