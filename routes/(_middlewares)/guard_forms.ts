import { csrf } from "fresh";
import { define, type State } from "../../define.ts";

const sameOrigin = csrf<State>();

/**
 * Refuses forms of other sites. The API takes no cookie, so nobody can be tricked there; the two
 * operations that take one look for themselves.
 */
export const guardForms = define.middleware((ctx) =>
  ctx.url.pathname.startsWith("/api/") ? ctx.next() : sameOrigin(ctx)
);
