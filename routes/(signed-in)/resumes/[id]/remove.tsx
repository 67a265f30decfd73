import { page } from "fresh";
import { Button, ButtonLink } from "../../../../components/Button.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { define } from "../../../../define.ts";
import { getResume, removeResume } from "../../../../lib/hiring/resumes.ts";
import { translator } from "../../../../locales/translate.ts";
import { done } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** Asks before a résumé is removed, where no dialog can. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    const { jobId, fileName } = await getResume(actor, db, pathId(params.id));
    return page({ jobId, fileName });
  },

  async POST(ctx) {
    const { actor } = ctx.state;
    const { jobId, fileName } = await removeResume(actor, ctx.state, pathId(ctx.params.id));
    const query = new URLSearchParams({ removed: fileName });
    return done(ctx, `/jobs/${jobId}/resumes?${query}`);
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("resumes.remove_title")} t={t} />
      <div class="page page-form">
        <h1 class="mt-12">{t("resumes.remove_title")}</h1>
        <p class="mt-2 text-fg-2">{t("resumes.remove_more", { file: data.fileName })}</p>
        <form method="post" class="mt-5 flex gap-2">
          <Button kind="danger">{t("resumes.remove")}</Button>
          <ButtonLink href={`/jobs/${data.jobId}/resumes`}>{t("common.cancel")}</ButtonLink>
        </form>
      </div>
    </Frame>
  );
});
