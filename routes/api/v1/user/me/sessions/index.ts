import { z } from "zod";
import {
  endOtherSessions,
  listOwnSessions,
  OwnSession,
} from "../../../../../../lib/accounts/own_sessions.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { listFields, pageOfAll, pageSchema } from "../../../../../../lib/platform/page_of.ts";
import { endpoint } from "../../../../(_shared)/endpoint.ts";
import { tokenOf } from "../../../../(_shared)/own_token.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Where one is signed in: browsers and programs, the last used first",
    tag: "Sign-in",
    examples: { "One's own": { answer: { page: 1, hasMore: false } } },
    may: "person",
    query: z.strictObject(listFields()),
    answer: pageSchema(OwnSession),
    async handle({ actor, state, query, request }) {
      const { familyId } = await tokenOf(state, request);
      return pageOfAll(await listOwnSessions(actor, state, familyId), query);
    },
  }),

  DELETE: endpoint({
    summary: "Sign out everywhere else: of every browser and program but the one that asks",
    tag: "Sign-in",
    examples: { "All others": {} },
    may: "person",
    async handle({ actor, state, request }) {
      const { familyId } = await tokenOf(state, request);
      await endOtherSessions(actor, state, { familyId });
      return undefined;
    },
  }),
});
