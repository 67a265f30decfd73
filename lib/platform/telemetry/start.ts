import type { Env } from "../config.ts";
import type { Services } from "../services.ts";
import { watchTheEnd } from "./end_watch.ts";
import { RecentFigures } from "./recent_figures.ts";
import { recordRedisSpans } from "./redis_spans.ts";
import { isTracing, startTracing } from "./tracing.ts";
import { watchServices } from "./watched.ts";

/**
 * Has a process of the product watched: spans, where the runtime records them, and figures. With
 * spans, an error that nobody catches ends the process from here on.
 *
 * @returns What adds up the figures of the last day; the caller stops it before the services close.
 * @throws {UnsafeTracing} When the environment would have more told than may be.
 */
export function startTelemetry(env: Env, services: Services): RecentFigures {
  startTracing(env);
  if (isTracing()) {
    recordRedisSpans();
    watchTheEnd(services.config);
  }
  watchServices(services);
  return new RecentFigures(services.db);
}
