import ipaddr from "ipaddr.js";

/** Proxies whose word on the client's address is taken. */
export class TrustedProxies {
  readonly #ranges: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][];

  /** @param ranges Addresses and networks (`10.0.0.0/8`), as the settings have checked them. */
  constructor(ranges: readonly string[]) {
    this.#ranges = ranges.map((range) => ipaddr.parseCIDR(isNetwork(range) ? range : alone(range)));
  }

  /**
   * The client's address: that of the connection, unless it is a trusted proxy's; then the last
   * address of `X-Forwarded-For` that is not one. What stands before that, anybody can have
   * written.
   */
  clientOf(remote: string, forwardedFor: string | null): string {
    if (this.#ranges.length === 0) return remote;
    let client = remote;
    for (const told of (forwardedFor ?? "").split(",").toReversed()) {
      if (!this.#isTrusted(client)) return client;
      const address = withoutPort(told.trim());
      if (!isAddress(address)) return client;
      client = address;
    }
    return client;
  }

  #isTrusted(address: string): boolean {
    if (!isAddress(address)) return false;
    const parsed = ipaddr.process(address); // an IPv4 address that came over IPv6 is one
    return this.#ranges.some(([range, bits]) =>
      range.kind() === parsed.kind() && parsed.match(range as ipaddr.IPv4 & ipaddr.IPv6, bits)
    );
  }
}

/** Whether a setting may name it: an IP address or network. */
export function isAddressRange(text: string): boolean {
  return isNetwork(text) ? ipaddr.isValidCIDR(text) : isAddress(text);
}

/** What a caller's address is counted by; of IPv6 the network of 64 bits, a host has all of that. */
export function networkOf(address: string): string {
  if (!isAddress(address)) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return parsed.parts.slice(0, 4).map((part) => part.toString(16)).join(":");
}

/** A host as it stands in a URL: an IPv6 address in brackets. */
export function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** Without the short forms of old, such as `127.1`. */
function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
}

function isNetwork(text: string): boolean {
  return text.includes("/");
}

function alone(address: string): string {
  return `${address}/${ipaddr.parse(address).kind() === "ipv4" ? 32 : 128}`;
}

/** Some proxies write `192.0.2.1:4711` or `[2001:db8::1]:4711`. */
function withoutPort(told: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(told)?.[1] ?? /^([\d.]+):\d+$/.exec(told)?.[1] ?? told;
}
