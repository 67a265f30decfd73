import { z } from "zod";
import { define } from "../../../../define.ts";
import { listQuotes } from "../../../../lib/hiring/quotes.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { readQuery } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

const QuotesQuery = z.object({ resume: Id });

/** The quotes behind one row of the ranking, asked for when somebody points at its marks. */
export const handler = define.handlers({
  async GET({ state: { actor, db }, params, url }) {
    const { resume } = readQuery(url, QuotesQuery);
    return Response.json(await listQuotes(actor, db, pathId(params.id), resume));
  },
});
