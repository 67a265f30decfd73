import credentials from "./lexicon/credentials.json" with { type: "json" };
import languages from "./lexicon/languages.json" with { type: "json" };
import soft from "./lexicon/soft.json" with { type: "json" };
import software from "./lexicon/software.json" with { type: "json" };
import type { LexiconFile } from "./lexicon_types.ts";

/** Every field of the lexicon, by name. JSON knows no literal types; lexicon_data_test.ts checks them. */
export const LEXICON: readonly LexiconFile[] = [
  credentials,
  languages,
  soft,
  software,
] as readonly LexiconFile[];
