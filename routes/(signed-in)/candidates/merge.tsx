import { page } from "fresh";
import { z } from "zod";
import { ButtonLink } from "../../../components/Button.tsx";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { Frame } from "../../../components/Frame.tsx";
import { MergeForm } from "../../../components/MergeForm.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { define } from "../../../define.ts";
import { requirePermission } from "../../../lib/accounts/permissions.ts";
import { previewMerge } from "../../../lib/hiring/merge_preview.ts";
import { mergeCandidates } from "../../../lib/hiring/merges.ts";
import { Id } from "../../../lib/platform/input.ts";
import { translator } from "../../../locales/translate.ts";
import { done, readForm, readQuery, refererPath, safePath } from "../../(_shared)/forms.ts";
import { withQuery } from "../../(_shared)/two_people.ts";

const MergeQuery = z.object({ keep: Id, with: Id, back: z.string().max(2000).optional() });

const choice = z.enum(["kept", "merged"]).optional();
const MergeFields = MergeQuery.extend({
  name: choice,
  email: choice,
  phone: choice,
  place: choice,
});

const LIST = "/candidates/duplicates";

export const handler = define.handlers({
  async GET(ctx) {
    const { actor, db } = ctx.state;
    requirePermission(actor, "candidates:write"); // there is nothing to look at but the form
    const query = readQuery(ctx.url, MergeQuery);
    const preview = await previewMerge(actor, db, query.keep, query.with);
    const from = query.back ?? refererPath(ctx);
    const back = from === "/" || from.startsWith("/candidates/merge") ? LIST : safePath(from);
    return page({ preview, back });
  },

  async POST(ctx) {
    const { actor, db } = ctx.state;
    const { keep, with: mergeId, back, ...choices } = await readForm(ctx.req, MergeFields);
    const merge = await mergeCandidates(actor, db, { keepId: keep, mergeId, choices });
    const to = safePath(back ?? LIST);
    // A page of one of the two would show the other name by now.
    const place = to.startsWith(LIST) ? to : `/candidates/${merge.keptId}`;
    return done(
      ctx,
      withQuery(place, { done: "merged", merge: merge.id, first: merge.keptId }),
      merge,
    );
  },
});

export default define.page<typeof handler>(({ data: { preview, back }, state, url }) => {
  const t = translator(state.language);
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("merge.title")} t={t} />
      <div class="page page-mid">
        <div class="head">
          <div class="grow-1">
            <div class="crumb">
              <a href="/candidates">{t("nav.candidates")}</a>
              <span aria-hidden="true">/</span>
              <a href={LIST}>{t("duplicates.title")}</a>
            </div>
            <h1>{t("merge.title")}</h1>
            {"fields" in preview && <p class="mt-1 text-fg-2">{t("merge.intro")}</p>}
          </div>
          {"fields" in preview && (
            <div class="actions">
              <ButtonLink href={swapped(preview.kept.person.id, preview.merged.person.id, back)}>
                {t("merge.swap")}
              </ButtonLink>
            </div>
          )}
        </div>
        {"fields" in preview
          ? <MergeForm preview={preview} back={back} t={t} />
          : (
            <EmptyState title={t("merge.one_person")} advice={t("merge.one_person_advice")}>
              <ButtonLink href={`/candidates/${preview.id}`}>{t("merge.to_profile")}</ButtonLink>
            </EmptyState>
          )}
      </div>
    </Frame>
  );
});

/** The same two with the other one kept. */
function swapped(keep: string, merge: string, back: string): string {
  return `/candidates/merge?${new URLSearchParams({ keep: merge, with: keep, back })}`;
}
