import assert from "node:assert/strict";
import { browserApp } from "./app.ts";

const NOT_SERVED = [
  "/.env",
  "/.git/config",
  "/deno.json",
  "/deno.lock",
  "/main.ts",
  "/lib/platform/config.ts",
  "/_fresh/",
  "/_fresh/server.js",
  "/static/",
  "/static/favicon.svg",
  "/fonts/",
  "/%2e%2e/deno.json",
  "/..%2fdeno.json",
  "/favicon.svg/../../deno.json",
  "/favicon.svg~",
  "/favicon.svg.bak",
];

Deno.test({
  name: "what was built is served, and no folder, source or stray file; answers tell no versions",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp({ worker: false });
  const ask = async (path: string) => {
    const response = await fetch(app.url + path, { redirect: "manual" });
    for (const name of ["server", "x-powered-by", "via"]) {
      assert.equal(response.headers.get(name), null, `${name} of ${path}`);
    }
    return { status: response.status, text: await response.text() };
  };
  const icon = await ask("/favicon.svg");
  assert.deepEqual([icon.status, icon.text.includes("<svg")], [200, true]);
  for (const path of NOT_SERVED) {
    const { status, text } = await ask(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(text, /Index of|"imports"|SECRET_KEY/, path);
  }
});
