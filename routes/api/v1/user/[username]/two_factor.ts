import { resetTwoFactor } from "../../../../../lib/accounts/two_factor.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";
import { ByUsername } from "../../../(_shared)/usernames.ts";

export const handler = resource({
  DELETE: endpoint({
    summary: "Take a user's second factor away, for who has lost it and the recovery codes",
    tag: "Sign-in",
    description:
      "They are signed out everywhere and sign in by the password alone. Your own is turned off " +
      "by `DELETE /user/me/two_factor`, with password and code (403 here).",
    examples: { "A user without one": { path: { username: "olga" }, status: 404 } },
    may: "superuser",
    path: ByUsername,
    handle: ({ actor, state, path }) =>
      resetTwoFactor(actor, state.db, path.username) as Promise<undefined>,
  }),
});
