import { define } from "../../define.ts";
import { NotFound } from "../../lib/platform/errors.ts";

/** Where the API has nothing, so that this too is answered as a problem and not as a page. */
export const handler = define.handlers((ctx) => {
  throw new NotFound(`There is nothing at ${ctx.url.pathname}: docs/api.md lists what there is`);
});
