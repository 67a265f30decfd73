import { AccountChange, changeAccount } from "../../../../lib/accounts/account_changes.ts";
import { AccountRemoval, deleteAccount } from "../../../../lib/accounts/account_removal.ts";
import { Account, getAccount } from "../../../../lib/accounts/accounts.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";
import { tokenOf } from "../../(_shared)/own_token.ts";
import { ByUsername } from "../../(_shared)/usernames.ts";

export const handler = resource({
  GET: endpoint({
    summary: "An account: your own, for superusers anybody's",
    tag: "Users",
    examples: { "Somebody else's": { path: { username: "nobodyhere" }, status: 404 } },
    may: "person",
    path: ByUsername,
    answer: Account,
    handle: ({ actor, state, path }) => getAccount(actor, state.db, path.username),
  }),

  PATCH: endpoint({
    summary: "Change an account: your own, for superusers anybody's",
    tag: "Users",
    description:
      "Another `email` is used from when the link that is mailed to it is opened; until then it " +
      "is `pending_email`, and the present address is told. Another `email` or a new `password` of " +
      "your own asks for `current_password`; the password signs you out everywhere else. " +
      "`is_superuser` and `is_disabled` are for superusers, of others.",
    errors: ["conflict", "too_many_requests"],
    examples: {
      "Somebody else's": {
        path: { username: "nobodyhere" },
        body: { name: "Noor Visser" },
        status: 404,
      },
    },
    may: "person",
    path: ByUsername,
    body: AccountChange,
    answer: Account,
    async handle({ actor, state, path, body, address, request }) {
      // A person calls with an access token alone.
      const { familyId } = await tokenOf(state, request);
      return await changeAccount(actor, state, path.username, { change: body, address, familyId });
    },
  }),

  DELETE: endpoint({
    summary: "Delete an account: your own by its password, for superusers anybody's",
    tag: "Users",
    description:
      "Its user is signed out everywhere. Username and address stay taken, until a superuser " +
      "erases the account with `DELETE /db_user/{username}`.",
    errors: ["conflict", "too_many_requests"],
    examples: { "Somebody else's": { path: { username: "nobodyhere" }, status: 404 } },
    may: "person",
    path: ByUsername,
    body: AccountRemoval.optional(),
    handle: ({ actor, state, path, body, address }) =>
      deleteAccount(actor, state, path.username, { ...body, address }) as Promise<undefined>,
  }),
});
