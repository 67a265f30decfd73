import type { QuestionFault } from "./question.ts";
import type { Span } from "./types.ts";

export type Field = "skill" | "years" | "language";

/** A piece of a question as it is written. */
export type Piece =
  & Span
  & (
    | { readonly kind: "word" }
    | { readonly kind: "phrase"; readonly text: string }
    | { readonly kind: "and" | "or" | "not" | "open" | "close" }
    | {
      readonly kind: "field";
      readonly field: Field;
      readonly value: string;
      /** Where the value stands. */
      readonly of: Span;
      /** What stands right behind it: ">3". */
      readonly rest: string;
    }
  );

/** Operators are written in capitals, so that "and" in a sentence stays a word. */
const OPERATORS: ReadonlyMap<string, "and" | "or" | "not"> = new Map([
  ["AND", "and"],
  ["EN", "and"],
  ["OR", "or"],
  ["OF", "or"],
  ["NOT", "not"],
  ["NIET", "not"],
]);

const FIELDS: ReadonlyMap<string, Field> = new Map([
  ["skill", "skill"],
  ["vaardigheid", "skill"],
  ["years", "years"],
  ["jaren", "years"],
  ["language", "language"],
  ["taal", "language"],
]);

const QUOTES: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "”", "«": "»" };
const SPACE = /\s/u;
const FIELD = /([a-z]{4,12}):(?=\S)/iuy;

/** Cuts a question into its pieces, and says what cannot be one. */
export function readPieces(text: string): { pieces: Piece[]; faults: QuestionFault[] } {
  const pieces: Piece[] = [];
  const faults: QuestionFault[] = [];
  for (let at = 0; at < text.length;) {
    const char = text[at] ?? "";
    if (SPACE.test(char)) {
      at++;
      continue;
    }
    const piece = pieceAt(text, at, faults);
    pieces.push(piece);
    at = piece.end;
  }
  return { pieces, faults };
}

function pieceAt(text: string, at: number, faults: QuestionFault[]): Piece {
  const char = text[at] ?? "";
  if (char === "(") return { kind: "open", start: at, end: at + 1 };
  if (char === ")") return { kind: "close", start: at, end: at + 1 };
  if (char in QUOTES) {
    const quoted = quotedAt(text, at, faults);
    return { kind: "phrase", start: at, end: quoted.end, text: quoted.text };
  }
  const next = text[at + 1] ?? " ";
  const isApart = at === 0 || /[\s(]/u.test(text[at - 1] ?? "");
  if (char === "-" && isApart && !SPACE.test(next) && next !== "-") {
    return { kind: "not", start: at, end: at + 1 };
  }
  return fieldAt(text, at, faults) ?? wordAt(text, at);
}

/** What stands between quotes; to the end of the question where they are not closed. */
function quotedAt(text: string, at: number, faults: QuestionFault[]) {
  const close = QUOTES[text[at] ?? ""] ?? '"';
  const found = [...new Set([close, '"'])].map((mark) => text.indexOf(mark, at + 1))
    .filter((where) => where > 0);
  const end = found.length === 0 ? text.length : Math.min(...found);
  if (found.length === 0) {
    faults.push({ code: "open_quote", start: at, end: text.length, text: text.slice(at) });
  }
  return { text: text.slice(at + 1, end), end: found.length === 0 ? end : end + 1 };
}

function fieldAt(text: string, at: number, faults: QuestionFault[]): Piece | null {
  FIELD.lastIndex = at;
  const match = FIELD.exec(text);
  const field = FIELDS.get(match?.[1]?.toLowerCase() ?? "");
  if (!match || field === undefined) return null;
  const from = at + match[0].length;
  const isQuoted = (text[from] ?? "") in QUOTES;
  const value = isQuoted ? quotedAt(text, from, faults) : plainAt(text, from, field);
  const end = isQuoted || field === "years" ? wordEnd(text, value.end) : value.end;
  return {
    kind: "field",
    field,
    value: value.text,
    of: { start: from, end: value.end },
    rest: text.slice(value.end, end),
    start: at,
    end,
  };
}

function plainAt(text: string, at: number, field: Field) {
  const word = text.slice(at, wordEnd(text, at));
  const length = field === "years" ? /^[^<>=]*/u.exec(word)?.[0].length ?? 0 : word.length;
  return { text: word.slice(0, length), end: at + length };
}

function wordAt(text: string, at: number): Piece {
  const end = Math.max(wordEnd(text, at), at + 1);
  return { kind: OPERATORS.get(text.slice(at, end)) ?? "word", start: at, end };
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !/[\s()"“„«]/u.test(text[end] ?? "")) end++;
  return end;
}
