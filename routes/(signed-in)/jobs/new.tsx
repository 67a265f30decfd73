import { page } from "fresh";
import { Button } from "../../../components/Button.tsx";
import { Area, ErrorLine, Field } from "../../../components/Field.tsx";
import { JOB_FILES } from "../../../components/FirstJob.tsx";
import { Frame } from "../../../components/Frame.tsx";
import { jobDraft } from "../../../components/job_draft.ts";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { PlaceFields } from "../../../components/PlaceFields.tsx";
import { define } from "../../../define.ts";
import { FieldErrors } from "../../../islands/FieldErrors.tsx";
import { KeptDraft } from "../../../islands/KeptDraft.tsx";
import { requirePermission } from "../../../lib/accounts/permissions.ts";
import { createJobFromFile } from "../../../lib/hiring/job_files.ts";
import { listDepartments } from "../../../lib/hiring/job_list.ts";
import { createJob, JobInput, proposeTitle } from "../../../lib/hiring/jobs.ts";
import { translator } from "../../../locales/translate.ts";
import { orNull } from "../../(_shared)/forms.ts";
import { type JobForm, readJobForm } from "../../(_shared)/job_form.ts";

interface NewJobData extends Omit<JobForm, "file"> {
  departments: readonly string[];
  wrong: ReadonlySet<string>;
}

const NOTHING = { title: "", description: "", place: "", department: "" };

export const handler = define.handlers({
  async GET({ state: { actor, db } }) {
    requirePermission(actor, "jobs:write");
    const departments = await listDepartments(actor, db);
    return page<NewJobData>({ ...NOTHING, departments, wrong: new Set() });
  },

  async POST(ctx) {
    const { actor, db } = ctx.state;
    const { file, ...typed } = await readJobForm(ctx.req, ctx.state.config);
    const again = async (...wrong: string[]) => {
      const departments = await listDepartments(actor, db);
      return page<NewJobData>({ ...typed, departments, wrong: new Set(wrong) }, { status: 422 });
    };
    if (file && typed.description.trim()) return await again("both");
    if (!file && !typed.description.trim()) return await again("neither");
    const parsed = JobInput.safeParse({
      title: orNull(typed.title) ?? proposeTitle(file?.fileName ?? null, typed.description),
      description: file ? "x".repeat(10) : typed.description,
      place: orNull(typed.place),
      department: orNull(typed.department),
    });
    if (!parsed.success) {
      return await again(...parsed.error.issues.map(({ path }) => String(path[0])));
    }
    const job = file
      ? await createJobFromFile(actor, ctx.state, { ...parsed.data, file })
      : await createJob(actor, db, parsed.data, { isDraft: true });
    return ctx.redirect(`/jobs/${job.id}/requirements?new=1`, 303);
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { title, description, place, department, departments, wrong } = data;
  const lengths = { min: 10, max: 63_206 };
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("new_job.title")} t={t} />
      <div class="page page-form">
        <div class="crumb pt-5">
          <a href="/">{t("nav.jobs")}</a>
        </div>
        <h1>{t("new_job.title")}</h1>
        <form
          id="new-job"
          method="post"
          encType="multipart/form-data"
          class="mt-5 grid gap-5"
        >
          <Field
            id="title"
            name="title"
            label={t("new_job.name")}
            value={title}
            minLength={3}
            maxLength={255}
            required
            tall
            wrong={t("form.title", { min: 3, max: 255 })}
            error={wrong.has("title") ? t("form.title", { min: 3, max: 255 }) : undefined}
          />
          <PlaceFields
            place={place}
            department={department}
            departments={departments}
            wrong={wrong}
            t={t}
          />
          <Area
            id="description"
            name="description"
            label={t("new_job.description")}
            placeholder={t("new_job.placeholder")}
            value={description}
            rows={14}
            maxLength={lengths.max}
            error={wrong.has("description")
              ? t("form.description", lengths)
              : wrong.has("both")
              ? t("new_job.both")
              : wrong.has("neither")
              ? t("new_job.neither")
              : undefined}
          />
          <div>
            <label class="label" for="file">{t("new_job.file")}</label>
            <input
              id="file"
              type="file"
              name="file"
              class="file-input"
              accept={JOB_FILES}
              aria-describedby="file-hint"
            />
            <p class="hint" id="file-hint">{t("new_job.file_hint")}</p>
            {wrong.has("file") && <ErrorLine>{t("refusal.empty.title")}</ErrorLine>}
          </div>
          <div class="flex flex-wrap items-center gap-2">
            <Button kind="primary">{t("new_job.submit")}</Button>
            <a class="btn btn-quiet" href="/" data-cancel>{t("common.cancel")}</a>
            <p class="basis-full pt-1 text-xs text-fg-3">{t("new_job.next")}</p>
          </div>
        </form>
        <FieldErrors />
        <KeptDraft name={jobDraft(state)} formId="new-job" />
      </div>
    </Frame>
  );
});
