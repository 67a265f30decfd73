import type { Env } from "../config.ts";
import type { Services } from "../services.ts";
import { recordRedisSpans } from "./redis_spans.ts";
import { isTracing, startTracing } from "./tracing.ts";
import { watchServices } from "./watched.ts";

/**
 * Has a process of the product watched: spans, where the runtime records them, and figures.
 *
 * @throws {UnsafeTracing} When the environment would have more told than may be.
 */
export function startTelemetry(env: Env, services: Services): void {
  startTracing(env);
  if (isTracing()) recordRedisSpans();
  watchServices(services);
}
