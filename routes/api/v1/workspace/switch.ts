import { z } from "zod";
import { bearerToken } from "../../../../lib/accounts/authenticate.ts";
import { switchTokens } from "../../../../lib/accounts/token_workspace.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { toSnakeKeys } from "../../../../lib/platform/snake_case.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";
import { TokensAnswer } from "../../(_shared)/token_answers.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Work in another workspace of yours: answers an access token for it",
    tag: "Sign-in",
    description:
      "The sign-in moves: its access tokens for the workspace before are refused from now on, and " +
      "its refresh token stays and renews the new one. To work in two at once, sign in twice, with " +
      "`workspace_id`. `GET /user/me` lists the workspaces that you are in.",
    errors: ["not_found"],
    examples: {
      "To the same one": {
        body: { workspaceId: SAMPLE.workspace },
        answer: { tokenType: "bearer", expiresIn: 1800 },
      },
    },
    may: "person",
    repeat: "none",
    body: z.strictObject({ workspaceId: Id }),
    answer: TokensAnswer,
    async handle({ actor, state, body, request }) {
      const token = bearerToken(request.headers.get("authorization")) ?? "";
      const moved = await switchTokens(actor, state, { token, workspaceId: body.workspaceId });
      const { accessToken, expiresInSeconds: expiresIn } = moved;
      const answer: z.infer<typeof TokensAnswer> = { accessToken, tokenType: "bearer", expiresIn };
      return Response.json(toSnakeKeys(answer));
    },
  }),
});
