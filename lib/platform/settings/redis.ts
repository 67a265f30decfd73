import type { z } from "zod";
import { inUrl } from "../network.ts";
import { address, host, matching, port, whole } from "../setting_kinds.ts";
import type { Missing, Provided } from "./provided.ts";

const GROUP = "Redis";
const PROTOCOLS = ["redis:", "rediss:"];

export const REDIS_SETTINGS = {
  REDIS_URL: address(PROTOCOLS, {
    group: GROUP,
    about: "A Redis (7 or later) or Valkey server. Without it, one is started in DATA_DIR (local).",
    fallback: "from REDIS_QUEUE_HOST when that is set",
  }).optional(),
  REDIS_QUEUE_URL: address(PROTOCOLS, {
    group: GROUP,
    about: "The server for the task stream and for progress.",
    fallback: "REDIS_QUEUE_HOST and _PORT, else REDIS_URL",
  }).optional(),
  REDIS_CACHE_URL: address(PROTOCOLS, {
    group: GROUP,
    about: "The server for caches; may forget at any time.",
    fallback: "REDIS_CACHE_HOST and _PORT, else REDIS_URL",
  }).optional(),
  REDIS_RATE_LIMIT_URL: address(PROTOCOLS, {
    group: GROUP,
    about: "The server that counts requests.",
    fallback: "REDIS_RATE_LIMIT_HOST and _PORT, else REDIS_URL",
  }).optional(),
  REDIS_QUEUE_HOST: host({ group: GROUP, about: "Host of the queue's server." }).optional(),
  REDIS_QUEUE_PORT: port({ group: GROUP, about: "Port beside it." }).default(6379),
  REDIS_CACHE_HOST: host({ group: GROUP, about: "Host of the cache's server." }).optional(),
  REDIS_CACHE_PORT: port({ group: GROUP, about: "Port beside it." }).default(6379),
  REDIS_RATE_LIMIT_HOST: host({ group: GROUP, about: "Host of the counting server." })
    .optional(),
  REDIS_RATE_LIMIT_PORT: port({ group: GROUP, about: "Port beside it." }).default(6379),
  CACHE_TIMEOUT_MS: whole(10, 60_000, {
    group: GROUP,
    about: "How long the cache's server is waited for; later, what it keeps is made anew instead.",
  }).default(500),
  REDIS_PREFIX: matching(/^[a-z0-9:_-]{0,40}$/, "at most 40 of a-z, 0-9, `:`, `_` and `-`", {
    group: GROUP,
    about: "Stands before every key, for a server shared with other programs.",
  }).default("talent:"),
};

type Values = z.infer<z.ZodObject<typeof REDIS_SETTINGS>>;

export interface RedisConfig {
  readonly queueUrl: string;
  readonly cacheUrl: string;
  readonly rateLimitUrl: string;
  readonly prefix: string;
}

/** @throws {ConfigError} When an address is missing. */
export function redisOf(values: Values, provided: Provided, missing: Missing): RedisConfig {
  return {
    queueUrl: provided.queueUrl ?? missing("REDIS_URL"),
    cacheUrl: provided.cacheUrl ?? missing("REDIS_URL"),
    rateLimitUrl: provided.rateLimitUrl ?? missing("REDIS_URL"),
    prefix: values.REDIS_PREFIX,
  };
}

/** The addresses that are set; undefined: none is. */
export function redisUrlsOf(
  values: Values,
): Pick<Provided, "queueUrl" | "cacheUrl" | "rateLimitUrl"> {
  const server = (url: string | undefined, host: string | undefined, port: number) =>
    url ?? (host === undefined ? values.REDIS_URL : `redis://${inUrl(host)}:${port}`);
  return {
    queueUrl: server(values.REDIS_QUEUE_URL, values.REDIS_QUEUE_HOST, values.REDIS_QUEUE_PORT),
    cacheUrl: server(values.REDIS_CACHE_URL, values.REDIS_CACHE_HOST, values.REDIS_CACHE_PORT),
    rateLimitUrl: server(
      values.REDIS_RATE_LIMIT_URL,
      values.REDIS_RATE_LIMIT_HOST,
      values.REDIS_RATE_LIMIT_PORT,
    ),
  };
}
