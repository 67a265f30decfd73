import assert from "node:assert/strict";
import { ask } from "../../tests/fixture_app.ts";
import { App } from "../app.ts";
import { csrf, type CsrfOptions } from "./csrf.ts";

async function statusOf(
  init: RequestInit,
  options?: CsrfOptions,
): Promise<number> {
  const handler = new App().use(csrf(options)).all(
    "/",
    () => new Response("ok"),
  ).handler();
  return (await ask(handler, "/", init)).status;
}

Deno.test("csrf() lets in what changes nothing", async () => {
  const headers = {
    "sec-fetch-site": "cross-site",
    origin: "https://evil.example",
  };
  for (const method of ["GET", "HEAD", "OPTIONS"]) {
    assert.equal(await statusOf({ method, headers }), 200, method);
  }
});

Deno.test("csrf() judges the other methods by where they come from", async () => {
  const own = "http://localhost";
  const other = "https://evil.example";
  const cases: [headers: Record<string, string>, status: number][] = [
    [{}, 200],
    [{ "sec-fetch-site": "same-origin" }, 200],
    [{ "sec-fetch-site": "none" }, 200],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "cross-site", origin: other }, 403],
    [{ "sec-fetch-site": "cross-site", origin: own }, 200],
    [{ origin: own }, 200],
    [{ origin: other }, 403],
    [{ origin: "null" }, 403],
  ];
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    for (const [headers, status] of cases) {
      const where = `${method} ${JSON.stringify(headers)}`;
      assert.equal(await statusOf({ method, headers }), status, where);
    }
  }
});

Deno.test("csrf({origin}) says which origins are let in", async () => {
  const from = (origin: string) => ({ method: "POST", headers: { origin } });
  const options: CsrfOptions["origin"][] = [
    "https://a.example",
    ["https://a.example", "https://c.example"],
    (origin) => origin === "https://a.example",
  ];
  for (const origin of options) {
    assert.equal(await statusOf(from("https://a.example"), { origin }), 200);
    assert.equal(await statusOf(from("https://b.example"), { origin }), 403);
  }
});
