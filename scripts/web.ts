/**
 * The web server as a process of its own: serves the built app until it is asked to stop.
 *
 * With WORKER_INLINE=true it runs the worker as well.
 */
import { loadConfig } from "../lib/platform/config.ts";
import { untilReachable } from "../lib/platform/database_faults.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { closeLog, configureLog } from "../lib/platform/log.ts";
import { refuseNewerSchema } from "../lib/platform/migrate.ts";
import {
  closeSharedServices,
  openServices,
  type Services,
  shareServices,
} from "../lib/platform/services.ts";
import { stopSignal } from "../lib/platform/stopping.ts";
import { startTelemetry } from "../lib/platform/telemetry/start.ts";
import { type BuiltApp, serveApp } from "./local/serve_app.ts";
import { WEB_SERVER } from "./local/web_build.ts";

/** Serves until the process is asked to stop. */
export async function runWeb(): Promise<void> {
  const signal = stopSignal();
  const env = readEnv();
  const config = loadConfig(env);
  await configureLog(config);
  const [services, { default: app }] = await Promise.all([
    // A statement outlives no request; those of tasks may take longer.
    openServices(config, {
      isAnswering: true,
      ...(config.worker.inline ? {} : { statementMs: config.request.timeoutMs }),
    }),
    import(WEB_SERVER.href) as Promise<BuiltApp>,
  ]);
  shareServices(services);
  try {
    await untilReachable(() => refuseNewerSchema(services.db));
    const figures = startTelemetry(env, services);
    const working = config.worker.inline ? runInline(services, signal) : undefined;
    await serveApp(app, config, signal);
    await working;
    await figures.stop();
  } finally {
    await closeSharedServices();
    await closeLog();
  }
}

async function runInline(services: Services, signal: AbortSignal): Promise<void> {
  const [{ runWorker }, { registry }, { planHousekeeping }, { SCHEDULE }] = await Promise.all([
    import("../worker/run_worker.ts"),
    import("../worker/registry.ts"),
    import("../worker/tasks/housekeeping.ts"),
    import("../lib/platform/schedule.ts"),
  ]);
  await planHousekeeping(services.db);
  await runWorker(services, { signal, registry, schedule: SCHEDULE });
}

if (import.meta.main) {
  await runWeb();
  Deno.exit(0);
}
