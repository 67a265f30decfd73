import type { z } from "zod";
import { address, whole } from "../setting_kinds.ts";

const GROUP = "Storage (docs/operations/storage.md)";

export const VIRUS_SCAN_SETTINGS = {
  CLAMAV_URL: address(["tcp:", "unix:"], {
    group: GROUP,
    about:
      "ClamAV's daemon, such as tcp://clamav:3310 or unix:///run/clamav/clamd.ctl: no file is " +
      "read or downloaded before it was scanned.",
    fallback: "none: files are not scanned",
  }).optional(),
  CLAMAV_TIMEOUT_SECONDS: whole(1, 300, {
    group: GROUP,
    about: "How long a scan may take.",
  }).default(30),
};

type Values = z.infer<z.ZodObject<typeof VIRUS_SCAN_SETTINGS>>;

/** The daemon of a virus scanner. */
export interface VirusScanConfig {
  /** `tcp:` with host and port, or `unix:` with a path. */
  readonly url: string;
  /** How long one scan may take. */
  readonly timeoutMs: number;
}

/** Undefined: files are not scanned. */
export function virusScanOf(values: Values): VirusScanConfig | undefined {
  return values.CLAMAV_URL
    ? { url: values.CLAMAV_URL, timeoutMs: values.CLAMAV_TIMEOUT_SECONDS * 1000 }
    : undefined;
}
