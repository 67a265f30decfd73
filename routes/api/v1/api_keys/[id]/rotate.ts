import { ApiKeyRotation, NewApiKey, rotateApiKey } from "../../../../../lib/accounts/api_keys.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  POST: endpoint({
    summary: "Give an API key a new secret; the present one holds for `overlap_hours`",
    tag: "API keys",
    errors: ["conflict"],
    examples: {
      "With a day to change over": { path: { id: SAMPLE.apiKey }, body: { overlapHours: 24 } },
      "Because it leaked": { path: { id: SAMPLE.apiKey }, body: { overlapHours: 0 } },
    },
    may: "keys:write",
    path: ById,
    body: ApiKeyRotation.prefault({}),
    answer: NewApiKey,
    handle: ({ actor, state, path, body }) => rotateApiKey(actor, state.db, path.id, body),
  }),
});
