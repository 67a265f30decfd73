import type { ActivityEntry } from "../lib/hiring/activity.ts";
import { isMessageKey, type MessageKey, type Translate } from "../locales/translate.ts";
import { stageName } from "./StageWord.tsx";

/** Stands in a sentence where the candidate's name goes, so that the name can be a link. */
export const NAME_PLACE = "\u0001";

/** An entry of a history as a sentence; `NAME_PLACE` where the candidate is named. */
export function activityWords(entry: ActivityEntry, t: Translate): string {
  const { count, from, to, requirement, verdictBefore, verdict } = entry;
  return t(keyOf(entry), {
    who: entry.userName ?? t("activity.former"),
    name: entry.subject ? NAME_PLACE : t("activity.gone"),
    count,
    from: from ? stageName(from, t) : "–",
    to: to ? stageName(to, t) : "–",
    requirement: requirement === null ? t("activity.gone_requirement") : `“${requirement}”`,
    before: verdictBefore ? t(`verdict.${verdictBefore}`) : "–",
    after: verdict ? t(`verdict.${verdict}`) : "–",
  });
}

function keyOf({ action, kind, count }: ActivityEntry): MessageKey {
  const one = `activity.${action.replace(".", "_")}`;
  const many = kind === "reads" ? "activity.read_many" : `${one}_many`;
  if (count > 1 && isMessageKey(many)) return many;
  if (isMessageKey(one)) return one;
  throw new TypeError(`There are no words for ${action}`);
}
