import { z } from "zod";
import { listMembers, WorkspaceMember } from "../../../../../lib/accounts/members.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { listFields, pageOfAll, pageSchema } from "../../../../../lib/platform/page_of.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Who is in the workspace, by name",
    tag: "Workspace",
    examples: { "All": { answer: { data: [{ userId: SAMPLE.member, role: "viewer" }] } } },
    may: "members:read",
    query: z.strictObject(listFields()),
    answer: pageSchema(WorkspaceMember),
    handle: async ({ actor, state, query }) => pageOfAll(await listMembers(actor, state.db), query),
  }),
});
