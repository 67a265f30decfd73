import { z } from "zod";
import {
  Invitation,
  InvitationInput,
  invite,
  listInvitations,
} from "../../../../../lib/accounts/invitations.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { listFields, pageOfAll, pageSchema } from "../../../../../lib/platform/page_of.ts";
import { endpoint, languageOf } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The invitations that nobody has taken yet; the last first",
    tag: "Workspace",
    examples: { "All": { answer: { data: [{ id: SAMPLE.invitation, role: "viewer" }] } } },
    may: "members:write",
    query: z.strictObject(listFields()),
    answer: pageSchema(Invitation),
    handle: async ({ actor, state, query }) =>
      pageOfAll(await listInvitations(actor, state.db), query),
  }),

  POST: endpoint({
    summary: "Invite somebody by a mailed link, which works once, for 7 days",
    tag: "Workspace",
    errors: ["conflict", "too_many_requests"],
    examples: {
      "A recruiter": {
        body: { email: "eva@example.com", role: "recruiter" },
        answer: { email: "eva@example.com", role: "recruiter" },
      },
    },
    may: "members:write",
    body: InvitationInput,
    status: 201,
    answer: Invitation,
    handle: ({ actor, state, body }) => invite(actor, state, body, languageOf({ actor, state })),
  }),
});
