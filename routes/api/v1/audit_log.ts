import { z } from "zod";
import { AuditEntry } from "../../../lib/accounts/audit_entries.ts";
import { AuditFilter, listAuditLog } from "../../../lib/accounts/audit_log.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { cursorFields, cursorPageSchema } from "../../../lib/platform/page_of.ts";
import { endpoint } from "../(_shared)/endpoint.ts";
import { SAMPLE } from "../(_shared)/samples.ts";

export const handler = resource({
  GET: endpoint({
    summary: "What was done in the workspace: by whom, when, on what; the latest first",
    tag: "Audit log",
    description: "`actor_id` is of a person or an API key; `from` and `to` are days in UTC, both " +
      "counted in. What an entry is about is null when it is no longer there.",
    examples: {
      "Who made and changed keys": {
        query: { group: "access", targetId: SAMPLE.apiKey },
        answer: { data: [{ action: "api_key.created", group: "access" }] },
      },
    },
    may: "audit:read",
    query: z.strictObject({ ...cursorFields(50, 200), ...AuditFilter.shape }),
    answer: cursorPageSchema(AuditEntry),
    handle: ({ actor, state, query }) => listAuditLog(actor, state.db, query),
  }),
});
