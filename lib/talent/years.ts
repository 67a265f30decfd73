import { type Token, tokenize } from "./text.ts";
import type { Span } from "./types.ts";

/** A number of years of experience that a text asks for. */
export interface AskedYears extends Span {
  /** The least that will do; half a year is 0.5. */
  readonly years: number;
  /** Tokens `from` up to and without `to`, for callers that hold the same tokens. */
  readonly from: number;
  readonly to: number;
}

const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    twelve: 12,
    fifteen: 15,
    eighteen: 18,
    twenty: 20,
    half: 0.5,
    een: 1,
    twee: 2,
    drie: 3,
    vier: 4,
    vijf: 5,
    zes: 6,
    zeven: 7,
    acht: 8,
    negen: 9,
    tien: 10,
    twaalf: 12,
    vijftien: 15,
    achttien: 18,
    twintig: 20,
    halfjaar: 0.5,
    anderhalf: 1.5,
  }),
);
const YEAR_WORDS = new Set(["year", "years", "yr", "yrs", "jaar", "jaren", "jr"]);
const MONTH_WORDS = new Set(["month", "months", "maand", "maanden", "mnd"]);
const RANGE_WORDS = new Set(["-", "–", "—", "to", "tot", "a", "or", "of", "/"]);
const NOT_ASKED = new Set([
  "ago",
  "old",
  "geleden",
  "oud",
  "contract",
  "jong",
  "aanstelling",
  "dienstverband",
  "warranty",
]);
const BEFORE_NOT_ASKED = new Set([
  "last",
  "past",
  "afgelopen",
  "laatste",
  "vorige",
  "since",
  "sinds",
  "every",
  "elke",
  "for over",
]);
const MAX_YEARS = 25;

/**
 * Finds how many years a text asks for: "5+ years", "minimaal drie jaar", "3-5 years" (3),
 * "two (2) years", "18 maanden" (1.5).
 *
 * @param tokens The text's tokens, when they are at hand.
 */
export function readYears(text: string, tokens: readonly Token[] = tokenize(text)): AskedYears[] {
  const found: AskedYears[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const unit = unitOf(tokens[at]?.text);
    if (unit === null || isSomethingElse(tokens, at)) continue;
    const amount = amountBefore(tokens, at);
    if (amount === null) continue;
    const years = amount.value * unit;
    if (BEFORE_NOT_ASKED.has(tokens[amount.from - 1]?.text ?? "")) continue;
    const from = withQualifiers(tokens, amount.from);
    const first = tokens[from];
    const last = tokens[at];
    if (years <= 0 || years > MAX_YEARS || first === undefined || last === undefined) continue;
    found.push({
      years: Math.round(years * 100) / 100,
      from,
      to: at + 1,
      start: first.start,
      end: last.end,
    });
  }
  return withParts(tokens, found);
}

const PART_WORDS = new Set(["which", "waarvan"]);
const PART_OF = new Set(["with", "in", "using", "as", "on", "met", "als", "op", "binnen", "bij"]);

/** "five years, of which two with Python": a number behind "of which" has the unit before it. */
function withParts(tokens: readonly Token[], found: readonly AskedYears[]): AskedYears[] {
  const parts: AskedYears[] = [];
  for (const { to } of found) {
    const which = tokens.findIndex(({ text }, at) =>
      at >= to && at - to <= MAX_TO_PART && PART_WORDS.has(text)
    );
    if (which < 0) continue;
    let at = which + 1;
    while (at - which <= 3 && QUALIFIERS.has(tokens[at]?.text ?? "")) at++;
    const amount = numberAt(tokens, at);
    const [first, last] = [tokens[which + 1], tokens[at]];
    if (amount === null || first === undefined || last === undefined) continue;
    if (!PART_OF.has(tokens[at + 1]?.text ?? "") || amount.value > MAX_YEARS) continue;
    parts.push({
      years: amount.value,
      from: which + 1,
      to: at + 1,
      start: first.start,
      end: last.end,
    });
  }
  return [...found, ...parts].sort((a, b) => a.from - b.from);
}

const MAX_TO_PART = 16;

function unitOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  if (YEAR_WORDS.has(word)) return 1;
  return MONTH_WORDS.has(word) ? 1 / 12 : null;
}

function isSomethingElse(tokens: readonly Token[], unitAt: number): boolean {
  const next = tokens[unitAt + 1]?.text ?? "";
  const afterNext = tokens[unitAt + 2]?.text ?? "";
  if (NOT_ASKED.has(next) || (next === "of" && afterNext === "age")) return true;
  if (next === "-" && NOT_ASKED.has(afterNext)) return true;
  return next === "degree" || next === "college" || next === "opleiding" || next === "program";
}

interface Amount {
  readonly value: number;
  readonly from: number;
}

/** The number before a unit, walking over "+", "or more", brackets and ranges. */
function amountBefore(tokens: readonly Token[], unitAt: number): Amount | null {
  let at = unitAt - 1;
  if (tokens[at]?.text === "full" || tokens[at]?.text === "volle") at--;
  while ([")", "+", "plus", "-", "more", "meer"].includes(tokens[at]?.text ?? "")) {
    if (tokens[at]?.text === "more" || tokens[at]?.text === "meer") at--;
    at--;
  }
  let amount = numberAt(tokens, at);
  if (amount === null) return null;
  let before = amount.from - 1;
  if (tokens[before]?.text === "(") before--;
  const twin = numberAt(tokens, before);
  if (twin !== null && twin.value === amount.value) amount = twin;
  const middle = tokens[amount.from - 1]?.text;
  if (middle !== undefined && RANGE_WORDS.has(middle)) {
    const low = numberAt(tokens, amount.from - 2);
    if (low !== null && low.value <= amount.value) amount = low;
  }
  return amount;
}

function numberAt(tokens: readonly Token[], at: number): Amount | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === "number") return decimalAt(tokens, at, token);
  const value = NUMBERS.get(token.text);
  return value === undefined ? null : { value, from: at };
}

/** "1,5" and "2.5" are one number; "50%5 years" and years like 2019 are none. */
function decimalAt(tokens: readonly Token[], at: number, token: Token): Amount | null {
  const mark = tokens[at - 1];
  const whole = tokens[at - 2];
  if (
    token.glued && mark?.glued && (mark.text === "," || mark.text === ".") &&
    whole?.kind === "number"
  ) {
    return { value: Number(`${whole.text}.${token.text}`), from: at - 2 };
  }
  const value = Number(token.text);
  return token.text.length > 2 || Number.isNaN(value) ? null : { value, from: at };
}

const QUALIFIERS = new Set([
  "at",
  "least",
  "minimum",
  "minimal",
  "min",
  "of",
  "minimaal",
  "minstens",
  "tenminste",
  "ten",
  "minste",
  "ruim",
  "over",
  "more",
  "than",
  "meer",
  "dan",
  "a",
  "the",
  ".",
  "about",
  "circa",
  "ca",
  "ongeveer",
  "een",
  "is",
  "zon",
  "ca",
]);

function withQualifiers(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at > 0 && from - at < 4 && QUALIFIERS.has(tokens[at - 1]?.text ?? "")) at--;
  return at;
}
