import type { PlacedMention, Range, Reading } from "./reading.ts";
import type { Token } from "./text.ts";
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  GENERIC,
  isContentWord,
  isFunctionWord,
  PRAISE,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  verbBase,
} from "./words.ts";

/** Heads that a name can lose without losing what it names: "Java experience" is "Java". */
const EMPTY_HEADS = new Set(
  ("experience experiences expertise knowledge skill skills understanding ability abilities proficiency familiarity background command competence competencies mastery exposure aptitude affinity " +
    "evidence level plus bonus required preferred etc must requirement advantage asset desired work " +
    "ervaring kennis vaardigheid vaardigheden beheersing achtergrond affiniteit niveau werkervaring pre pluspunt vereist must inzicht werken")
    .split(" "),
);

const PURPOSES = new Set([
  "to",
  "om",
  "for",
  "voor",
  "in",
  "within",
  "binnen",
  "at",
  "bij",
  "on",
  "op",
  "across",
  "using",
  "with",
  "met",
  "under",
  "onder",
  "from",
  "by",
  "through",
  "as",
  "als",
  "via",
  "into",
  "over",
  "per",
  "during",
  "tijdens",
]);
const DUTCH_VERBS = new Set(
  ("werkt werken kent kennen spreekt spreken schrijft beheerst beheersen houdt houden denkt weet staat staan brengt zoekt zoeken maakt maken begrijpt voelt neemt legt stelt beschikt beschikken bezit " +
    "blijft blijven durft snapt vindt krijgt levert voert vraagt vragen verwachten verwacht hoort past bereid bent wilt kunt hebt leest heb vraag geldt betreft alles overweg gebruikt gebruiken behaald behaalde opgedaan gewerkt bekend vertrouwd ervaren bedreven vaardig thuis zie ziet bieden")
    .split(" "),
);
const OPENERS = new Set(
  ("hands hands-on experienced skilled versed fluent familiar proficient comfortable adept knowledgeable qualified certified conversant possess possesses possession hold holds holding bring brings know knows knowing understand understands understanding have having having demonstrate demonstrates demonstrated show shown must use using used utilizing work working worked applying apply " +
    "preference include includes including looking seeking interested mastering maintaining youve ive youre expert experts specialist solid-hands deep dive own track record command involved completion graduation obtained subject please speak write read able willing bachelor affinity proven")
    .split(" "),
);

/**
 * Cuts a range down to the words that name something: without articles, praise, "experience with"
 * before it, "skills" behind it, and what follows a "that", a "to" or a "within".
 *
 * @returns Null when nothing is left that says what is asked.
 */
export function trimElement(reading: Reading, range: Range): Range | null {
  const { tokens } = reading;
  const known = reading.mentions.filter(({ from, to, type }) =>
    from >= range.from && to <= range.to &&
    !(type === "soft" && PRAISE.has(tokens[from]?.text ?? ""))
  );
  let { from, to } = range;
  from = behindLabel(tokens, known, range);
  while (from < to && canDropFirst(reading, known, from, to)) from++;
  to = endOfName(tokens, known, from, to);
  while (to > from && canDropLast(tokens, known, from, to)) to--;
  if (from >= to) return null;
  const hasName = known.some((mention) => mention.from >= from && mention.to <= to);
  for (let at = from; at < to && !hasName; at++) {
    const token = tokens[at];
    const says = (token?.text.length ?? 0) > 1 || tokens.length === 1; // "- R"
    if (token?.kind === "word" && says && isContentWord(token.text)) {
      return { from, to };
    }
  }
  return hasName ? { from, to } : null;
}

/** "one of these papers: VCA": what stands before the colon only says what kind of thing follows. */
function behindLabel(
  tokens: readonly Token[],
  known: readonly PlacedMention[],
  { from, to }: Range,
): number {
  const first = known[0]?.from ?? to;
  for (let at = from; at < Math.min(first, to - 1); at++) {
    if (tokens[at]?.text === ":" && tokens[at + 1]?.glued !== true) return at + 1;
  }
  return from;
}

function isInside(known: readonly PlacedMention[], at: number): boolean {
  return known.some(({ from, to }) => from <= at && at < to);
}

function canDropFirst(
  reading: Reading,
  known: readonly PlacedMention[],
  at: number,
  to: number,
): boolean {
  const token = reading.tokens[at];
  if (token === undefined) return false;
  if (isInside(known, at)) return false;
  if (token.kind === "symbol") return token.text !== "." || reading.tokens[at + 1]?.glued !== true;
  if (token.kind === "number") return at + 1 === to || !reading.tokens[at + 1]?.glued;
  const word = token.text;
  if (word === "limited" && reading.tokens[at + 1]?.text === "to") return true;
  if (
    DETERMINERS.has(word) || PRONOUNS.has(word) || PREPOSITIONS.has(word) || AUXILIARIES.has(word)
  ) return true;
  if (CONJUNCTIONS.has(word) || ADVERBS.has(word) || OPENERS.has(word) || DUTCH_VERBS.has(word)) {
    return true;
  }
  if (PRAISE.has(word) || isBeforeFrame(reading, at, to)) return true;
  if (GENERIC.has(word)) return opensPhrase(reading, known, at, to);
  if (verbBase(word) === null) return false;
  return known.some(({ from, type }) => from > at && type !== "soft") && !isNounBefore(reading, at);
}

/** "knowledge of …": an empty noun before a preposition, or before another empty one. */
function opensPhrase(
  reading: Reading,
  known: readonly PlacedMention[],
  at: number,
  to: number,
): boolean {
  const next = reading.tokens[at + 1];
  if (next === undefined || at + 1 >= to) return true;
  if (EMPTY_HEADS.has(reading.tokens[at]?.text ?? "")) return true;
  if (next.kind === "symbol") return !next.glued;
  if (isInside(known, at + 1)) return false;
  return isFunctionWord(next.text) ||
    verbBase(next.text)?.endsWith("e") === true && next.text.endsWith("ing");
}

/** "commercial experience with React": an adjective of an empty noun. */
function isBeforeFrame({ tokens }: Reading, at: number, to: number): boolean {
  // "progressively responsible experience in …": so is an adverb before the adjective.
  const head = tokens[at]?.text.endsWith("ly") ? at + 2 : at + 1;
  return head + 1 < to && EMPTY_HEADS.has(tokens[head]?.text ?? "") &&
    PREPOSITIONS.has(tokens[head + 1]?.text ?? "");
}

/** Whether the word at `at`, though it may be a verb, is the first half of a name: "test plans". */
function isNounBefore(reading: Reading, at: number): boolean {
  const next = reading.tokens[at + 1]?.text ?? "";
  const word = reading.tokens[at]?.text ?? "";
  return next === "-" || !word.endsWith("ing") && !word.endsWith("ed") && at > 0 &&
      PREPOSITIONS.has(reading.tokens[at - 1]?.text ?? "") && reading.tokens[at - 1]?.text !== "to";
}

const MAX_NAME_TOKENS = 9;

/** Where a name ends: at a mark, a clause, an auxiliary, or a preposition behind a known name. */
function endOfName(
  tokens: readonly Token[],
  known: readonly PlacedMention[],
  from: number,
  to: number,
): number {
  let seenName = false;
  for (let at = from; at < to; at++) {
    if (isInside(known, at)) {
      seenName = true;
      continue;
    }
    const token = tokens[at];
    if (token === undefined) return at;
    const word = token.text;
    if (token.kind === "symbol" && endsName(tokens, at)) return at;
    if (at === from) continue;
    const nextKnown = known.some((mention) =>
      mention.from > at && mention.to <= to && mention.from - at <= 3
    );
    if (RELATIVES.has(word) || AUXILIARIES.has(word)) return at;
    if (seenName && DUTCH_VERBS.has(word)) return at;
    if (PRONOUNS.has(word) && !DETERMINERS.has(word)) return at;
    if (tokens[at - 1]?.text === "-" && token.glued) continue;
    if (PURPOSES.has(word) && seenName && !nextKnown) return at;
    if (PURPOSES.has(word) && word === "to" && at - from > 1) return at;
    if (at - from >= MAX_NAME_TOKENS) return lastFunctionWord(tokens, from, at);
  }
  return to;
}

function endsName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if ("-/&'’.+#%@_".includes(token.text)) {
    return !token.glued && tokens[at + 1]?.glued !== true && token.text !== "&" &&
      token.text !== "/";
  }
  return true;
}

function lastFunctionWord(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to; at > from + 2; at--) {
    if (PREPOSITIONS.has(tokens[at]?.text ?? "")) return at;
  }
  return to;
}

function canDropLast(
  tokens: readonly Token[],
  known: readonly PlacedMention[],
  from: number,
  to: number,
): boolean {
  const token = tokens[to - 1];
  if (token === undefined || isInside(known, to - 1)) return false;
  if (token.kind === "symbol") return true;
  if (token.kind === "number") {
    return to - from === 1
      ? known.length === 0
      : isFunctionWord(tokens[to - 2]?.text ?? "") || ADVERBS.has(tokens[to - 2]?.text ?? "");
  }
  if (isFunctionWord(token.text) || ADVERBS.has(token.text)) return true;
  if (EMPTY_HEADS.has(token.text)) return to - from > 1;
  return PRAISE.has(token.text) && (to - from > 1 && known.length > 0);
}
