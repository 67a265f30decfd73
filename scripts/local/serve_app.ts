import type { Config } from "../../lib/platform/config.ts";
import { isDraining, startDraining } from "../../lib/platform/draining.ts";
import { endEventStreams } from "../../lib/platform/event_stream.ts";
import { logger } from "../../lib/platform/log.ts";

/** What a build writes: see packages/fresh. */
export interface BuiltApp {
  readonly default: { fetch(request: Request, info: Deno.ServeHandlerInfo): Promise<Response> };
}

/**
 * Serves the built app until `signal` aborts, and then lets it come to its end: not ready for
 * `DRAIN_SECONDS` while it still answers, then without event streams, and what is under way within
 * `SHUTDOWN_SECONDS`.
 *
 * @param answered Told of each answer.
 */
export async function serveApp(
  app: BuiltApp["default"],
  config: Pick<Config, "host" | "port" | "drainMs" | "shutdownMs">,
  signal: AbortSignal,
  answered?: (request: Request, response: Response) => void,
): Promise<void> {
  const server = Deno.serve({
    hostname: config.host,
    port: config.port,
    automaticCompression: true,
    onListen: ({ hostname, port }) =>
      logger("web").debug("Listening on {hostname}:{port}", { hostname, port }),
  }, (request, info) => {
    const { method } = request;
    const made = app.fetch(request, info as Deno.ServeHandlerInfo);
    if (answered) void made.then((response) => answered(request, response), () => {});
    const measured = method === "HEAD" ? made.then(unmeasured) : made;
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
