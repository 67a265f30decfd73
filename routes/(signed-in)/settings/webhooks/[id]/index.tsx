import { define } from "../../../../../define.ts";
import { WebhookPage, webhookPage } from "../../../../(_shared)/webhook_page.tsx";

export const handler = define.handlers({ GET: (ctx) => webhookPage(ctx) });

export default define.page<typeof handler>(WebhookPage);
