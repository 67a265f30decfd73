import { z } from "zod";
import { resource } from "../../../lib/platform/endpoint.ts";
import { checkHealth, isHealthy } from "../../../lib/platform/health.ts";
import { endpoint } from "../(_shared)/endpoint.ts";

const part = z.enum(["ok", "away"]);

const HealthAnswer = z.object({
  status: z.enum(["ok", "degraded"]),
  postgres: part,
  redis: part,
  worker: part,
});

export const handler = resource({
  GET: endpoint({
    summary: "Whether PostgreSQL, Redis and a worker answer; 503 when one does not",
    tag: "Service",
    examples: {
      "All is well": { answer: { status: "ok", postgres: "ok", redis: "ok", worker: "ok" } },
    },
    may: "anyone",
    cost: 0, // whoever watches over it is not to be refused
    answer: HealthAnswer,
    otherAnswers: { 503: HealthAnswer },
    async handle({ state }) {
      const health = await checkHealth(state);
      const isWhole = isHealthy(health);
      const answer = { status: isWhole ? "ok" : "degraded", ...health };
      return Response.json(answer, { status: isWhole ? 200 : 503 });
    },
  }),
});
