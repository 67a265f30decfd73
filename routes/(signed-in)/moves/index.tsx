import { page } from "fresh";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { Frame } from "../../../components/Frame.tsx";
import { PageTitle } from "../../../components/PageTitle.tsx";
import { ReasonFields } from "../../../components/ReasonFields.tsx";
import { rejectTitle, rejectWord } from "../../../components/RejectDialog.tsx";
import { define } from "../../../define.ts";
import { namesOf } from "../../../lib/hiring/move_notice.ts";
import { moveResumes } from "../../../lib/hiring/moves.ts";
import { translator } from "../../../locales/translate.ts";
import { done, formFields, refererPath, wantsJson, wrongFields } from "../../(_shared)/forms.ts";
import { afterMove, readMoveForm } from "../../(_shared)/moves.ts";

/** Moves résumés to a stage; asks for the reason of a refusal where no dialog has. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, db } = ctx.state;
    const fields = await formFields(ctx.req);
    const form = readMoveForm(fields, refererPath(ctx));
    try {
      const moved = await moveResumes(actor, ctx.state, form.input);
      return done(ctx, afterMove(form.back, moved), moved);
    } catch (error) {
      if (wantsJson(ctx) || !wrongFields(error).has("reason_code")) throw error;
      const names = [...(await namesOf(actor, db, form.input.resumeIds)).values()];
      const isMissing = fields.some(([name]) => name === "reason_code");
      return page({ form, names, isMissing }, { status: isMissing ? 422 : 200 });
    }
  },
});

const MAX_NAMES = 12;

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { form, names, isMissing } = data;
  const title = rejectTitle(names, t);
  const others = names.length - MAX_NAMES;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={title} t={t} />
      <div class="page page-form">
        <h1 class="mt-12">{title}</h1>
        {names.length > 1 && (
          <p class="mt-2 text-fg-2">
            {names.slice(0, MAX_NAMES).join(", ")}
            {others > 0 && ` ${t("board.and_others", { count: others })}`}
          </p>
        )}
        <p class="mt-2 text-fg-2">
          {t(names.length === 1 ? "move.reject_stays" : "move.reject_stay")}
        </p>
        <form method="post" action="/moves" class="mt-5 grid gap-4">
          {form.input.resumeIds.map((id) => (
            <input key={id} type="hidden" name="resume" value={id} />
          ))}
          {form.versions.map((pair) => (
            <input key={pair} type="hidden" name="version" value={pair} />
          ))}
          <input type="hidden" name="to" value={form.to} />
          <input type="hidden" name="back" value={form.back} />
          <ReasonFields t={t} isMissing={isMissing} reason={form.input.reason ?? ""} />
          <div class="flex gap-2">
            <Button kind="danger">{rejectWord(names, t)}</Button>
            <ButtonLink href={form.back}>{t("move.cancel")}</ButtonLink>
          </div>
        </form>
      </div>
    </Frame>
  );
});
