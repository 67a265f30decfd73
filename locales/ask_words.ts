import type { Asked, Node, QuestionFault } from "../lib/talent/question.ts";
import type { Translate } from "./translate.ts";

/** So many other ways to say something are told. */
const TOLD_WAYS = 3;

/** What a question was understood as: "all of: led a team · hospital". */
export function sayQuestion(node: Node, t: Translate): string {
  switch (node.kind) {
    case "asked":
      return node.asked.label;
    case "not":
      return t("ask.none_of", { parts: sayPart(node.part, t) });
    case "all":
      return t("ask.all_of", { parts: sayParts(node.parts, t) });
    case "any":
      return t("ask.any_of", { parts: sayParts(node.parts, t) });
  }
}

function sayParts(parts: readonly Node[], t: Translate): string {
  return parts.map((part) => sayPart(part, t)).join(" · ");
}

function sayPart(node: Node, t: Translate): string {
  const words = sayQuestion(node, t);
  return node.kind === "all" || node.kind === "any" ? `(${words})` : words;
}

/** One thing that was asked for, with some of the other ways in which it is looked for. */
export function sayAsked({ label, ask }: Asked, t: Translate): string {
  if (ask.kind !== "words") return label;
  const others = ask.ways.map(({ text }) => text)
    .filter((way) => way.toLowerCase() !== label.toLowerCase()).slice(-TOLD_WAYS);
  return others.length === 0 ? label : t("ask.also", { label, ways: others.join(", ") });
}

/** What is wrong with a question, and where. */
export function sayFault({ code, start, text }: QuestionFault, t: Translate): string {
  const message = t(`ask.fault.${code}`, { text: text.trim() });
  return code === "empty" || code === "only_not"
    ? message
    : t("ask.fault_at", { message, at: start + 1 });
}
