import type { LexiconFile, SkillEntry, SkillType } from "../../lib/talent/lexicon_types.ts";

/** A concept of a taxonomy, in the words of one or both languages. */
export interface Concept {
  readonly uri: string;
  readonly type: SkillType;
  readonly en: readonly string[];
  readonly nl: readonly string[];
  readonly broader: readonly string[];
  readonly related: readonly string[];
}

/** What became of a taxonomy: its entries, and what was left out. */
export interface Imported {
  readonly file: LexiconFile;
  /** Concepts whose every label an earlier one or our own lexicon has. */
  readonly known: number;
  /** Relations to concepts that are not here. */
  readonly dangling: number;
}

const MAX_LABEL = 80;

/**
 * Puts concepts into the form of the lexicon: ids of their own, sorted, each label once.
 *
 * @param owned Folded labels that are taken: ours always win.
 */
export function toLexicon(
  field: string,
  concepts: readonly Concept[],
  owned: ReadonlySet<string>,
): Imported {
  const taken = new Set(owned);
  const ids = new Map<string, string>();
  const used = new Set<string>();
  const kept: { concept: Concept; en: string[]; nl: string[] }[] = [];
  const sorted = concepts.toSorted((a, b) => a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0);
  for (const concept of sorted) {
    const free = (labels: readonly string[]) => freeLabels(labels, taken);
    const [en, nl] = [free(concept.en), free(concept.nl)];
    if (en.length + nl.length === 0) continue;
    for (const label of [...en, ...nl]) taken.add(foldLabel(label));
    ids.set(concept.uri, idFor(field, en[0] ?? nl[0] ?? "", used));
    kept.push({ concept, en, nl });
  }
  let dangling = 0;
  const resolve = (uris: readonly string[]): string[] => {
    const found = [...new Set(uris)].flatMap((uri) => ids.get(uri) ?? []);
    dangling += new Set(uris).size - found.length;
    return found.sort();
  };
  const pairs = new Set<string>();
  const skills = kept.map(({ concept, en, nl }): SkillEntry => {
    const id = ids.get(concept.uri) ?? "";
    const broader = resolve(concept.broader).filter((up) => up !== id);
    for (const up of broader) pairs.add([id, up].sort().join(" "));
    const related = resolve(concept.related).filter((one) => {
      const pair = [id, one].sort().join(" ");
      if (one === id || pairs.has(pair)) return false;
      pairs.add(pair);
      return true;
    });
    const all = [...en, ...nl];
    return {
      id,
      type: concept.type,
      en: en.length > 0 ? en : all,
      nl: nl.length > 0 ? nl : all,
      ...(broader.length > 0 ? { broader } : {}),
      ...(related.length > 0 ? { related } : {}),
      ...guardShort(all),
    };
  }).sort((a, b) => a.id < b.id ? -1 : 1);
  return { file: { field, skills }, known: concepts.length - kept.length, dangling };
}

/** What matching sees as the same label: case, accents, hyphens and spaces apart. */
export function foldLabel(label: string): string {
  return label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[\s-]+/g, "");
}

function freeLabels(labels: readonly string[], taken: ReadonlySet<string>): string[] {
  const own = new Map<string, string>();
  for (const label of labels.map((one) => one.trim().replace(/\s+/g, " "))) {
    const key = foldLabel(label);
    if (key === "" || label.length > MAX_LABEL || !/^[\p{L}\p{N}.]/u.test(label)) continue;
    if (!taken.has(key) && !own.has(key)) own.set(key, label);
  }
  return [...own.values()];
}

/** One and two letters are words too, in any taxonomy. */
function guardShort(labels: readonly string[]): { guarded?: string[] } {
  const short = [...new Set(labels)].filter((label) => /^[\p{L}\p{N}]{1,2}$/u.test(label));
  return short.length > 0 ? { guarded: short } : {};
}

function idFor(field: string, label: string, used: Set<string>): string {
  const slug = label.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "concept";
  let id = `${field}-${slug}`;
  for (let count = 2; used.has(id); count++) id = `${field}-${slug}-${count}`;
  used.add(id);
  return id;
}
