import type { Context } from "../context.ts";
import { HttpError } from "../error.ts";
import type { Middleware } from "../types.ts";

/** What {@linkcode csrf} lets in. */
// deno-lint-ignore no-explicit-any -- works with every state
export interface CsrfOptions<State = any> {
  /** The origins that may send forms; the app's own when left out. */
  origin?: string | string[] | ((origin: string, context: Context<State>) => boolean);
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses with 403 what another site makes a browser send. A request that no browser made says
 * nothing of where it comes from, and passes.
 */
export function csrf<State>(options?: CsrfOptions): Middleware<State> {
  const isAllowed = (ctx: Context<State>): boolean => {
    const { method, headers } = ctx.req;
    if (SAFE.has(method)) return true;
    const site = headers.get("sec-fetch-site");
    if (site === "same-origin" || site === "none") return true;
    const origin = headers.get("origin");
    return origin === null ? site === null : isKnown(origin, ctx, options?.origin);
  };
  return (ctx) => {
    if (!isAllowed(ctx)) throw new HttpError(403);
    return ctx.next();
  };
}

function isKnown<State>(
  origin: string,
  ctx: Context<State>,
  allowed: CsrfOptions["origin"],
): boolean {
  if (allowed === undefined || allowed === "") return origin === ctx.url.origin;
  if (typeof allowed === "function") return allowed(origin, ctx);
  return Array.isArray(allowed) ? allowed.includes(origin) : origin === allowed;
}
