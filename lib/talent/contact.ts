import { findDateRanges, type Now } from "./dates.ts";
import { isRoleHead } from "./roles.ts";
import type { Section } from "./sections.ts";
import { fold, lines } from "./text.ts";
import type { Contact, Span } from "./types.ts";

/** What a résumé says of its owner, and where, so that no part of it serves as evidence. */
export interface FoundContact {
  readonly contact: Contact;
  readonly spans: readonly Span[];
}

const BEFORE_AT = /[\p{L}\p{N}._%+-]{1,64}$/u;
const AFTER_AT = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u;
const PHONE = /(?<![\p{L}\p{N}.,/-])(?:\+|00)?\(?\d[\d\s().\/-]{7,20}\d(?![\p{L}\p{N}])/gu;
const URL =
  /(?:https?:\/\/|www\.)[^\s<>()|,;]{1,200}|\b(?:linkedin|github|gitlab|twitter|x|facebook|instagram|behance|stackoverflow)\.com\/[^\s<>()|,;]{1,100}/giu;
const POSTCODE = /\b\d{4}\s?[A-Z]{2}\b[,\s]+(\p{Lu}[\p{L}'’ -]{1,40})/u;

const HEAD_LINES = 12;
const LABELS: Readonly<Record<string, "name" | "place">> = {
  name: "name",
  naam: "name",
  "full name": "name",
  "volledige naam": "name",
  "naam en voornaam": "name",
  place: "place",
  city: "place",
  location: "place",
  residence: "place",
  "place of residence": "place",
  "based in": "place",
  "lives in": "place",
  woonplaats: "place",
  plaats: "place",
  "woonachtig te": "place",
  "woonachtig in": "place",
};

/** Words that no person is called by, found at the top of résumés. */
const NOT_NAMES = new Set(
  ("curriculum vitae cv resume profile profiel summary personal persoonlijke gegevens personalia contact details naam name address adres telephone telefoon phone mobile mobiel email e-mail mail date birth geboren geboortedatum born nationality nationaliteit " +
    "page pagina experience ervaring education opleiding skills vaardigheden objective about over mij me work werk werkervaring senior junior medior lead freelance professional company university college school the and with van-de het een for in at of our my i am ik ben " +
    "january february march april june july august september october november december januari februari maart juni juli augustus oktober street straat road avenue city state country land highlights accomplishments core competencies confidential application sollicitatie brief letter references portfolio " +
    "driving licence rijbewijs talen languages hobbys hobbies interests management marketing sales finance engineering software data human resources information technology development services customer project business health care education teaching nursing accounting design administration operations construction logistics")
    .split(" "),
);
const PARTICLES = new Set(
  "van der den de het ten ter te von zu da dos di del della la le el al bin ibn ben abu mc mac st san o y e op in t s 't"
    .split(" "),
);

/**
 * Finds name, e-mail address, phone number and place. Nothing is guessed from an address or a file
 * name: what is not there is null.
 */
export function readContact(text: string, sections: readonly Section[], now: Now): FoundContact {
  const head = headLines(text, sections);
  const emails = findEmails(text);
  const email = emails[0] ?? null;
  const phone = firstMatch(text, PHONE, (found) => isPhone(found, now));
  const name = findName(text, head);
  const place = findPlace(text, head, name);
  const spans = [...emails, ...findLinks(text)];
  for (const one of [phone, name, place]) if (one !== null) spans.push(one);
  const say = (span: Span | null) => span && text.slice(span.start, span.end).replace(/\s+/g, " ");
  return {
    contact: { name: say(name), email: say(email), phone: say(phone), place: say(place) },
    spans: spans.sort((a, b) => a.start - b.start),
  };
}

/** Around each "@", so that a text without one costs nothing. */
function findEmails(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const before = BEFORE_AT.exec(text.slice(Math.max(0, at - 64), at));
    const after = AFTER_AT.exec(text.slice(at + 1, at + 256));
    if (before === null || after === null) continue;
    found.push({ start: at - before[0].length, end: at + 1 + after[0].length });
  }
  return found;
}

function findLinks(text: string): Span[] {
  const isWorth = text.includes("://") || text.includes("www.") || text.includes(".com/");
  return isWorth ? allMatches(text, URL) : [];
}

/** The first lines, those of headed contact sections among them. */
function headLines(text: string, sections: readonly Section[]): Span[] {
  const first = sections.find(({ kind }) => kind !== "summary" && kind !== "other");
  const end = Math.min(first?.heading?.start ?? first?.body.start ?? text.length, 3_000);
  return lines(text, { start: 0, end: Math.max(end, 0) }).slice(0, HEAD_LINES);
}

function firstMatch(text: string, shape: RegExp, isRight: (found: string) => boolean): Span | null {
  for (const match of text.matchAll(shape)) {
    if (isRight(match[0])) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function allMatches(text: string, shape: RegExp): Span[] {
  return [...text.matchAll(shape)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** A phone number: nine to fifteen digits, neither dates nor a bare number of a register. */
function isPhone(found: string, now: Now): boolean {
  const digits = found.replace(/\D/g, "");
  const isPlain = found.length === digits.length && !digits.startsWith("0");
  if (isPlain || digits.length < 9 || digits.length > 15 || /\n/.test(found)) return false;
  return findDateRanges(found.trim(), now).length === 0;
}

function findName(text: string, head: readonly Span[]): Span | null {
  for (const line of head) {
    const labelled = afterLabel(text, line, "name");
    if (labelled !== null && isName(text.slice(labelled.start, labelled.end))) return labelled;
  }
  for (const line of head.slice(0, 6)) {
    const raw = text.slice(line.start, line.end);
    const opening =
      /^(?:curriculum vitae|cv|résumé|resume)(?:\s+(?:van|of|from))?\s*[:|–—-]?\s*/i.exec(raw)
        ?.[0] ?? "";
    const part = raw.slice(opening.length).split(/\s+[|•·–—-]\s+|[,|•·(\t]|\s{3,}/)[0] ?? "";
    const trimmed = part.trimEnd();
    if (isName(trimmed)) {
      const start = line.start + opening.length;
      return { start, end: start + trimmed.length };
    }
  }
  return null;
}

/** Two to five words that begin with capitals, none of them a word of résumés or occupations. */
function isName(part: string): boolean {
  const words = part.replace(/^(?:mr|mrs|ms|dr|drs|ir|ing|prof|dhr|mevr|mw)\.?\s+/i, "").split(
    /\s+/,
  );
  if (words.length < 2 || words.length > 5 || part.length > 50) return false;
  let capitals = 0;
  for (const word of words) {
    const folded = fold(word.replace(/[.,]/g, ""));
    if (PARTICLES.has(folded) && word !== words[0]) continue;
    if (!/^(?:\p{Lu}[\p{L}'’`-]*|\p{Lu}\.(?:\p{Lu}\.){0,3})$/u.test(word)) return false;
    if (NOT_NAMES.has(folded) || isOccupationWord(folded)) return false;
    capitals++;
  }
  return capitals >= 2;
}

/** Baker, Cook and Smith are names too, so a word of work counts against a name with care. */
function isOccupationWord(word: string): boolean {
  return isRoleHead(word) && !SURNAMES.has(word);
}

const SURNAMES = new Set(
  "cook baker mason painter carpenter butcher farmer tailor gardener porter cooper bakker visser boer slager schilder timmerman kok kapper king head page guard host fellow steward archer chandler"
    .split(" "),
);

function afterLabel(text: string, line: Span, kind: "name" | "place"): Span | null {
  const raw = text.slice(line.start, Math.min(line.end, line.start + 120));
  const match = /^[^\p{L}]{0,3}([\p{L} ]{2,24}?)\s*[:\t]\s*/u.exec(raw);
  if (match === null || LABELS[fold(match[1] ?? "")] !== kind) return null;
  const rest = raw.slice(match[0].length).split(/\s*[|•·,;(]\s*|\s{3,}/)[0] ?? "";
  const start = line.start + match[0].length;
  return rest.length > 1 ? { start, end: start + rest.trimEnd().length } : null;
}

/** A place behind a label or a post code, or alone between the marks of the contact line. */
function findPlace(text: string, head: readonly Span[], name: Span | null): Span | null {
  for (const line of head) {
    const labelled = afterLabel(text, line, "place");
    if (labelled !== null) return labelled;
    const post = POSTCODE.exec(text.slice(line.start, line.end));
    if (post?.[1] !== undefined) {
      const place = post[1].trimEnd();
      const start = line.start + post.index + post[0].indexOf(post[1]);
      return { start, end: start + place.length };
    }
  }
  for (const line of head.slice(0, 6)) {
    const found = placeBesideContact(text, line, name);
    if (found !== null) return found;
  }
  return null;
}

function placeBesideContact(text: string, line: Span, name: Span | null): Span | null {
  const raw = text.slice(line.start, line.end);
  if (raw.length > 160 || !(raw.includes("@") || /\d{6}|\d[\d\s-]{7}/.test(raw))) return null;
  for (const match of raw.matchAll(/[^|•·,;–—]+/g)) {
    const part = match[0].trim();
    const start = line.start + match.index + match[0].indexOf(part);
    if (name !== null && start < name.end && name.start < start + part.length) continue;
    const words = part.replace(/\.$/, "").split(/\s+/);
    const isPlace = words.length <= 3 && words.every((word) =>
      /^(?:\p{Lu}[\p{L}'’-]+|aan|de|den|der|op|the|upon)$/u.test(word)
    ) &&
      !words.some((word) =>
        NOT_NAMES.has(fold(word)) || isRoleHead(fold(word)) || NATIONAL.test(word)
      );
    if (isPlace) return { start, end: start + words.join(" ").length };
  }
  return null;
}

const NATIONAL =
  /(?:ish|ese|ian|ean|nationaliteit|nationality|national|citizen|passport|paspoort)$/i;

/** Whether a span lies over one of the contact details. */
export function isContact(spans: readonly Span[], span: Span): boolean {
  return spans.some(({ start, end }) => start < span.end && span.start < end);
}
