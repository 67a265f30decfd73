import type { Params } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

/** The texts that the evaluation page takes to the browser. */
export const EVALUATION_TEXTS = [
  "evaluation.",
  "verdict.",
  "level.",
  "grade.",
  "flag.",
  "move.",
  "keys.",
  "common.",
] as const;

export type EvaluationTexts = Texts<typeof EVALUATION_TEXTS[number]>;

/** Says the texts of the evaluation page: translator() on the server, speaker() in the island. */
export type SayEvaluation = (key: keyof EvaluationTexts, params?: Params) => string;
