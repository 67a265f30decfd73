/**
 * A process that uses up a limit as fast as it can, from several clients at once: prints what
 * became of each use as a line of JSON. Input is JSON in the first argument.
 */
import { loadConfig } from "../../lib/platform/config.ts";
import { countUse } from "../../lib/platform/rate_limit.ts";
import { closeRedis, openRedis } from "../../lib/platform/redis.ts";

/** What the process is to do. */
export interface LimitClientInput {
  readonly subject: string;
  readonly limit: number;
  readonly periodSeconds: number;
  readonly clients: number;
  readonly forMs: number;
}

/** One use; its moment lies between the two times, in milliseconds of this machine's clock. */
export interface UseRecord {
  readonly before: number;
  readonly after: number;
  readonly cost: number;
  readonly isAllowed: boolean;
}

async function main({ subject, clients, forMs, ...rest }: LimitClientInput): Promise<void> {
  const redis = await openRedis(loadConfig(Deno.env.toObject()).redis);
  const limit = { id: "test", name: "test", ...rest };
  const now = () => performance.timeOrigin + performance.now();
  const until = now() + forMs;
  const records: UseRecord[] = [];
  await Promise.all(Array.from({ length: clients }, async (_, client) => {
    for (let turn = client; now() < until; turn++) {
      const cost = 1 + turn % 3;
      const before = now();
      const { isAllowed } = await countUse(redis, { subject, limits: [limit], cost });
      records.push({ before, after: now(), cost, isAllowed });
    }
  }));
  closeRedis(redis);
  console.log(JSON.stringify(records));
}

if (import.meta.main) {
  await main(JSON.parse(Deno.args[0] ?? ""));
  Deno.exit(0);
}
