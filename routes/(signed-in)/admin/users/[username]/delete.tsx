import { page } from "fresh";
import { AskPage } from "../../../../../components/AskPage.tsx";
import { ErrorLine } from "../../../../../components/Field.tsx";
import { define } from "../../../../../define.ts";
import { deleteAccount, eraseAccount } from "../../../../../lib/accounts/account_removal.ts";
import { getAccount } from "../../../../../lib/accounts/accounts.ts";
import { Conflict, Forbidden } from "../../../../../lib/platform/errors.ts";
import { translator } from "../../../../../locales/translate.ts";

/** Deletes an account; one that is deleted already is erased. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    const account = await getAccount(actor, db, params.username ?? "");
    return page({ account, isNeeded: false });
  },

  async POST(ctx) {
    const { actor, db } = ctx.state;
    const account = await getAccount(actor, db, ctx.params.username ?? "");
    if (account.id === actor.userId) throw new Forbidden("Delete your own account in the settings");
    try {
      if (account.isDeleted) await eraseAccount(actor, db, account.username);
      else {
        const how = { address: ctx.state.address };
        await deleteAccount(actor, ctx.state, account.username, how);
      }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return page({ account, isNeeded: true }, { status: 409 });
    }
    return ctx.redirect("/admin/users", 303);
  },
});

export default define.page<typeof handler>(({ data: { account, isNeeded }, state, url }) => {
  const t = translator(state.language);
  const what = account.isDeleted ? "erase" : "delete";
  return (
    <AskPage
      title={t(`admin.${what}_ask`, { name: account.name })}
      more={t(`admin.${what}_more`)}
      yes={t(`admin.${what}`)}
      back={`/admin/users/${account.username}`}
      {...{ state, url, t }}
    >
      {isNeeded && (
        <div role="alert">
          <ErrorLine>{t("admin.needed")}</ErrorLine>
        </div>
      )}
    </AskPage>
  );
});
