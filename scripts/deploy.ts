/**
 * The product on Deno Deploy: the built app, and the worker while there is something to do. It
 * starts no process and writes no file. `docs/deploy/deno-deploy.md` tells how it is set up.
 */
import { loadConfig } from "../lib/platform/config.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { configureLog } from "../lib/platform/log.ts";
import { refuseNewerSchema } from "../lib/platform/migrate.ts";
import { closeSharedServices, openServices, shareServices } from "../lib/platform/services.ts";
import { stopSignal } from "../lib/platform/stopping.ts";
import { WorkWhenNeeded } from "../worker/work_when_needed.ts";
import { WEB_SERVER } from "./local/web_build.ts";

/** What a build writes: see packages/fresh. */
interface BuiltApp {
  readonly default: { fetch(request: Request, info: Deno.ServeHandlerInfo): Promise<Response> };
}

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

const signal = stopSignal();
const config = loadConfig(readEnv());
await configureLog(config);
const services = await openServices(config);
shareServices(services);
await refuseNewerSchema(services.db);
const work = new WorkWhenNeeded(services, signal);
// What is due later, and what an instance that was ended has left.
Deno.cron("Work", "* * * * *", { signal }, () => work.wake());

const { default: app } = await import(WEB_SERVER.href) as BuiltApp;
const server = Deno.serve({
  hostname: config.host,
  port: config.port,
  signal,
  onListen: () => {},
}, async (request, info) => {
  const response = await app.fetch(request, info as Deno.ServeHandlerInfo);
  if (!READS.has(request.method) && response.status < 400) void work.wake();
  return response;
});
await server.finished;
await work.wake(); // comes to its end, since it is to stop
await closeSharedServices();
Deno.exit(0);
