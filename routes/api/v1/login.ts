import { z } from "zod";
import { SecondFactorCode } from "../../../lib/accounts/second_factor.ts";
import { signInForTokens } from "../../../lib/accounts/token_sign_in.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { Id } from "../../../lib/platform/input.ts";
import { endpoint } from "../(_shared)/endpoint.ts";
import { answerTokens, TokensAnswer } from "../(_shared)/token_answers.ts";

/**
 * The form of OAuth 2's password grant, with the code of a second factor; what else such clients
 * send is not looked at.
 */
const LoginForm = z.object({
  username: z.string("must be given").min(1, "must not be empty").max(254, "is too long"),
  password: z.string("must be given").min(1, "must not be empty").max(1024, "is too long"),
  totp: SecondFactorCode.optional(),
  workspaceId: Id.optional(),
});

export const handler = resource({
  POST: endpoint({
    summary: "Sign in with username or e-mail and password; answers an access token",
    tag: "Sign-in",
    description:
      "Who has two-factor sign-in also sends `totp`: the code of their app, or a recovery code. " +
      "Without it, a right password is answered with `/problems/second_factor_required`. " +
      "`workspace_id` says in which of your workspaces the tokens are to work; otherwise it is the " +
      "one that you joined first.",
    errors: ["unauthenticated", "second_factor_required", "not_found", "too_many_requests"],
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
    repeat: "none",
    answer: TokensAnswer,
    async handle({ state, body, address, request }) {
      const { username: login, password, totp: code, workspaceId } = body;
      const userAgent = request.headers.get("user-agent");
      const signIn = { login, password, code, workspaceId, address, userAgent };
      return answerTokens(state, await signInForTokens(state, signIn));
    },
  }),
});
