/**
 * Ends with 0 when this container's process answers that it lives, on whichever of its ports it
 * listens: the web server on PORT, a worker on WORKER_PROBE_PORT. The image's health check.
 */
const PATIENCE_MS = 4000;

async function lives(port: string): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(`http://127.0.0.1:${port}/livez`, { signal });
  await response.body?.cancel();
  return response.ok;
}

const ports = ["PORT", "WORKER_PROBE_PORT"].map((name) => Deno.env.get(name)).filter(Boolean);
const answers = await Promise.allSettled(ports.map((port) => lives(port as string)));
Deno.exit(answers.some((one) => one.status === "fulfilled" && one.value) ? 0 : 1);
