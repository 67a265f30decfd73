import type { ActivityPerson } from "../lib/hiring/activity.ts";
import type { ActivityEntry } from "../lib/hiring/activity_entries.ts";
import type { ActivityKind } from "../lib/hiring/activity_kinds.ts";
import type { PageOf } from "../lib/platform/page_of.ts";
import type { Language } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";
import { ActivityFilter } from "./ActivityFilter.tsx";
import { ActivityList } from "./ActivityList.tsx";
import { Pagination } from "./Pagination.tsx";

export interface CandidateActivityProps {
  activity: PageOf<ActivityEntry>;
  people: readonly ActivityPerson[];
  /** Those that there can be. */
  kinds: readonly ActivityKind[];
  kind: ActivityKind | undefined;
  userId: string | undefined;
  url: URL;
  language: Language;
  t: Translate;
}

/** What was done about a person, in all jobs. */
export function CandidateActivity(props: CandidateActivityProps) {
  const { activity, people, kinds, kind, userId, url, language, t } = props;
  return (
    <section id="activity" aria-labelledby="activity-title">
      <h2 id="activity-title">{t("candidate.activity")}</h2>
      <ActivityFilter
        kinds={kinds}
        kind={kind}
        people={people}
        userId={userId}
        t={t}
      />
      {activity.data.length > 0
        ? <ActivityList entries={activity.data} language={language} t={t} />
        : <p class="mt-3 text-fg-3">{t("activity.none_fits")}</p>}
      <Pagination {...activity} url={url} label={t("activity.pages")} t={t} />
    </section>
  );
}
