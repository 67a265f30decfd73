import { define } from "../../../../../define.ts";
import { getPoolSearch } from "../../../../../lib/hiring/talent_pool.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** How far the search of a job is, for the page that waits for it. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params }) {
    return Response.json(await getPoolSearch(actor, db, pathId(params.id)));
  },
});
