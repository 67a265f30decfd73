import assert from "node:assert/strict";
import { App } from "fresh";
import type { State } from "../../define.ts";
import { tellMethods } from "./tell_methods.ts";

Deno.test("tellMethods() says what files answer, which no route knows of", async () => {
  const app: App<State> = new App<State>()
    .use(tellMethods(() => app.handler()))
    .use(() => new Response(null, { status: 405 }));
  for (const method of ["POST", "OPTIONS"]) {
    const answer = await app.handler()(new Request("http://localhost/icon.svg", { method }));
    assert.deepEqual([answer.status, answer.headers.get("allow")], [405, "GET, HEAD"], method);
  }
});
