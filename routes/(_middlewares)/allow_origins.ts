import { cors } from "fresh";
import { define, type State } from "../../define.ts";
import { services } from "../../lib/platform/services.ts";

/** What a browser hands on to a page of another site. */
const EXPOSED = [
  "Content-Disposition",
  "Deprecation",
  "ETag",
  "Idempotent-Replayed",
  "Link",
  "Location",
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "Sunset",
  "X-RateLimit-Limit",
  "X-RateLimit-Remaining",
  "X-RateLimit-Reset",
  "X-Request-Id",
];

const HEADERS = [
  "Accept-Language",
  "Authorization",
  "Content-Type",
  "Idempotency-Key",
  "If-Match",
  "If-None-Match",
  "Last-Event-ID",
  "X-Request-Id",
];

const share = cors<State>({
  origin: (origin) => origin,
  allowHeaders: HEADERS,
  exposeHeaders: EXPOSED,
  credentials: true,
  maxAge: 7200,
});

/**
 * Lets pages of the sites that CORS_ORIGINS names call the API from a browser. To all others it
 * says nothing, so that their browsers keep the answers to themselves; the pages are never shared.
 */
export const allowOrigins = define.middleware(async (ctx) => {
  if (!ctx.url.pathname.startsWith("/api/")) return await ctx.next();
  // Before the services are laid down, because errors are shared too.
  const opened = await services().catch(() => undefined);
  const origins = opened?.config.corsOrigins ?? [];
  if (origins.length === 0) return await ctx.next();
  const isQuestion = ctx.req.method === "OPTIONS";
  const isAsked = !isQuestion || ctx.req.headers.has("access-control-request-method");
  if (isAsked && origins.includes(ctx.req.headers.get("origin") ?? "")) return await share(ctx);
  const response = await ctx.next();
  response.headers.append("vary", "Origin");
  return response;
});
