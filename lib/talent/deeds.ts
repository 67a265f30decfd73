import { lexicon } from "./lexicon.ts";
import { remember } from "./remember.ts";
import { lineAt, type ParsedResume } from "./resume.ts";
import { stem } from "./stems.ts";
import { tokenize } from "./text.ts";
import type { Span } from "./types.ts";
import { isFunctionWord, verbBase } from "./words.ts";

/** A label that names an action: "wonden verzorgen", "reading drawings". */
interface Deed {
  /** The forms that its verb may have in a text, as stems. */
  readonly verb: ReadonlySet<string>;
  /** The stem of what it is done to. */
  readonly object: string;
}

/** Verb and object stand at most this far apart. */
const REACH = 5;
const MAX_HITS = 20;

const deedsOfSkill: (id: string) => readonly Deed[] = remember((id) => {
  const entry = lexicon().skillById(id);
  if (entry === undefined) return [];
  const labels = [...entry.en.map(englishDeed), ...entry.nl.map(dutchDeed)];
  return labels.filter((one) => one !== null);
});

/**
 * Finds where a text says that an action was done whose name the lexicon knows, verb and object
 * inflected and in any order within one line: "Ik verzorg wonden" for "wonden verzorgen".
 */
export function deedsOf(resume: ParsedResume, skill: string): Span[] {
  const { tokens, positions } = resume.words;
  const found: Span[] = [];
  for (const { verb, object } of deedsOfSkill(skill)) {
    for (const at of positions.get(object) ?? []) {
      if (found.length === MAX_HITS) return found;
      const near = verbNear(resume, verb, at);
      const [first, last] = [tokens[Math.min(at, near ?? at)], tokens[Math.max(at, near ?? at)]];
      if (near === null || first === undefined || last === undefined) continue;
      found.push({ start: first.start, end: last.end });
    }
  }
  return found;
}

function verbNear(resume: ParsedResume, verb: ReadonlySet<string>, at: number): number | null {
  const { tokens } = resume.words;
  const line = lineAt(resume.lines, tokens[at]?.start ?? 0);
  for (let step = 1; step <= REACH; step++) {
    for (const near of [at - step, at + step]) {
      const token = tokens[near];
      if (token === undefined || token.kind !== "word" || !verb.has(stem(token.text))) continue;
      if (line !== null && token.start >= line.start && token.end <= line.end) return near;
    }
  }
  return null;
}

/** "reading technical drawings": a gerund, and the last word of its object. */
function englishDeed(label: string): Deed | null {
  const words = wordsOf(label);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (words.length < 2 || words.length > 4 || !first.endsWith("ing")) return null;
  const base = verbBase(first);
  if (base === null || isFunctionWord(last) || words.some(isFunctionWord)) return null;
  return { verb: new Set([stem(first), stem(base), stem(`${base}s`)]), object: stem(last) };
}

/** "technische tekeningen lezen": an infinitive behind its object. */
function dutchDeed(label: string): Deed | null {
  const words = wordsOf(label);
  const [verb = "", object = ""] = [words.at(-1), words.at(-2)];
  if (words.length < 2 || words.length > 4 || !/^[a-z]{3,}en$/.test(verb)) return null;
  if (/(?:ingen|heden|ieken|sten|nissen)$/.test(verb) || words.some(isFunctionWord)) return null;
  return { verb: dutchForms(verb), object: stem(object) };
}

/** Stems of "lees", "leest", "las" is left out; of "verzorgt", "verzorgde", "verzorgd". */
function dutchForms(infinitive: string): Set<string> {
  const short = stem(infinitive);
  const plain = infinitive.slice(0, -2).replace(/([^aeiou])\1$/, "$1");
  const long = /(?:^|[^aeiou])[aeou][^aeiou]$/.test(plain) && !/([^aeiou])\1en$/.test(infinitive)
    ? `${plain.slice(0, -1)}${plain.at(-2)}${plain.slice(-1)}`
    : plain;
  const bare = long.replace(/v$/, "f").replace(/z$/, "s");
  const forms = [
    bare,
    `${bare}t`,
    `${bare}de`,
    `${bare}te`,
    `${bare}d`,
    `ge${bare}d`,
    `ge${bare}t`,
  ];
  return new Set([short, ...forms.map(stem)]);
}

function wordsOf(label: string): string[] {
  const tokens = tokenize(label);
  return tokens.every(({ kind }) => kind === "word") ? tokens.map(({ text }) => text) : [];
}
