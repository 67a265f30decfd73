import { Invitation, resendInvitation } from "../../../../../../lib/accounts/invitations.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { ById, endpoint, languageOf } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Send an invitation again, with a new link; the earlier one works no more",
    tag: "Workspace",
    examples: {
      "Again": { path: { id: SAMPLE.invitation }, answer: { id: SAMPLE.invitation } },
    },
    may: "members:write",
    path: ById,
    answer: Invitation,
    handle: ({ actor, state, path }) =>
      resendInvitation(actor, state, path.id, languageOf({ actor, state })),
  }),
});
