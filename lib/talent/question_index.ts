import { lexicon } from "./lexicon.ts";
import type { Ask, Node } from "./question.ts";

/**
 * What an index of words is asked for, so that every résumé that answers a question is among those
 * it names: a leaf is some words that all stand in the text, in any order.
 */
export type IndexQuery =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "all" | "any"; readonly parts: readonly IndexQuery[] };

/** So many ways to say one thing are asked for. */
const MOST_WAYS = 80;

/** Turns a question into what an index can narrow; what is not wanted is left to the reader. */
export function indexQuery(node: Node): IndexQuery | null {
  switch (node.kind) {
    case "asked":
      return { kind: "any", parts: waysOf(node.asked.ask) };
    case "not":
      return null;
    case "all": {
      const parts = node.parts.map(indexQuery).filter((part) => part !== null);
      return parts.length === 0 ? null : { kind: "all", parts };
    }
    case "any": {
      const parts = node.parts.map(indexQuery).filter((part) => part !== null);
      return parts.length < node.parts.length ? null : { kind: "any", parts };
    }
  }
}

function waysOf(ask: Ask): IndexQuery[] {
  return [...new Set(textsOf(ask))].slice(0, MOST_WAYS).map((text) => ({ kind: "words", text }));
}

function textsOf(ask: Ask): readonly string[] {
  switch (ask.kind) {
    case "phrase":
      return [ask.words.join(" ")];
    case "words":
      return [...ask.ways.map(({ text }) => text), ...ask.skills.flatMap(labelsOf)];
    case "skill":
    case "years":
      return ask.skills.flatMap(labelsOf);
    case "language":
      return labelsOf(ask.skill);
  }
}

function labelsOf(id: string): readonly string[] {
  const skill = lexicon().skillById(id);
  return skill ? [...skill.en, ...skill.nl] : [];
}
