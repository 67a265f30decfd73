import {
  getWorkspaceTier,
  setWorkspaceTier,
  TierChoice,
  WorkspaceTier,
} from "../../../../../lib/accounts/user_tiers.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The tier that a workspace has",
    tag: "Tiers",
    examples: { "None": { path: { id: SAMPLE.workspace }, answer: { tierId: null, tier: null } } },
    may: "superuser",
    path: ById,
    answer: WorkspaceTier,
    handle: ({ actor, state, path }) => getWorkspaceTier(actor, state.db, path.id),
  }),
  PATCH: endpoint({
    summary: "Give a workspace a tier; null takes it away",
    tag: "Tiers",
    description: "Its limits and quotas hold from now on, for keys and for members without a tier.",
    examples: {
      "None": {
        path: { id: SAMPLE.workspace },
        body: { tierId: null },
        answer: { workspaceId: SAMPLE.workspace, tierId: null },
      },
    },
    may: "superuser",
    path: ById,
    body: TierChoice,
    answer: WorkspaceTier,
    handle: ({ actor, state, path, body }) => setWorkspaceTier(actor, state.db, path.id, body),
  }),
});
