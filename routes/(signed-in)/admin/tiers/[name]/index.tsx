import { define } from "../../../../../define.ts";
import { TierPage, tierPage } from "../../../../(_shared)/tier_page.tsx";

export const handler = define.handlers({ GET: (ctx) => tierPage(ctx) });

export default define.page<typeof handler>(TierPage);
