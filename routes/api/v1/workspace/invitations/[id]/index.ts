import { revokeInvitation } from "../../../../../../lib/accounts/invitations.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  DELETE: endpoint({
    summary: "Take an invitation back; its link works no more",
    tag: "Workspace",
    examples: { "Take it back": { path: { id: SAMPLE.invitation } } },
    may: "members:write",
    path: ById,
    handle: ({ actor, state, path }) =>
      revokeInvitation(actor, state.db, path.id) as Promise<undefined>,
  }),
});
