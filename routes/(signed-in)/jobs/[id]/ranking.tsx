import { page } from "fresh";
import { ButtonLink } from "../../../../components/Button.tsx";
import { EmptyState } from "../../../../components/EmptyState.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { JobHead } from "../../../../components/JobHead.tsx";
import { numberRequirements } from "../../../../components/numbering.ts";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { Pagination } from "../../../../components/Pagination.tsx";
import { RankingTable } from "../../../../components/RankingTable.tsx";
import { define } from "../../../../define.ts";
import { LiveProgress } from "../../../../islands/LiveProgress.tsx";
import { getJob, type Job } from "../../../../lib/hiring/jobs.ts";
import { currentChange } from "../../../../lib/hiring/progress.ts";
import { getRanking } from "../../../../lib/hiring/ranking.ts";
import { countGrades } from "../../../../lib/hiring/ranking_counts.ts";
import { textsFor, type Translate, translator } from "../../../../locales/translate.ts";
import { pathId } from "../../../(_shared)/ids.ts";
import { readRankingQuery } from "../../../(_shared)/ranking_query.ts";

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const query = readRankingQuery(url);
    const { sort = "score", isReversed = false } = query;
    const jobId = pathId(params.id);
    const since = await currentChange(db); // before the rows, so that no change falls between
    const [job, ranking, grades] = await Promise.all([
      getJob(actor, db, jobId),
      getRanking(actor, db, jobId, query),
      countGrades(actor, db, jobId, query),
    ]);
    return page({ job, ranking, grades, sort, isReversed, since });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, ranking, grades, sort, isReversed, since } = data;
  const { language } = state;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("ranking.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="ranking" t={t}>
          {job.status !== "archived" && (
            <ButtonLink href={`/jobs/${job.id}/resumes`} kind="primary" icon="plus">
              {t("job.add_resumes")}
            </ButtonLink>
          )}
        </JobHead>
        <LiveProgress
          jobId={job.id}
          counts={job.resumes}
          isStale={job.isStale}
          since={since}
          here={url.pathname + url.search}
          language={language}
          texts={textsFor(language, "progress.", "ranking.stale")}
        />
        {ranking.data.length === 0 ? <Nothing job={job} t={t} /> : (
          <RankingTable
            rows={ranking.data}
            requirements={numberRequirements(job.requirements)}
            grades={grades.shown}
            sort={sort}
            isReversed={isReversed}
            language={language}
            t={t}
          />
        )}
        <Pagination {...ranking} url={url} label={t("ranking.pages")} t={t} />
      </div>
    </Frame>
  );
});

function Nothing({ job, t }: { job: Job; t: Translate }) {
  if (job.requirements.length === 0 && job.descriptionStatus === "ready") {
    return (
      <EmptyState
        title={t("ranking.no_requirements")}
        advice={t("ranking.no_requirements_advice")}
      >
        <ButtonLink href={`/jobs/${job.id}/requirements`} kind="primary">
          {t("ranking.add_requirements")}
        </ButtonLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("ranking.empty")} advice={t("ranking.empty_advice")}>
      <ButtonLink href={`/jobs/${job.id}/resumes`}>{t("job.add_resumes")}</ButtonLink>
    </EmptyState>
  );
}
