import type { Glyph } from "./painted.ts";

/** Signs that TeX's older text fonts keep where others have controls; the dashes where braces are. */
const OT1: ReadonlyMap<string, string> = new Map([
  ["\u000b", "ff"],
  ["\u000c", "fi"],
  ["\r", "fl"],
  ["\u000e", "ffi"],
  ["\u000f", "ffl"],
  ["{", "–"],
  ["|", "—"],
]);

/** The same of its newer ones. */
const T1: ReadonlyMap<string, string> = new Map([
  ["\u001b", "ff"],
  ["\u001c", "fi"],
  ["\u001d", "fl"],
  ["\u001e", "ffi"],
  ["\u001f", "ffl"],
  ["\u0015", "–"],
  ["\u0016", "—"],
]);

/** Fewer different small letters are a font of signs, whose codes mean other things. */
const MIN_LETTERS = 8;

const has = (codes: ReadonlyMap<string, string>, used: ReadonlySet<string>) =>
  [...codes.keys()].some((code) => code < " " && used.has(code));

function tableOf(used: ReadonlySet<string>): ReadonlyMap<string, string> | undefined {
  const letters = [...used].filter((text) => /^[a-z]$/.test(text)).length;
  if (letters < MIN_LETTERS) return undefined;
  return has(OT1, used) ? OT1 : has(T1, used) ? T1 : undefined;
}

/**
 * Puts right what a font of drawn letters (Type 3) says of itself by TeX's codes alone: its
 * ligatures and dashes.
 *
 * @param isDrawn Whether a font of that name is one.
 */
export function withTexLetters(
  glyphs: readonly Glyph[],
  isDrawn: (font: string) => boolean,
): readonly Glyph[] {
  const used = new Map<string, Set<string>>();
  for (const { font, text } of glyphs) {
    if (!isDrawn(font)) continue;
    const texts = used.get(font) ?? new Set();
    used.set(font, texts.add(text));
  }
  const tables = new Map([...used].flatMap(([font, texts]) => {
    const table = tableOf(texts);
    return table ? [[font, table] as const] : [];
  }));
  if (tables.size === 0) return glyphs;
  return glyphs.map((glyph) => {
    const text = tables.get(glyph.font)?.get(glyph.text);
    return text === undefined ? glyph : { ...glyph, text };
  });
}
