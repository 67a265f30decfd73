import { page } from "fresh";
import { z } from "zod";
import { ActivityFilter } from "../../../../components/ActivityFilter.tsx";
import { ActivityList } from "../../../../components/ActivityList.tsx";
import { ButtonLink } from "../../../../components/Button.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { JobHead } from "../../../../components/JobHead.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { define } from "../../../../define.ts";
import { can } from "../../../../lib/accounts/permissions.ts";
import { listActivity, listActors } from "../../../../lib/hiring/activity.ts";
import { ActivityKind } from "../../../../lib/hiring/activity_kinds.ts";
import { getJob } from "../../../../lib/hiring/jobs.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { pageFields } from "../../../../lib/platform/page_of.ts";
import { translator } from "../../../../locales/translate.ts";
import { readQuery } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** A select that asks for everything sends nothing. */
const nothing = z.literal("").transform(() => undefined);

const ActivityPageQuery = z.object({
  ...pageFields(50),
  kind: ActivityKind.or(nothing).optional(),
  by: Id.or(nothing).optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const { kind, by, ...query } = readQuery(url, ActivityPageQuery);
    const jobId = pathId(params.id);
    const [job, activity, people] = await Promise.all([
      getJob(actor, db, jobId),
      listActivity(actor, db, { jobId }, { ...query, kind, userId: by }),
      listActors(actor, db, { jobId }),
    ]);
    return page({ job, activity, people, kind, by });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, activity, people, kind, by } = data;
  const isFiltered = kind !== undefined || by !== undefined;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("activity.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="activity" t={t}>
          {can(state.actor, "letters:write") && (
            <ButtonLink href={`/jobs/${job.id}/letters`}>{t("letters.link")}</ButtonLink>
          )}
        </JobHead>
        <ActivityFilter
          kinds={ActivityKind.options.filter((one) => one !== "people")}
          kind={kind}
          people={people}
          userId={by}
          t={t}
        />
        {activity.data.length > 0
          ? <ActivityList entries={activity.data} language={state.language} t={t} />
          : isFiltered
          ? (
            <EmptyState title={t("activity.none_fits")} advice={t("activity.none_fits_advice")}>
              <ButtonLink href={url.pathname}>{t("activity.all")}</ButtonLink>
            </EmptyState>
          )
          : <EmptyState title={t("activity.none")} advice={t("activity.none_advice")} />}
        <Pagination {...activity} url={url} label={t("activity.pages")} t={t} />
      </div>
    </Frame>
  );
});
