import type { LexiconFile } from "./lexicon_types.ts";

/** Every field's skills, in a fixed order. */
export const LEXICON: readonly LexiconFile[] = [];
