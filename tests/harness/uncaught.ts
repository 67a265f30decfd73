/** A process that tells spans, and then fails in a way that nothing catches. */
import { loadConfig } from "../../lib/platform/config.ts";
import { readEnv } from "../../lib/platform/env_file.ts";
import { openServices } from "../../lib/platform/services.ts";
import { startTelemetry } from "../../lib/platform/telemetry/start.ts";
import { inRootSpan } from "../../lib/platform/telemetry/tracing.ts";

const env = readEnv();
startTelemetry(env, await openServices(loadConfig(env)));
await inRootSpan("work", null, {}, () => Promise.resolve());
setTimeout(() => {
  throw new Error("nobody catches this");
});
