import type { Language } from "../../lib/talent/types.ts";
import { isMessageKey, translate } from "../../locales/translate.ts";
import type { ReadFailure } from "./files.ts";

/** What is wrong with a file and what to do, in the language of the answer. */
export function sayFailure({ code, params, message }: ReadFailure, language: Language): string {
  const [title, advice] = [`refusal.${code}.title`, `refusal.${code}.advice`];
  const own = `rank.${code}`;
  if (isMessageKey(own)) return translate(language, own, params);
  if (!isMessageKey(title) || !isMessageKey(advice)) return message;
  return `${translate(language, title, params)} ${translate(language, advice, params)}`;
}
