import { z } from "zod";
import { define } from "../../../../../define.ts";
import { AccountChange, changeAccount } from "../../../../../lib/accounts/account_changes.ts";
import { resetTwoFactor } from "../../../../../lib/accounts/two_factor.ts";
import { formFields } from "../../../../(_shared)/forms.ts";
import { UserPage, userPage } from "../../../../(_shared)/user_page.tsx";

const Flag = z.enum(["true", "false"]).transform((value) => value === "true").optional();

/** What the buttons of the page send. */
const Change = z.object({
  isSuperuser: Flag,
  isDisabled: Flag,
  two_factor: z.literal("reset").optional(),
});

export const handler = define.handlers({
  GET: (ctx) => userPage(ctx),

  async POST(ctx) {
    const { isSuperuser, isDisabled, two_factor } = Change.parse(
      Object.fromEntries(await formFields(ctx.req)),
    );
    const username = ctx.params.username ?? "";
    if (two_factor) {
      await resetTwoFactor(ctx.state.actor, ctx.state.db, username);
      return ctx.redirect(`/admin/users/${username}`, 303);
    }
    const change: AccountChange = {
      ...(isSuperuser === undefined ? {} : { isSuperuser }),
      ...(isDisabled === undefined ? {} : { isDisabled }),
    };
    const how = { change, address: ctx.state.address };
    await changeAccount(ctx.state.actor, ctx.state, username, how);
    return ctx.redirect(`/admin/users/${username}`, 303);
  },
});

export default define.page<typeof handler>(UserPage);
