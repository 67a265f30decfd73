import type { JobTitle } from "./job_title.ts";
import { type Range, type Reading, readPiece, textOf } from "./reading.ts";
import { isRoleHead } from "./roles.ts";
import { fold, type Token } from "./text.ts";
import type { Language } from "./types.ts";

/** How far somebody is in an occupation. */
export type Rank = "junior" | "medior" | "senior" | "lead";

/** From the lowest to the highest. */
export const RANKS: readonly Rank[] = ["junior", "medior", "senior", "lead"];

const RANK_OF: ReadonlyMap<string, Rank> = new Map(
  Object.entries({
    junior: "junior jr starter entry beginnend beginnende aankomend aankomende",
    medior: "medior mid intermediate",
    senior: "senior sr",
    lead: "lead principal",
  }).flatMap(([rank, words]) => words.split(" ").map((word) => [word, rank as Rank])),
);

/** The rank that a word (folded) names; null where it names none. */
export function rankOfWord(word: string): Rank | null {
  return RANK_OF.get(word) ?? null;
}

/** Of several ranks the lowest is asked: "medior of senior". */
export function lowestOf(ranks: readonly Rank[]): Rank | null {
  return RANKS.find((rank) => ranks.includes(rank)) ?? null;
}

const LEVEL_WORDS = new Set(["level", "niveau", "werkniveau", "functieniveau"]);
const FILLERS = new Set(
  "at op of or to tot and en a an een minimaal minimum least ten minste minstens minimal profile profiel role rol functie / - , + ( )"
    .split(" "),
);

/** Words that say so little alone that a word for "level" has to stand beside them. */
const UNSURE = new Set(["lead", "principal", "entry", "mid", "intermediate", "starter"]);

/** A rank that a name asks for, and where the occupation stands in which it is asked. */
export interface AskedSeniority {
  readonly rank: Rank;
  /** Null when any work will do. */
  readonly role: Range | null;
}

/** "Senior", "medior/senior niveau", "Senior level as Java developer": a rank and nothing else. */
export function readAskedSeniority({ tokens }: Reading): AskedSeniority | null {
  const ranks: Rank[] = [];
  let isSure = false;
  let at = 0;
  for (; at < tokens.length; at++) {
    const word = tokens[at]?.text ?? "";
    const rank = rankOfWord(word);
    if (rank !== null) {
      ranks.push(rank);
      isSure ||= !UNSURE.has(word);
    } else if (LEVEL_WORDS.has(word)) isSure = true;
    else if (!FILLERS.has(word)) break;
  }
  const rank = lowestOf(ranks);
  if (rank === null || !isSure) return null;
  if (at === tokens.length) return { rank, role: null };
  const opener = tokens[at]?.text;
  if (opener !== "as" && opener !== "als" || at + 1 >= tokens.length) return null;
  return { rank, role: { from: at + 1, to: tokens.length } };
}

/** What of a title is a rank as a demand: its name and the rank. */
export interface TitleSeniority {
  readonly rank: Rank;
  /** "Senior level as Java developer". */
  readonly name: string;
}

/**
 * The rank that a posting's title asks for. A title for starters asks for none: whoever has more
 * behind them is no less fit for it.
 */
export function seniorityOfTitle(
  text: string,
  title: JobTitle,
  language: Language,
): TitleSeniority | null {
  const words = ranksOf(readPiece(text, spanOfTitle(title)).tokens);
  const rank = lowestOf(words.flatMap((word) => rankOfWord(word) ?? []));
  const word = words.find((one) => rankOfWord(one) === rank);
  if (rank === null || rank === "junior" || word === undefined) return null;
  const reading = readPiece(title.name);
  const occupation = textOf(reading, withoutRank(reading.tokens));
  if (occupation === "") return null;
  const written = word.charAt(0).toUpperCase() + word.slice(1);
  const name = language === "nl"
    ? `${written} niveau als ${occupation}`
    : `${written} level as ${occupation}`;
  return { rank, name };
}

/** How far before the name of an occupation in running text its rank may stand. */
const BEFORE_NAME = 24;

function spanOfTitle({ name, source, end }: JobTitle) {
  if (end <= source.start) return source;
  return { start: Math.max(source.start, end - name.length - BEFORE_NAME), end };
}

/** What "senior" may say of people cared for, or of a school, rather than of rank. */
const NOT_A_RANK = new Set(
  "living citizen citizens care housing services center centre home high college school generation management"
    .split(" "),
);

function ranksOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ text }, at) => {
    if (rankOfWord(text) === null || NOT_A_RANK.has(tokens[at + 1]?.text ?? "")) return [];
    if (!UNSURE.has(text)) return [text];
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    const opens = before === undefined || before.kind === "symbol" || rankOfWord(before.text);
    // "Team lead" and "school principal" are occupations; "lead developer" has a rank.
    const isBeforeRole = tokens.slice(at + 1, at + 5).some((one) => isRoleHead(one.text));
    return LEVEL_WORDS.has(after?.text ?? "") || opens && isBeforeRole ||
        after?.text === "-" && LEVEL_WORDS.has(tokens[at + 2]?.text ?? "")
      ? [text]
      : [];
  });
}

/** What of a title stands behind the words of rank that open it, and before those that end it. */
function withoutRank(tokens: readonly Token[]): Range {
  const isRank = (token: Token | undefined) =>
    token !== undefined &&
    (rankOfWord(fold(token.text)) !== null || token.kind === "symbol" ||
      LEVEL_WORDS.has(token.text) || token.text === "of" || token.text === "or");
  let from = 0;
  let to = tokens.length;
  while (from < to && isRank(tokens[from])) from++;
  while (to > from && isRank(tokens[to - 1]) && !isRoleHead(tokens[to - 1]?.text ?? "")) to--;
  return { from, to };
}
