import { z } from "zod";
import { define } from "../../../define.ts";
import { ACCOUNT_DONE, AccountPage, accountPage } from "../../(_shared)/account_page.tsx";
import { readQuery } from "../../(_shared)/forms.ts";

const SettingsQuery = z.object({ done: z.enum(ACCOUNT_DONE).optional() });

export const handler = define.handlers({
  GET: (ctx) => accountPage(ctx, readQuery(ctx.url, SettingsQuery)),
});

export default define.page<typeof handler>(AccountPage);
