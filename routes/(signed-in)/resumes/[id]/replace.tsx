import { page } from "fresh";
import { Button, ButtonLink } from "../../../../components/Button.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { define } from "../../../../define.ts";
import { requirePermission } from "../../../../lib/accounts/permissions.ts";
import { replaceResume } from "../../../../lib/hiring/resume_replacement.ts";
import { readUploads } from "../../../../lib/hiring/resume_upload.ts";
import { getResume } from "../../../../lib/hiring/resumes.ts";
import { translator } from "../../../../locales/translate.ts";
import { done } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** Takes another file in the place of a résumé's, from its own page where there is no script. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    requirePermission(actor, "resumes:write");
    const { jobId, fileName } = await getResume(actor, db, pathId(params.id));
    return page({ jobId, fileName });
  },

  async POST(ctx) {
    const { actor, config } = ctx.state;
    const files = readUploads(ctx.req, config);
    const resume = await replaceResume(actor, ctx.state, pathId(ctx.params.id), files);
    const query = new URLSearchParams({ replaced: resume.fileName });
    return done(ctx, `/jobs/${resume.jobId}/resumes?${query}`, resume);
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("resumes.replace_title")} t={t} />
      <div class="page page-form">
        <h1 class="mt-12">{t("resumes.replace_title")}</h1>
        <p class="mt-2 text-fg-2">{t("resumes.replace_more", { file: data.fileName })}</p>
        <form method="post" encType="multipart/form-data" class="mt-5 grid gap-5">
          <input
            class="file-input"
            type="file"
            name="files"
            required
            aria-label={t("resumes.col_file")}
          />
          <div class="flex gap-2">
            <Button kind="primary">{t("resumes.replace")}</Button>
            <ButtonLink href={`/jobs/${data.jobId}/resumes`}>{t("common.cancel")}</ButtonLink>
          </div>
        </form>
      </div>
    </Frame>
  );
});
