import { page } from "fresh";
import { AllObject } from "../../../../components/AllObject.tsx";
import { ButtonLink } from "../../../../components/Button.tsx";
import { EngineNotice } from "../../../../components/EngineNotice.tsx";
import { ExportMenu } from "../../../../components/ExportMenu.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { JobHead } from "../../../../components/JobHead.tsx";
import { MovedNotice } from "../../../../components/MovedNotice.tsx";
import { numberRequirements } from "../../../../components/numbering.ts";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { rankingSearch } from "../../../../components/ranking_links.ts";
import { RankingEmpty } from "../../../../components/RankingEmpty.tsx";
import { RankingFilters } from "../../../../components/RankingFilters.tsx";
import { RankingTable } from "../../../../components/RankingTable.tsx";
import { define } from "../../../../define.ts";
import { LiveProgress } from "../../../../islands/LiveProgress.tsx";
import { RankingDesk } from "../../../../islands/RankingDesk.tsx";
import { can } from "../../../../lib/accounts/permissions.ts";
import { getEngineState } from "../../../../lib/hiring/engine_comparisons.ts";
import { getJob } from "../../../../lib/hiring/jobs.ts";
import { currentChange } from "../../../../lib/hiring/progress.ts";
import { getRanking } from "../../../../lib/hiring/ranking.ts";
import { countGrades, countWithout } from "../../../../lib/hiring/ranking_counts.ts";
import { listStages } from "../../../../lib/hiring/stages.ts";
import { textsFor, translator } from "../../../../locales/translate.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { readTold } from "../../../(_shared)/moves.ts";
import { readRankingQuery } from "../../../(_shared)/ranking_query.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { state: { actor, db }, params, url } = ctx;
    const view = readRankingQuery(url);
    const jobId = pathId(params.id);
    const since = await currentChange(db); // before the rows, so that no change falls between
    const [job, ranking, grades, stages, engine, told] = await Promise.all([
      getJob(actor, db, jobId),
      getRanking(actor, db, jobId, view),
      countGrades(actor, db, jobId, view),
      listStages(actor, db),
      getEngineState(actor, db, jobId),
      readTold(ctx),
    ]);
    const without = ranking.totalCount === 0
      ? await countWithout(actor, db, jobId, view)
      : new Map<never, number>();
    return page({ job, ranking, grades, stages, engine, told, view, without, since });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, ranking, grades, stages, told, view, since } = data;
  const { language, actor, session } = state;
  const requirements = numberRequirements(job.requirements);
  const path = `/jobs/${job.id}`;
  const search = rankingSearch(view);
  const graded = Object.values(grades.all).reduce((sum, count) => sum + count, 0);
  const total = graded + grades.withheld;
  const mayAdd = job.status !== "archived" && can(actor, "resumes:write");
  const canDecide = can(actor, "decisions:write");
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("ranking.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="ranking" t={t}>
          {total > 0 && <ExportMenu path={path} search={search} t={t} />}
          {mayAdd && (
            <ButtonLink href={`${path}/resumes`} kind="primary" icon="plus">
              {t("job.add_resumes")}
            </ButtonLink>
          )}
        </JobHead>
        <LiveProgress
          jobId={job.id}
          counts={job.resumes}
          isStale={job.isStale}
          rankedVersion={job.requirementsVersion - (job.isStale ? 1 : 0)}
          since={since}
          here={told.back}
          language={language}
          texts={textsFor(language, "progress.", "ranking.stale")}
        />
        <EngineNotice jobId={job.id} engine={data.engine} t={t} />
        {graded === 0 && <AllObject count={grades.withheld} t={t} />}
        {total > 0 && (
          <RankingFilters
            view={view}
            grades={grades.all}
            shown={ranking.totalCount}
            total={job.resumes.total}
            requirements={requirements}
            stages={stages}
            t={t}
          />
        )}
        <form method="post" action="/moves" id="ranking-form">
          {/* Enter in a box must not press the first button of the form. */}
          <button type="submit" disabled hidden />
          <div data-part="rows" tabIndex={-1}>
            <input type="hidden" name="back" value={told.back} />
            {ranking.data.length > 0
              ? (
                <RankingTable
                  rows={ranking.data}
                  requirements={requirements}
                  grades={grades.shown}
                  view={view}
                  canDecide={canDecide}
                  language={language}
                  t={t}
                />
              )
              : (
                <RankingEmpty
                  job={job}
                  total={total}
                  view={view}
                  without={data.without}
                  mayAdd={mayAdd}
                  t={t}
                />
              )}
            <Pagination
              {...ranking}
              url={new URL(told.back, url)}
              label={t("ranking.pages")}
              t={t}
            />
          </div>
        </form>
        {total > 0 && (
          <p class="mt-4">
            <a class="link" href={`${path}/ranking/sensitivity`}>{t("sensitivity.link")}</a>
            {can(actor, "candidates:read") && (
              <>
                {" · "}
                <a class="link" href={`/ask?job=${job.id}`}>{t("ask.link")}</a>
              </>
            )}
          </p>
        )}
        {total > 0 && (
          <RankingDesk
            jobId={job.id}
            requirements={Object.fromEntries(
              requirements.map(({ number, id, name }) => [number, { id, name }]),
            )}
            stages={stages}
            canDecide={canDecide}
            singleKeys={session?.user.singleKeys ?? true}
            language={language}
            texts={textsFor(language, "desk.", "move.", "keys.", "verdict.", "common.retry")}
          />
        )}
        <MovedNotice {...told} t={t} />
      </div>
    </Frame>
  );
});
