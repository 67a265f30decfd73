import { InvitationToken, joinWorkspace } from "../../../../lib/accounts/invitation_answers.ts";
import { OwnWorkspace } from "../../../../lib/accounts/workspaces.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Join a workspace by an invitation, with the account that you have",
    tag: "Workspace",
    description:
      "`invitation` is the secret at the end of the link in its mail, which works once. You go on " +
      "where you are: `POST /workspace/switch` goes there. Who has no account yet makes one with " +
      "the same secret, by `POST /user`.",
    errors: ["not_found"],
    examples: {
      "An invitation that works no more": { body: { invitation: "spent" }, status: 404 },
    },
    may: "person",
    body: InvitationToken,
    answer: OwnWorkspace,
    handle: ({ actor, state, body }) => joinWorkspace(actor, state.db, body),
  }),
});
