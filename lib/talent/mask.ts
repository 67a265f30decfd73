import { labelledValues, type Masking, personalShapes, tellingWords } from "./mask_patterns.ts";
import { readResume } from "./resume.ts";
import { fold } from "./text.ts";
import type { Span } from "./types.ts";

/** Stands where something personal stood, however long that was. */
export const MASK = "▇▇▇";

/** A text in which nothing tells who its owner is. */
export interface MaskedText {
  readonly text: string;
  /** What was masked wherever it stood. */
  readonly secrets: readonly string[];
  /** Where a span of the original stands now; it grows to the whole of a mask that it cuts. */
  readonly moved: (span: Span) => Span;
}

/**
 * What is personal wherever it stands in a text and its quotes: the names, the addresses, the
 * numbers. Each at least two characters, the longest first.
 *
 * @param today "YYYY-MM-DD", the day that the résumé is read as of.
 */
export function secretsOf(text: string, today: string): string[] {
  const { contact, contactSpans } = readResume(text, today);
  const found = new Set<string>();
  for (const whole of [contact.name, contact.email, contact.phone]) if (whole) found.add(whole);
  for (const { start, end } of contactSpans) {
    const part = text.slice(start, end);
    // The place they live in may be where they worked as well: it is masked where it stands alone.
    if (/[@\d/]/.test(part)) found.add(part);
  }
  for (const word of nameWords(contact.name, contact.email)) found.add(word);
  return [...found].filter((one) => one.length > 1)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

const PARTICLES = new Set(
  "van der den de het ten ter te von zu da dos di del della la le el al bin ibn ben abu san y e"
    .split(" "),
);

/** The words of a name; of an address too where no name was found. */
function nameWords(name: string | null, email: string | null): string[] {
  const local = name === null ? email?.split("@")[0] ?? "" : "";
  return [...(name ?? "").split(/[\s-]+/), ...local.split(/[._\d-]+/).map(capitalise)]
    .map((word) => word.replace(/[.,]/g, ""))
    .filter((word) => word.length > 2 && !PARTICLES.has(fold(word)));
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * Masks a whole résumé: name, e-mail, phone and other addresses, birth, age, sex, nationality,
 * marriage and remarks of photos. What somebody can and did stays.
 *
 * @param secrets What `secretsOf()` found in the text.
 * @param today As for `secretsOf()`.
 */
export function maskResume(text: string, secrets: readonly string[], today: string): MaskedText {
  const { contactSpans } = readResume(text, today);
  const owned = contactSpans.map((span) => ({ ...span, instead: null }));
  const maskings = [...owned, ...labelledValues(text), ...maskingsOf(text, secrets)];
  return { secrets, ...applyMasks(text, maskings) };
}

/** Masks words out of a résumé, such as a quote or a headline. */
export function maskWords(text: string, secrets: readonly string[]): string {
  return applyMasks(text, [...labelledValues(text), ...maskingsOf(text, secrets)]).text;
}

function maskingsOf(text: string, secrets: readonly string[]): Masking[] {
  return [...occurrences(text, secrets), ...tellingWords(text), ...personalShapes(text)];
}

/** Where the secrets stand as words; a name also in capitals, and with the s of a genitive. */
function occurrences(text: string, secrets: readonly string[]): Masking[] {
  const found: Masking[] = [];
  for (const secret of secrets) {
    for (const form of new Set([secret, secret.toUpperCase()])) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
        const end = at + form.length;
        if (!isBounded(text, at, end)) continue;
        found.push({ start: at, end, instead: null });
      }
    }
  }
  return found;
}

function isBounded(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 3);
  return !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    /^(?:['’]?s)?(?![\p{L}\p{N}])/u.test(after);
}

/** Puts masks in their places; those that overlap become one. */
function applyMasks(text: string, maskings: readonly Masking[]): Omit<MaskedText, "secrets"> {
  const merged = mergeMaskings(maskings);
  let masked = "";
  let at = 0;
  const places: { readonly from: Span; readonly to: Span }[] = [];
  for (const { start, end, instead } of merged) {
    masked += text.slice(at, start);
    const begin = masked.length;
    masked += instead ?? MASK;
    places.push({ from: { start, end }, to: { start: begin, end: masked.length } });
    at = end;
  }
  masked += text.slice(at);
  const move = (offset: number, edge: "start" | "end"): number => {
    let shift = 0;
    for (const { from, to } of places) {
      if (offset <= from.start) break;
      if (offset < from.end) return to[edge];
      shift = to.end - from.end;
    }
    return offset + shift;
  };
  return {
    text: masked,
    moved: ({ start, end }) => ({ start: move(start, "start"), end: move(end, "end") }),
  };
}

function mergeMaskings(maskings: readonly Masking[]): Masking[] {
  const sorted = maskings.filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const merged: Masking[] = [];
  for (const one of sorted) {
    const last = merged.at(-1);
    if (last === undefined || one.start >= last.end) merged.push(one);
    else {
      const isSame = one.start === last.start && one.end === last.end;
      const instead = isSame ? last.instead ?? one.instead : null;
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, one.end), instead };
    }
  }
  return merged;
}
