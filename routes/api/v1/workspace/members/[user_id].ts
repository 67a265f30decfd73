import { z } from "zod";
import {
  changeRole,
  MemberChange,
  removeMember,
  WorkspaceMember,
} from "../../../../../lib/accounts/members.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { Id } from "../../../../../lib/platform/input.ts";
import { endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

const ByUserId = z.object({ userId: Id });

export const handler = resource({
  PATCH: endpoint({
    summary: "Give a member another role",
    tag: "Workspace",
    description: "A workspace keeps at least one owner (409).",
    errors: ["conflict"],
    examples: {
      "To recruiter": {
        path: { userId: SAMPLE.member },
        body: { role: "recruiter" },
        answer: { userId: SAMPLE.member, role: "recruiter" },
      },
    },
    may: "members:write",
    path: ByUserId,
    body: MemberChange,
    answer: WorkspaceMember,
    handle: ({ actor, state, path, body }) => changeRole(actor, state.db, path.userId, body),
  }),

  DELETE: endpoint({
    summary: "Take a member out of the workspace; their account stays",
    tag: "Workspace",
    description:
      "Their sessions and tokens for it end. A workspace keeps at least one owner (409).",
    errors: ["conflict"],
    examples: { "Out": { path: { userId: SAMPLE.member } } },
    may: "members:write",
    path: ByUserId,
    handle: ({ actor, state, path }) =>
      removeMember(actor, state.db, path.userId) as Promise<undefined>,
  }),
});
