import {
  getWorkspace,
  renameWorkspace,
  Workspace,
  WorkspaceInput,
} from "../../../../lib/accounts/workspaces.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The workspace that you work in",
    tag: "Workspace",
    examples: { "Yours": { answer: {} } },
    may: "members:read",
    answer: Workspace,
    handle: ({ actor, state }) => getWorkspace(actor, state.db),
  }),

  PATCH: endpoint({
    summary: "Give the workspace another name",
    tag: "Workspace",
    examples: {
      "Another name": { body: { name: "Havenlicht" }, answer: { name: "Havenlicht" } },
    },
    may: "members:write",
    body: WorkspaceInput,
    answer: Workspace,
    handle: ({ actor, state, body }) => renameWorkspace(actor, state.db, body),
  }),
});
