import { type Range, type Reading, textOf } from "./reading.ts";
import { isRoleHead, isSeniority, occupationIn } from "./roles.ts";
import { DETERMINERS, isFunctionWord, verbBase } from "./words.ts";

/** An occupation that a name asks for. */
export interface AskedRole {
  readonly type: "experience";
  readonly role: true;
  /** Null where the lexicon does not know it. */
  readonly skill: string | null;
  /** Its names, longest first. */
  readonly terms: readonly string[];
}

/** What names a licence or a certificate, as the last word of a name. */
export const CREDENTIAL_HEAD =
  /(?:registration|certificate|certification|licen[cs]e|permit|accreditation|clearance|registratie|certificaat|certificering|vergunning|rijbewijs|licentie|bevoegdheid|keurmerk)s?$/;

/** "ervaring als transportplanner", "Senior backend engineer": an occupation and nothing else. */
export function readRole(reading: Reading, body: Range): AskedRole | null {
  const range = roleRange(reading, body);
  if (range === null) return null;
  const skill = occupationIn(reading, range);
  const terms = [textOf(reading, range)];
  const bare = withoutSeniority(reading, range);
  if (bare.from !== range.from) terms.push(textOf(reading, bare));
  for (const { type, from, to } of reading.mentions) {
    if (type === "occupation" && from >= range.from && to <= range.to) {
      terms.push(textOf(reading, { from, to }));
    }
  }
  return { type: "experience", role: true, skill, terms: distinct(terms) };
}

function roleRange(reading: Reading, body: Range): Range | null {
  const { tokens } = reading;
  for (let at = body.from; at < body.to; at++) {
    const word = tokens[at]?.text;
    if (word !== "as" && word !== "als" || tokens[at - 1]?.text === "such") continue;
    if (tokens[at + 1]?.text === "-" || isInsideName(reading, at)) continue;
    let from = at + 1;
    while (from < body.to && DETERMINERS.has(tokens[from]?.text ?? "")) from++;
    return from < body.to ? { from, to: body.to } : null;
  }
  const last = lastOfRole(reading, body);
  if (last === null || isActionOnPeople(reading, body, last)) return null;
  for (let at = body.from; at < last; at++) {
    const word = tokens[at];
    if (word?.kind === "word" && isFunctionWord(word.text)) return null;
    if (word?.kind === "symbol" && word.text !== "-" && word.text !== "/") return null;
  }
  return { from: body.from, to: body.to };
}

/** "Infrastructure as code": a word of a name. */
function isInsideName({ mentions }: Reading, at: number): boolean {
  return mentions.some(({ from, to }) => from < at && at < to - 1);
}

/** "mentored junior engineers": done to them, not being one. */
function isActionOnPeople({ tokens }: Reading, { from }: Range, last: number): boolean {
  return verbBase(tokens[from]?.text ?? "") !== null &&
    tokens[last - 1]?.text.endsWith("s") === true;
}

/** Where the occupation of a name ends; what follows may only say where or in what ("Benelux"). */
function lastOfRole(reading: Reading, body: Range): number | null {
  const occupation = reading.mentions.findLast(({ type, from, to }) =>
    type === "occupation" && from >= body.from && to <= body.to
  );
  const head = firstRoleHead(reading, body);
  const end = Math.max(occupation?.to ?? 0, head === null ? 0 : head + 1);
  if (end === 0 || CREDENTIAL_HEAD.test(reading.tokens[body.to - 1]?.text ?? "")) return null;
  return body.to - end <= 2 ? end : null;
}

/** The first word that ends an occupation's name and belongs to no other name ("driver's licence"). */
function firstRoleHead(reading: Reading, body: Range): number | null {
  for (let at = body.from; at < body.to; at++) {
    if (!isRoleHead(reading.tokens[at]?.text ?? "")) continue;
    const isOther = reading.mentions.some(({ type, from, to }) =>
      type !== "occupation" && type !== "tool" && from <= at && at < to
    );
    if (!isOther) return at;
  }
  return null;
}

function withoutSeniority(reading: Reading, range: Range): Range {
  let from = range.from;
  while (from < range.to - 1 && isSeniority(reading.tokens[from]?.text ?? "")) from++;
  return { from, to: range.to };
}

/** Without doubles, longest first. */
export function distinct(terms: readonly string[]): string[] {
  return [...new Set(terms)].sort((a, b) => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0));
}
