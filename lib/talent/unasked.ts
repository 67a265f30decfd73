import type { Wish } from "./cues.ts";
import { keysOf, Phrases } from "./phrases.ts";
import { findExcluding } from "./posting_wording.ts";
import type { Range, Reading } from "./reading.ts";
import { tokenize } from "./text.ts";

function phrases(list: string): Phrases<true> {
  const made = new Phrases<true>();
  for (const phrase of list.split(/\s*\|\s*/)) made.add(keysOf(tokenize(phrase)), true);
  return made;
}

/** What follows is said not to be asked: "you do not need a degree". */
const NOT_ASKED_BEFORE = phrases(
  "do not need | dont need | do not require | dont require | no need for | no need to | need not | needs no | do not ask for | dont ask for | do not offer | dont offer | cannot offer | unable to offer | do not provide | do not have to | dont have to | cannot sponsor | cant sponsor | do not sponsor | dont sponsor | unable to sponsor | not able to sponsor | " +
    "hoeft geen | hoeft niet | hoef je geen | hoef je niet | hoeven geen | vragen geen | vragen wij geen | vragen we geen | bieden geen | heb je niet nodig | heb je geen | bereid tot het volgen van | bereidheid tot het volgen van | bereid om te leren | bereid zijn om te leren | bereid tot scholing | willing to learn | willingness to learn | willing to be trained",
);

/** What stands before is said not to be asked: "a degree is not needed". */
const NOT_ASKED_BEHIND = phrases(
  "not needed | is not needed | are not needed | is not available | are not available | not offered | is not offered | unnecessary | is unnecessary | niet nodig | is niet nodig | zijn niet nodig | hoeft niet | hoeft echt niet | is overbodig",
);

/** What would do instead of something else is not asked beside it. */
const SUBSTITUTE = phrases(
  "in lieu of | may be substituted | can be substituted | may substitute | may be accepted instead | in plaats daarvan volstaat",
);

const NO = new Set(["no", "geen"]);
const NEEDED = new Set([
  "required",
  "needed",
  "necessary",
  "nodig",
  "vereist",
  "noodzakelijk",
  "verplicht",
]);
const MAX_NO_REACH = 7;
const CLAUSE_ENDS = new Set([",", ";", "!", "?", "•", "but", "maar", "and", "en"]);

/**
 * Finds what a sentence says that it does not ask, and the ages that it may not ask.
 *
 * @param wishes Those of the sentence: "a plus but not needed" remains a wish.
 * @returns Ranges of its tokens.
 */
export function readUnasked(reading: Reading, wishes: readonly Wish[]): Range[] {
  const { tokens } = reading;
  if (SUBSTITUTE.all(tokens).length > 0) return [{ from: 0, to: tokens.length }];
  const found: Range[] = agesIn(reading);
  for (let at = 0; at < tokens.length; at++) {
    const before = NOT_ASKED_BEFORE.at(tokens, at)[0];
    if (before !== undefined) found.push({ from: at, to: clauseEnd(reading, before.to) });
    const behind = NOT_ASKED_BEHIND.at(tokens, at)[0];
    if (behind !== undefined && wishes.length === 0) {
      found.push({ from: clauseStart(reading, at), to: behind.to });
    }
    const to = NO.has(tokens[at]?.text ?? "") ? endOfNone(reading, at) : null;
    if (to !== null) found.push({ from: at, to });
  }
  return found;
}

/** "No degree required", "geen rijbewijs nodig", "No PHP, please". */
function endOfNone(reading: Reading, at: number): number | null {
  const { tokens, mentions } = reading;
  const end = Math.min(clauseEnd(reading, at + 1), at + MAX_NO_REACH);
  for (let to = at + 1; to < end; to++) if (NEEDED.has(tokens[to]?.text ?? "")) return to + 1;
  const before = tokens[at - 1]?.text ?? "";
  if (at > 0 && before !== "(" && !CLAUSE_ENDS.has(before)) return null;
  const named = mentions.find(({ from, type }) =>
    from === at + 1 && type !== "soft" && type !== "occupation"
  );
  return named?.to ?? null;
}

function isClauseEnd({ tokens }: Reading, at: number): boolean {
  const word = tokens[at]?.text ?? "";
  return CLAUSE_ENDS.has(word) || word === "." && tokens[at + 1]?.glued !== true;
}

function clauseEnd(reading: Reading, from: number): number {
  let at = from;
  while (at < reading.tokens.length && !isClauseEnd(reading, at)) at++;
  return at;
}

function clauseStart(reading: Reading, to: number): number {
  let at = to;
  while (at > 0 && !isClauseEnd(reading, at - 1)) at--;
  return at;
}

/** An age is no requirement, whatever a posting says. */
function agesIn({ text, tokens }: Reading): Range[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return [];
  return findExcluding(text.slice(first.start, last.end))
    .filter(({ kind }) => kind === "age")
    .map(({ start, end }) => ({
      from: tokens.findIndex((token) => token.end > first.start + start),
      to: tokens.findLastIndex((token) => token.start < first.start + end) + 1,
    }));
}
