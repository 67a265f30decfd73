import { define } from "../../../../define.ts";
import { StagesPage, stagesPage } from "../../../(_shared)/stages_page.tsx";

export const handler = define.handlers({ GET: (ctx) => stagesPage(ctx) });

export default define.page<typeof handler>(StagesPage);
