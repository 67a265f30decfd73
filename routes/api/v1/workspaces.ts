import { z } from "zod";
import {
  ListedWorkspace,
  listWorkspaces,
  WorkspaceSort,
} from "../../../lib/accounts/workspace_list.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { text } from "../../../lib/platform/input.ts";
import { cursorFields, cursorPageSchema } from "../../../lib/platform/page_of.ts";
import { endpoint } from "../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The workspaces of the installation with their tiers, by name",
    tag: "Workspace",
    description: "Your own are in `GET /user/me`. The sandboxes of test keys are left out.",
    examples: { "The first ones": { answer: { page: 1 } } },
    may: "superuser",
    query: z.strictObject({
      ...cursorFields(),
      sort: WorkspaceSort.default("name"),
      q: text(1, 100).optional(),
    }),
    answer: cursorPageSchema(ListedWorkspace),
    handle: ({ actor, state, query }) => listWorkspaces(actor, state.db, query),
  }),
});
