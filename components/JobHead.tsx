import type { ComponentChildren } from "preact";
import type { JobStatus } from "../lib/hiring/job_heads.ts";
import type { Job } from "../lib/hiring/jobs.ts";
import type { Translate } from "../locales/translate.ts";

export type JobTab =
  | "ranking"
  | "board"
  | "requirements"
  | "resumes"
  | "pool"
  | "activity"
  | "settings";

export interface JobHeadProps {
  job: Job;
  tab: JobTab;
  t: Translate;
  /** What the page adds to the figures. */
  meta?: ComponentChildren;
  /** The buttons at the right; the primary one first on phones. */
  children?: ComponentChildren;
}

/** Title, figures and tabs of a job; the same on all of its pages. */
export function JobHead({ job, tab, t, meta, children }: JobHeadProps) {
  return (
    <>
      <div class="head head-job">
        <div class="grow-1">
          <div class="crumb">
            <a href="/">{t("nav.jobs")}</a>
            {job.department && (
              <>
                <span aria-hidden="true">/</span>
                <span class="truncate">{job.department}</span>
              </>
            )}
          </div>
          <div class="title-line">
            <h1>{job.title}</h1>
            <span class={`chip chip-${job.status}`}>{t(`jobs.${job.status}`)}</span>
          </div>
          <Figures job={job} meta={meta} t={t} />
        </div>
        {children && <div class="actions">{children}</div>}
      </div>
      <JobTabs job={job} tab={tab} t={t} />
    </>
  );
}

/** The pages of a job, with their figures. */
export function JobTabs(
  { job, tab, t }: {
    job: Pick<Job, "id" | "resumes" | "requirements">;
    tab: JobTab;
    t: Translate;
  },
) {
  return (
    <nav class="tabs" aria-label={t("job.tabs")}>
      <Tab job={job} name="ranking" tab={tab} count={job.resumes.done} t={t} />
      <Tab job={job} name="board" tab={tab} t={t} />
      <Tab job={job} name="requirements" tab={tab} count={job.requirements.length} t={t} />
      <Tab job={job} name="resumes" tab={tab} count={job.resumes.total} t={t} />
      <Tab job={job} name="pool" tab={tab} t={t} />
      <Tab job={job} name="activity" tab={tab} t={t} />
      <Tab job={job} name="settings" tab={tab} t={t} />
    </nav>
  );
}

function Figures(
  { job: { place, requirements, decisions, resumes }, meta, t }: {
    job: Job;
    meta?: ComponentChildren;
    t: Translate;
  },
) {
  const required = requirements.filter(({ level }) => level === "required").length;
  return (
    <div class="meta">
      {place && <span class="truncate">{place}</span>}
      <span>
        <Count text={`${t("job.required", { count: required })},`} live="required" />{" "}
        <Count text={t("job.nice", { count: requirements.length - required })} live="nice" />
      </span>
      {resumes.total > 0 && (
        <>
          <Count text={t("job.shortlisted", { count: decisions.shortlisted })} live="shortlisted" />
          <Count text={t("job.rejected", { count: decisions.rejected })} live="rejected" />
          <Count text={t("job.to_decide", { count: decisions.undecided })} live="undecided" />
        </>
      )}
      {meta}
    </div>
  );
}

/** A count whose figure stands out: "9 required". `live`: which figure an island keeps current. */
export function Count({ text, live }: { text: string; live?: string }) {
  const [figure, ...words] = text.split(" ");
  return (
    <span>
      <b data-live={live}>{figure}</b> {words.join(" ")}
    </span>
  );
}

/** The quiet dot and word of a job's state in a list. */
export function JobState({ status, t }: { status: JobStatus; t: Translate }) {
  return <span class={`state state-${status}`}>{t(`jobs.${status}`)}</span>;
}

function Tab(
  { job, name, tab, count, t }: {
    job: Pick<Job, "id">;
    name: JobTab;
    tab: JobTab;
    count?: number;
    t: Translate;
  },
) {
  return (
    <a
      href={`/jobs/${job.id}/${name}`}
      aria-current={name === tab ? "page" : undefined}
    >
      {t(`job.tab_${name}`)}
      {count !== undefined && <span data-live={name}>{count}</span>}
    </a>
  );
}
