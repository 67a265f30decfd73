import { z } from "zod";
import { define } from "../../../../../define.ts";
import { AccountChange, changeAccount } from "../../../../../lib/accounts/account_changes.ts";
import { formFields } from "../../../../(_shared)/forms.ts";
import { UserPage, userPage } from "../../../../(_shared)/user_page.tsx";

const Flag = z.enum(["true", "false"]).transform((value) => value === "true").optional();

/** What the buttons of the page send. */
const Change = z.object({ isSuperuser: Flag, isDisabled: Flag });

export const handler = define.handlers({
  GET: (ctx) => userPage(ctx),

  async POST(ctx) {
    const { isSuperuser, isDisabled } = Change.parse(Object.fromEntries(await formFields(ctx.req)));
    const change: AccountChange = {
      ...(isSuperuser === undefined ? {} : { isSuperuser }),
      ...(isDisabled === undefined ? {} : { isDisabled }),
    };
    const username = ctx.params.username ?? "";
    const how = { change, address: ctx.state.address };
    await changeAccount(ctx.state.actor, ctx.state, username, how);
    return ctx.redirect(`/admin/users/${username}`, 303);
  },
});

export default define.page<typeof handler>(UserPage);
