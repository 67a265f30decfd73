import type { Wish } from "./cues.ts";
import { type DemandContext, FRAMES } from "./demand_context.ts";
import type { Range, Reading } from "./reading.ts";
import { DETERMINERS, PRAISE } from "./words.ts";

/** "…, a driver's licence and knowledge of planning": a list of demands, not of what took years. */
function opensOther({ tokens }: Reading, at: number): boolean {
  if (![",", "and", "en"].includes(tokens[at]?.text ?? "")) return false;
  const next = tokens[at + 1]?.text ?? "";
  return DETERMINERS.has(next) || FRAMES.has(next) || PRAISE.has(next);
}

/** Who does the next thing: "2 jaar ervaring in … en je bent in bezit van …". */
const SUBJECTS = new Set(["which", "waarvan", "you", "je", "jij", "u", "we", "wij"]);

/** "(3+ years with fraud a plus)": these years are of what follows them. */
const OWN_OBJECT = new Set(["with", "in", "as", "met", "als", "using"]);

/** The years that hold for a range: those right behind it, else the last before it. */
export function yearsFor(context: DemandContext, range: Range): number | null {
  const { years, reading, wishes } = context;
  const behind = years.find(({ from }) => from >= range.to);
  if (
    behind !== undefined && standsBehind(reading, range.to, behind.from) &&
    !OWN_OBJECT.has(reading.tokens[behind.to]?.text ?? "")
  ) return behind.years;
  const before = years.findLast(({ to }) => to <= range.from);
  if (before === undefined) return null;
  // "3 years of experience, preferably in a hotel": the years are asked, the hotel is not.
  const isWish = ({ from, to, cueFrom }: Wish) =>
    from <= range.from && range.from < to && cueFrom >= before.to && cueFrom < range.from;
  if (wishes.some(isWish)) return null;
  for (let at = before.to; at < range.from; at++) {
    const word = reading.tokens[at]?.text ?? "";
    if (word === ";" || word === ")" && !hasOpening(reading, before.to, at)) return null;
    if (word === "." && reading.tokens[at + 1]?.glued !== true) return null;
    if (SUBJECTS.has(word) || opensOther(reading, at)) return null;
  }
  return before.years;
}

/** "Java (5+ years)", "Java: 5 years", "Java, at least 5 years", "Java ervaring van 5 jaar". */
function standsBehind({ tokens }: Reading, from: number, to: number): boolean {
  if (to - from > 3) return false;
  if (to === from) return true;
  const glue = new Set([
    "(",
    ":",
    ",",
    "-",
    "–",
    "for",
    "experience",
    "ervaring",
    "van",
    "gedurende",
    ")",
    "met",
  ]);
  for (let at = from; at < to; at++) if (!glue.has(tokens[at]?.text ?? "")) return false;
  return true;
}

function hasOpening({ tokens }: Reading, from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ text }) => text === "(");
}
