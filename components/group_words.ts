import type { GroupQuestion } from "../lib/hiring/equal_treatment/questions.ts";
import { isMessageKey, type Translate } from "../locales/translate.ts";

/** A group in words; as it is written down when another version knew it. */
export function sayGroup(question: GroupQuestion, group: string, t: Translate): string {
  const key = `group.${question}_${group}`;
  return isMessageKey(key) ? t(key) : group;
}
