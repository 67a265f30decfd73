import { define } from "../../define.ts";

/** Sends a path of the API with a slash behind it to the one without: `/api/v1/user/me/`. */
export const dropSlash = define.middleware((ctx) => {
  const { pathname, search } = ctx.url;
  if (!pathname.endsWith("/") || !/^\/api\/.*[^/]\/+$/.test(pathname)) return ctx.next();
  const location = pathname.replace(/\/+$/, "") + search;
  return new Response(null, { status: 308, headers: { location } });
});
