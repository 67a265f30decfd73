import ipaddr from "ipaddr.js";
import { lookup } from "node:dns/promises";

/** An address that a name leads to. */
export interface Resolved {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Finds the addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly Resolved[]>;

/** Thrown where something may not be sent to. */
export class ForbiddenAddress extends Error {
  override readonly name = "ForbiddenAddress";
}

/**
 * Whether an address is one of the public internet: not of a private network, this machine, the
 * link (where clouds tell their secrets), a tunnel into one of these, or reserved.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address); // takes IPv4 out of IPv6
  return parsed.range() === "unicast";
}

/** The system's own resolver, with all that it knows. */
export const resolveBySystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, verbatim: true })) as Resolved[];

/**
 * The address to connect to, which is the one that was checked: a name that leads elsewhere a
 * moment later changes nothing.
 *
 * @param hostname As `URL.hostname` has it.
 * @throws {ForbiddenAddress} If any of its addresses is not public, unless that is allowed.
 */
export async function addressOf(
  hostname: string,
  { allowPrivate, resolve = resolveBySystem }: {
    readonly allowPrivate: boolean;
    readonly resolve?: Resolve | undefined;
  },
): Promise<Resolved> {
  const literal = hostname.replace(/^\[(.*)\]$/, "$1");
  const found: readonly Resolved[] = ipaddr.isValid(literal)
    ? [{ address: literal, family: literal.includes(":") ? 6 : 4 }]
    : await resolve(hostname);
  const [first] = found;
  if (!first) throw new ForbiddenAddress("The name of the host leads nowhere");
  if (!allowPrivate && !found.every(({ address }) => isPublicAddress(address))) {
    throw new ForbiddenAddress("The host is in a private network, where nothing is sent to");
  }
  return first;
}

/** Why a URL cannot be a webhook's; undefined when it can, as far as it says itself. */
export function faultOfUrl(text: string, allowPrivate: boolean): string | undefined {
  if (!URL.canParse(text)) return "must be a URL";
  const url = new URL(text);
  const protocols = allowPrivate ? ["https:", "http:"] : ["https:"];
  if (!protocols.includes(url.protocol)) return "must begin with https://";
  if (url.username || url.password) return "must not hold a name or a password";
  if (url.hash) return "must not have a fragment";
  const literal = url.hostname.replace(/^\[(.*)\]$/, "$1");
  if (!allowPrivate && ipaddr.isValid(literal) && !isPublicAddress(literal)) {
    return "must lead to the public internet";
  }
  return undefined;
}
