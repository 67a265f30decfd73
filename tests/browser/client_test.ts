import assert from "node:assert/strict";
import { join } from "node:path";
import { buildClient } from "../../scripts/client.ts";
import { browserApp, LOGIN, PASSWORD } from "./app.ts";

/** Signs in, gets another token by the cookie in place of a bad one, and lists. */
const SCRIPT = `
  import { createClient, dataOf } from "/client-test/mod.js";
  const baseUrl = location.origin;
  await createClient({ baseUrl }).signIn(${JSON.stringify(LOGIN)}, ${JSON.stringify(PASSWORD)});
  const changes = [];
  const client = createClient({
    baseUrl,
    tokens: { accessToken: "one that is not good" },
    onTokens: (tokens) => changes.push(tokens !== undefined),
  });
  const lists = await Promise.all([client.GET("/stages"), client.GET("/tags")]);
  document.title = JSON.stringify({ stages: dataOf(lists[0]).data.length, changes });
`;

Deno.test("the built client runs in a browser and stays signed in by the cookie", async () => {
  await using app = await browserApp({ worker: false });
  const folder = await Deno.makeTempDir();
  try {
    await buildClient(folder);
    const files: Record<string, [string, string]> = {
      "page": [
        "text/html",
        '<!doctype html><title>…</title><script type="module" src="try.js"></script>',
      ],
      "try.js": ["text/javascript", SCRIPT],
      "mod.js": ["text/javascript", await Deno.readTextFile(join(folder, "mod.js"))],
    };
    const page = await app.newPage();
    await page.route("**/client-test/*", (route) => {
      const [contentType, body] =
        files[new URL(route.request().url()).pathname.split("/")[2] ?? ""] ??
          ["text/plain", ""];
      return route.fulfill({ contentType, body });
    });
    await page.goto("/client-test/page");
    await page.waitForFunction(() => document.title.startsWith("{"));
    assert.deepEqual(JSON.parse(await page.title()), { stages: 6, changes: [true] });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
