import { type Guard, guardOf } from "./guards.ts";
import { indexLabels, isIndexed, labelAt, type LabelIndex, labelPlaces } from "./label_index.ts";
import shippedIndex from "./label_index.json" with { type: "json" };
import { LEXICON } from "./lexicon_data.ts";
import type { LexiconFile, SkillEntry } from "./lexicon_types.ts";
import { keysOfText, type Late, type LatePhrases, Phrases } from "./phrases.ts";
import { tokenize } from "./text.ts";
import type { Language } from "./types.ts";

/** A label as the automaton holds it. */
export interface Label {
  readonly skill: SkillEntry;
  /** As the lexicon writes it. */
  readonly text: string;
  readonly language: Language;
  readonly guard: Guard;
}

/**
 * How skill `b` stands to skill `a`: "broader" means that `b` is the wider one. `path` runs from
 * `a` to `b`, both included; empty when there is no relation.
 */
export interface Relation {
  readonly kind: "same" | "broader" | "narrower" | "related" | "none";
  readonly path: readonly string[];
}

/** The labels of entries, each worked out when a text has its first word, or its words as one. */
class LateLabels implements LatePhrases<Label> {
  /** A label is one value, whichever of its keys it was found by. */
  readonly #made = new Map<string, Label>();

  constructor(readonly index: LabelIndex, readonly entries: readonly SkillEntry[]) {}

  has(first: string): boolean {
    return isIndexed(this.index, first);
  }

  under(first: string): Late<Label>[] {
    return labelPlaces(this.index, first).map(({ entry, label }) => {
      const value = this.#labelAt(entry, label);
      return {
        keys: (first) => {
          const keys = keysOfText(value.text);
          if (keys[0] === first) return keys;
          return value.guard === "any" ? [first] : null;
        },
        value: () => value,
      };
    });
  }

  #labelAt(entry: number, label: number): Label {
    const place = `${entry}.${label}`;
    const made = this.#made.get(place);
    if (made !== undefined) return made;
    const skill = this.entries[entry];
    if (skill === undefined) throw new RangeError(`The index of labels names an entry ${entry}`);
    const { text, language } = labelAt(skill, label);
    const value = { skill, text, language, guard: guardOf(skill, text) };
    this.#made.set(place, value);
    return value;
  }
}

/** All skills, indexed by id, by label and by relation. */
export class Lexicon {
  readonly #byId = new Map<string, SkillEntry>();
  readonly #narrower = new Map<string, string[]>();
  readonly #related = new Map<string, Set<string>>();
  readonly #byCode = new Map<string, string>();
  readonly phrases: Phrases<Label>;

  /** @param index Of the same files, where it was made before. */
  constructor(files: readonly LexiconFile[], index: LabelIndex = indexLabels(files)) {
    const entries = files.flatMap(({ skills }) => skills);
    for (const skill of entries) this.#add(skill);
    this.phrases = new Phrases(new LateLabels(index, entries));
  }

  #add(skill: SkillEntry): void {
    this.#byId.set(skill.id, skill);
    if (skill.code !== undefined && !this.#byCode.has(skill.code)) {
      this.#byCode.set(skill.code, skill.id);
    }
    for (const id of skill.broader ?? []) pushTo(this.#narrower, id, skill.id);
    for (const id of skill.related ?? []) {
      this.#relate(skill.id, id);
      this.#relate(id, skill.id);
    }
  }

  #relate(a: string, b: string): void {
    const known = this.#related.get(a);
    if (known === undefined) this.#related.set(a, new Set([b]));
    else known.add(b);
  }

  skillById(id: string): SkillEntry | undefined {
    return this.#byId.get(id);
  }

  /** The ids of the skills of which this is a label, whatever its case. */
  skillsByLabel(label: string): readonly string[] {
    const tokens = tokenize(label);
    const hit = this.phrases.at(tokens, 0).find(({ to }) => to === tokens.length);
    return [...new Set(hit?.values.map(({ skill }) => skill.id))];
  }

  /** The id of the language with this ISO 639-1 code, or the code itself when it is an id. */
  languageByCode(code: string): string | null {
    return this.#byCode.get(code) ?? (this.#byId.has(code) ? code : null);
  }

  /** Whether an entry names a branch of industry, which employers belong to and nobody masters. */
  isIndustry(id: string): boolean {
    return this.#byId.get(id)?.is?.en === "industry";
  }

  broaderOf(id: string): readonly string[] {
    return this.#byId.get(id)?.broader ?? [];
  }

  narrowerOf(id: string): readonly string[] {
    return this.#narrower.get(id) ?? [];
  }

  relatedOf(id: string): readonly string[] {
    return [...this.#related.get(id) ?? []];
  }

  relation(a: string, b: string): Relation {
    if (a === b) return { kind: "same", path: [a] };
    const up = this.#climb(a, b);
    if (up !== null) return { kind: "broader", path: up };
    const down = this.#climb(b, a);
    if (down !== null) return { kind: "narrower", path: down.toReversed() };
    if (this.#related.get(a)?.has(b)) return { kind: "related", path: [a, b] };
    return { kind: "none", path: [] };
  }

  /** The shortest way up from one skill to a broader one, or null. */
  #climb(from: string, to: string): string[] | null {
    const cameFrom = new Map<string, string>([[from, ""]]);
    let edge = [from];
    while (edge.length > 0 && !cameFrom.has(to)) {
      const next: string[] = [];
      for (const id of edge) {
        for (const up of this.broaderOf(id)) {
          if (cameFrom.has(up)) continue;
          cameFrom.set(up, id);
          next.push(up);
        }
      }
      edge = next;
    }
    if (!cameFrom.has(to)) return null;
    const path = [to];
    for (let at = to; at !== from;) path.push(at = cameFrom.get(at) ?? from);
    return path.reverse();
  }
}

function pushTo(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}

let shipped: Lexicon | undefined;

/** The lexicon that we ship, indexed at its first use. */
export function lexicon(): Lexicon {
  return shipped ??= new Lexicon(LEXICON, shippedIndex);
}

/** The entry with this id, or undefined. */
export function skillById(id: string): SkillEntry | undefined {
  return lexicon().skillById(id);
}

/** The label that a person sees. The id itself when the skill is not known. */
export function labelOf(id: string, language: Language): string {
  return lexicon().skillById(id)?.[language][0] ?? id;
}

/** How `b` stands to `a` in the shipped lexicon. */
export function relation(a: string, b: string): Relation {
  return lexicon().relation(a, b);
}
