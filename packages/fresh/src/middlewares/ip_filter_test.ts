import assert from "node:assert/strict";
import { App } from "../app.ts";
import { readAddress } from "./ip_address.ts";
import { ipFilter, type IpFilterOptions, type IpFilterRules } from "./ip_filter.ts";

async function statusOf(
  hostname: string,
  rules: IpFilterRules,
  options?: IpFilterOptions,
): Promise<number> {
  const handler = new App().use(ipFilter(rules, options)).get(
    "/",
    () => new Response(""),
  ).handler();
  const remoteAddr: Deno.NetAddr = { transport: "tcp", hostname, port: 1 };
  const info = { remoteAddr, completed: Promise.resolve() };
  return (await handler(new Request("http://localhost/"), info)).status;
}

Deno.test("ipFilter() lets in by address and block", async () => {
  const cases: [address: string, rules: IpFilterRules, status: number][] = [
    ["10.1.2.3", {}, 200],
    ["10.1.2.3", { denyList: ["10.1.2.3"] }, 403],
    ["10.1.2.3", { denyList: ["10.0.0.0/8"] }, 403],
    ["11.1.2.3", { denyList: ["10.0.0.0/8"] }, 200],
    ["10.1.2.3", { allowList: ["10.0.0.0/8"] }, 200],
    ["11.1.2.3", { allowList: ["10.0.0.0/8"] }, 403],
    ["10.1.2.3", { allowList: ["10.0.0.0/8"], denyList: ["10.1.2.3"] }, 403],
    ["2001:db8::1", { allowList: ["2001:db8::/32"] }, 200],
    ["2001:db9::1", { allowList: ["2001:db8::/32"] }, 403],
    ["::1", { denyList: ["0:0:0:0:0:0:0:1"] }, 403],
    ["::1", { denyList: ["0.0.0.1", "nonsense", "::1/200"] }, 200],
    ["nonsense", {}, 403],
  ];
  for (const [address, rules, status] of cases) {
    assert.equal(
      await statusOf(address, rules),
      status,
      `${address} ${JSON.stringify(rules)}`,
    );
  }
});

Deno.test("ipFilter() lets onError answer", async () => {
  const onError: IpFilterOptions["onError"] = ({ addr, type }) =>
    new Response(`${addr} ${type}`, { status: 418 });
  assert.equal(await statusOf("::1", { denyList: ["::1"] }, { onError }), 418);
});

Deno.test("readAddress() reads addresses and nothing else", () => {
  assert.equal(readAddress("1.2.3.4")?.value, 0x01020304n);
  assert.equal(readAddress("::ffff:1.2.3.4")?.value, 0xffff01020304n);
  assert.equal(readAddress("fe80::1%eth0")?.value, (0xfe80n << 112n) + 1n);
  for (
    const text of [
      "",
      "1.2.3",
      "1.2.3.256",
      ":::",
      "1::2::3",
      "g::",
      "1:2:3:4:5:6:7:8:9",
    ]
  ) {
    assert.equal(readAddress(text), null, text);
  }
});
