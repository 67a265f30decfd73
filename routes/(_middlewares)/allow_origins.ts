import { type Context, cors } from "fresh";
import { define, type State } from "../../define.ts";
import { HEADERS, PARAMETERS } from "../../lib/platform/openapi_headers.ts";
import { openedServices, services } from "../../lib/platform/services.ts";
import { secure } from "./secure_headers.ts";

/** What a browser lets a page of another origin send: all that the API reads. */
const TAKEN = ["Authorization", "Content-Type", "Traceparent", ...Object.keys(PARAMETERS)];

const share = cors<State>({
  origin: (origin) => origin,
  allowHeaders: TAKEN,
  exposeHeaders: Object.keys(HEADERS),
  maxAge: 7200,
});

/**
 * Lets pages of the sites that CORS_ORIGINS names call the API from a browser, by a token or a key:
 * cookies are of use to pages of our own origin alone, so credentials are not let through. To all
 * others it says nothing, so that their browsers keep the answers to themselves; the pages are never shared.
 */
export const allowOrigins = define.middleware((ctx) => {
  // Before the services are laid down, because errors are shared too.
  const origins = openedServices()?.config.corsOrigins;
  const isShared = ctx.url.pathname.startsWith("/api/") && origins?.length !== 0;
  return isShared ? allow(ctx) : ctx.next();
});

async function allow(ctx: Context<State>): Promise<Response> {
  const opened = await services().catch(() => undefined);
  const origins = opened?.config.corsOrigins ?? [];
  if (origins.length === 0) return await ctx.next();
  const isQuestion = ctx.req.method === "OPTIONS";
  const isAsked = !isQuestion || ctx.req.headers.has("access-control-request-method");
  if (isAsked && origins.includes(ctx.req.headers.get("origin") ?? "")) {
    const response = await share(ctx);
    return isQuestion ? secure(ctx, response) : response; // a question goes no further
  }
  const response = await ctx.next();
  response.headers.append("vary", "Origin");
  return response;
}
