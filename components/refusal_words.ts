import type { FileError } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { say } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

/** Why a file was refused, and what to do about it, in words. */
export interface RefusalWords {
  readonly title: string;
  readonly advice: string;
}

/** Says a stored reason; one that has no words (or none was stored) is a fault of ours. */
export function refusalWords(
  language: Language,
  texts: Texts<"refusal.">,
  error: FileError | null,
): RefusalWords {
  const code = error && hasWords(texts, error.code) ? error.code : "internal";
  const params = error?.params ?? {};
  return {
    title: say(language, texts[`refusal.${code}.title`], params),
    advice: say(language, texts[`refusal.${code}.advice`], params),
  };
}

type WithWords = keyof Texts<"refusal."> extends infer K
  ? K extends `refusal.${infer Code}.title` ? Code : never
  : never;

function hasWords(texts: Texts<"refusal.">, code: string): code is WithWords {
  return Object.hasOwn(texts, `refusal.${code}.title`);
}
