import { define } from "../../../../define.ts";
import { docsAsset } from "../../../../lib/platform/docs_assets.ts";
import { NotFound } from "../../../../lib/platform/errors.ts";
import { requireDocs } from "../../../(_shared)/api_docs.ts";

/** A file of the documentation's pages. Its address changes with it, so that it can be kept. */
export const handler = define.handlers({
  async GET(ctx) {
    requireDocs(ctx.state);
    const { bytes, type, hash } = await docsAsset(ctx.params.name ?? "");
    if (ctx.params.hash !== hash) throw new NotFound("There is nothing at this address");
    const reach = ctx.state.config.environment === "local" ? "public" : "private";
    return new Response(bytes, {
      headers: {
        "content-type": type,
        "cache-control": `${reach}, max-age=31536000, immutable`,
      },
    });
  },
});
