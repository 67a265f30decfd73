import { page } from "fresh";
import { Button } from "../../../../../../components/Button.tsx";
import { EngineMoves } from "../../../../../../components/EngineMoves.tsx";
import { Frame } from "../../../../../../components/Frame.tsx";
import { JobHead } from "../../../../../../components/JobHead.tsx";
import { Notice } from "../../../../../../components/Notice.tsx";
import { PageTitle } from "../../../../../../components/PageTitle.tsx";
import { define } from "../../../../../../define.ts";
import { LookAgain } from "../../../../../../islands/LookAgain.tsx";
import { can } from "../../../../../../lib/accounts/permissions.ts";
import {
  type EngineComparison,
  findEngineComparison,
} from "../../../../../../lib/hiring/engine_comparisons.ts";
import { getJob } from "../../../../../../lib/hiring/jobs.ts";
import { sayReason } from "../../../../../../lib/talent/reasons.ts";
import { ENGINE_VERSION } from "../../../../../../lib/talent/version.ts";
import { type Translate, translator } from "../../../../../../locales/translate.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

/** How many moves are listed; the API answers them all. */
const LISTED = 200;

export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    const jobId = pathId(params.id);
    const [job, comparison] = await Promise.all([
      getJob(actor, db, jobId),
      findEngineComparison(actor, db, jobId),
    ]);
    return page({ job, comparison });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { language, actor } = state;
  const { job, comparison } = data;
  const mayChange = can(actor, "jobs:write");
  const names = new Map(job.requirements.map(({ id, name }) => [id, name]));
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("engine.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="ranking" t={t} />
        <div class="firm-head">
          <h2>{t("engine.title")}</h2>
          <a class="link" href={`/jobs/${job.id}/ranking`}>{t("sensitivity.back")}</a>
        </div>
        <p class="text-fg-2 text-pretty">{t("engine.about", { version: ENGINE_VERSION })}</p>
        <div class="mt-4 grid gap-4">
          <Told comparison={comparison} t={t} />
          {mayChange
            ? <Ways jobId={job.id} comparison={comparison} t={t} />
            : <p class="text-fg-3">{t("engine.may_not")}</p>}
        </div>
        {comparison && comparison.moves.length > 0 && (
          <section class="firm-part" aria-labelledby="moves">
            <h3 id="moves">{t("engine.moves")}</h3>
            <EngineMoves
              moves={comparison.moves.slice(0, LISTED).map((move) => ({
                ...move,
                reasons: move.verdicts.map(({ reason }) =>
                  sayReason(reason, language)
                ),
              }))}
              names={names}
              language={language}
              t={t}
            />
            {comparison.moves.length > LISTED && (
              <p class="mt-2 text-fg-3">{t("engine.listed", { count: LISTED })}</p>
            )}
          </section>
        )}
      </div>
    </Frame>
  );
});

interface PartProps {
  comparison: EngineComparison | null;
  t: Translate;
}

/** How the comparison stands, in words. */
function Told({ comparison, t }: PartProps) {
  if (!comparison) return <p>{t("engine.not_yet")}</p>;
  const { status, isOutdated, acceptedAt, judged, moves } = comparison;
  if (status === "waiting") {
    return (
      <div id="engine-waiting">
        <Notice>{t("engine.waiting")}</Notice>
        <LookAgain whileId="engine-waiting" />
      </div>
    );
  }
  if (status === "failed") return <Notice kind="stop">{t("engine.failed")}</Notice>;
  if (acceptedAt !== null) return <Notice>{t("engine.accepted")}</Notice>;
  const words = t("engine.done", { judged, moves: moves.length });
  return (
    <Notice kind={isOutdated ? "warn" : "info"}>
      {words} {isOutdated && t("engine.outdated")}
    </Notice>
  );
}

/** What a person can do about it. */
function Ways({ jobId, comparison, t }: PartProps & { jobId: string }) {
  const path = `/jobs/${jobId}/ranking/engine`;
  const isOpen = comparison?.status === "done" && comparison.acceptedAt === null;
  return (
    <div class="flex flex-wrap gap-2">
      {isOpen && !comparison.isOutdated && (
        <form method="post" action={`${path}/accept`}>
          <Button kind="primary">{t("engine.accept")}</Button>
        </form>
      )}
      {isOpen && (
        <form method="post" action={`${path}/discard`}>
          <Button>{t("engine.discard")}</Button>
        </form>
      )}
      {comparison?.status !== "waiting" && (
        <form method="post" action={`${path}/compare`}>
          <Button kind={comparison ? "quiet" : "primary"}>
            {t(comparison ? "engine.again" : "engine.compare")}
          </Button>
        </form>
      )}
    </div>
  );
}
