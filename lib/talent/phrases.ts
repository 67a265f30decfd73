import { type Base, basesOf } from "./forms.ts";
import { remember } from "./remember.ts";
import { type Token, tokenize } from "./text.ts";

/** A node of the trie: what ends here, and where each next token leads. */
interface Node<T> {
  values: T[] | null;
  next: Map<string, Node<T>> | null;
}

/** A phrase that is put into the trie once a text has its first word. */
export interface Late<T> {
  /** Its keys, or null when it turns out to be none; see `keysOf`. */
  keys(first: string): readonly string[] | null;
  value(): T;
}

/** Phrases that are worked out when a text first has their first word, found by its key. */
export interface LatePhrases<T> {
  has(first: string): boolean;
  under(first: string): readonly Late<T>[];
}

type Start = "as it is" | "inflected" | "not";

/** A phrase found: tokens `from` up to and without `to`. */
export interface Hit<T> {
  readonly from: number;
  readonly to: number;
  readonly values: readonly T[];
  /** Set when the last word is a form of the phrase's: the word that the phrase has instead. */
  readonly base: Base | null;
}

/**
 * A dictionary of phrases over tokens. One walk over a text finds all of them: each position costs
 * at most the length of the longest phrase, whatever the number of phrases.
 */
export class Phrases<T> {
  #root: Node<T> = { values: null, next: null };
  readonly #late: LatePhrases<T> | null;
  /** The first keys whose late phrases are in the trie. */
  readonly #workedOut = new Set<string>();
  /** How a word may start a phrase; made anew when phrases were added. */
  #starts: ((word: string) => Start) | null = null;

  /**
   * @param late Phrases beside those of `add`. Few of the words of a large dictionary ever stand in
   * a text, so that it is ready at once. None may share its first key with one of `add`: those
   * would come before it.
   */
  constructor(late: LatePhrases<T> | null = null) {
    this.#late = late;
  }

  /** Adds a phrase by its keys (see `keysOf`). Several values may share one phrase. */
  add(keys: readonly string[], value: T): void {
    this.#starts = null;
    this.#insert(keys, value);
  }

  #insert(keys: readonly string[], value: T): void {
    let node = this.#root;
    for (const key of keys) {
      node.next ??= new Map();
      let next = node.next.get(key);
      if (next === undefined) node.next.set(key, next = { values: null, next: null });
      node = next;
    }
    if (keys.length === 0) return;
    if (node.values === null) node.values = [value];
    else if (!node.values.includes(value)) node.values.push(value);
  }

  /**
   * The phrases that start at token `from`, longest first.
   *
   * @param inflected Also find phrases whose last word stands in another form in the text.
   */
  at(tokens: readonly Token[], from: number, inflected = false): Hit<T>[] {
    const hits: Hit<T>[] = [];
    if (!this.#mayStart(tokens, from, inflected)) return hits;
    let node: Node<T> | undefined = this.#root;
    for (let at = from; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined) break;
      if (at > from && isJoiner(tokens, at)) continue;
      const next: Map<string, Node<T>> | null = node.next;
      if (next === null) break;
      if (inflected && token.kind === "word") this.#addInflected(next, token.text, from, at, hits);
      node = next.get(keyOf(tokens, at));
      if (node === undefined) break;
      if (node.values !== null) hits.push({ from, to: at + 1, values: node.values, base: null });
    }
    return hits.reverse();
  }

  /** Puts the late phrases with this first key into the trie. Whether any phrase has it. */
  #isStart(key: string): boolean {
    if (this.#late !== null && !this.#workedOut.has(key) && this.#late.has(key)) {
      this.#workedOut.add(key);
      for (const phrase of this.#late.under(key)) {
        const keys = phrase.keys(key);
        if (keys !== null) this.#insert(keys, phrase.value());
      }
    }
    return this.#root.next?.has(key) === true;
  }

  /** Most words start no phrase; those cost one look-up. */
  #mayStart(tokens: readonly Token[], from: number, inflected: boolean): boolean {
    const token = tokens[from];
    if (token === undefined) return false;
    if (token.kind !== "word") return this.#isStart(keyOf(tokens, from));
    this.#starts ??= remember((word) => {
      // Each of them, as each may have late phrases.
      const isInflected = keyedBases(word).filter(({ key }) => this.#isStart(key)).length > 0;
      if (this.#isStart(spelling(word))) return "as it is";
      return isInflected ? "inflected" : "not";
    });
    const start = this.#starts(token.text);
    return start === "as it is" || start === "inflected" && inflected;
  }

  #addInflected(
    next: ReadonlyMap<string, Node<T>>,
    word: string,
    from: number,
    at: number,
    hits: Hit<T>[],
  ): void {
    for (const { key, base } of keyedBases(word)) {
      const values = next.get(key)?.values ?? null;
      if (values !== null) hits.push({ from, to: at + 1, values, base });
    }
  }

  /** The longest phrases of a text from left to right, none over another. */
  all(tokens: readonly Token[]): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (let at = 0; at < tokens.length;) {
      const hit = this.at(tokens, at)[0];
      if (hit !== undefined) hits.push(hit);
      at = hit?.to ?? at + 1;
    }
    return hits;
  }
}

const HYPHENS = new Set(["-", "‐", "‑", "‒", "–", "_"]);

/** Whether the token at `at` is a hyphen that only joins two words: "front-end" is "front end". */
function isJoiner(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  return token !== undefined && next !== undefined && token.glued && next.glued &&
    HYPHENS.has(token.text) && next.kind !== "symbol";
}

/** The key under which a token is looked up; marks that must touch their word keep that. */
function keyOf(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  if (token === undefined) return "";
  if (token.kind === "word") return spelling(token.text);
  if (token.kind === "number") return token.text;
  const next = tokens[at + 1];
  if (token.text === ".") return next?.glued === true ? "." : ". ";
  if (token.text === "+" || token.text === "#") return token.glued ? token.text : `${token.text} `;
  return token.text;
}

/** British endings and their American ones. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ["isation", "ization"],
  ["isations", "izations"],
  ["ising", "izing"],
  ["ised", "ized"],
  ["ise", "ize"],
  ["yse", "yze"],
  ["ysing", "yzing"],
  ["our", "or"],
  ["ours", "ors"],
  ["ence", "ense"],
  ["ences", "enses"],
  ["centre", "center"],
  ["elling", "eling"],
  ["elled", "eled"],
];
const SPELLINGS_BY_LAST = Map.groupBy(SPELLINGS, ([british]) => british.at(-1) ?? "");
const SHORTEST_SPELT = 6;

/** One key for the British and the American spelling, and for "and", "en" and "&". */
function spell(word: string): string {
  if (word.length < SHORTEST_SPELT) return word === "and" || word === "en" ? "&" : word;
  for (const [british, american] of SPELLINGS_BY_LAST.get(word.charAt(word.length - 1)) ?? []) {
    if (word.endsWith(british)) return word.slice(0, -british.length) + american;
  }
  return word;
}

const spelling = remember(spell);

/** What a word may be a form of, with the key of each. */
const keyedBases = remember((word) =>
  basesOf(word).map((base) => ({ key: spelling(base.word), base }))
);

/** The keys of a written phrase, for `Phrases.add`. */
export function keysOfText(phrase: string): string[] {
  const keys: string[] = [];
  const lower = phrase.toLowerCase();
  let start = 0;
  for (let at = 0; at <= lower.length; at++) {
    const code = at < lower.length ? lower.charCodeAt(at) : SPACE;
    if (code >= 97 && code <= 122) continue; // a to z
    if (code !== SPACE && code !== HYPHEN || at === start) return keysOf(tokenize(phrase));
    keys.push(spell(lower.slice(start, at)));
    start = at + 1;
  }
  return keys;
}

const SPACE = 32;
const HYPHEN = 45;

/** The keys of a phrase, for `Phrases.add`. */
export function keysOf(tokens: readonly Token[]): string[] {
  const keys: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (at > 0 && isJoiner(tokens, at)) continue;
    keys.push(keyOf(tokens, at));
  }
  return keys;
}
