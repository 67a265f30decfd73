import { page } from "fresh";
import { z } from "zod";
import { ButtonLink } from "../../../../../components/Button.tsx";
import { EmptyState } from "../../../../../components/EmptyState.tsx";
import type { FileOfJob } from "../../../../../components/FileState.tsx";
import type { Show } from "../../../../../components/FilesSummary.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { JobHead } from "../../../../../components/JobHead.tsx";
import { Notice, Toast } from "../../../../../components/Notice.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { Pagination } from "../../../../../components/Pagination.tsx";
import { define } from "../../../../../define.ts";
import { ResumeFiles } from "../../../../../islands/ResumeFiles.tsx";
import { can } from "../../../../../lib/accounts/permissions.ts";
import { getJob } from "../../../../../lib/hiring/jobs.ts";
import { currentChange } from "../../../../../lib/hiring/progress.ts";
import type { ResumeRow } from "../../../../../lib/hiring/resume_rows.ts";
import { samePeople, type SamePerson } from "../../../../../lib/hiring/same_people.ts";
import { listResumes } from "../../../../../lib/hiring/resumes.ts";
import type { ResumeStatus } from "../../../../../lib/hiring/states.ts";
import { pageFields, wholeNumber } from "../../../../../lib/platform/page_of.ts";
import { textsFor, type Translate, translator } from "../../../../../locales/translate.ts";
import { readQuery } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

const STATUSES: Record<Show, readonly ResumeStatus[] | undefined> = {
  all: undefined,
  need: ["failed"],
  busy: ["waiting", "reading", "judging"],
  read: ["done"],
};

const ResumesQuery = z.object({
  ...pageFields(50, 200),
  show: z.enum(["all", "need", "busy", "read"]).default("all"),
  added: wholeNumber(0, 1000, 0),
  duplicates: wholeNumber(0, 1000, 0),
  q: z.string().trim().max(200).default(""),
  replaced: z.string().max(255).optional(),
  removed: z.string().max(255).optional(),
  retried: z.string().max(255).optional(),
});

export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const query = readQuery(url, ResumesQuery);
    const jobId = pathId(params.id);
    const since = await currentChange(db); // before the rows, so that no change falls between
    const [job, resumes] = await Promise.all([
      getJob(actor, db, jobId),
      listResumes(actor, db, jobId, {
        ...query,
        q: query.q || undefined,
        status: STATUSES[query.show],
      }),
    ]);
    const same = await samePeople(actor, db, resumes.data.map(({ id }) => id));
    return page({ job, resumes, same, query, since });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { job, resumes, same, query, since } = data;
  const { language, config } = state;
  const mayWrite = can(state.actor, "resumes:write");
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={`${t("resumes.title")}: ${job.title}`} t={t} />
      <div class="page">
        <JobHead job={job} tab="resumes" t={t}>
          <ButtonLink href={`/jobs/${job.id}/ranking`} class="max-phone:hidden">
            {t("job.open_ranking")}
          </ButtonLink>
        </JobHead>
        {job.status === "archived" && (
          <div class="mt-4">
            <Notice>{t("settings.reopen_more")}</Notice>
          </div>
        )}
        {!mayWrite && (
          <p class="mt-4 text-fg-2">
            <b>{t("resumes.read_only")}</b> {t("resumes.read_only_more")}
          </p>
        )}
        <ResumeFiles
          key={job.id}
          job={{
            id: job.id,
            title: job.title,
            requirements: job.requirements.length,
            isOpen: job.status !== "archived",
          }}
          rows={resumes.data.map((row) => toFileOfJob(row, same.get(row.id)))}
          counts={job.resumes}
          since={since}
          show={query.show}
          q={query.q}
          mayWrite={mayWrite}
          userId={state.actor.userId}
          limits={{ maxFiles: config.upload.maxFiles, maxBytes: config.document.maxBytes }}
          language={language}
          texts={textsFor(
            language,
            "resumes.",
            "refusal.",
            "common.",
            "progress.",
            "ranking.unnamed",
          )}
        />
        {resumes.data.length === 0 && (
          <EmptyState
            title={t(job.resumes.total === 0 ? "resumes.none" : "resumes.none_shown")}
            advice={job.resumes.total > 0 || !mayWrite ? "" : t("resumes.none_advice")}
          >
            {job.resumes.total > 0 && <ButtonLink href="?">{t("resumes.show_all")}</ButtonLink>}
          </EmptyState>
        )}
        <Pagination {...resumes} url={url} label={t("resumes.pages_label")} t={t} />
        <p class="mt-6">
          <a class="link" href={`/jobs/${job.id}/pool`}>{t("pool.link")}</a>
        </p>
      </div>
      <Done query={query} t={t} />
    </Frame>
  );
});

/** No more of a row than the island shows: it stands in the page a second time, as data. */
function toFileOfJob(row: ResumeRow, samePerson: SamePerson | undefined): FileOfJob {
  const { id, fileName, sizeBytes, status, error, language, pageCount, candidate } = row;
  return {
    id,
    fileName,
    sizeBytes,
    status,
    error,
    language,
    pageCount,
    candidate: candidate && { name: candidate.name },
    samePerson,
  };
}

function Done({ query, t }: { query: z.infer<typeof ResumesQuery>; t: Translate }) {
  const words = [
    query.added > 0 && t("resumes.added", { count: query.added }),
    query.duplicates > 0 && t("resumes.added_duplicates", { count: query.duplicates }),
    query.replaced && t("resumes.replaced", { file: query.replaced }),
    query.removed && t("resumes.removed", { file: query.removed }),
    query.retried && t("resumes.retrying", { file: query.retried }),
  ].filter(Boolean).join(" ");
  return words ? <Toast>{words}</Toast> : null;
}
