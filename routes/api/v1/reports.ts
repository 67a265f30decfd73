import { z } from "zod";
import { workspaceTags } from "../../../lib/accounts/cache_tags.ts";
import { getReport, Report, ReportPeriod } from "../../../lib/hiring/reports.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { Id } from "../../../lib/platform/input.ts";
import { endpoint } from "../(_shared)/endpoint.ts";
import { SAMPLE } from "../(_shared)/samples.ts";

const ReportQuery = z.strictObject({
  job: Id.optional(),
  period: ReportPeriod.default("90"),
});

export const handler = resource({
  GET: endpoint({
    summary: "What became of the résumés that came in: stages, times, grades, refusals, overrides",
    tag: "Reports",
    errors: ["not_found"],
    examples: {
      "Of one job, of thirty days": { query: { job: SAMPLE.job, period: "30" } },
    },
    may: "reports:read",
    query: ReportQuery,
    answer: Report,
    cache: {
      prefix: "report",
      tags: ({ actor }) => workspaceTags(actor.workspaceId),
      expirySeconds: 60, // its periods end now
    },
    handle: ({ actor, state: { db }, query }) => getReport(actor, db, query),
  }),
});
