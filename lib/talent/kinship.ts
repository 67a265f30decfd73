import { lexicon } from "./lexicon.ts";
import { stem } from "./stems.ts";
import { tokenize } from "./text.ts";

/**
 * Whether one skill is an instance of the other rather than a part of it: Salesforce is a CRM
 * system, but Fastify is a Node.js framework and no Node.js. Who works in a part of an industry
 * works in it.
 */
export function isInstance(narrow: string, broad: string): boolean {
  if (lexicon().isIndustry(broad) || lexicon().isIndustry(narrow)) return true;
  const genus = lexicon().skillById(narrow)?.is?.en;
  const labels = lexicon().skillById(broad)?.en ?? [];
  if (genus === undefined) return false;
  const words = stemsOf(genus);
  return labels.some((label) => {
    const wanted = stemsOf(label);
    return wanted.length > 0 &&
      (words.every((one) => wanted.includes(one)) || wanted.every((one) => words.includes(one)));
  });
}

function stemsOf(label: string): string[] {
  return tokenize(label).filter(({ kind }) => kind !== "symbol").map(({ text }) => stem(text));
}

/**
 * A tool is met in part by another tool of its sort, not by what one does with it: who writes SQL
 * knows no dbt, who works for a town knows none of its systems.
 */
export function isNearTool(
  asked: string,
  near: string,
  kind: "narrower" | "broader" | "related",
): boolean {
  const [one, other] = [lexicon().skillById(asked), lexicon().skillById(near)];
  if (one?.type !== "tool" || kind === "narrower") return true;
  if (other?.type !== "tool") return false;
  return kind === "broader" || one.is?.en === other.is?.en ||
    lexicon().broaderOf(asked).some((id) => lexicon().broaderOf(near).includes(id));
}
