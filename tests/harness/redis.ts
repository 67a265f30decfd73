import { freePort } from "../../scripts/local/processes.ts";
import { type LocalRedis, startRedis } from "../../scripts/local/redis.ts";
import { privateServices } from "./services.ts";

/** A Redis for one test, to be hurt. Its address stays the same over restarts. */
export interface OwnRedis extends AsyncDisposable {
  readonly url: string;
  /** Kills it with -9; what it held is gone. */
  kill(): Promise<void>;
  /** Starts it again, empty, at the same address. */
  start(): Promise<void>;
}

/** Starts a Redis that keeps nothing. */
export async function ownRedis(): Promise<OwnRedis> {
  const { redisProgram } = await privateServices();
  const folder = await Deno.makeTempDir({ prefix: "talent-redis-" });
  const port = freePort();
  const password = crypto.randomUUID();
  const launch = () => startRedis(redisProgram, folder, { persistent: false, port, password });
  let server: LocalRedis | undefined = await launch();
  return {
    url: server.url,
    async kill() {
      await server?.kill();
      server = undefined;
    },
    async start() {
      server ??= await launch();
    },
    async [Symbol.asyncDispose]() {
      await server?.stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
