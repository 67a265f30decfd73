import { afterLabel } from "./contact_labels.ts";
import { findDateRanges, type Now } from "./dates.ts";
import { findName, NOT_NAMES } from "./person_name.ts";
import { isRoleHead } from "./roles.ts";
import type { Section } from "./sections.ts";
import { fold, lines } from "./text.ts";
import type { Contact, Span } from "./types.ts";

/** What a résumé says of its owner, and where, so that no part of it serves as evidence. */
export interface FoundContact {
  readonly contact: Contact;
  readonly spans: readonly Span[];
  readonly name: Span | null;
}

const BEFORE_AT = /[\p{L}\p{N}._%+-]{1,64}$/u;
const AFTER_AT = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u;
const PHONE = /(?<![\p{L}\p{N}.,/-])(?:\(?\+|00)?\(?\d[\d\s().\/-]{7,20}\d(?![\p{L}\p{N}])/gu;
const URL =
  /(?:https?:\/\/|www\.)[^\s<>()|,;]{1,200}|\b(?:linkedin|github|gitlab|twitter|x|facebook|instagram|behance|stackoverflow)\.com\/[^\s<>()|,;]{1,100}/giu;
/** What the export of a profile says behind an address: of what it is. */
const LINK_LABEL =
  /^\s?\((?:LinkedIn|Portfolio|Personal|Company|Blog|Other|RSS Feed|Persoonlijk|Bedrijf|Overig)\)/iu;
const POSTCODE = /\b\d{4}\s?[A-Z]{2}\b[,\s]+(\p{Lu}[\p{L}'’ -]{1,40})/u;

const HEAD_LINES = 12;
/**
 * Finds name, e-mail address, phone number and place. Nothing is guessed from an address or a file
 * name, though an address may confirm a name: what is not there is null.
 */
export function readContact(text: string, sections: readonly Section[], now: Now): FoundContact {
  const head = headLines(text, sections);
  const emails = findEmails(text);
  const email = emails[0] ?? null;
  const phone = firstMatch(text, PHONE, (found) => isPhone(found, now));
  const name = findName(text, {
    head,
    email: email === null ? null : text.slice(email.start, email.end),
    sections,
  });
  const place = findPlace(text, head, name) ?? placeInProfile(text, sections, name);
  const spans = [...emails, ...findLinks(text)];
  for (const one of [phone, name, place]) if (one !== null) spans.push(one);
  const say = (span: Span | null) => span && text.slice(span.start, span.end).replace(/\s+/g, " ");
  return {
    contact: { name: say(name), email: say(email), phone: say(phone), place: say(place) },
    spans: spans.sort((a, b) => a.start - b.start),
    name,
  };
}

/** Around each "@", so that a text without one costs nothing. */
export function findEmails(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const before = BEFORE_AT.exec(text.slice(Math.max(0, at - 64), at));
    const after = AFTER_AT.exec(text.slice(at + 1, at + 256));
    if (before === null || after === null) continue;
    found.push({ start: at - before[0].length, end: at + 1 + after[0].length });
  }
  return found;
}

/** Addresses of pages, with or without "https://". */
export function findLinks(text: string): Span[] {
  const isWorth = text.includes("://") || text.includes("www.") || text.includes(".com/");
  if (!isWorth) return [];
  return allMatches(text, URL).map(({ start, end }) => {
    const label = LINK_LABEL.exec(text.slice(end, end + 40))?.[0];
    return { start, end: end + (label?.length ?? 0) };
  });
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

/** Every phone number. */
export function findPhones(text: string, now: Now): Span[] {
  return allMatches(text, PHONE).filter(({ start, end }) => isPhone(text.slice(start, end), now));
}

/** A phone number: nine to fifteen digits, neither dates nor a bare number of a register. */
function isPhone(found: string, now: Now): boolean {
  const digits = found.replace(/\D/g, "");
  const isPlain = found.length === digits.length && !digits.startsWith("0");
  if (isPlain || digits.length < 9 || digits.length > 15 || /\n/.test(found)) return false;
  return findDateRanges(found.trim(), now).length === 0;
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
  for (const line of head) {
    const found = placeBesideContact(text, line, name);
    if (found !== null) return found;
  }
  return null;
}

const EXPORTED = /\blinkedin\.com\/in\/\S{1,100}\s\(LinkedIn\)/iu;
const REGION = /^\p{Lu}[\p{L}'’ .-]{1,40}(?:, \p{Lu}[\p{L}'’ .-]{1,40}){0,2}$/u;

/** In the export of a profile the place ends what stands below the name. */
function placeInProfile(
  text: string,
  sections: readonly Section[],
  name: Span | null,
): Span | null {
  if (name === null || !EXPORTED.test(text)) return null;
  const next = sections.map(({ heading, body }) => heading?.start ?? body.start)
    .filter((start) => start > name.end);
  const end = Math.min(...next, name.end + 600, text.length);
  const below = lines(text, { start: name.end, end }).filter((line) => line.end > line.start);
  const last = below.at(-1);
  if (last === undefined || below.length < 2) return null;
  return REGION.test(text.slice(last.start, last.end)) ? last : null;
}

function placeBesideContact(text: string, line: Span, name: Span | null): Span | null {
  // A dot apart is a mark between, as long as the bar in its place.
  const raw = text.slice(line.start, line.end).replaceAll(" . ", " | ");
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
