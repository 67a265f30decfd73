/** Symbol fonts put their bullets into the private use area. */
const SYMBOL_BULLETS = new Set([0x6c, 0x6e, 0x71, 0x76, 0xa7, 0xa8, 0xb7, 0xd8, 0xfc]);

/** Where TeX's symbol fonts have their bullets, when nothing maps them to Unicode. */
// deno-lint-ignore no-control-regex -- that is where they are
const TEX_BULLETS = /[\u000f\u0088]/g;

const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\n\r\v\f]/g;
// deno-lint-ignore no-control-regex -- controls are what it takes out
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const FORMAT_MARKS = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g;
const PRIVATE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/gu;
const COMPATIBLE = /[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc\u2f00-\u2fdf]/g;

function fromPrivate(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code >= 0xf000 && code <= 0xf0ff && SYMBOL_BULLETS.has(code & 0xff) ? "•" : "";
}

/**
 * A glyph's or run's text as a person would type it: one kind of space, ligatures and Arabic
 * forms spelled out, symbol-font bullets as "•", icons and invisible marks gone.
 */
export function cleanCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(SPACES, " ")
    .replace(TEX_BULLETS, "•")
    .replace(CONTROLS, "")
    .replace(FORMAT_MARKS, "")
    .replace(PRIVATE, fromPrivate)
    .replace(COMPATIBLE, (char) => char.normalize("NFKC"));
}

/** Spacing accents, as TeX draws them over a letter, and the combining mark of each. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ["`", "\u0300"],
  ["´", "\u0301"],
  ["ˊ", "\u0301"],
  ["ˋ", "\u0300"],
  ["^", "\u0302"],
  ["ˆ", "\u0302"],
  ["~", "\u0303"],
  ["˜", "\u0303"],
  ["¯", "\u0304"],
  ["˘", "\u0306"],
  ["˙", "\u0307"],
  ["¨", "\u0308"],
  ["˚", "\u030a"],
  ["˝", "\u030b"],
  ["ˇ", "\u030c"],
  ["¸", "\u0327"],
  ["˛", "\u0328"],
]);

/** The combining mark that an accent stands for when it is drawn over a letter. */
export function combiningMark(accent: string): string | undefined {
  return ACCENTS.get(accent);
}

/** A letter with a mark on it, as one character: "ı" + "´" is "í". */
export function accented(letter: string, mark: string): string {
  const base = letter === "ı" ? "i" : letter === "ȷ" ? "j" : letter;
  return (base + mark).normalize("NFC");
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Puts right-to-left words, which were collected from left to right, back into reading order. */
export function readingDirection(line: string): string {
  if (!RTL.test(line)) return line;
  const words =
    /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[ .,:;!?'"-]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*/g;
  return line.replace(words, (run) => [...run].reverse().join(""));
}
