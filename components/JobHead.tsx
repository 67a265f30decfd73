import type { ComponentChildren } from "preact";
import type { Job } from "../lib/hiring/jobs.ts";
import type { Translate } from "../locales/translate.ts";

export type JobTab = "ranking" | "requirements" | "resumes" | "settings";

export interface JobHeadProps {
  job: Job;
  tab: JobTab;
  t: Translate;
  /** The buttons at the right; the primary one first on phones. */
  children?: ComponentChildren;
}

/** Title, figures and tabs of a job; the same on its four pages. */
export function JobHead({ job, tab, t, children }: JobHeadProps) {
  const required = job.requirements.filter(({ level }) => level === "required").length;
  const nice = job.requirements.length - required;
  return (
    <>
      <div class="head head-job">
        <div class="grow-1">
          <div class="crumb">
            <a href="/">{t("nav.jobs")}</a>
          </div>
          <div class="title-line">
            <h1>{job.title}</h1>
            <StateChip status={job.status} t={t} />
          </div>
          <div class="meta">
            <Count text={t("job.required", { count: required })} />
            <Count text={t("job.nice", { count: nice })} />
            <Count text={t("job.resumes", { count: job.resumes.total })} />
          </div>
        </div>
        {children && <div class="actions">{children}</div>}
      </div>
      <nav class="tabs" aria-label={t("job.tabs")}>
        <Tab job={job} name="ranking" tab={tab} count={job.resumes.done} t={t} />
        <Tab job={job} name="requirements" tab={tab} count={job.requirements.length} t={t} />
        <Tab job={job} name="resumes" tab={tab} count={job.resumes.total} t={t} />
        <Tab job={job} name="settings" tab={tab} t={t} />
      </nav>
    </>
  );
}

/** A count whose figure stands out: "9 required". */
export function Count({ text }: { text: string }) {
  const [figure, ...words] = text.split(" ");
  return (
    <span>
      <b>{figure}</b> {words.join(" ")}
    </span>
  );
}

function StateChip({ status, t }: { status: Job["status"]; t: Translate }) {
  return <span class={status === "open" ? "chip chip-open" : "chip"}>{t(`jobs.${status}`)}</span>;
}

function Tab(
  { job, name, tab, count, t }: {
    job: Job;
    name: JobTab;
    tab: JobTab;
    count?: number;
    t: Translate;
  },
) {
  return (
    <a href={`/jobs/${job.id}/${name}`} aria-current={name === tab ? "page" : undefined}>
      {t(`job.tab_${name}`)}
      {count !== undefined && <span>{count}</span>}
    </a>
  );
}
