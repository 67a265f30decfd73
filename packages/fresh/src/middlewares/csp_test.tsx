import assert from "node:assert/strict";
import { ask } from "../../tests/fixture_app.ts";
import { App } from "../app.ts";
import { csp, type CSPOptions } from "./csp.ts";

async function policyOf(
  options: CSPOptions,
  isRendered = false,
): Promise<string> {
  const handler = new App().use(csp(options))
    .get("/", (ctx) => isRendered ? ctx.render(<p />) : ctx.text("")).handler();
  const response = await ask(handler, "/");
  return response.headers.get("content-security-policy") ?? "";
}

Deno.test("csp() sets strict defaults", async () => {
  const policy = await policyOf({});
  for (
    const directive of [
      "default-src 'self'",
      "script-src 'self' 'unsafe-inline'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "upgrade-insecure-requests",
    ]
  ) assert.ok(policy.split("; ").includes(directive), directive);
});

Deno.test("csp() replaces a default directive of the same name", async () => {
  const directives = (await policyOf({ csp: ["font-src 'none'", "img-src *"] }))
    .split("; ");
  assert.deepEqual(directives.filter((text) => /^(font|img)-src/.test(text)), [
    "font-src 'none'",
    "img-src *",
  ]);
});

Deno.test("csp({useNonce}) lets in a rendered document's own scripts and styles", async () => {
  const handler = new App().use(csp({
    useNonce: true,
    csp: [
      "default-src 'unsafe-inline'",
      "style-src-elem 'self' 'unsafe-inline'",
      "script-src-attr 'unsafe-inline'",
      "frame-src 'unsafe-inline'",
    ],
  })).get("/", (ctx) =>
    ctx.render(
      <html>
        <head>
          <style>{"p { color: red }"}</style>
          <script nonce="mine">1</script>
        </head>
        <body>
          <script src="/a.js" />
        </body>
      </html>,
    )).handler();

  const nonces = new Set<string>();
  for (let i = 0; i < 2; i++) {
    const response = await ask(handler, "/");
    const policy = response.headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'self' 'nonce-(\w{32})'/.exec(policy)?.[1] ??
      "none";
    nonces.add(nonce);
    for (
      const directive of [
        `default-src 'nonce-${nonce}'`,
        `style-src 'self' 'nonce-${nonce}'`,
        `style-src-elem 'self' 'nonce-${nonce}'`,
        `script-src-attr 'nonce-${nonce}'`,
        "frame-src 'unsafe-inline'",
      ]
    ) assert.ok(policy.includes(directive), directive);
    const html = await response.text();
    assert.match(html, new RegExp(`<style nonce="${nonce}">`));
    assert.match(html, new RegExp(`<script src="/a.js" nonce="${nonce}">`));
    assert.match(html, /<script nonce="mine">/);
  }
  assert.equal(nonces.size, 2);
});

Deno.test("csp({useNonce}) keeps the words in what is not rendered", async () => {
  assert.match(
    await policyOf({ useNonce: true }),
    /script-src 'self' 'unsafe-inline'/,
  );
  assert.doesNotMatch(
    await policyOf({ useNonce: true }, true),
    /unsafe-inline/,
  );
});

Deno.test("csp() can only report", async () => {
  const handler = new App().use(csp({ reportOnly: true, reportTo: "/reports" }))
    .get("/", (ctx) => ctx.text("")).handler();
  const { headers } = await ask(handler, "/");
  assert.equal(headers.get("content-security-policy"), null);
  assert.match(
    headers.get("content-security-policy-report-only") ?? "",
    /report-to csp-endpoint; report-uri \/reports$/,
  );
  assert.equal(headers.get("reporting-endpoints"), 'csp-endpoint="/reports"');
});
