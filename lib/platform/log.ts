import {
  configure,
  dispose,
  getLogger,
  getStreamSink,
  type Logger,
  type Sink,
} from "@logtape/logtape";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Config } from "./config.ts";
import { formatterOf } from "./log_format.ts";
import { openErrorReports } from "./telemetry/error_reports.ts";

/** The logger of one part of the product, such as "queue" or "http". Silent until configured. */
export function logger(part: string): Logger {
  return getLogger(["talent", part]);
}

/**
 * Sends the log to stderr: readable lines, or one JSON object a line; errors also to where they are
 * reported, if anywhere. Messages name ids and counts, never secrets or what a résumé says.
 */
export async function configureLog(
  { logFormat, logLevel, sentryDsn, environment }: Pick<
    Config,
    "logFormat" | "logLevel" | "sentryDsn" | "environment"
  >,
): Promise<void> {
  const sinks: Record<string, Sink> = {
    stderr: getStreamSink(Deno.stderr.writable, { formatter: formatterOf(logFormat) }),
    ...(sentryDsn ? { reports: await openErrorReports(sentryDsn, environment) } : {}),
  };
  await configure({
    reset: true,
    sinks,
    contextLocalStorage: new AsyncLocalStorage(),
    loggers: [
      { category: ["talent"], sinks: Object.keys(sinks), lowestLevel: logLevel },
      { category: ["logtape", "meta"], sinks: ["stderr"], lowestLevel: "warning" },
    ],
  });
}

/** Sends what is still to be sent; nothing is logged after it. */
export async function closeLog(): Promise<void> {
  await dispose();
}
