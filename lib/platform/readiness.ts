import { isDraining } from "./draining.ts";
import { checkRedis, type PartHealth, within } from "./health.ts";
import { type SchemaState, schemaState } from "./migrate.ts";
import type { Services } from "./services.ts";

/** Whether this process should be sent work, and what speaks for and against it. */
export interface Readiness {
  readonly ready: boolean;
  readonly postgres: PartHealth;
  readonly redis: PartHealth;
  /** "unknown" while PostgreSQL is away. */
  readonly schema: SchemaState | "unknown";
  /** Whether it is about to stop. */
  readonly draining: boolean;
}

/** The servers that answered once: what they name is right, and their loss is no mistake of ours. */
const seen = new WeakSet<Services["redis"]>();

/**
 * Asks PostgreSQL and Redis, and waits two seconds at most.
 *
 * A Redis that answered before may be away: all is served without it, and to take every process out
 * of service at once would make an outage of a delay. So may a schema be newer: that is a version
 * which is being installed while this one still answers. See docs/adr/0038.
 */
export async function checkReadiness(services: Services): Promise<Readiness> {
  const [schema, redis] = await Promise.all([
    within<SchemaState | "unknown">(schemaState(services.db), "unknown"),
    checkRedis(services.redis),
  ]);
  if (redis === "ok") seen.add(services.redis);
  const draining = isDraining();
  return {
    ready: (schema === "current" || schema === "newer") && seen.has(services.redis) && !draining,
    postgres: schema === "unknown" ? "away" : "ok",
    redis,
    schema,
    draining,
  };
}
