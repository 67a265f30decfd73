import type { StageWords } from "../../lib/hiring/stages.ts";
import { Language, StageKey } from "../../lib/hiring/states.ts";
import { translator } from "../../locales/translate.ts";

const SPEAKERS = Language.options.map(translator);

/** How people see the built-in stages called, in every language of the app. */
export const STAGE_WORDS: StageWords = new Map(
  StageKey.options.map((key) => [key, SPEAKERS.map((t) => t(`move.stage_${key}`))]),
);
