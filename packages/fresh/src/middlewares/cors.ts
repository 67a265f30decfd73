import type { Context } from "../context.ts";
import type { Middleware } from "../types.ts";

/** What {@linkcode cors} lets other sites do. */
export type CORSOptions<State> = {
  /** "*", one origin, some, or a function that gives the origin to allow. */
  origin:
    | string
    | string[]
    | ((origin: string, ctx: Context<State>) => string | undefined | null);
  /** Default: GET, HEAD, PUT, POST, DELETE, PATCH. */
  allowMethods?: string[];
  /** Default: what the browser asks for. */
  allowHeaders?: string[];
  /** Seconds for which a browser may remember the answer to its question. */
  maxAge?: number;
  credentials?: boolean;
  exposeHeaders?: string[];
};

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH"];

/** Tells browsers which other sites may call; answers their questions (OPTIONS) itself. */
export function cors<State>(options?: CORSOptions<State>): Middleware<State> {
  const settings: CORSOptions<State> = { origin: "*", allowMethods: METHODS, ...options };
  return async (ctx) => {
    const allowed = allowedOrigin(settings.origin, ctx);
    const vary = allowed === null || allowed === "*" ? [] : ["Origin"];
    if (ctx.req.method === "OPTIONS") return preflight(ctx, settings, allowed, vary);

    const response = await ctx.next();
    setShared(response.headers, settings, allowed);
    if (vary.length > 0) {
      const before = response.headers.get("vary")?.split(/\s*,\s*/) ?? [];
      response.headers.set("Vary", [...new Set([...vary, ...before])].join(", "));
    }
    return response;
  };
}

function allowedOrigin<State>(
  origin: CORSOptions<State>["origin"],
  ctx: Context<State>,
): string | null {
  const asking = ctx.req.headers.get("origin") ?? "";
  if (typeof origin === "function") return origin(asking, ctx) || null;
  if (origin === "*") return origin;
  const known = Array.isArray(origin) ? origin : [origin];
  return known.includes(asking) ? asking : null;
}

function setShared<State>(
  headers: Headers,
  { credentials, exposeHeaders }: CORSOptions<State>,
  allowed: string | null,
): void {
  if (allowed !== null) headers.set("Access-Control-Allow-Origin", allowed);
  if (credentials) headers.set("Access-Control-Allow-Credentials", "true");
  if (exposeHeaders?.length) {
    headers.set("Access-Control-Expose-Headers", exposeHeaders.join(","));
  }
}

function preflight<State>(
  ctx: Context<State>,
  settings: CORSOptions<State>,
  allowed: string | null,
  vary: string[],
): Response {
  const headers = new Headers();
  setShared(headers, settings, allowed);
  const { maxAge, allowMethods, allowHeaders } = settings;
  if (maxAge !== undefined) headers.set("Access-Control-Max-Age", String(maxAge));
  if (allowMethods?.length) headers.set("Access-Control-Allow-Methods", allowMethods.join(","));

  const asked = ctx.req.headers.get("access-control-request-headers")?.split(/\s*,\s*/) ?? [];
  const allow = allowHeaders?.length ? allowHeaders : asked;
  if (allow.length > 0) {
    headers.set("Access-Control-Allow-Headers", allow.join(","));
    vary = [...vary, "Access-Control-Request-Headers"];
  }
  if (vary.length > 0) headers.set("Vary", vary.join(", "));
  return new Response(null, { status: 204, statusText: "No Content", headers });
}
