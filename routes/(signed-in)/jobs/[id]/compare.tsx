import { page } from "fresh";
import { z } from "zod";
import { Compare } from "../../../../components/Compare.tsx";
import { CompareAddMenu, OFFERED } from "../../../../components/CompareAdd.tsx";
import { NoRows, TooFew, TooMany } from "../../../../components/CompareFew.tsx";
import { CompareViews } from "../../../../components/CompareViews.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { define } from "../../../../define.ts";
import {
  compareCandidates,
  listComparable,
  MAX_COMPARED,
  nameCompared,
} from "../../../../lib/hiring/compare.ts";
import { getJob } from "../../../../lib/hiring/jobs.ts";
import { text } from "../../../../lib/platform/input.ts";
import { type Translate, translator } from "../../../../locales/translate.ts";
import { readQuery } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { readSelection } from "../../../(_shared)/ranking_export.ts";

const CompareQuery = z.object({
  view: z.enum(["all", "differences"]).default("all"),
  find: text(0, 200).optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const { view, find = "" } = readQuery(url, CompareQuery);
    const jobId = pathId(params.id);
    const chosen = readSelection(url.searchParams.getAll("resume"));
    const isFitting = chosen.length >= 2 && chosen.length <= MAX_COMPARED;
    const [comparison, named, comparable] = await Promise.all([
      isFitting ? compareCandidates(actor, db, jobId, chosen) : null,
      isFitting ? [] : nameCompared(actor, db, jobId, chosen),
      listComparable(actor, db, jobId, { chosen, find: find || undefined, count: OFFERED }),
    ]);
    const job = comparison?.job ?? await getJob(actor, db, jobId);
    return page({ job, comparison, named, comparable, chosen, view, find: find || undefined });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, comparison, named, comparable, chosen, view, find } = data;
  const title = titleOf(comparison?.candidates.length ?? 0, t);
  const add = {
    jobId: job.id,
    chosen: comparison ? chosen : named.map(({ resumeId }) => resumeId),
    view,
    others: comparable.others,
    count: comparable.totalCount,
    find,
    t,
  };
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={title} t={t} />
      <div class="page">
        <div class="head items-center pb-2">
          <div class="grow-1">
            <div class="crumb">
              <a href="/">{t("nav.jobs")}</a>
              <span aria-hidden="true">/</span>
              <a href={`/jobs/${job.id}/ranking`}>{job.title}</a>
            </div>
            <h1>{title}</h1>
          </div>
          {comparison && (
            <div class="actions">
              <CompareViews comparison={comparison} view={view} t={t} />
              {chosen.length < MAX_COMPARED
                ? <CompareAddMenu {...add} />
                : <span class="text-fg-3">{t("compare.add_full")}</span>}
            </div>
          )}
        </div>
        {comparison && (
          <Compare comparison={comparison} view={view} language={state.language} t={t} />
        )}
        {comparison && <NoRows comparison={comparison} view={view} t={t} />}
        {!comparison && named.length > MAX_COMPARED && (
          <TooMany jobId={job.id} chosen={named} limit={MAX_COMPARED} t={t} />
        )}
        {!comparison && named.length <= MAX_COMPARED && <TooFew first={named[0]} add={add} t={t} />}
      </div>
    </Frame>
  );
});

function titleOf(count: number, t: Translate): string {
  if (count === 2) return t("compare.title_2");
  if (count === 3) return t("compare.title_3");
  return count === 4 ? t("compare.title_4") : t("compare.title");
}
