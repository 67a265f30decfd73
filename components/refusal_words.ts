import type { FileError } from "../lib/hiring/states.ts";
import { isMessageKey, type Translate } from "../locales/translate.ts";

/** Why a file was refused, and what to do about it, in words. */
export interface RefusalWords {
  readonly title: string;
  readonly advice: string;
}

/** Says a stored reason; one that has no words (or none was stored) is a fault of ours. */
export function refusalWords(t: Translate, error: FileError | null): RefusalWords {
  const name = `refusal.${error?.code ?? "internal"}`;
  const title = `${name}.title`;
  const advice = `${name}.advice`;
  if (error && isMessageKey(title) && isMessageKey(advice)) {
    return { title: t(title, error.params), advice: t(advice, error.params) };
  }
  return { title: t("refusal.internal.title"), advice: t("refusal.internal.advice") };
}
