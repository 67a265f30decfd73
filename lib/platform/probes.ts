import { checkReadiness } from "./readiness.ts";
import type { Services } from "./services.ts";

const HEADERS = { "cache-control": "no-store" } as const;

/** Says that the process runs and answers; asks nobody else. */
export function answerLivez(): Response {
  return Response.json({ status: "ok" }, { headers: HEADERS });
}

/** Says whether this process should be sent work: 200, or 503 with the reason. */
export async function answerReadyz(services: Services): Promise<Response> {
  const readiness = await checkReadiness(services);
  return Response.json(readiness, { status: readiness.ready ? 200 : 503, headers: HEADERS });
}
