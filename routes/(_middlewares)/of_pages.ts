import type { Middleware } from "fresh";
import type { State } from "../../define.ts";

/**
 * Leaves the API out: it has no files and no policy with a nonce, and it takes no cookie, so that
 * nobody can be tricked into a form there. The two operations that take one look for themselves.
 */
export function ofPages(middleware: Middleware<State>): Middleware<State> {
  return (ctx) => ctx.url.pathname.startsWith("/api/") ? ctx.next() : middleware(ctx);
}

/** Leaves the pages out. */
export function ofApi(middleware: Middleware<State>): Middleware<State> {
  return (ctx) => ctx.url.pathname.startsWith("/api/") ? middleware(ctx) : ctx.next();
}
