import type { z } from "zod";
import { address, flag, oneOf, text } from "../setting_kinds.ts";

const GROUP = "Watching it (docs/watching.md)";
const PROTOCOLS = ["https:", "http:"];

export const WATCHING_SETTINGS = {
  LOG_FORMAT: oneOf(["pretty", "json"], {
    group: GROUP,
    about: "Lines for people, or one JSON object a line.",
    fallback: "pretty in local, else json",
  }).optional(),
  LOG_REQUESTS: flag({
    group: GROUP,
    about: "Write a line for each request: method, route, status, time and who, by ids alone.",
    fallback: "false in local, else true",
  }).optional(),
  OTEL_DENO: flag({
    group: GROUP,
    about: "Send spans and metrics by OTLP to OTEL_EXPORTER_OTLP_ENDPOINT, http://localhost:4318 " +
      "unless set. The runtime reads these and its other OTEL_ variables by itself.",
  }).default(false),
  SENTRY_DSN: address(PROTOCOLS, {
    group: GROUP,
    about: "Where errors are reported by Sentry's protocol: their kind, place and ids, no words.",
    fallback: "none are reported",
    secret: true,
  }).optional(),
  METRICS_TOKEN: text(16, 1024, {
    group: GROUP,
    about: "What Prometheus shows as a bearer token at /metrics.",
    fallback: "none: there is no /metrics",
    secret: true,
  }).optional(),
};

type Values = z.infer<z.ZodObject<typeof WATCHING_SETTINGS>>;

/** How a running process is watched. */
export interface WatchingConfig {
  readonly logFormat: "pretty" | "json";
  /** Whether each request is logged. */
  readonly logRequests: boolean;
  /** Where errors are reported; undefined: nowhere. */
  readonly sentryDsn: string | undefined;
  /** What is shown at /metrics; undefined: there is none. */
  readonly metricsToken: string | undefined;
}

export function watchingOf(values: Values, isLocal: boolean): WatchingConfig {
  return {
    logFormat: values.LOG_FORMAT ?? (isLocal ? "pretty" : "json"),
    logRequests: values.LOG_REQUESTS ?? !isLocal,
    sentryDsn: values.SENTRY_DSN,
    metricsToken: values.METRICS_TOKEN,
  };
}
