import { z } from "zod";
import { bearerToken } from "../../../../../../lib/accounts/authenticate.ts";
import { listOwnSessions, OwnSession } from "../../../../../../lib/accounts/own_sessions.ts";
import { readAccessToken } from "../../../../../../lib/accounts/tokens.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { listFields, pageOfAll, pageSchema } from "../../../../../../lib/platform/page_of.ts";
import { endpoint } from "../../../../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Where one is signed in: browsers and programs, the last used first",
    tag: "Sign-in",
    examples: { "One's own": { answer: { page: 1, hasMore: false } } },
    may: "person",
    query: z.strictObject(listFields()),
    answer: pageSchema(OwnSession),
    async handle({ actor, state, query, request }) {
      const token = bearerToken(request.headers.get("authorization")) ?? "";
      const { familyId } = await readAccessToken(state.config, token);
      return pageOfAll(await listOwnSessions(actor, state, familyId), query);
    },
  }),
});
