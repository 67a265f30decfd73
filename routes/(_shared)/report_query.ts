import { z } from "zod";
import { ReportPeriod, type ReportQuery } from "../../lib/hiring/reports.ts";
import { Id } from "../../lib/platform/input.ts";
import { readQuery } from "./forms.ts";

const ReportPageQuery = z.object({
  // A list's first choice, all jobs, is sent as an empty field.
  job: z.union([z.literal("").transform(() => undefined), Id]).optional(),
  period: ReportPeriod.default("90"),
});

/**
 * Reads what a report's address asks for: its page and the tables taken from it.
 *
 * @throws {NotFound} If a value is none that reports know.
 */
export function readReportQuery(url: URL): ReportQuery {
  return readQuery(url, ReportPageQuery);
}
