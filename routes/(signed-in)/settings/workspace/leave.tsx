import { page } from "fresh";
import { AskPage } from "../../../../components/AskPage.tsx";
import { define } from "../../../../define.ts";
import { leaveWorkspace } from "../../../../lib/accounts/members.ts";
import { Conflict } from "../../../../lib/platform/errors.ts";
import { translator } from "../../../../locales/translate.ts";
import { signedIn } from "../../../(_shared)/signed_in.ts";

export const handler = define.handlers({
  GET: () => page({ isLastOwner: false }),

  async POST(ctx) {
    const { actor, id } = signedIn(ctx.state);
    try {
      await leaveWorkspace(actor, ctx.state.db, id);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return page({ isLastOwner: true }, { status: 409 });
    }
    return ctx.redirect("/", 303);
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  const { workspace } = signedIn(state);
  return (
    <AskPage
      title={t("workspace.leave_ask", { name: workspace.name })}
      more={data.isLastOwner ? t("workspace.last_owner") : t("workspace.leave_more")}
      yes={t("workspace.leave")}
      back="/settings/workspace"
      {...{ state, url, t }}
    />
  );
});
