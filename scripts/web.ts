/**
 * The web server as a process of its own: serves the built app until it is asked to stop.
 *
 * With WORKER_INLINE=true it runs the worker as well.
 */
import { loadConfig } from "../lib/platform/config.ts";
import { untilReachable } from "../lib/platform/database_faults.ts";
import { isDraining, startDraining } from "../lib/platform/draining.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { endEventStreams } from "../lib/platform/event_stream.ts";
import { closeLog, configureLog, logger } from "../lib/platform/log.ts";
import { refuseNewerSchema } from "../lib/platform/migrate.ts";
import {
  closeSharedServices,
  openServices,
  type Services,
  shareServices,
} from "../lib/platform/services.ts";
import { stopSignal } from "../lib/platform/stopping.ts";
import { startTelemetry } from "../lib/platform/telemetry/start.ts";
import { WEB_SERVER } from "./local/web_build.ts";

/** What a build writes: see packages/fresh. */
interface BuiltApp {
  readonly default: { fetch(request: Request, info: Deno.ServeHandlerInfo): Promise<Response> };
}

/** Serves until the process is asked to stop. */
export async function runWeb(): Promise<void> {
  const signal = stopSignal();
  const env = readEnv();
  const config = loadConfig(env);
  await configureLog(config);
  const [services, { default: app }] = await Promise.all([
    // A statement outlives no request; the tasks of a worker may take longer.
    openServices(config, config.worker.inline ? undefined : config.request.timeoutMs),
    import(WEB_SERVER.href) as Promise<BuiltApp>,
  ]);
  shareServices(services);
  try {
    await untilReachable(() => refuseNewerSchema(services.db));
    const figures = startTelemetry(env, services);
    const working = config.worker.inline ? runInline(services, signal) : undefined;
    await serve(app, services, signal);
    await working;
    await figures.stop();
  } finally {
    await closeSharedServices();
    await closeLog();
  }
}

async function serve(
  app: BuiltApp["default"],
  { config }: Services,
  signal: AbortSignal,
): Promise<void> {
  const server = Deno.serve({
    hostname: config.host,
    port: config.port,
    automaticCompression: true,
    onListen: ({ hostname, port }) =>
      logger("web").debug("Listening on {hostname}:{port}", { hostname, port }),
  }, (request, info) => {
    const { method } = request;
    const answered = app.fetch(request, info as Deno.ServeHandlerInfo);
    const measured = method === "HEAD" ? answered.then(unmeasured) : answered;
    return isDraining() ? measured.then(farewell) : measured;
  });
  await new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", resolve, { once: true });
  });
  startDraining();
  await new Promise((resolve) => setTimeout(resolve, config.drainMs));
  // They never end by themselves; browsers come back to whoever listens next.
  endEventStreams();
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, config.shutdownMs);
  await Promise.race([server.shutdown(), late]);
  clearTimeout(timer);
}

/**
 * Deno says `content-length: 0` of what has no body. An answer to HEAD may not, unless GET would
 * have none either (RFC 9110, 8.6); of a stream it says nothing.
 */
function unmeasured(response: Response): Response {
  const { body, status, headers } = response;
  if (body !== null || status === 204 || status === 304 || headers.has("content-length")) {
    return response;
  }
  return new Response(ReadableStream.from([]), response);
}

/** Has a client connect elsewhere for what it asks next. */
function farewell(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set("connection", "close");
  return new Response(response.body, { status: response.status, headers });
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
