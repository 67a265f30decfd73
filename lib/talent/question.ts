import type { Span } from "./types.ts";

/** The longest question, in UTF-16 units. */
export const MAX_QUESTION = 300;

/** The most things that one question may ask for. */
export const MOST_ASKED = 12;

/** How deep brackets may stand in each other. */
export const DEEPEST = 8;

export type Comparison = ">" | ">=" | "<" | "<=" | "=";

/** One thing that is asked for; `start` and `end` are its place in the question. */
export type Asked = Span & {
  /** In the order of the question, from 0: what a mark in a quote refers to. */
  readonly at: number;
  /** As the question has it, without marks of the language. */
  readonly label: string;
  readonly ask: Ask;
};

export type Ask =
  | {
    /** Words of a question: what they name, or the words themselves. */
    readonly kind: "words";
    /** Skills of the lexicon that they name, and the narrower ones. */
    readonly skills: readonly string[];
    /** Other ways to say it: each the stems of words that stand near each other. */
    readonly ways: readonly Way[];
  }
  | { readonly kind: "phrase"; readonly words: readonly string[] }
  | { readonly kind: "skill"; readonly skills: readonly string[] }
  | {
    readonly kind: "years";
    readonly skill: string;
    readonly skills: readonly string[];
    readonly comparison: Comparison;
    readonly years: number;
  }
  | { readonly kind: "language"; readonly code: string; readonly skill: string };

/** A way to say something. */
export interface Way {
  readonly text: string;
  readonly stems: readonly string[];
}

/** How the things asked for belong together. */
export type Node =
  | { readonly kind: "asked"; readonly asked: Asked }
  | { readonly kind: "all" | "any"; readonly parts: readonly Node[] }
  | { readonly kind: "not"; readonly part: Node };

/** A question, understood. */
export interface Question {
  readonly root: Node;
  /** Everything that is asked for, in the order of the question. */
  readonly asked: readonly Asked[];
}

/** What keeps a question from being asked. */
export type QuestionFaultCode =
  | "empty"
  | "too_long"
  | "too_many"
  | "too_deep"
  | "open_quote"
  | "open_bracket"
  | "stray_bracket"
  | "nothing_beside"
  | "unknown_skill"
  | "bad_years"
  | "unknown_language"
  | "only_not"
  | "only_small_words";

/** What is wrong, and where in the question. */
export interface QuestionFault extends Span {
  readonly code: QuestionFaultCode;
  /** The words that it is about. */
  readonly text: string;
}

/** A question as it would be written with operators and brackets: "led a team AND hospital". */
export function writeQuestion(node: Node): string {
  if (node.kind === "asked") return node.asked.label;
  if (node.kind === "not") return `NOT ${writePart(node.part)}`;
  return node.parts.map(writePart).join(node.kind === "all" ? " AND " : " OR ");
}

function writePart(node: Node): string {
  const written = writeQuestion(node);
  return node.kind === "all" || node.kind === "any" ? `(${written})` : written;
}
