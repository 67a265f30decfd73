/**
 * The product on Deno Deploy: the built app, and the worker while there is something to do. It
 * starts no process and writes no file. `docs/deploy/deno-deploy.md` tells how it is set up.
 */
import { loadConfig } from "../lib/platform/config.ts";
import { untilReachable } from "../lib/platform/database_faults.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { closeLog, configureLog } from "../lib/platform/log.ts";
import { refuseNewerSchema } from "../lib/platform/migrate.ts";
import { closeSharedServices, openServices, shareServices } from "../lib/platform/services.ts";
import { stopSignal } from "../lib/platform/stopping.ts";
import { startTelemetry } from "../lib/platform/telemetry/start.ts";
import { WorkWhenNeeded } from "../worker/work_when_needed.ts";
import { type BuiltApp, serveApp } from "./local/serve_app.ts";
import { WEB_SERVER } from "./local/web_build.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

const signal = stopSignal();
const env = readEnv();
const config = loadConfig(env);
await configureLog(config);
const services = await openServices(config, { isAnswering: true });
shareServices(services);
await untilReachable(() => refuseNewerSchema(services.db));
const figures = startTelemetry(env, services);
const work = new WorkWhenNeeded(services, signal);
// What is due later, and what an instance that was ended has left.
Deno.cron("Work", "* * * * *", { signal }, () => work.wake());

const { default: app } = await import(WEB_SERVER.href) as BuiltApp;
await serveApp(app, config, signal, ({ method }, { status }) => {
  if (!READS.has(method) && status < 400) void work.wake();
});
await work.wake(); // comes to its end, since it is to stop
await figures.stop();
await closeSharedServices();
await closeLog();
Deno.exit(0);
