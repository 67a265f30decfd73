import { z } from "zod";
import { listUsers, MAX_USER_SEARCH, USER_SORTS } from "../../../lib/accounts/user_list.ts";
import { User } from "../../../lib/accounts/user_rows.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { text } from "../../../lib/platform/input.ts";
import { cursorFields, cursorPageSchema, sortField } from "../../../lib/platform/page_of.ts";
import { endpoint } from "../(_shared)/endpoint.ts";

export const handler = resource({
  GET: endpoint({
    summary: "The users of the installation, deleted ones too; the last made first",
    tag: "Users",
    examples: {
      "By a part of the name": { query: { q: "olga" }, answer: { data: [{ username: "olga" }] } },
    },
    may: "superuser",
    query: z.strictObject({
      ...cursorFields(),
      sort: sortField(USER_SORTS).default("-created_at"),
      q: text(1, MAX_USER_SEARCH).optional(),
    }),
    answer: cursorPageSchema(User),
    handle: ({ actor, state, query }) => listUsers(actor, state.db, query),
  }),
});
