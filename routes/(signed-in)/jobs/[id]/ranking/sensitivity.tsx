import { page } from "fresh";
import { z } from "zod";
import { EmptyState } from "../../../../../components/EmptyState.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { JobHead } from "../../../../../components/JobHead.tsx";
import { Notice } from "../../../../../components/Notice.tsx";
import { numberRequirements } from "../../../../../components/numbering.ts";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { Pagination } from "../../../../../components/Pagination.tsx";
import { StandingsTable } from "../../../../../components/StandingsTable.tsx";
import { StepsTable } from "../../../../../components/StepsTable.tsx";
import { define } from "../../../../../define.ts";
import { WhatIf } from "../../../../../islands/WhatIf.tsx";
import { can } from "../../../../../lib/accounts/permissions.ts";
import { getJob } from "../../../../../lib/hiring/jobs.ts";
import { getSensitivity, type JobSensitivity } from "../../../../../lib/hiring/sensitivity.ts";
import { pageFields, pageOfAll } from "../../../../../lib/platform/page_of.ts";
import { textsFor, translator } from "../../../../../locales/translate.ts";
import { readQuery } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const SensitivityQuery = z.object({ page: pageFields().page });

/** How many candidates a page lists. */
const LISTED = 50;

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const jobId = pathId(params.id);
    const query = readQuery(url, SensitivityQuery);
    const [job, sensitivity] = await Promise.all([
      getJob(actor, db, jobId),
      getSensitivity(actor, db, jobId),
    ]);
    const shown = pageOfAll(sensitivity.standings, { ...query, itemsPerPage: LISTED });
    return page({ job, sensitivity, shown });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { language, actor } = state;
  const { job, sensitivity, shown } = data;
  const { basis, steps, standings, leftOut } = sensitivity;
  const requirements = numberRequirements(basis.requirements);
  const names = new Map(requirements.map(({ id, name }) => [id, name]));
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("sensitivity.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="ranking" t={t} />
        <div class="firm-head">
          <h2>{t("sensitivity.title")}</h2>
          <a class="link" href={`/jobs/${job.id}/ranking`}>{t("sensitivity.back")}</a>
        </div>
        {leftOut > 0 && <Notice>{t("sensitivity.left_out", { count: leftOut })}</Notice>}
        {standings.length === 0
          ? <EmptyState title={t("sensitivity.none")} advice={t("sensitivity.none_more")} />
          : (
            <>
              <section class="firm-part" aria-labelledby="what-if">
                <h3 id="what-if">{t("whatif.title")}</h3>
                <p class="text-fg-2 text-pretty">{t("whatif.about")}</p>
                <WhatIf
                  jobId={job.id}
                  version={basis.version}
                  requirements={requirements.map((
                    { id, number, name, level, kind, importance, gate },
                  ) => ({
                    id,
                    number,
                    name,
                    level,
                    kind,
                    importance,
                    gate,
                  }))}
                  weights={basis.weights}
                  candidates={candidatesOf(sensitivity, requirements.map(({ id }) => id))}
                  maySave={can(actor, "jobs:write")}
                  language={language}
                  texts={textsFor(language, "whatif.", "level.", "grade.")}
                />
              </section>
              <section class="firm-part" aria-labelledby="standings">
                <h3 id="standings">{t("sensitivity.candidates")}</h3>
                <p class="text-fg-2 text-pretty">{t("sensitivity.about")}</p>
                <StandingsTable
                  standings={shown.data}
                  furthest={furthestOf(standings)}
                  names={names}
                  language={language}
                  t={t}
                />
                <Pagination {...shown} url={url} label={t("ranking.pages")} t={t} />
              </section>
              <section class="firm-part" aria-labelledby="steps">
                <h3 id="steps">{t("sensitivity.steps")}</h3>
                <p class="text-fg-2 text-pretty">{t("sensitivity.steps_about")}</p>
                <StepsTable
                  steps={steps}
                  requirements={requirements}
                  weights={basis.weights}
                  t={t}
                />
              </section>
            </>
          )}
      </div>
    </Frame>
  );
});

/** The candidates with a letter a verdict, in the order in which requirements are numbered. */
function candidatesOf({ candidates, basis }: JobSensitivity, order: readonly string[]) {
  const places = order.map((id) => basis.requirements.findIndex((one) => one.id === id));
  return candidates.map(({ id, name, tie, verdicts, likeness = null }) => ({
    id,
    name,
    tie,
    likeness,
    verdicts: places.map((at) => verdicts[at]?.[0] ?? "N").join(""),
  }));
}

function furthestOf(standings: JobSensitivity["standings"]): number {
  return standings.reduce(
    (most, { rank, best, worst }) => Math.max(most, rank - best.rank, worst.rank - rank),
    1,
  );
}
