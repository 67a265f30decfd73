import { define } from "../define.ts";
import { answerMetrics } from "../lib/platform/telemetry/metrics_answer.ts";

/** For Prometheus, by METRICS_TOKEN. */
export const handler = define.handlers({
  GET: ({ req, state }) => answerMetrics(req, state.config),
});
