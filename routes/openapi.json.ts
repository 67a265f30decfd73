import { define } from "../define.ts";
import document from "../openapi.json" with { type: "json" };
import { requireDocs } from "./(_shared)/api_docs.ts";

const text = JSON.stringify(document);

/** The OpenAPI document, as it is committed. */
export const handler = define.handlers({
  GET(ctx) {
    requireDocs(ctx.state);
    return new Response(text, {
      headers: { "content-type": "application/json", "cache-control": "no-cache" },
    });
  },
});
