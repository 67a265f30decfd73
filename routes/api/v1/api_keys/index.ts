import { z } from "zod";
import {
  ApiKey,
  ApiKeyInput,
  createApiKey,
  listApiKeys,
  NewApiKey,
} from "../../../../lib/accounts/api_keys.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { listFields, pageSchema } from "../../../../lib/platform/page_of.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The workspace's API keys: those that hold first, then the newest",
    tag: "API keys",
    examples: {
      "All keys": { answer: { data: [{ id: SAMPLE.apiKey, mode: "live", revokedAt: null }] } },
    },
    may: "keys:write",
    query: z.strictObject(listFields()),
    answer: pageSchema(ApiKey),
    handle: ({ actor, state, query }) => listApiKeys(actor, state.db, query),
  }),

  POST: endpoint({
    summary: "Make an API key; `key` is the secret, which is shown this once",
    tag: "API keys",
    description: "A scope to write brings the one to read along. A test key sees a sandbox with " +
      "the sample data and nothing of the workspace.",
    errors: ["conflict"],
    examples: {
      "For a nightly upload": {
        body: { name: "Nightly upload", scopes: ["resumes:write"] },
        answer: { name: "Nightly upload", scopes: ["resumes:read", "resumes:write"] },
      },
      "To try the API": {
        body: { name: "Trial", scopes: ["jobs:read", "evaluations:read"], mode: "test" },
        answer: { mode: "test" },
      },
    },
    may: "keys:write",
    body: ApiKeyInput,
    status: 201,
    answer: NewApiKey,
    handle: ({ actor, state, body }) => createApiKey(actor, state.db, body),
  }),
});
