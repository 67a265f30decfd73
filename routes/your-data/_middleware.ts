import { define } from "../../define.ts";

/** No cache keeps a candidate's page, no search engine its address, and no other site hears of it. */
export default define.middleware(async (ctx) => {
  const response = await ctx.next();
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-robots-tag", "noindex, nofollow, noarchive");
  return response;
});
