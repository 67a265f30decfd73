import assert from "node:assert/strict";
import { ask, fixtureApp } from "./fixture_app.ts";

Deno.test("Builder.build() in memory gives a test islands, routes and static files", async () => {
  const handler = (await fixtureApp()).handler();
  const page = await ask(handler, "/");
  assert.equal(page.status, 200);
  const script = /import\{boot\}from"([^"]+)"/.exec(await page.text())?.[1] ??
    "";
  const runtime = await ask(handler, script);
  assert.equal(
    runtime.headers.get("cache-control"),
    "public, max-age=31536000, immutable",
  );
  assert.match(await runtime.text(), /__FRSH_PROPS/);

  assert.match(
    await (await ask(handler, "/site.css")).text(),
    /url\("\/dot\.svg\?__frsh_c=/,
  );
  for (
    const path of [
      "/../main.ts",
      "/.hidden",
      "/none.css",
      "/%2e%2e%2fmain.ts",
      "/dot.svg/x",
    ]
  ) {
    const response = await ask(handler, path);
    assert.equal(response.status, 404, path);
    await response.body?.cancel();
  }
});

Deno.test("in development nothing is kept, and every page listens for changes", async () => {
  const handler = (await fixtureApp("development")).handler();
  const html = await (await ask(handler, "/plain")).text();
  assert.match(
    html,
    /<script type="module"[^>]*>import"\/_fresh\/js\/fresh-reload-\w+\.js";/,
  );
  const css = await ask(
    handler,
    /\/site\.css\?__frsh_c=[\w-]+/.exec(html)?.[0] ?? "",
  );
  assert.equal(css.status, 200);
  assert.equal(css.headers.get("cache-control"), "no-cache");
});
