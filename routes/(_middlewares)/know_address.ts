import { define } from "../../define.ts";
import type { Config } from "../../lib/platform/config.ts";
import { TrustedProxies } from "../../lib/platform/network.ts";

const proxiesOf = new WeakMap<Config, TrustedProxies>();

/** Says where the request comes from, for what is counted by address. */
export const knowAddress = define.middleware((ctx) => {
  const { config } = ctx.state;
  const proxies = proxiesOf.get(config) ?? new TrustedProxies(config.trustedProxies);
  proxiesOf.set(config, proxies);
  const { remoteAddr } = ctx.info;
  const remote = "hostname" in remoteAddr ? remoteAddr.hostname : "local";
  ctx.state.address = proxies.clientOf(remote, ctx.req.headers.get("x-forwarded-for"));
  return ctx.next();
});
