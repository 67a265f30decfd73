import { createHash, timingSafeEqual } from "node:crypto";
import type { Config } from "../config.ts";
import { registry } from "./instruments.ts";

/**
 * What the instruments have counted, in Prometheus's text format, for who shows METRICS_TOKEN as a
 * bearer token: 401 for others, 404 where no token is set.
 */
export async function answerMetrics(
  request: Request,
  { metricsToken }: Pick<Config, "metricsToken">,
): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  if (metricsToken === undefined) return new Response("Not found\n", { status: 404, headers });
  const [, token = ""] = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (!isSame(token, metricsToken)) {
    const challenge = { ...headers, "www-authenticate": 'Bearer realm="metrics"' };
    return new Response("METRICS_TOKEN is not shown\n", { status: 401, headers: challenge });
  }
  const text = await registry.metrics();
  return new Response(text, { headers: { ...headers, "content-type": registry.contentType } });
}

/** In the same time, whatever differs. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
