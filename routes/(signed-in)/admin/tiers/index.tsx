import { define } from "../../../../define.ts";
import { TiersPage, tiersPage } from "../../../(_shared)/tiers_page.tsx";

export const handler = define.handlers({ GET: (ctx) => tiersPage(ctx) });

export default define.page<typeof handler>(TiersPage);
