import { z } from "zod";
import { define } from "../../../../define.ts";
import { readQuery } from "../../../(_shared)/forms.ts";
import {
  WORKSPACE_DONE,
  WorkspacePage,
  workspacePage,
} from "../../../(_shared)/workspace_page.tsx";

const WorkspaceQuery = z.object({ done: z.enum(WORKSPACE_DONE).optional() });

export const handler = define.handlers({
  GET: (ctx) => workspacePage(ctx, readQuery(ctx.url, WorkspaceQuery)),
});

export default define.page<typeof handler>(WorkspacePage);
