import type { ActivityPerson } from "../lib/hiring/activity.ts";
import type { ActivityKind } from "../lib/hiring/activity_kinds.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";

export interface ActivityFilterProps {
  /** Those that there can be. */
  kinds: readonly ActivityKind[];
  kind: ActivityKind | undefined;
  people: readonly ActivityPerson[];
  userId: string | undefined;
  t: Translate;
}

/** What is shown of a history, and by whom; a form, so that its address says it. */
export function ActivityFilter({ kinds, kind, people, userId, t }: ActivityFilterProps) {
  return (
    <form method="get" class="activity-filter">
      <label>
        {t("activity.kind")}
        <select class="input" name="kind">
          <option value="">{t("activity.kind_all")}</option>
          {kinds.map((one) => (
            <option key={one} value={one} selected={one === kind}>
              {t(`activity.kind_${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("activity.by")}
        <select class="input" name="by">
          <option value="">{t("activity.by_all")}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id} selected={id === userId}>{name}</option>
          ))}
        </select>
      </label>
      <Button>{t("activity.show")}</Button>
    </form>
  );
}
