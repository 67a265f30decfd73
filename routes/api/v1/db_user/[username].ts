import { eraseAccount } from "../../../../lib/accounts/account_removal.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";
import { ByUsername } from "../../(_shared)/usernames.ts";

export const handler = resource({
  DELETE: endpoint({
    summary: "Erase an account for good",
    tag: "Users",
    description: "Workspaces that nobody else is in go with everything in them.",
    errors: ["conflict"],
    examples: { "Nobody": { path: { username: "nobodyhere" }, status: 404 } },
    may: "superuser",
    path: ByUsername,
    handle: ({ actor, state, path }) =>
      eraseAccount(actor, state.db, path.username) as Promise<undefined>,
  }),
});
