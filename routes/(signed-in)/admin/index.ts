import { define } from "../../../define.ts";

export const handler = define.handlers({ GET: (ctx) => ctx.redirect("/admin/users", 303) });
