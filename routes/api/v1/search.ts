import { z } from "zod";
import { Hit, searchPeople } from "../../../lib/hiring/search.ts";
import { MAX_SEARCH } from "../../../lib/hiring/search_query.ts";
import { TagName } from "../../../lib/hiring/tags.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { text } from "../../../lib/platform/input.ts";
import { listFields, pageSchema } from "../../../lib/platform/page_of.ts";
import { endpoint } from "../(_shared)/endpoint.ts";
import { SAMPLE } from "../(_shared)/samples.ts";

const SearchParameters = z.strictObject({
  ...listFields(20, 50),
  q: text(1, MAX_SEARCH),
  tag: TagName.optional(),
});

export const handler = resource({
  GET: endpoint({
    summary: "Find people by name, e-mail address, tag and what their résumés say",
    tag: "Search",
    examples: {
      "A word of a résumé": {
        query: { q: "developer" },
        answer: { data: [{ id: SAMPLE.candidate }], isMore: false },
      },
    },
    may: "candidates:read",
    query: SearchParameters,
    answer: pageSchema(Hit).extend({ isMore: z.boolean() }),
    handle: ({ actor, state, query }) => searchPeople(actor, state.db, query),
  }),
});
