import { define } from "../../define.ts";
import type { Config } from "../../lib/platform/config.ts";

/** Asked by an address, from within: they tell nothing that depends on a name. */
const PROBES = new Set(["/livez", "/readyz", "/metrics"]);

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const ANY_ADDRESS = new Set(["0.0.0.0", "::"]);

/**
 * Answers only under the names that are ours, 421 under others: a page that a stranger's name leads
 * to this address would else be of that stranger's origin (DNS rebinding).
 */
export const checkHost = define.middleware((ctx) => {
  const { hostname, pathname } = ctx.url;
  const names = namesOf(ctx.state.config);
  if (!names || names.has(hostname) || PROBES.has(pathname)) return ctx.next();
  return new Response(NOT_OURS, { status: 421, headers: { "cache-control": "no-store" } });
});

const NOT_OURS = "This is not a name of this server: see PUBLIC_URL and ALLOWED_HOSTS\n";

const known = new WeakMap<Config, ReadonlySet<string> | "any">();

/** Undefined where any name will do: on a machine that serves its own network. */
function namesOf(config: Config): ReadonlySet<string> | undefined {
  const names = known.get(config) ?? namesBy(config);
  known.set(config, names);
  return names === "any" ? undefined : names;
}

function namesBy({ environment, host, publicUrl, allowedHosts }: Config) {
  const names = [new URL(publicUrl).hostname, ...allowedHosts];
  if (environment !== "local") return new Set(names);
  return ANY_ADDRESS.has(host) ? "any" : new Set([...names, ...LOOPBACK, host]);
}
