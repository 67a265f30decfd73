import { z } from "zod";
import { revokePageLink } from "../../../../../../lib/hiring/privacy/page_links.ts";
import { resource } from "../../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../../lib/platform/input.ts";
import { endpoint } from "../../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../../(_shared)/samples.ts";

export const handler = resource({
  DELETE: endpoint({
    summary: "Revoke a link to a person's own page",
    tag: "Candidates",
    examples: {
      "It went to the wrong address": { path: { id: SAMPLE.candidate, linkId: SAMPLE.pageLink } },
    },
    may: "candidates:write",
    path: z.strictObject({ id: Id, linkId: Id }),
    async handle({ actor, state, path }) {
      await revokePageLink(actor, state.db, path.id, path.linkId);
      return undefined;
    },
  }),
});
