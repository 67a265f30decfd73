import type { Language } from "../lib/talent/types.ts";
import { formatNumber } from "./format.ts";

/** A size in bytes as "412 KB", "3.8 MB" or "76.5 GB", in steps of 1024 as the limits are. */
export function formatSize(language: Language, bytes: number): string {
  if (bytes < 1000) return `${formatNumber(language, bytes)} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 999.5) return `${formatNumber(language, Math.ceil(kilobytes))} KB`;
  const megabytes = kilobytes / 1024;
  if (megabytes < 999.5) return `${formatNumber(language, megabytes)} MB`;
  return `${formatNumber(language, megabytes / 1024)} GB`;
}
