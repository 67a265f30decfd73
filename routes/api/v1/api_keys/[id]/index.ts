import {
  ApiKey,
  ApiKeyChange,
  changeApiKey,
  getApiKey,
  revokeApiKey,
} from "../../../../../lib/accounts/api_keys.ts";
import { resource } from "../../../../../lib/platform/endpoint.ts";
import { ById, endpoint } from "../../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "An API key, without its secret",
    tag: "API keys",
    examples: {
      "A key": { path: { id: SAMPLE.apiKey }, answer: { id: SAMPLE.apiKey } },
    },
    may: "keys:write",
    path: ById,
    answer: ApiKey,
    handle: ({ actor, state, path }) => getApiKey(actor, state.db, path.id),
  }),

  PATCH: endpoint({
    summary: "Change an API key's name, scopes or end",
    tag: "API keys",
    errors: ["conflict"],
    examples: {
      "Another name": {
        path: { id: SAMPLE.apiKey },
        body: { name: "Payroll" },
        answer: { name: "Payroll" },
      },
    },
    may: "keys:write",
    path: ById,
    body: ApiKeyChange,
    answer: ApiKey,
    handle: ({ actor, state, path, body }) => changeApiKey(actor, state.db, path.id, body),
  }),

  DELETE: endpoint({
    summary: "Revoke an API key, at once and for good",
    tag: "API keys",
    examples: { "A key": { path: { id: SAMPLE.apiKey } } },
    may: "keys:write",
    path: ById,
    async handle({ actor, state, path }) {
      await revokeApiKey(actor, state.db, path.id);
      return undefined;
    },
  }),
});
