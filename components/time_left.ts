import type { Language } from "../lib/talent/types.ts";
import { say } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

/** "about 40 seconds left", or in minutes from two on. */
export function timeLeft(language: Language, texts: Texts<"progress.">, seconds: number): string {
  return seconds < 120
    ? say(language, texts["progress.seconds_left"], { count: seconds })
    : say(language, texts["progress.minutes_left"], { count: Math.round(seconds / 60) });
}
