import { z } from "zod";
import { checkCredentials } from "../../../lib/accounts/sign_in.ts";
import { issueAccessToken } from "../../../lib/accounts/tokens.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { endpoint } from "../(_shared)/endpoint.ts";

/** The form of OAuth 2's password grant; what else such clients send is not looked at. */
const LoginForm = z.object({
  username: z.string("must be given").min(1, "must not be empty").max(254, "is too long"),
  password: z.string("must be given").min(1, "must not be empty").max(1024, "is too long"),
});

const AccessToken = z.object({
  accessToken: z.string(),
  tokenType: z.literal("bearer"),
  expiresIn: z.int().meta({ description: "Seconds" }),
});

export const handler = resource({
  POST: endpoint({
    summary: "Sign in with username or e-mail and password; answers an access token",
    tag: "Sign-in",
    errors: ["unauthenticated", "too_many_requests"],
    examples: {
      "With username and password": {
        body: { username: "olga", password: "correct horse battery" },
        answer: { tokenType: "bearer", expiresIn: 1800 },
      },
      "With a wrong password": {
        body: { username: "olga", password: "guess" },
        status: 401,
      },
    },
    may: "anyone",
    body: LoginForm,
    bodyType: "form",
    answer: AccessToken,
    async handle({ state, body: { username, password }, address }) {
      const member = await checkCredentials(state.db, { login: username, password }, address);
      return {
        accessToken: await issueAccessToken(state.config, member),
        tokenType: "bearer" as const,
        expiresIn: state.config.accessTokenMinutes * 60,
      };
    },
  }),
});
