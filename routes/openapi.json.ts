import { define } from "../define.ts";
import { etagOf, isKnown, PRIVATE, publicFor } from "../lib/platform/http_cache.ts";
import document from "../openapi.json" with { type: "json" };
import { requireDocs } from "./(_shared)/api_docs.ts";

const text = JSON.stringify(document);
const etag = etagOf(text);

/** The OpenAPI document, as it is committed. Where everybody may see it, anybody may keep it. */
export const handler = define.handlers({
  GET({ req, state }) {
    requireDocs(state);
    const { environment, clientCacheSeconds } = state.config;
    const headers = {
      "content-type": "application/json",
      "cache-control": environment === "local" ? publicFor(clientCacheSeconds) : PRIVATE,
      etag,
    };
    return isKnown(req, etag)
      ? new Response(null, { status: 304, headers })
      : new Response(text, { headers });
  },
});
