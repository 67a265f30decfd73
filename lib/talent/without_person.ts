import { findEmails, findLinks, findPhones } from "./contact.ts";
import { readNow } from "./dates.ts";
import { readResume } from "./resume.ts";
import type { Span } from "./types.ts";

/** Stands where something was taken out. */
export const TAKEN_OUT = "[removed]";

/** A line of personal details, from its label to its end. */
const PERSONAL_LINE =
  /^[^\p{L}\n]{0,4}(?:full name|volledige naam|name|naam|voornaam|achternaam|first name|last name|surname|date of birth|birth ?date|born|geboren|geboortedatum|geboorteplaats|place of birth|age|leeftijd|nationality|nationaliteit|marital status|burgerlijke staat|gender|geslacht|address|adres|residence|woonplaats|phone|telephone|mobile|telefoon|mobiel|tel|e-?mail|linkedin|bsn)\b[ \t]{0,3}[:\t][^\n]{1,200}/gimu;
const STREET =
  /\p{Lu}[\p{L}'’.-]{1,40}(?:straat|laan|weg|plein|gracht|kade|singel|dijk|hof|park| Street| Road| Avenue| Lane| Drive| Square)\.? \d{1,5}[a-zA-Z]?\b|\b\d{1,5}[a-zA-Z]? \p{Lu}[\p{L}'’-]{1,40} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square)\b/gu;
const POSTCODE = /\b\d{4} ?[A-Z]{2}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g;
/** Numbers of registers, cards and bare phones. */
const LONG_NUMBER = /\d{7,}/g;

/**
 * A résumé's text without who it is of: name, e-mail addresses, phone numbers, links, address,
 * place, and lines that are labelled as personal. What is left stands in the text as it was.
 *
 * @param today "YYYY-MM-DD".
 * @param names Of the person, as known from elsewhere.
 */
export function withoutPerson(text: string, today: string, names: readonly string[]): string {
  const { contact, contactSpans } = readResume(text, today);
  const known = contact.name === null ? names : [...names, contact.name];
  return replaceSpans(text, [
    ...contactSpans,
    ...reachable(text, today),
    ...[PERSONAL_LINE, STREET, POSTCODE].flatMap((shape) => spansOf(text, shape)),
    ...known.flatMap((name) => nameSpans(text, name)),
  ]);
}

/**
 * A text, such as a posting's, without ways to reach the people in it.
 *
 * @param names Of people, which are taken out as well.
 */
export function withoutContacts(
  text: string,
  today: string,
  names: readonly string[] = [],
): string {
  return replaceSpans(text, [
    ...reachable(text, today),
    ...names.flatMap((name) => nameSpans(text, name)),
  ]);
}

function reachable(text: string, today: string): Span[] {
  const now = readNow(today);
  return [
    ...findEmails(text),
    ...findLinks(text),
    ...findPhones(text, now),
    ...spansOf(text, LONG_NUMBER),
  ];
}

function spansOf(text: string, shape: RegExp): Span[] {
  return [...text.matchAll(shape)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** The whole name in any case, and each longer word of it as it is written, or in capitals. */
function nameSpans(text: string, name: string): Span[] {
  const words = name.split(/\s+/).filter((word) => word !== "").slice(0, 8);
  const parts = words.filter((word) => /^\p{Lu}[\p{L}'’-]{2,}/u.test(word));
  if (words.length === 0) return [];
  return [
    ...spansOf(text, wholeWords(words.map(escape).join("\\s+"), "giu")),
    ...parts.flatMap((word) =>
      spansOf(text, wholeWords(`${escape(word)}|${escape(word.toUpperCase())}`, "gu"))
    ),
  ];
}

function wholeWords(pattern: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function replaceSpans(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= at) parts.push(text.slice(at, start), TAKEN_OUT);
    at = Math.max(at, end);
  }
  return [...parts, text.slice(at)].join("");
}
