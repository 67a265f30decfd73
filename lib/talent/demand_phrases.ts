import { type DemandContext, followsFrame, FRAMES, nameIn } from "./demand_context.ts";
import type { Range, Reading } from "./reading.ts";
import { isRoleHead } from "./roles.ts";
import { AUXILIARIES, isContentWord, isFunctionWord, PRONOUNS, verbBase } from "./words.ts";

/** "as a project manager", "je bent een ervaren kok", alone in its element. */
export function roleOf(context: DemandContext, group: Range): Range | null {
  const { reading, sentence } = context;
  const { tokens } = reading;
  if (sentence.zone === "duty") return null;
  for (let at = group.from; at < group.to; at++) {
    const word = tokens[at]?.text;
    if (word !== "as" && word !== "als" || tokens[at - 1]?.text === "such") continue;
    if (tokens[at + 1]?.text === "-") continue;
    if (!followsFrame(context, { from: at, to: at + 1 })) continue;
    const trimmed = trimRole(reading, at + 1, group.to);
    if (trimmed === null) continue;
    return {
      from: at - 1 >= 0 && FRAMES.has(tokens[at - 1]?.text ?? "") ? at - 1 : trimmed.from,
      to: trimmed.to,
    };
  }
  return null;
}

function trimRole({ tokens }: Reading, from: number, to: number): Range | null {
  let start = from;
  while (start < to && isFunctionWord(tokens[start]?.text ?? "")) start++;
  for (let end = start; end < to && end - start < 5; end++) {
    const token = tokens[end];
    if (token === undefined || token.kind === "symbol" && token.text !== "-") return null;
    if (isFunctionWord(token.text)) return null;
    if (isRoleHead(token.text)) return { from: start, to: end + 1 };
  }
  return null;
}

/** What one must be able to do, where no known name says it: "explain findings to colleagues". */
export function actionOf(context: DemandContext, range: Range): Range | null {
  const { reading, sentence } = context;
  if (sentence.zone === "duty" || nameIn(context, range) !== null) return null;
  let from = range.from;
  const { tokens } = reading;
  const isItem = sentence.bulleted || sentence.isLine;
  let isAction = isItem && range.from === 0;
  for (; from < range.to; from++) {
    const word = tokens[from]?.text ?? "";
    const isVerb = verbBase(word) !== null && !AUXILIARIES.has(word);
    if (isVerb && (isAction || from === range.from)) break;
    if (word === "to" || word === "can" || PRONOUNS.has(word)) isAction = true;
    if (tokens[from]?.kind === "symbol" || isContentWord(word)) return null;
  }
  if (!isAction || from >= range.to) return null;
  if (
    sentence.zone === "prose" && !followsFrame(context, { from, to: from + 1 }) &&
    !abilityBefore(reading, from)
  ) return null;
  const to = endOfAction(reading, from, range.to);
  return to - from >= 2 && to - from <= 12 ? { from, to } : null;
}

function abilityBefore({ tokens }: Reading, at: number): boolean {
  return tokens.slice(Math.max(0, at - 4), at).some(({ text }) =>
    ["ability", "able", "can", "capable", "willing", "willingness"].includes(text)
  );
}

function endOfAction({ tokens }: Reading, from: number, to: number): number {
  let end = from;
  for (let at = from; at < to && at - from < 10; at++) {
    const token = tokens[at];
    if (
      token === undefined || token.kind === "symbol" && !token.glued ||
      ".,;:!?()".includes(token.text)
    ) break;
    if (["that", "which", "who", "while", "when", "so", "because", "where"].includes(token.text)) {
      break;
    }
    end = at + 1;
  }
  while (end > from && isFunctionWord(tokens[end - 1]?.text ?? "")) end--;
  return end;
}
