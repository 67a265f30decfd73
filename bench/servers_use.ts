import { sql } from "kysely";
import type { Services } from "../lib/platform/services.ts";
import { childrenOf, parentOf, tryUse } from "./http/process_use.ts";

/**
 * Processor time that the PostgreSQL and Redis behind these services have used so far, in seconds;
 * undefined where they do not run on this machine.
 */
export async function serversCpuSeconds({ db, redis }: Services): Promise<number | undefined> {
  const { rows: [row] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const redisPid = Number(/process_id:(\d+)/.exec(await redis.queue.info("server"))?.[1]);
  const postmaster = row && parentOf(row.pid);
  const redisUse = tryUse(redisPid)?.cpuSeconds;
  if (postmaster === undefined || redisUse === undefined) return undefined;
  return childrenOf(postmaster).reduce(
    (sum, pid) => sum + (tryUse(pid)?.cpuSeconds ?? 0),
    redisUse,
  );
}
