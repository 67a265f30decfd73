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
 * Sends the log to stderr: readable lines, or one JSON object a line.
 * Messages name ids and counts, never secrets or what a résumé says.
 */
export async function configureLog(
  config: Pick<Config, "logFormat" | "logLevel">,
): Promise<void> {
  const formatter = config.logFormat === "pretty"
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
