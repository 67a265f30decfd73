import { sql } from "kysely";
import type { Services } from "../lib/platform/services.ts";
import { processUse } from "./http/process_use.ts";

/**
 * Processor time that the PostgreSQL and Redis behind these services have used so far, in seconds;
 * undefined where they do not run on this machine.
 */
export async function serversCpuSeconds({ db, redis }: Services): Promise<number | undefined> {
  const { rows: [row] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const redisPid = Number(/process_id:(\d+)/.exec(await redis.queue.info("server"))?.[1]);
  const postmaster = row && parentOf(row.pid);
  const redisUse = tryUse(redisPid);
  if (postmaster === undefined || redisUse === undefined) return undefined;
  let sum = redisUse;
  for (const { name } of Deno.readDirSync("/proc")) {
    if (/^\d+$/.test(name) && parentOf(Number(name)) === postmaster) {
      sum += tryUse(Number(name)) ?? 0;
    }
  }
  return sum;
}

/** The process that started another one (proc(5)); undefined when that has ended. */
function parentOf(pid: number): number | undefined {
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

function tryUse(pid: number): number | undefined {
  try {
    return processUse(pid)?.cpuSeconds;
  } catch {
    return undefined;
  }
}
