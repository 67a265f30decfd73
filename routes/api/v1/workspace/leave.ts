import { leaveWorkspace } from "../../../../lib/accounts/members.ts";
import { requirePerson } from "../../../../lib/accounts/principal.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Leave the workspace that you work in; your account stays",
    tag: "Workspace",
    description: "Its tokens are refused from now on. The last owner cannot leave (409).",
    errors: ["conflict"],
    examples: { "As its last owner": { status: 409 } },
    may: "person",
    repeat: "none",
    handle({ actor, state }) {
      requirePerson(actor);
      return leaveWorkspace(actor, state.db) as Promise<undefined>;
    },
  }),
});
