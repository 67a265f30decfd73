import type { ActivityEntry } from "../lib/hiring/activity_entries.ts";
import { isMessageKey, type MessageKey, type Translate } from "../locales/translate.ts";
import { stageName } from "./StageWord.tsx";

/** Stands in a sentence where the candidate's name goes, so that the name can be a link. */
export const NAME_PLACE = "\u0001";

/** The same for the other one of a merge. */
export const OTHER_PLACE = "\u0002";

/** An entry of a history as a sentence; `NAME_PLACE` where the candidate is named. */
export function activityWords(entry: ActivityEntry, t: Translate): string {
  const { count, from, to, requirement, verdictBefore, verdict, tag } = entry;
  return t(keyOf(entry), {
    who: entry.userName ?? t("activity.former"),
    name: entry.subject ? NAME_PLACE : t("activity.gone"),
    other: entry.other ? OTHER_PLACE : t("activity.gone"),
    count,
    from: from ? stageName(from, t) : "–",
    to: to ? stageName(to, t) : "–",
    requirement: requirement === null ? t("activity.gone_requirement") : `“${requirement}”`,
    before: verdictBefore ? t(`verdict.${verdictBefore}`) : "–",
    after: verdict ? t(`verdict.${verdict}`) : "–",
    fields: listed(fieldWords(entry, t), t),
    tag: tag ?? "",
    table: tableWord(entry, t) ?? "",
  });
}

/** Why it was done, in the code's words and in somebody's own; null where nobody said. */
export function reasonWords({ reasonCode, reason }: ActivityEntry, t: Translate): string | null {
  const words = [reasonCode && t(`move.reason_${reasonCode}`), reason && `“${reason}”`];
  return words.filter(Boolean).join(": ") || null;
}

/** How many are in no list because it ends or they were removed; null when there are none. */
export function restWords({ count, people }: ActivityEntry, t: Translate): string | null {
  const rest = count - people.length;
  return rest > 0 ? t("activity.unlisted", { count: rest }) : null;
}

function keyOf(entry: ActivityEntry): MessageKey {
  const one = `activity.${entry.action.replace(".", "_")}`;
  const many = entry.kind === "reads" ? "activity.read_many" : `${one}_many`;
  if (entry.count > 1 && isMessageKey(many)) return many;
  const told = `${one}_told`;
  if (hasContent(entry) && isMessageKey(told)) return told;
  if (isMessageKey(one)) return one;
  throw new TypeError(`There are no words for ${entry.action}`);
}

/** Whether it was written down what was changed; for older entries it was not. */
function hasContent({ fields, tag, table }: ActivityEntry): boolean {
  return fields.length > 0 || tag !== null || table !== null;
}

function fieldWords({ action, fields }: ActivityEntry, t: Translate): string[] {
  const what = action.split(".")[0];
  const words = fields.map((field) => {
    const key = `activity_field.${what}_${field}`;
    return isMessageKey(key) ? t(key) : field;
  });
  return [...new Set(words)];
}

function tableWord({ table }: ActivityEntry, t: Translate): string | null {
  const key = `report.${table}`;
  return isMessageKey(key) ? t(key) : table;
}

/** "a, b and c". */
function listed(words: readonly string[], t: Translate): string {
  const last = words.at(-1) ?? "";
  if (words.length < 2) return last;
  return t("activity.and", { before: words.slice(0, -1).join(", "), last });
}
