/** What sort of thing an entry names; it decides how a résumé can show it. */
export type SkillType =
  | "skill"
  | "tool"
  | "method"
  | "knowledge"
  | "language"
  | "licence"
  | "certificate"
  | "soft"
  | "occupation";

/** One entry of the lexicon, as its data file writes it. */
export interface SkillEntry {
  /** Kebab-case ASCII, unique over all files: "node-js", "c-sharp", "wound-care". */
  readonly id: string;
  readonly type: SkillType;
  /** English labels; the first is shown, the others are synonyms. */
  readonly en: readonly string[];
  /** Dutch labels; the first is shown. */
  readonly nl: readonly string[];
  /** Ids of what this is a kind or a part of; narrower is derived. */
  readonly broader?: readonly string[];
  /** Ids of neighbours; symmetric, written once. */
  readonly related?: readonly string[];
  /** The genus in "Fastify is a Node.js framework". */
  readonly is?: { readonly en: string; readonly nl: string };
  /** For type "language": ISO 639-1, or 639-3 where there is none. */
  readonly code?: string;
  /** Labels that are ordinary words too: matched in exact case and technical context alone. */
  readonly guarded?: readonly string[];
}

/** The entries of one field. */
export interface LexiconFile {
  readonly field: string;
  readonly skills: readonly SkillEntry[];
}
