import type { ComponentChildren } from "preact";
import { FieldErrors } from "../islands/FieldErrors.tsx";
import type { JobDeletion } from "../lib/hiring/job_deletion.ts";
import type { Job } from "../lib/hiring/jobs.ts";
import type { Translate } from "../locales/translate.ts";
import { Button, ButtonLink } from "./Button.tsx";
import { HoldForm } from "./CandidateKeeping.tsx";
import { Area, ErrorLine, Field } from "./Field.tsx";
import { JobMetrics, type JobMetricsProps } from "./JobMetrics.tsx";
import { PlaceFields } from "./PlaceFields.tsx";
import { ToolIcon } from "./ToolIcon.tsx";

export interface JobSettingsProps extends Pick<JobMetricsProps, "measures" | "typed"> {
  job: Job;
  deletion: JobDeletion;
  /** Those that other jobs name. */
  departments: readonly string[];
  /** What keeps the job from being deleted; undefined for who may not change that. */
  hold: { readonly reason: string } | null | undefined;
  /** Whether they may take its evidence along. */
  mayAccount: boolean;
  /** What could not be saved. */
  wrong?:
    | "title"
    | "description"
    | "place"
    | "department"
    | "weights"
    | "weights_zero"
    | "confirm"
    | `metric_${NonNullable<JobMetricsProps["typed"]>["wrong"]}`
    | undefined;
  t: Translate;
}

/** What can be changed of a job, the mildest first; what cannot be undone comes last. */
export function JobSettings(
  { job, deletion, departments, hold, mayAccount, wrong, measures, typed, t }: JobSettingsProps,
) {
  const base = `/jobs/${job.id}/settings`;
  return (
    <div class="max-w-[640px]">
      <FieldErrors />
      <Part title={t("settings.text")}>
        <form id="job-text" method="post" action={`${base}/text`} class="grid gap-5">
          <Field
            id="title"
            name="title"
            label={t("new_job.name")}
            value={job.title}
            minLength={3}
            maxLength={255}
            required
            wrong={t("form.title", { min: 3, max: 255 })}
            error={wrong === "title" ? t("form.title", { min: 3, max: 255 }) : undefined}
          />
          <PlaceFields
            place={job.place ?? ""}
            department={job.department ?? ""}
            departments={departments}
            wrong={new Set(wrong ? [wrong] : [])}
            t={t}
          />
          <Area
            id="description"
            name="description"
            label={t("new_job.description")}
            value={job.description ?? ""}
            rows={14}
            maxLength={63_206}
            lang={job.language ?? undefined}
            hint={t("settings.text_hint")}
            error={wrong === "description"
              ? t("form.description", { min: 10, max: 63_206 })
              : undefined}
          />
          <div>
            <Button kind="primary">{t("settings.save_text")}</Button>
          </div>
        </form>
      </Part>
      <Part title={t("settings.weights")} more={t("settings.weights_more")}>
        <form method="post" action={`${base}/weights`} class="grid gap-4" id="weights">
          <div class="grid max-w-[540px] grid-cols-2 gap-4 phone:grid-cols-3">
            <Weight
              name="required"
              label={t("settings.weight_required")}
              value={job.weights.required}
            />
            <Weight
              name="niceToHave"
              label={t("settings.weight_nice")}
              value={job.weights.niceToHave}
            />
            <Weight
              name="text"
              label={t("settings.weight_text")}
              value={job.weights.text}
              max={15}
            />
          </div>
          {wrong === "weights" || wrong === "weights_zero"
            ? (
              <ErrorLine id="weights-error">
                {t(wrong === "weights" ? "form.weight" : "form.weights_zero")}
              </ErrorLine>
            )
            : <p class="text-xs text-fg-3">{t("settings.weight_hint")}</p>}
          <div>
            <Button>{t("settings.save_weights")}</Button>
          </div>
        </form>
      </Part>
      <Part title={t("settings.metrics")} more={t("settings.metrics_more")}>
        <JobMetrics
          jobId={job.id}
          requirements={job.requirements}
          measures={measures}
          typed={typed}
          t={t}
        />
      </Part>
      <Part title={t("settings.blind")} more={t("settings.blind_more")}>
        <form method="post" action={`${base}/blind`} class="grid gap-4">
          <label class="flex items-start gap-2">
            <input type="checkbox" name="isBlind" checked={job.isBlind} />
            <span>{t("settings.blind_on")}</span>
          </label>
          <div>
            <Button>{t("settings.save_blind")}</Button>
          </div>
        </form>
      </Part>
      {job.status !== "archived"
        ? (
          <Part title={t("settings.archive_title")} more={t("settings.archive_more")}>
            <form method="post" action={`${base}/archive`}>
              <Button>{t("settings.archive")}</Button>
            </form>
          </Part>
        )
        : (
          <Part title={t("settings.reopen_title")} more={t("settings.reopen_more")}>
            <form method="post" action={`${base}/reopen`}>
              <Button>{t("settings.reopen")}</Button>
            </form>
          </Part>
        )}
      {mayAccount && (
        <Part title={t("settings.evidence")} more={t("settings.evidence_more")}>
          <div class="flex flex-wrap gap-2">
            <ButtonLink
              href={`/jobs/${job.id}/evidence.html`}
              icon={<ToolIcon name="download" />}
              download
            >
              {t("settings.evidence_html")}
            </ButtonLink>
            <ButtonLink
              href={`/jobs/${job.id}/evidence.json`}
              icon={<ToolIcon name="download" />}
              download
            >
              {t("settings.evidence_json")}
            </ButtonLink>
          </div>
        </Part>
      )}
      {hold !== undefined && (
        <Part title={t("settings.hold_title")} more={t("settings.hold_more")}>
          {hold
            ? (
              <form method="post" action={`/jobs/${job.id}/hold/release`}>
                <p class="mb-2 wrap-anywhere">{hold.reason}</p>
                <Button>{t("keeping.release")}</Button>
              </form>
            )
            : <HoldForm action={`/jobs/${job.id}/hold`} refused={null} t={t} />}
        </Part>
      )}
      <Part title={t("settings.delete_title")} more={t("settings.delete_more")}>
        <ul class="mb-4 list-disc pl-5 text-fg-2">
          {whatGoes(deletion, t).map((line) => <li key={line}>{line}</li>)}
        </ul>
        <form method="post" action={`${base}/delete`} class="grid gap-4">
          <Field
            id="confirm"
            name="confirm"
            label={t("settings.delete_confirm")}
            placeholder={job.title}
            required
            autocomplete="off"
            wrong={t("settings.delete_mismatch", { title: job.title })}
            error={wrong === "confirm"
              ? t("settings.delete_mismatch", { title: job.title })
              : undefined}
          />
          <div>
            <Button kind="danger">{t("settings.delete")}</Button>
          </div>
        </form>
      </Part>
    </div>
  );
}

function Part(
  { title, more, children }: { title: string; more?: string; children: ComponentChildren },
) {
  return (
    <section class="border-b border-line py-6 last:border-0">
      <h2 class={more ? "" : "mb-4"}>{title}</h2>
      {more && <p class="mb-3 text-fg-2">{more}</p>}
      {children}
    </section>
  );
}

function Weight(
  { name, label, value, max = 100 }: { name: string; label: string; value: number; max?: number },
) {
  return (
    <Field
      id={`weight-${name}`}
      name={name}
      type="number"
      label={label}
      value={String(value)}
      min={0}
      max={max}
      step={max === 100 ? "any" : 1}
      required
    />
  );
}

function whatGoes(
  { requirements, resumes, overrides, candidates }: JobDeletion,
  t: Translate,
): string[] {
  return [
    t("settings.delete_requirements", { count: requirements }),
    t("settings.delete_resumes", { count: resumes }),
    ...(overrides > 0 ? [t("settings.delete_overrides", { count: overrides })] : []),
    ...(candidates > 0 ? [t("settings.delete_candidates", { count: candidates })] : []),
  ];
}
