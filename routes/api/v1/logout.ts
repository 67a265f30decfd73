import { z } from "zod";
import type { State } from "../../../define.ts";
import { looksLikeApiKey } from "../../../lib/accounts/api_key_secret.ts";
import { bearerToken } from "../../../lib/accounts/authenticate.ts";
import { endFamilyOf, endTokenFamily } from "../../../lib/accounts/token_families.ts";
import { readAccessToken } from "../../../lib/accounts/tokens.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { Forbidden, Unauthenticated } from "../../../lib/platform/errors.ts";
import { endRefreshCookie } from "../../(_shared)/cookies.ts";
import { endpoint } from "../(_shared)/endpoint.ts";
import { cookieToken, RefreshTokenBody } from "../(_shared)/token_answers.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Sign out: end the access and refresh tokens of this sign-in",
    tag: "Sign-in",
    errors: ["unauthenticated", "forbidden"],
    examples: {
      "By the access token": { answer: { message: "Logged out successfully" } },
    },
    may: "anyone",
    repeat: "none",
    body: RefreshTokenBody,
    answer: z.object({ message: z.string() }),
    async handle({ state, body, request }) {
      const refreshToken = body?.refreshToken ?? cookieToken(request);
      const accessToken = bearerToken(request.headers.get("authorization"));
      await signOut(state, refreshToken, accessToken);
      return Response.json({ message: "Logged out successfully" }, {
        headers: { "set-cookie": endRefreshCookie(state.config) },
      });
    },
  }),
});

/** Ends the sign-ins of both tokens: as a rule they are one. */
async function signOut(
  { db, config }: State,
  refreshToken: string | undefined,
  accessToken: string | undefined,
): Promise<void> {
  if (!refreshToken && !accessToken) {
    throw new Unauthenticated("There is no token to sign out: send the access token or the cookie");
  }
  if (accessToken && looksLikeApiKey(accessToken)) {
    throw new Forbidden("An API key is not signed in: an owner can revoke it in the settings");
  }
  if (refreshToken) await endFamilyOf(db, refreshToken);
  if (!accessToken) return;
  try {
    const { familyId } = await readAccessToken(config, accessToken);
    await endTokenFamily(db, familyId);
  } catch (error) {
    // It may have expired before its refresh token did, which has ended the sign-in.
    if (!refreshToken || !(error instanceof Unauthenticated)) throw error;
  }
}
