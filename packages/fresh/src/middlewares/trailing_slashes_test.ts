import assert from "node:assert/strict";
import { ask } from "../../tests/fixture_app.ts";
import { App } from "../app.ts";
import { trailingSlashes } from "./trailing_slashes.ts";

Deno.test("trailingSlashes() redirects to the one form and leaves it alone", async () => {
  const cases: ["always" | "never", path: string, location: string | null][] = [
    ["always", "/a?b=c", "/a/?b=c"],
    ["always", "/a/", null],
    ["always", "/", null],
    ["never", "/a/?b=c", "/a?b=c"],
    ["never", "/a", null],
    ["never", "/", null],
  ];
  for (const [mode, path, location] of cases) {
    const handler = new App().use(trailingSlashes(mode)).get(
      "/*",
      () => new Response(""),
    ).handler();
    const response = await ask(handler, path);
    assert.equal(response.headers.get("location"), location, `${mode} ${path}`);
    assert.equal(response.status, location === null ? 200 : 302);
  }
});
