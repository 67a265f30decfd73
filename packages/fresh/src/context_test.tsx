import assert from "node:assert/strict";
import { ask } from "../tests/fixture_app.ts";
import { App } from "./app.ts";
import type { Middleware } from "./types.ts";

function answer(
  middleware: Middleware<unknown>,
  path = "/",
): Promise<Response> {
  return ask(
    new App().get("/:rest*", middleware).get("/", middleware).handler(),
    path,
  );
}

Deno.test("ctx.redirect() keeps a path on this host", async () => {
  const cases: [given: string, location: string][] = [
    ["/a/b", "/a/b"],
    ["//evil.example/x", "/evil.example/x"],
    ["/\\evil.example", "/evil.example"],
    ["/a//b?next=//c#//d", "/a/b?next=//c#//d"],
    ["https://other.example//x", "https://other.example//x"],
    ["/", "/"],
  ];
  for (const [given, location] of cases) {
    const response = await answer((ctx) => ctx.redirect(given));
    assert.deepEqual([response.status, response.headers.get("location")], [
      302,
      location,
    ]);
  }
  assert.equal((await answer((ctx) => ctx.redirect("/", 303))).status, 303);
});

Deno.test("ctx.redirect() of a partial request asks for a partial again", async () => {
  const response = await answer(
    (ctx) => ctx.redirect("/b?c=1#d"),
    "/?fresh-partial=true",
  );
  assert.equal(response.headers.get("location"), "/b?c=1&fresh-partial=true#d");
});

Deno.test("ctx.text(), html() and json() set their types", async () => {
  const init = { status: 201, headers: { "x-y": "z" } };
  const cases: [Middleware<unknown>, string, string][] = [
    [(ctx) => ctx.text("a", init), "text/plain;charset=UTF-8", "a"],
    [(ctx) => ctx.html("<p>", init), "text/html; charset=utf-8", "<p>"],
    [(ctx) => ctx.json({ a: 1 }, init), "application/json", '{"a":1}'],
  ];
  for (const [middleware, type, body] of cases) {
    const response = await answer(middleware);
    assert.equal(response.status, 201);
    assert.equal(response.headers.get("x-y"), "z");
    assert.equal(response.headers.get("content-type"), type);
    assert.equal(await response.text(), body);
  }
});

Deno.test("ctx.stream() sends text and bytes piece by piece", async () => {
  function* pieces() {
    yield "é";
    yield new Uint8Array([33]);
  }
  assert.equal(
    await (await answer((ctx) => ctx.stream(pieces()))).text(),
    "é!",
  );
  assert.equal(await (await answer((ctx) => ctx.stream(pieces))).text(), "é!");
});

Deno.test("ctx.render() completes the document and keeps status and headers", async () => {
  const response = await answer((ctx) =>
    ctx.render(<p>hi</p>, { status: 202, headers: { "x-y": "z" } })
  );
  assert.equal(response.status, 202);
  assert.equal(response.headers.get("x-y"), "z");
  assert.equal(
    response.headers.get("content-type"),
    "text/html; charset=utf-8",
  );
  assert.equal(
    await response.text(),
    '<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><p>hi</p></body></html>',
  );
});

Deno.test("ctx.render() leaves out layouts and app when told", async () => {
  const handler = new App()
    .appWrapper(({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .layout("*", ({ Component }) => (
      <div>
        <Component />
      </div>
    ))
    .get("/all", (ctx) => ctx.render(<p />))
    .get(
      "/none",
      (ctx) =>
        ctx.render(<p />, undefined, {
          skipInheritedLayouts: true,
          skipAppWrapper: true,
        }),
    )
    .handler();
  assert.match(
    await (await ask(handler, "/all")).text(),
    /<body><main><div><p><\/p><\/div><\/main>/,
  );
  assert.match(
    await (await ask(handler, "/none")).text(),
    /<body><p><\/p><\/body>/,
  );
});

Deno.test("an async page may answer with a Response", async () => {
  const handler = new App().route("/", {
    component: async () => await Promise.resolve(new Response("own", { status: 203 })),
  }).handler();
  assert.equal((await ask(handler, "/")).status, 203);
});

Deno.test("ctx.upgrade() gives the socket when no handlers are given", async () => {
  const app = new App().get("/", (ctx) => {
    const { socket, response } = ctx.upgrade();
    socket.onopen = () => socket.send("bare");
    return response;
  });
  await using server = Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    onListen() {},
  }, app.handler());
  const socket = new WebSocket(`ws://127.0.0.1:${server.addr.port}/`);
  const data = await new Promise((resolve) => socket.onmessage = (event) => resolve(event.data));
  assert.equal(data, "bare");
  socket.close();
  await new Promise((resolve) => socket.onclose = resolve);
});
