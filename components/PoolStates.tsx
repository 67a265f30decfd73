import type { Job } from "../lib/hiring/jobs.ts";
import type { Pool } from "../lib/hiring/talent_pool.ts";
import type { Translate } from "../locales/translate.ts";
import { Button, ButtonLink } from "./Button.tsx";
import { EmptyState } from "./EmptyState.tsx";
import { Notice } from "./Notice.tsx";

/** The button that begins a search. */
export function LookButton(
  { jobId, words, kind }: { jobId: string; words: string; kind?: "primary" | "plain" },
) {
  return (
    <form method="post" action={`/jobs/${jobId}/pool/search`}>
      <Button kind={kind ?? "plain"} icon="search">{words}</Button>
    </form>
  );
}

export interface PoolEmptyProps {
  job: Job;
  pool: Pool;
  t: Translate;
}

/** In the place of people: what to do when there are none to show. */
export function PoolEmpty({ job, pool: { search, weakCount }, t }: PoolEmptyProps) {
  if (job.requirements.length === 0) {
    return (
      <EmptyState title={t("pool.no_requirements")} advice={t("pool.no_requirements_advice")}>
        <ButtonLink href={`/jobs/${job.id}/requirements`} kind="primary">
          {t("pool.to_requirements")}
        </ButtonLink>
      </EmptyState>
    );
  }
  if (search === null) {
    return (
      <EmptyState title={t("pool.not_yet")} advice={t("pool.not_yet_advice")}>
        <LookButton jobId={job.id} words={t("pool.start")} kind="primary" />
      </EmptyState>
    );
  }
  if (search.status === "failed") {
    return (
      <EmptyState title={t("pool.failed")} advice={t("pool.failed_advice")}>
        <LookButton jobId={job.id} words={t("common.retry")} kind="primary" />
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t(weakCount > 0 ? "pool.nobody_weak" : "pool.nobody")}
      advice={t("pool.nobody_advice")}
    >
      {weakCount > 0 && (
        <ButtonLink href="?all=1">{t("pool.show_all", { count: weakCount })}</ButtonLink>
      )}
    </EmptyState>
  );
}

/** What a person should know of a search before its people. */
export function PoolRemarks({ job, pool: { search }, t }: PoolEmptyProps) {
  if (!search) return null;
  return (
    <div class="mt-3 grid gap-2">
      {search.isOutdated && (
        <Notice kind="warn">
          <span class="flex flex-wrap items-center gap-x-3 gap-y-1">
            {t("pool.outdated")}
            <LookButton jobId={job.id} words={t("pool.again")} />
          </span>
        </Notice>
      )}
      {search.isCut && <Notice>{t("pool.cut", { count: search.found })}</Notice>}
    </div>
  );
}
