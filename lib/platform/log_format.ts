import { getAnsiColorFormatter, jsonLinesFormatter, type TextFormatter } from "@logtape/logtape";
import type { Config } from "./config.ts";

/** How a line of the log is written: for people, or as one JSON object. */
export function formatterOf(logFormat: Config["logFormat"]): TextFormatter {
  return logFormat === "pretty"
    ? getAnsiColorFormatter({ timestamp: "time", categoryColor: null })
    : jsonLinesFormatter;
}
