import { refreshTokens } from "../../../lib/accounts/refresh.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { Unauthenticated } from "../../../lib/platform/errors.ts";
import { endpoint } from "../(_shared)/endpoint.ts";
import {
  answerTokens,
  cookieToken,
  RefreshTokenBody,
  TokensAnswer,
} from "../(_shared)/token_answers.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Exchange the refresh token, of the cookie or the body, for the next tokens",
    tag: "Sign-in",
    description:
      "A refresh token is good for one exchange. One that comes a second time ends the " +
      "sign-in, but for 30 seconds it gives the same next token once more: to calls at once, and " +
      "to who never got the answer.",
    errors: ["unauthenticated", "forbidden"],
    examples: {
      "With a token that is none": { body: { refreshToken: "old" }, status: 401 },
    },
    may: "anyone",
    repeat: "none",
    body: RefreshTokenBody,
    answer: TokensAnswer,
    async handle({ state, body, request }) {
      const token = body?.refreshToken ?? cookieToken(request);
      if (token) return answerTokens(state, await refreshTokens(state, token));
      throw new Unauthenticated(
        "There is no refresh token in the cookie or the body: sign in at /api/v1/login",
      );
    },
  }),
});
