import type { Config } from "./config.ts";
import type { ContainerRole } from "./settings/storage.ts";

/** What a process of the product does: serves, or works; a web server may do both. */
export type Reaching = "web" | "worker";

/** Where Amazon ECS lends a task its role's credentials; a relative address is one of it. */
const ECS_ENDPOINT = "http://169.254.170.2";

/** The ports that are meant where a URL names none. */
const PORTS: Readonly<Record<string, number>> = {
  "postgres:": 5432,
  "postgresql:": 5432,
  "redis:": 6379,
  "rediss:": 6379,
  "smtp:": 587,
  "smtps:": 465,
  "http:": 80,
  "https:": 443,
  "tcp:": 3310,
};

/**
 * What a process of the product connects to and listens on, by its settings: `host:port` each, or
 * `unix:` with a path, as Deno's `--allow-net` has them. It is all that the process may reach;
 * webhooks, which go wherever customers say, are sent by another one (webhooks/sender.ts).
 */
export function hostsOf(config: Config, reaching: Reaching): string[] {
  const isWorking = reaching === "worker" || config.worker.inline;
  const { database, redis, storage, virusScan, sentryDsn, mail, languageModel } = config;
  return [
    ...new Set([
      ...listensOn(config, reaching),
      ...hostsIn(database.url, redis.queueUrl, redis.cacheUrl, redis.rateLimitUrl),
      ...hostsIn(...addressesOf(storage.s3), virusScan?.url, sentryDsn),
      ...(isWorking ? hostsIn(mail.smtpUrl, languageModel?.url) : []),
    ]),
  ];
}

/** The hosts that URLs of settings name, with the port that is meant where none is given. */
export function hostsIn(...urls: readonly (string | undefined)[]): string[] {
  return urls.flatMap((url) => url === undefined ? [] : hostsOfUrl(new URL(url)));
}

/** A path that a socket of Unix has among the hosts; undefined: it is a host and port. */
export function socketOf(host: string): string | undefined {
  return host.startsWith("unix:") ? host.slice("unix:".length) : undefined;
}

function listensOn({ host, port, worker: { probePort } }: Config, reaching: Reaching): string[] {
  const own = reaching === "web" ? port : probePort;
  return own === undefined ? [] : [`${inUrl(host)}:${own}`];
}

function hostsOfUrl({ protocol, hostname, port, pathname }: URL): string[] {
  if (protocol === "unix:") return [`unix:${pathname}`];
  // PostgreSQL's may name several servers, or the folder of a socket.
  const names = decodeURIComponent(hostname || "localhost").split(",");
  const reached = port || PORTS[protocol];
  return names.map((name) =>
    name.startsWith("/") ? `unix:${name}/.s.PGSQL.${reached}` : `${name}:${reached}`
  );
}

/** The bucket by both of its names, and who lends the credentials for it. */
function addressesOf(s3: Config["storage"]["s3"]): string[] {
  if (!s3) return [];
  const endpoint = new URL(s3.endpoint);
  if (!s3.isPathStyle) endpoint.hostname = `${s3.bucket}.${endpoint.hostname}`;
  return [endpoint.href, ...(s3.key || !s3.role ? [] : lenderOf(s3.role))];
}

function lenderOf({ relativeUri, fullUri }: ContainerRole): string[] {
  if (relativeUri !== undefined) return [ECS_ENDPOINT];
  return fullUri === undefined || !URL.canParse(fullUri) ? [] : [fullUri];
}

function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
