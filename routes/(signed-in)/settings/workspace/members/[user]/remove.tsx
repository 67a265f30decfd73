import { page } from "fresh";
import { AskPage } from "../../../../../../components/AskPage.tsx";
import { define } from "../../../../../../define.ts";
import { listMembers, removeMember } from "../../../../../../lib/accounts/members.ts";
import { requirePermission } from "../../../../../../lib/accounts/permissions.ts";
import { NotFound } from "../../../../../../lib/platform/errors.ts";
import { translator } from "../../../../../../locales/translate.ts";
import { pathId } from "../../../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    requirePermission(actor, "members:write");
    const userId = pathId(params.user);
    const member = (await listMembers(actor, db)).find((one) => one.userId === userId);
    if (!member) throw new NotFound("There is no such member");
    return page(member);
  },

  async POST(ctx) {
    await removeMember(ctx.state.actor, ctx.state.db, pathId(ctx.params.user));
    return ctx.redirect("/settings/workspace?done=removed", 303);
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const t = translator(state.language);
  return (
    <AskPage
      title={t("workspace.remove_ask", { name: data.name })}
      more={t("workspace.remove_more")}
      yes={t("workspace.remove")}
      back="/settings/workspace"
      {...{ state, url, t }}
    />
  );
});
