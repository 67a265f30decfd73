import assert from "node:assert/strict";
import { isAddressRange, networkOf, TrustedProxies } from "./network.ts";

Deno.test("TrustedProxies believes nobody by default", () => {
  assert.equal(new TrustedProxies([]).clientOf("192.0.2.7", "198.51.100.1"), "192.0.2.7");
});

Deno.test("TrustedProxies takes the last address that is no proxy's", () => {
  const proxies = new TrustedProxies(["10.0.0.0/8", "2001:db8:1::/48", "192.0.2.1"]);
  const cases: [remote: string, forwardedFor: string | null, client: string][] = [
    ["203.0.113.5", "198.51.100.1", "203.0.113.5"], // who connects is no proxy: a made-up header
    ["10.1.2.3", null, "10.1.2.3"],
    ["10.1.2.3", "198.51.100.1", "198.51.100.1"],
    ["10.1.2.3", "6.6.6.6, 198.51.100.1", "198.51.100.1"], // the client wrote the first itself
    ["10.1.2.3", "198.51.100.1, 10.9.9.9, 192.0.2.1", "198.51.100.1"],
    ["::ffff:10.1.2.3", "198.51.100.1:4711", "198.51.100.1"],
    ["2001:db8:1::9", "[2001:db8:2::1]:4711", "2001:db8:2::1"],
    ["10.1.2.3", "unknown", "10.1.2.3"],
    ["10.1.2.3", "198.51.100.1, nonsense", "10.1.2.3"],
    ["10.1.2.3", "10.4.4.4, 10.5.5.5", "10.4.4.4"],
    ["local", "198.51.100.1", "local"],
  ];
  for (const [remote, forwardedFor, client] of cases) {
    assert.equal(proxies.clientOf(remote, forwardedFor), client, `${remote} for ${forwardedFor}`);
  }
});

Deno.test("networkOf() is an IPv4 address itself, and the first half of an IPv6 one", () => {
  assert.equal(networkOf("192.0.2.7"), "192.0.2.7");
  assert.equal(networkOf("::ffff:192.0.2.7"), "192.0.2.7");
  assert.equal(networkOf("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2");
  assert.equal(networkOf("2001:db8:1:2::9"), "2001:db8:1:2");
  assert.equal(networkOf("2001:db8::1"), "2001:db8:0:0");
  assert.equal(networkOf("local"), "local");
});

Deno.test("isAddressRange() takes addresses and networks", () => {
  for (const good of ["10.0.0.1", "10.0.0.0/8", "::1", "fd00::/8"]) assert.ok(isAddressRange(good));
  for (const bad of ["10.1", "proxy", "10.0.0.0/99", "/8", ""]) {
    assert.ok(!isAddressRange(bad), bad);
  }
});
