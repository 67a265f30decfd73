import { define } from "../../../../define.ts";
import { RequestsPage, requestsPage } from "../../../(_shared)/requests_page.tsx";

/** What candidates ask for on their own pages. */
export const handler = define.handlers({ GET: (ctx) => requestsPage(ctx) });

export default define.page<typeof handler>(RequestsPage);
