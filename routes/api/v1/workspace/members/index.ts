import { z } from "zod";
import { listMembers, WorkspaceMember } from "../../../../../lib/accounts/members.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "Who is in the workspace, by name",
    tag: "Workspace",
    examples: { "All": { answer: { data: [{ userId: SAMPLE.member, role: "viewer" }] } } },
    may: "members:read",
    answer: z.object({ data: z.array(WorkspaceMember) }),
    async handle({ actor, state }) {
      return { data: await listMembers(actor, state.db) };
    },
  }),
});
