import { z } from "zod";
import {
  listPageLinks,
  PageLink,
  PageLinkInput,
  sendPageLink,
} from "../../../../../../lib/hiring/privacy/page_links.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { listFields, pageOfAll, pageSchema } from "../../../../../../lib/platform/page_of.ts";
import { ById, endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The links to their own page that were mailed to a person, the last first",
    tag: "Candidates",
    description: "At most 50; those that expired more than a month ago are gone.",
    examples: {
      "One that works": {
        path: { id: SAMPLE.candidate },
        answer: { data: [{ id: SAMPLE.pageLink, isUsable: true }] },
      },
    },
    may: "candidates:read",
    path: ById,
    query: z.strictObject(listFields()),
    answer: pageSchema(PageLink),
    handle: async ({ actor, state, path, query }) =>
      pageOfAll(await listPageLinks(actor, state.db, path.id), query),
  }),
  POST: endpoint({
    summary: "Mail a person the link to their own page, where they see what is kept of them",
    tag: "Candidates",
    description:
      "It goes to their e-mail address, works for 30 days without signing in, and takes the place of " +
      "an earlier one. Its secret is in the mail alone. There they read what is kept and how their " +
      "résumé was judged, consent to be kept longer, take their data along, and make requests. A " +
      "sandbox sends no mail.",
    errors: ["conflict", "too_many_requests"],
    examples: {
      "In Dutch": {
        path: { id: SAMPLE.candidate },
        body: { language: "nl" },
        answer: { candidateId: SAMPLE.candidate, isUsable: true, openedAt: null },
      },
    },
    may: "candidates:write",
    path: ById,
    body: PageLinkInput,
    status: 201,
    answer: PageLink,
    handle: ({ actor, state, path, body }) => sendPageLink(actor, state, path.id, body),
  }),
});
