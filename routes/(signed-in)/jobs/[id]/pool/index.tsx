import { page } from "fresh";
import { Head } from "fresh/runtime";
import { z } from "zod";
import { Button } from "../../../../../components/Button.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { JobHead } from "../../../../../components/JobHead.tsx";
import { numberRequirements } from "../../../../../components/numbering.ts";
import { Toast } from "../../../../../components/Notice.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { Pagination } from "../../../../../components/Pagination.tsx";
import { LookButton, PoolEmpty, PoolRemarks } from "../../../../../components/PoolStates.tsx";
import { PoolTable } from "../../../../../components/PoolTable.tsx";
import { define, type State } from "../../../../../define.ts";
import { PoolProgress } from "../../../../../islands/PoolProgress.tsx";
import { can } from "../../../../../lib/accounts/permissions.ts";
import { getJob, type Job } from "../../../../../lib/hiring/jobs.ts";
import { getPool, type Pool } from "../../../../../lib/hiring/talent_pool.ts";
import { pageFields, wholeNumber } from "../../../../../lib/platform/page_of.ts";
import { formatWhen } from "../../../../../locales/format.ts";
import { textsFor, type Translate, translator } from "../../../../../locales/translate.ts";
import { readQuery } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const PoolPageQuery = z.object({
  ...pageFields(50, 100),
  all: z.literal("1").optional(),
  added: wholeNumber(0, 100, 0),
  left: wholeNumber(0, 100, 0),
  none: z.literal("1").optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const query = readQuery(url, PoolPageQuery);
    const jobId = pathId(params.id);
    const [job, pool] = await Promise.all([
      getJob(actor, db, jobId),
      getPool(actor, db, jobId, { ...query, isAll: query.all === "1" }),
    ]);
    return page({ job, pool, query, mayAdd: can(actor, "resumes:write"), now: new Date() });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, pool, query, mayAdd, now } = data;
  const { search } = pool;
  const isBusy = search?.status === "waiting" || search?.status === "judging";
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("pool.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="pool" t={t}>
          {search?.status === "done" && job.requirements.length > 0 && (
            <LookButton jobId={job.id} words={t("pool.again")} />
          )}
        </JobHead>
        <h2 class="mt-4">{t("pool.title")}</h2>
        <p class="mt-1 text-fg-2">{t("pool.intro")}</p>
        {search?.status === "done" && <PoolRemarks job={job} pool={pool} t={t} />}
        {isBusy
          ? <Busy job={job} pool={pool} path={url.pathname} state={state} />
          : pool.data.length === 0
          ? <PoolEmpty job={job} pool={pool} t={t} />
          : <People job={job} pool={pool} mayAdd={mayAdd} query={query} now={now} state={state} />}
        {!isBusy && <Pagination {...pool} url={url} label={t("pool.pages")} t={t} />}
      </div>
      <Done job={job} query={query} t={t} />
    </Frame>
  );
});

interface PartProps {
  job: Job;
  pool: Pool;
  state: State;
}

/** A search under way; without JavaScript the page comes again by itself. */
function Busy({ job, pool: { search }, path, state }: PartProps & { path: string }) {
  if (!search) return null;
  const { language } = state;
  const { status, found, judged } = search;
  return (
    <>
      <Head>
        <noscript>
          <meta http-equiv="refresh" content="2" />
        </noscript>
      </Head>
      <PoolProgress
        jobId={job.id}
        search={{ status, found, judged }}
        here={path}
        language={language}
        texts={textsFor(language, "pool_progress.")}
      />
    </>
  );
}

interface PeopleProps extends PartProps {
  mayAdd: boolean;
  query: z.infer<typeof PoolPageQuery>;
  now: Date;
}

function People({ job, pool, mayAdd, query, now, state: { language } }: PeopleProps) {
  const t = translator(language);
  const canAdd = mayAdd && job.status !== "archived";
  const isAll = query.all === "1";
  return (
    <form method="post" action={`/jobs/${job.id}/pool/add`}>
      <div class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
        <b>{t("pool.fitting", { count: pool.totalCount - (isAll ? pool.weakCount : 0) })}</b>
        {pool.search?.finishedAt && (
          <span class="text-fg-3">
            {t("pool.looked", {
              when: formatWhen(language, new Date(pool.search.finishedAt), now),
            })}
          </span>
        )}
        {pool.weakCount > 0 && (
          <a class="link" href={isAll ? "?" : "?all=1"}>
            {isAll ? t("pool.show_fitting") : t("pool.show_all", { count: pool.weakCount })}
          </a>
        )}
        <span class="flex flex-wrap items-center gap-3 phone:ml-auto">
          {canAdd
            ? (
              <>
                <span class="text-xs text-fg-3">{t("pool.add_hint")}</span>
                <Button kind="primary" icon="plus">{t("pool.add")}</Button>
              </>
            )
            : <span class="text-fg-3">{t(mayAdd ? "pool.archived" : "pool.read_only")}</span>}
        </span>
      </div>
      <PoolTable
        rows={pool.data}
        requirements={numberRequirements(job.requirements)}
        canAdd={canAdd}
        today={now.toISOString().slice(0, 10)}
        language={language}
        t={t}
      />
    </form>
  );
}

function Done(
  { job, query: { added, left, none }, t }: {
    job: Job;
    query: z.infer<typeof PoolPageQuery>;
    t: Translate;
  },
) {
  if (none) return <Toast>{t("pool.none_chosen")}</Toast>;
  if (added === 0 && left === 0) return null;
  return (
    <Toast>
      <span>
        {added > 0 && t("pool.added", { count: added })}
        {left > 0 && ` ${t("pool.left", { count: left })}`}
      </span>
      <a href={`/jobs/${job.id}/ranking`}>{t("pool.open_ranking")}</a>
    </Toast>
  );
}
