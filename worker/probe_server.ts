import { answerLivez, answerReadyz } from "../lib/platform/probes.ts";
import type { Services } from "../lib/platform/services.ts";
import { answerMetrics } from "../lib/platform/telemetry/metrics_answer.ts";

/**
 * Answers probes on WORKER_PROBE_PORT until `signal` aborts; nothing where it is not set.
 *
 * @throws When something else listens there.
 */
export async function answerProbes(services: Services, signal: AbortSignal): Promise<void> {
  const { host, worker: { probePort } } = services.config;
  if (probePort === undefined) return;
  const server = Deno.serve(
    { hostname: host, port: probePort, signal, onListen: () => {} },
    (request) => answer(services, request),
  );
  await server.finished;
}

async function answer(services: Services, request: Request): Promise<Response> {
  switch (new URL(request.url).pathname) {
    case "/livez":
      return answerLivez();
    case "/readyz":
      return await answerReadyz(services);
    case "/metrics":
      return await answerMetrics(request, services.config);
    default:
      return new Response("Not found", { status: 404 });
  }
}
