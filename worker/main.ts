import { loadConfig } from "../lib/platform/config.ts";
import { untilReachable } from "../lib/platform/database_faults.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { closeLog, configureLog, logger } from "../lib/platform/log.ts";
import { refuseNewerSchema } from "../lib/platform/migrate.ts";
import { SCHEDULE } from "../lib/platform/schedule.ts";
import { closeServices, openServices } from "../lib/platform/services.ts";
import { stopSignal } from "../lib/platform/stopping.ts";
import { startTelemetry } from "../lib/platform/telemetry/start.ts";
import { answerProbes } from "./probe_server.ts";
import { registry } from "./registry.ts";
import { runWorker } from "./run_worker.ts";
import { planHousekeeping } from "./tasks/housekeeping.ts";

/** The worker as a process of its own: works until it is asked to stop. */
export async function runWorkerProcess(): Promise<void> {
  const signal = stopSignal();
  const env = readEnv();
  const config = loadConfig(env);
  await configureLog(config);
  const services = await openServices(config);
  try {
    await untilReachable(() => refuseNewerSchema(services.db));
    const figures = startTelemetry(env, services);
    await planHousekeeping(services.db);
    logger("worker").debug("The worker runs {concurrency} tasks at once", {
      concurrency: config.worker.concurrency,
    });
    await Promise.all([
      runWorker(services, { signal, registry, schedule: SCHEDULE }),
      answerProbes(services, signal),
    ]);
    await figures.stop();
  } finally {
    await closeServices(services);
    await closeLog();
  }
}

if (import.meta.main) {
  await runWorkerProcess();
  // Readers of documents may keep threads for later.
  Deno.exit(0);
}
