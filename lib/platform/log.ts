import {
  configure,
  getLogger,
  getStreamSink,
  jsonLinesFormatter,
  type Logger,
} from "@logtape/logtape";
import { getAnsiColorFormatter } from "@logtape/logtape";
import { AsyncLocalStorage } from "node:async_hooks";
import type { Config } from "./config.ts";

/** The logger of one part of the product, such as "queue" or "http". Silent until configured. */
export function logger(part: string): Logger {
  return getLogger(["talent", part]);
}

/**
 * Sends the log to stderr: readable lines in `local`, one JSON object a line elsewhere.
 * Messages name ids and counts, never secrets or what a résumé says.
 */
export async function configureLog(
  config: Pick<Config, "environment" | "logLevel">,
): Promise<void> {
  const formatter = config.environment === "local"
    ? getAnsiColorFormatter({ timestamp: "time", categoryColor: null })
    : jsonLinesFormatter;
  await configure({
    reset: true,
    sinks: { stderr: getStreamSink(Deno.stderr.writable, { formatter }) },
    contextLocalStorage: new AsyncLocalStorage(),
    loggers: [
      { category: ["talent"], sinks: ["stderr"], lowestLevel: config.logLevel },
      { category: ["logtape", "meta"], sinks: ["stderr"], lowestLevel: "warning" },
    ],
  });
}
