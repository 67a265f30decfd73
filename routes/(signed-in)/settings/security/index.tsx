import { define } from "../../../../define.ts";
import { SecurityPage, securityPage } from "../../../(_shared)/security_page.tsx";

export const handler = define.handlers({ GET: (ctx) => securityPage(ctx) });

export default define.page<typeof handler>(SecurityPage);
