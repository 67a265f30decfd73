import { type PlacedMention, type Range, type Reading } from "./reading.ts";
import {
  ADVERBS,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isFunctionWord,
  PREPOSITIONS,
  PRONOUNS,
  verbBase,
} from "./words.ts";

const MAX_ACTION_TOKENS = 9;
const STOPS = new Set([...'.,;:!?()[]•*|"“”']);
const CLAUSE_OPENERS = new Set([
  "that",
  "which",
  "who",
  "while",
  "when",
  "so",
  "because",
  "where",
  "if",
  "as",
  "through",
  "via",
  "within",
  "across",
  "during",
  "in",
  "on",
  "at",
  "by",
  "for",
  "under",
  "including",
  "such",
  "from",
  "using",
  "per",
  "throughout",
  "based",
  "whilst",
  "alongside",
  "into",
]);
/** Verbs of wanting, being and having, which are no work by themselves. */
const WEAK = new Set([
  "need",
  "use",
  "learn",
  "meet",
  "speak",
  "talk",
  "live",
  "change",
  "welcome",
  "serve",
  "become",
  "come",
  "have",
  "be",
  "look",
  "join",
  "offer",
  "help",
  "take",
  "keep",
  "show",
  "see",
  "know",
  "find",
  "give",
  "make",
  "stay",
  "send",
  "apply",
  "post",
  "welcome",
  "bring",
  "read",
  "ask",
  "start",
  "select",
  "succeed",
  "enter",
  "record",
  "release",
  "remain",
  "sign",
  "value",
  "think",
  "head",
  "own",
  "name",
  "plan",
  "form",
  "order",
]);
const BEFORE_ACTION = new Set([
  "to",
  "will",
  "you",
  "and",
  "or",
  "&",
  "can",
  "should",
  "must",
  "would",
  "shall",
  "able",
  "ll",
  "by",
  "/",
  "for",
  "in",
  "of",
  "with",
  "on",
  "experience",
]);

/**
 * The things that an English sentence says one does: "work closely with our product team". Each
 * ends before the next clause, and before a known name that is given by itself.
 */
export function findActions(reading: Reading, isItem: boolean): Range[] {
  const { tokens } = reading;
  const found: Range[] = [];
  let inActions = isItem;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind !== "word") {
      if (STOPS.has(token?.text ?? "") && token?.text !== ",") inActions = isItem;
      continue;
    }
    if (!opensAction(reading, at, inActions)) continue;
    const to = endOfAction(reading, at);
    if (to - at >= 2 && !isAboutYou(reading, at, to)) {
      found.push({ from: at, to });
      inActions = true;
      at = to - 1;
    }
  }
  return found;
}

/** "build your career" is given, not asked. */
function isAboutYou({ tokens }: Reading, from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ text }) => text === "your" || text === "you");
}

function opensAction(reading: Reading, at: number, inActions: boolean): boolean {
  const { tokens } = reading;
  const word = tokens[at]?.text ?? "";
  const base = verbBase(word);
  if (base === null || AUXILIARIES.has(word) || coveredBy(reading, at) !== null) return false;
  const before = tokens[at - 1]?.text ?? "";
  const next = tokens[at + 1];
  if (next === undefined || STOPS.has(next.text)) return false;
  if (word.endsWith("ing")) {
    return isObjectStart(reading, at + 1) && !DETERMINERS.has(before) && !WEAK.has(base);
  }
  if (at === 0 && inActions) {
    return isObjectStart(reading, at + 1) || next.kind === "word" && !isFunctionWord(next.text);
  }
  if (word !== base) return false;
  if (WEAK.has(base)) return before === "to" && isObjectStart(reading, at + 1);
  if (
    before === "to" ||
    ["will", "ll", "can", "should", "must", "you", "shall", "would"].includes(before)
  ) return true;
  if (ADVERBS.has(before) && BEFORE_ACTION.has(tokens[at - 2]?.text ?? "")) return true;
  return (before === "and" || before === "or" || before === "&" || before === ",") && inActions &&
    isObjectStart(reading, at + 1);
}

/** Whether what follows a verb can be its object: an article, an adverb, a preposition, a name. */
function isObjectStart(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined || token.kind === "symbol") return false;
  const word = token.text;
  if (AUXILIARIES.has(word) || word === "or") return false;
  return DETERMINERS.has(word) || PREPOSITIONS.has(word) || ADVERBS.has(word) || word === "and" ||
    !isFunctionWord(word);
}

function endOfAction(reading: Reading, from: number): number {
  const { tokens } = reading;
  let end = from + 1;
  let objects = 0;
  for (let at = from + 1; at < tokens.length && at - from < MAX_ACTION_TOKENS; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const word = token.text;
    const mention = coveredBy(reading, at);
    if (mention !== null && mention.type !== "soft" && objects > 0) break;
    if (mention !== null) {
      end = at = mention.to;
      at--;
      objects++;
      continue;
    }
    if (STOPS.has(word) || token.kind === "symbol" && !"-/&'’".includes(word)) break;
    if (objects > 0 && CLAUSE_OPENERS.has(word)) break;
    if (objects > 0 && word === "to" && verbBase(tokens[at + 1]?.text ?? "") !== null) break;
    if (PRONOUNS.has(word) && !DETERMINERS.has(word) && at > from + 1) break;
    if (AUXILIARIES.has(word)) break;
    if (
      (word === "and" || word === "or") &&
      verbBase(tokens[at + 1]?.text ?? "") === tokens[at + 1]?.text && objects > 0
    ) break;
    if (!isFunctionWord(word) && !ADVERBS.has(word)) objects++;
    end = at + 1;
  }
  while (
    end > from + 1 &&
    (isFunctionWord(tokens[end - 1]?.text ?? "") || CONJUNCTIONS.has(tokens[end - 1]?.text ?? "") ||
      tokens[end - 1]?.kind === "symbol")
  ) end--;
  return end;
}

function coveredBy(reading: Reading, at: number): PlacedMention | null {
  return reading.mentions.find(({ from, to, type }) =>
    from <= at && at < to && type !== "occupation"
  ) ?? null;
}
