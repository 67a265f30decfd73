import type { Context } from "../context.ts";
import type { Middleware } from "../types.ts";
import { isInBlock, readAddress } from "./ip_address.ts";

/** Addresses and CIDR blocks, IPv4 and IPv6. */
export interface IpFilterRules {
  /** Never let in. */
  denyList?: string[];
  /** When there are any, no others are let in. */
  allowList?: string[];
}

export interface IpFilterOptions {
  /** Answers in place of the 403. */
  onError?: <State>(
    remote: { addr: string; type: Deno.NetworkInterfaceInfo["family"] | undefined },
    ctx: Context<State>,
  ) => Response | Promise<Response>;
}

/** Lets requests in by the address that they come from. */
export function ipFilter<State>(
  rules: IpFilterRules,
  options?: IpFilterOptions,
): Middleware<State> {
  const { denyList = [], allowList = [] } = rules;
  return (ctx) => {
    const { remoteAddr } = ctx.info;
    if (remoteAddr.transport !== "tcp" && remoteAddr.transport !== "udp") return ctx.next();

    const addr = remoteAddr.hostname;
    const address = readAddress(addr);
    if (address === null) return forbidden();
    const matches = (block: string) => isInBlock(address, block);
    const isAllowed = allowList.length === 0 || allowList.some(matches);
    if (isAllowed && !denyList.some(matches)) return ctx.next();
    return options?.onError?.({ addr, type: address.family }, ctx) ?? forbidden();
  };
}

function forbidden(): Response {
  return new Response("Forbidden", { status: 403 });
}
