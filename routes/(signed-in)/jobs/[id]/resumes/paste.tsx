import { page } from "fresh";
import { Button, ButtonLink } from "../../../../../components/Button.tsx";
import { Frame } from "../../../../../components/Frame.tsx";
import { PageTitle } from "../../../../../components/PageTitle.tsx";
import { PasteFields } from "../../../../../components/PasteFields.tsx";
import { define } from "../../../../../define.ts";
import { requirePermission } from "../../../../../lib/accounts/permissions.ts";
import { PastedResume, pasteResume } from "../../../../../lib/hiring/resume_paste.ts";
import { textsFor, translator } from "../../../../../locales/translate.ts";
import { done, formFields, wantsJson } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Takes a résumé as text; a text that is too short or too long comes back to be changed. */
export const handler = define.handlers({
  GET({ state: { actor } }) {
    requirePermission(actor, "resumes:write");
    return page({ name: "", text: "", isWrong: false });
  },

  async POST(ctx) {
    const { actor } = ctx.state;
    const jobId = pathId(ctx.params.id);
    const { name = "", text = "" } = Object.fromEntries(await formFields(ctx.req));
    const parsed = PastedResume.safeParse({ name, text: text.replaceAll("\r\n", "\n") });
    if (!parsed.success) {
      return wantsJson(ctx)
        ? Response.json({ code: "invalid_input" }, { status: 422 })
        : page({ name, text, isWrong: true }, { status: 422 });
    }
    const added = await pasteResume(actor, ctx.state, jobId, parsed.data);
    const query = added.duplicate ? "duplicates=1" : "added=1";
    return done(ctx, `/jobs/${jobId}/resumes?${query}`, added);
  },
});

export default define.page<typeof handler>(({ data, params, state, url }) => {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("resumes.paste_title")} t={t} />
      <div class="page page-form">
        <h1 class="mt-12 mb-5">{t("resumes.paste_title")}</h1>
        <form method="post" class="grid gap-4">
          <PasteFields
            {...data}
            language={state.language}
            texts={textsFor(state.language, "resumes.")}
          />
          <div class="flex gap-2">
            <Button kind="primary">{t("resumes.paste_submit")}</Button>
            <ButtonLink href={`/jobs/${params.id}/resumes`}>{t("common.cancel")}</ButtonLink>
          </div>
        </form>
      </div>
    </Frame>
  );
});
