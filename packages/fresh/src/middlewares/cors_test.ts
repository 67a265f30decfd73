import assert from "node:assert/strict";
import { ask } from "../../tests/fixture_app.ts";
import { App } from "../app.ts";
import { cors, type CORSOptions } from "./cors.ts";

function call(
  init: RequestInit,
  options?: CORSOptions<unknown>,
): Promise<Response> {
  const handler = new App().use(cors(options))
    .all("/", () => new Response("ok", { headers: { vary: "Accept" } }))
    .handler();
  return ask(handler, "/", init);
}

Deno.test("cors() lets everyone in by default", async () => {
  const { headers } = await call({ headers: { origin: "https://a.example" } });
  assert.equal(headers.get("access-control-allow-origin"), "*");
  assert.equal(headers.get("vary"), "Accept");
});

Deno.test("cors({origin}) lets some in, and says that the answer varies", async () => {
  const origins: CORSOptions<unknown>["origin"][] = [
    "https://a.example",
    ["https://a.example"],
    (origin) => origin === "https://a.example" ? origin : null,
  ];
  for (const origin of origins) {
    const known = await call({ headers: { origin: "https://a.example" } }, {
      origin,
    });
    assert.equal(
      known.headers.get("access-control-allow-origin"),
      "https://a.example",
    );
    assert.equal(known.headers.get("vary"), "Origin, Accept");
    const other = await call({ headers: { origin: "https://b.example" } }, {
      origin,
    });
    assert.equal(other.headers.get("access-control-allow-origin"), null);
  }
});

Deno.test("cors() answers what a browser asks beforehand", async () => {
  const headers = {
    origin: "https://a.example",
    "access-control-request-headers": "x-a, x-b",
  };
  const response = await call({ method: "OPTIONS", headers }, {
    origin: "https://a.example",
    credentials: true,
    maxAge: 60,
    exposeHeaders: ["x-c"],
  });
  assert.equal(response.status, 204);
  assert.deepEqual(
    Object.fromEntries(response.headers),
    {
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": "x-a,x-b",
      "access-control-allow-methods": "GET,HEAD,PUT,POST,DELETE,PATCH",
      "access-control-allow-origin": "https://a.example",
      "access-control-expose-headers": "x-c",
      "access-control-max-age": "60",
      vary: "Origin, Access-Control-Request-Headers",
    },
  );
});
