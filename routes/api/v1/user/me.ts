import { Account, getOwnAccount } from "../../../../lib/accounts/accounts.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Your own account, with the workspaces that you are in",
    tag: "Users",
    examples: { "Yours": { answer: { isDeleted: false, pendingEmail: null } } },
    may: "person",
    answer: Account,
    handle: ({ actor, state }) => getOwnAccount(actor, state.db),
  }),
});
