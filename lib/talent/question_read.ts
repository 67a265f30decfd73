import { labelOf, lexicon } from "./lexicon.ts";
import {
  type Ask,
  type Asked,
  type Comparison,
  DEEPEST,
  MAX_QUESTION,
  MOST_ASKED,
  type Node,
  type Question,
  type QuestionFault,
  type QuestionFaultCode,
} from "./question.ts";
import { type Piece, readPieces } from "./question_lex.ts";
import { readTerms, withNarrower } from "./question_terms.ts";
import { tokenize } from "./text.ts";
import type { Span } from "./types.ts";

export type QuestionReading =
  | { readonly question: Question; readonly faults: readonly [] }
  | { readonly question: null; readonly faults: readonly QuestionFault[] };

/**
 * Reads a question over résumés: plain words, "words together", AND, OR, NOT (Dutch EN, OF, NIET),
 * `-`, brackets, `skill:`, `years:skill>3` and `language:nl`. Things beside each other are all
 * asked for; AND binds closer than OR.
 *
 * @returns The question, or each fault with its place in the text.
 */
export function readQuestion(text: string): QuestionReading {
  if (text.length > MAX_QUESTION) return refused("too_long", text, { start: MAX_QUESTION });
  if (text.trim() === "") return refused("empty", text);
  return new Reader(text).read();
}

function refused(
  code: QuestionFaultCode,
  text: string,
  { start = 0, end = text.length }: Partial<Span> = {},
): QuestionReading {
  return { question: null, faults: [{ code, start, end, text: text.slice(start, end) }] };
}

class Reader {
  readonly #text: string;
  readonly #pieces: readonly Piece[];
  readonly #faults: QuestionFault[];
  readonly #asked: Asked[] = [];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    const { pieces, faults } = readPieces(text);
    this.#pieces = pieces;
    this.#faults = faults;
  }

  read(): QuestionReading {
    const root = this.#any();
    const asked = this.#asked;
    const last = asked[MOST_ASKED];
    if (this.#faults.length === 0 && last) this.#fault("too_many", last);
    if (this.#faults.length > 0) {
      return { question: null, faults: this.#faults.toSorted((a, b) => a.start - b.start) };
    }
    if (root === null) return refused("only_small_words", this.#text);
    if (isOpen(root)) return refused("only_not", this.#text);
    return { question: { root, asked }, faults: [] };
  }

  #fault(code: QuestionFaultCode, { start, end }: Span): void {
    this.#faults.push({ code, start, end, text: this.#text.slice(start, end) });
  }

  #next(): Piece | undefined {
    return this.#pieces[this.#at];
  }

  /** Parts with OR between them. */
  #any(): Node | null {
    const parts = [this.#all()];
    for (let mark = this.#next(); mark?.kind === "or"; mark = this.#next()) {
      this.#operator(mark);
      parts.push(this.#all());
    }
    return joined("any", parts);
  }

  /** Parts beside each other, with AND or without. */
  #all(): Node | null {
    const parts: (Node | null)[] = [];
    for (let piece = this.#next(); piece; piece = this.#next()) {
      if (piece.kind === "or" || (piece.kind === "close" && this.#depth > 0)) break;
      if (piece.kind === "and") this.#operator(piece);
      else parts.push(...this.#part(piece));
    }
    return joined("all", parts);
  }

  /** Steps over AND or OR; something has to stand on both sides of it. */
  #operator(mark: Piece): void {
    const before = this.#pieces[this.#at - 1]?.kind;
    this.#at++;
    const after = this.#next()?.kind;
    const isBare = before === undefined || before === "open" || before === "and" ||
      before === "or" || before === "not" || after === undefined || after === "close";
    if (isBare) this.#fault("nothing_beside", mark);
  }

  #part(piece: Piece): (Node | null)[] {
    if (piece.kind === "word") return this.#words();
    this.#at++;
    switch (piece.kind) {
      case "open":
        return [this.#bracket(piece)];
      case "not":
        return [this.#not(piece)];
      case "phrase":
        return [this.#phrase(piece, piece.text)];
      case "field":
        return [this.#field(piece)];
      default:
        this.#fault("stray_bracket", piece);
        return [null];
    }
  }

  #bracket(open: Piece): Node | null {
    if (this.#depth >= DEEPEST) {
      this.#fault("too_deep", open);
      this.#at = this.#pieces.length;
      return null;
    }
    this.#depth++;
    const inner = this.#any();
    this.#depth--;
    const close = this.#next();
    if (close?.kind === "close") this.#at++;
    else if (!this.#faults.some(({ code }) => code === "too_deep")) {
      this.#fault("open_bracket", open);
    }
    return inner;
  }

  #not(mark: Piece): Node | null {
    const piece = this.#next();
    if (!piece || piece.kind === "close" || piece.kind === "and" || piece.kind === "or") {
      this.#fault("nothing_beside", mark);
      return null;
    }
    if (piece.kind === "not") {
      // Twice not is said by nobody on purpose, and each would nest one deeper.
      this.#fault("nothing_beside", mark);
      this.#at++;
      return null;
    }
    const isWord = piece.kind === "word";
    const part = joined(
      "all",
      isWord ? this.#words(mark.end - mark.start === 1) : this.#part(piece),
    );
    return part && { kind: "not", part };
  }

  /** A run of plain words; behind "-" only the first of them. */
  #words(isOne = false): Node[] {
    const first = this.#next();
    let last = first;
    while (this.#next()?.kind === "word") {
      last = this.#next();
      this.#at++;
      if (isOne) break;
    }
    if (!first || !last) return [];
    return readTerms(this.#text, { start: first.start, end: last.end })
      .map(({ ask, ...span }) => this.#leaf(span, this.#text.slice(span.start, span.end), ask));
  }

  #phrase(span: Span, text: string): Node | null {
    const words = tokenize(text).filter(({ kind }) => kind !== "symbol").map((one) => one.text);
    if (words.length === 0) return null;
    return this.#leaf(span, `“${text.trim()}”`, { kind: "phrase", words });
  }

  #field(piece: Extract<Piece, { kind: "field" }>): Node | null {
    const value = piece.value.trim();
    if (piece.field === "language") return this.#language(piece, value);
    const [id] = lexicon().skillsByLabel(value);
    const skill = lexicon().skillById(value.toLowerCase())?.id ?? id;
    if (skill === undefined) {
      this.#fault("unknown_skill", piece.of);
      return null;
    }
    const skills = withNarrower([skill]);
    if (piece.field === "skill") return this.#leaf(piece, value, { kind: "skill", skills });
    const wanted = /^(>=|<=|>|<|=)(\d{1,2}(?:[.,]\d)?)$/u.exec(piece.rest);
    if (!wanted) {
      this.#fault("bad_years", piece);
      return null;
    }
    const [, comparison = "", years = ""] = wanted;
    return this.#leaf(piece, `${value} ${comparison} ${years}`, {
      kind: "years",
      skill,
      skills,
      comparison: comparison as Comparison, // one of the five that the expression lets through
      years: Number(years.replace(",", ".")),
    });
  }

  #language(piece: Extract<Piece, { kind: "field" }>, value: string): Node | null {
    const byName = lexicon().skillsByLabel(value)
      .find((id) => lexicon().skillById(id)?.type === "language");
    const skill = byName ?? lexicon().languageByCode(value.toLowerCase());
    const entry = skill === null ? undefined : lexicon().skillById(skill);
    if (entry?.type !== "language") {
      this.#fault("unknown_language", piece.of);
      return null;
    }
    const code = entry.code ?? entry.id;
    return this.#leaf(piece, labelOf(entry.id, "en"), { kind: "language", code, skill: entry.id });
  }

  #leaf({ start, end }: Span, label: string, ask: Ask): Node {
    const asked = { start, end, at: this.#asked.length, label, ask };
    this.#asked.push(asked);
    return { kind: "asked", asked };
  }
}

function joined(kind: "all" | "any", parts: readonly (Node | null)[]): Node | null {
  const there = parts.filter((part) => part !== null);
  const [only] = there;
  return there.length < 2 ? only ?? null : { kind, parts: there };
}

/** Whether a résumé could answer it without saying anything. */
function isOpen(node: Node): boolean {
  switch (node.kind) {
    case "asked":
      return false;
    case "not":
      return true;
    case "all":
      return node.parts.every(isOpen);
    case "any":
      return node.parts.some(isOpen);
  }
}
