import { GENDER_WORDS, MARITAL_WORDS, NEUTRAL_TITLES, PERSONAL_LABELS } from "./mask_words.ts";
import { fold, lines } from "./text.ts";
import type { Span } from "./types.ts";

/** A stretch of a text that is not shown, and what is shown in its place; null for the mask. */
export interface Masking extends Span {
  readonly instead: string | null;
}

const WORD = /(?<![\p{L}\p{N}])\p{L}{2,24}(?![\p{L}\p{N}])/gu;

/** Words that tell a sex or a marriage; occupations keep their meaning in another form. */
export function tellingWords(text: string): Masking[] {
  const found: Masking[] = [];
  for (const { index: start, 0: word } of text.matchAll(WORD)) {
    const plain = word.toLowerCase();
    const end = start + word.length;
    const neutral = NEUTRAL_TITLES.get(plain);
    if (neutral !== undefined) {
      const isCapital = word.charAt(0) !== plain.charAt(0);
      found.push({ start, end, instead: isCapital ? capitalised(neutral) : neutral });
    } else if (GENDER_WORDS.has(plain) || MARITAL_WORDS.has(plain)) {
      found.push({ start, end, instead: null });
    }
  }
  return found;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const LABEL = /^[^\p{L}\n]{0,4}(\p{L}[\p{L}. -]{1,24}?)\s*(?::|\t| {2,}|$)[ \t]*/u;
const NEXT_VALUE = /\s*[|•·]\s*|\t| {3,}/;

/** What stands behind "Date of birth:" and its like, in the same line or alone in the next. */
export function labelledValues(text: string): Masking[] {
  const found: Masking[] = [];
  const all = lines(text);
  all.forEach((line, at) => {
    for (const part of partsOf(text, line)) {
      const raw = text.slice(part.start, part.end);
      const label = LABEL.exec(raw);
      if (label === null || !PERSONAL_LABELS.has(fold(label[1] ?? "").replace(/\.$/, ""))) continue;
      const start = part.start + label[0].length;
      const next = all[at + 1];
      if (start < part.end) found.push({ start, end: part.end, instead: null });
      else if (next !== undefined && part.end === line.end && isValue(text, next)) {
        found.push({ ...next, instead: null });
      }
    }
  });
  return found;
}

/** The parts of a line between bars and bullets. */
function partsOf(text: string, line: Span): Span[] {
  const raw = text.slice(line.start, line.end);
  if (raw.length > 400) return [];
  const parts: Span[] = [];
  let start = line.start;
  for (const piece of raw.split(/[|•·]/)) {
    const lead = piece.length - piece.trimStart().length;
    const whole = piece.trim();
    const value = LABEL.exec(whole)?.[0].length ?? 0;
    const cut = whole.slice(value).split(NEXT_VALUE)[0] ?? "";
    parts.push({ start: start + lead, end: start + lead + value + cut.length });
    start += piece.length + 1;
  }
  return parts.filter((part) => part.end > part.start);
}

/** Whether a line may be the value of the label above it: short, and no label itself. */
function isValue(text: string, line: Span): boolean {
  const raw = text.slice(line.start, line.end);
  return raw.length <= 60 && raw.trim() !== "" && !/[:.]$/.test(raw.trim()) &&
    !PERSONAL_LABELS.has(fold(raw.trim()));
}

const MONTH = "(?:\\d{1,2}|\\p{L}{3,9}\\.?)";

const PATTERNS: readonly RegExp[] = [
  // Addresses of mail and of the web.
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu,
  /(?:https?:\/\/|www\.)[^\s<>()|,;]{1,200}/giu,
  /\b(?:linkedin|github|gitlab|twitter|x|facebook|instagram|behance|stackoverflow)\.com\/[^\s<>()|,;]{1,100}/giu,
  // How old somebody is.
  /\b\d{2}[- ]years?[- ]old\b/giu,
  /\b(?:aged|age)\s+\d{2}\b/giu,
  /\b\d{2}\s+jaar\s+(?:oud|jong)\b/giu,
  /\b\d{2}-jarige?\b/giu,
  /\b(?:ik ben|i am|i['’]m)\s+\d{2}(?:\s+jaar)?\b/giu,
  new RegExp(
    `\\b(?:born|geboren)\\b(?:\\s+(?:on|in|op|te))?(?:\\s+\\d{1,2}(?:st|nd|rd|th)?)?[ ./-]{0,2}(?:${MONTH}[ ./-]{1,2})?(?:\\d{4})?(?:\\s+(?:in|te)\\s+\\p{Lu}[\\p{L}-]{1,30})?`,
    "giu",
  ),
  // Which nation's.
  /(?<!\p{L})\p{Lu}\p{L}{2,20}\s+(?:national|nationality|citizen|citizenship|nationaliteit)(?!\p{L})/gu,
  // Where somebody lives.
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’.-]{0,30}(?:[Ss]traat|[Ll]aan|[Ww]eg|[Pp]lein|[Gg]racht|[Kk]ade|[Ss]ingel|[Dd]ijk|[Hh]of|[Ss]teeg|[Pp]ad)\s+\d{1,4}\s?[a-zA-Z]?(?:-\d{1,4})?(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])\d{1,5}[a-z]?\s+\p{Lu}\p{L}{1,20}(?:\s\p{Lu}\p{L}{1,20}){0,2}\s+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Court|Ct|Boulevard|Blvd|Way|Close|Terrace|Square)(?!\p{L})/gu,
  /(?<![\p{L}\p{N}])(?!(?:19|20)\d\d\s)\d{4}\s?[A-Z]{2}(?![\p{L}\p{N}])(?:[, ]{1,2}\p{Lu}[\p{L}'’-]{1,30})?/gu,
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?![\p{L}\p{N}])/gu,
  // A remark in place of a photo.
  /^[^\p{L}\n]{0,3}(?:photo|picture|foto|pasfoto)(?:[^\p{L}\n][^\n]{0,40})?$/gimu,
];

/** What has the shape of something personal wherever it stands. */
export function personalShapes(text: string): Masking[] {
  const found: Masking[] = [];
  for (const pattern of PATTERNS) {
    for (const { index: start, 0: part } of text.matchAll(pattern)) {
      found.push({ start, end: start + part.trimEnd().length, instead: null });
    }
  }
  for (const { index: start, 0: part } of text.matchAll(NUMBER)) {
    if (isPhone(part)) found.push({ start, end: start + part.length, instead: null });
  }
  return found;
}

const NUMBER = /(?<![\p{L}\p{N}.,/-])(?:\+|00)?\(?\d[\d ().\/-]{7,20}\d(?![\p{L}\p{N}])/gu;

/** Nine to fifteen digits that begin as numbers do and hold no year, as stretches of time would. */
function isPhone(part: string): boolean {
  const digits = part.replace(/\D/g, "");
  if (digits.length < 9 || digits.length > 15) return false;
  if (part.startsWith("+")) return true;
  return /^\(?0/.test(part) && !/(?<!\d)(?:19|20)\d{2}(?!\d)/.test(part);
}
