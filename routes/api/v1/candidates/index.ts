import { z } from "zod";
import { listPeople, PeopleListSort, Person } from "../../../../lib/hiring/candidates.ts";
import { TagName } from "../../../../lib/hiring/tags.ts";
import { resource } from "../../../../lib/platform/endpoint.ts";
import { cursorFields, cursorPageSchema } from "../../../../lib/platform/page_of.ts";
import { endpoint } from "../../(_shared)/endpoint.ts";
import { SAMPLE } from "../../(_shared)/samples.ts";

const PeopleQuery = z.strictObject({
  ...cursorFields(20, 100),
  tag: TagName.optional(),
  sort: PeopleListSort.default("change"),
});

export const handler = resource({
  GET: endpoint({
    summary: "The people of the workspace across jobs, the last changed first",
    tag: "Candidates",
    examples: {
      "Those with a tag": {
        query: { tag: "Referral", sort: "name" },
        answer: { data: [{ id: SAMPLE.candidate, tags: ["Referral"] }] },
      },
    },
    may: "candidates:read",
    query: PeopleQuery,
    answer: cursorPageSchema(Person),
    handle: ({ actor, state, query }) => listPeople(actor, state.db, query),
  }),
});
