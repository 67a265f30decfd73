import type { LexiconFile, SkillEntry } from "./lexicon_types.ts";
import { keysOfText } from "./phrases.ts";
import type { Language } from "./types.ts";

/**
 * Where each label is found: by the first letters of its key a line for each key, its rest and the
 * labels' places. One string for many keys is read some times as fast as a list of each.
 */
export type LabelIndex = Readonly<Record<string, string>>;

/** A label by the places of its entry among all entries and of itself among the entry's labels. */
export interface LabelPlace {
  readonly entry: number;
  /** English labels first, Dutch ones after them. */
  readonly label: number;
}

const LETTERS = 3;
const RADIX = 36;

/**
 * The index of all labels, by their first word and, where people write several words as one, by
 * those: "project management", "projectmanagement". Sorted, so that it can be kept as a file.
 */
export function indexLabels(files: readonly LexiconFile[]): LabelIndex {
  const places = new Map<string, string[]>();
  const put = (key: string, place: string) => {
    const known = places.get(key);
    if (known === undefined) places.set(key, [place]);
    else known.push(place);
  };
  for (const [entry, skill] of files.flatMap(({ skills }) => skills).entries()) {
    for (const [label, text] of [...skill.en, ...skill.nl].entries()) {
      const keys = keysOfText(text);
      const place = `${entry.toString(RADIX)}.${label.toString(RADIX)}`;
      put(keys[0] ?? "", place);
      if (mayBeWrittenAsOne(text)) put(keys.join(""), place);
    }
  }
  const index: Record<string, string> = {};
  for (const key of [...places.keys()].sort()) {
    const letters = key.slice(0, LETTERS);
    const line = `${key.slice(LETTERS)}\t${places.get(key)?.join(" ")}\n`;
    index[letters] = (index[letters] ?? "\n") + line;
  }
  return index;
}

/** Whether several words may be written as one: "project management", "projectmanagement". */
function mayBeWrittenAsOne(text: string): boolean {
  return text.length >= 9 && /^[a-z]{3,}(?:[ -][a-z]{3,}){1,2}$/i.test(text) &&
    !/\p{Lu}{2}/u.test(text);
}

/** Whether a label has this key. */
export function isIndexed(index: LabelIndex, key: string): boolean {
  return lineAt(index, key) !== null;
}

/** The labels with this key, in the order of the entries. */
export function labelPlaces(index: LabelIndex, key: string): LabelPlace[] {
  const line = lineAt(index, key);
  if (line === null) return [];
  const from = line.lines.indexOf("\t", line.from) + 1;
  return line.lines.slice(from, line.lines.indexOf("\n", from)).split(" ").map((place) => {
    const [entry = "", label = ""] = place.split(".");
    return { entry: parseInt(entry, RADIX), label: parseInt(label, RADIX) };
  });
}

function lineAt(index: LabelIndex, key: string): { lines: string; from: number } | null {
  const letters = key.slice(0, LETTERS);
  // No name that every object has is as short as this.
  const lines = index[letters];
  if (lines === undefined) return null;
  const from = lines.indexOf(`\n${key.slice(LETTERS)}\t`);
  return from < 0 ? null : { lines, from: from + 1 };
}

/** The label at a place of an entry, and its language. */
export function labelAt(skill: SkillEntry, label: number): { text: string; language: Language } {
  const { en, nl } = skill;
  const isEnglish = label < en.length;
  const text = isEnglish ? en[label] : nl[label - en.length];
  if (text === undefined) throw new RangeError(`${skill.id} has no label ${label}`);
  return { text, language: isEnglish ? "en" : "nl" };
}
