import assert from "node:assert/strict";
import { ask } from "../tests/fixture_app.ts";
import { App } from "./app.ts";
import { HttpError } from "./error.ts";
import type { Middleware } from "./types.ts";

interface State {
  trail: string;
}

const mark = (name: string): Middleware<State> => (ctx) => {
  ctx.state.trail = (ctx.state.trail ?? "") + name;
  return ctx.next();
};

const tell: Middleware<State> = (ctx) => new Response(ctx.state.trail ?? "");

async function textAt(
  app: App<State>,
  path: string,
  init?: RequestInit,
): Promise<string> {
  return await (await ask(app.handler(), path, init)).text();
}

/** Keeps an error that is expected out of the test's output. */
async function silenced<T>(run: () => Promise<T>): Promise<T> {
  const { error } = console;
  console.error = () => {};
  try {
    return await run();
  } finally {
    console.error = error;
  }
}

Deno.test("App applies middlewares and routes in the order in which they are written", async () => {
  const app = new App<State>().use(mark("a"), mark("b")).get("/", tell).use(
    mark("c"),
  ).get("/x", tell);
  assert.equal(await textAt(app, "/"), "ab");
  assert.equal(await textAt(app, "/x"), "abc");
});

Deno.test("App.use() with a path holds there and below", async () => {
  const app = new App<State>().use("/a", mark("1")).use("/a/b", mark("2"))
    .get("/a", tell).get("/a/b", tell).get("/a/b/:c", tell).get("/b", tell);
  assert.equal(await textAt(app, "/a"), "1");
  assert.equal(await textAt(app, "/a/b"), "12");
  assert.equal(await textAt(app, "/a/b/c"), "12");
  assert.equal(await textAt(app, "/b"), "");
});

Deno.test("App answers each method by its own handler", async () => {
  const say = (text: string) => () => new Response(text);
  const app = new App<State>().get("/", say("get")).post("/", say("post")).put(
    "/",
    say("put"),
  )
    .patch("/", say("patch")).delete("/", say("delete")).all(
      "/all",
      say("all"),
    );
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
    assert.equal(await textAt(app, "/", { method }), method.toLowerCase());
    assert.equal(await textAt(app, "/all", { method }), "all");
  }
});

Deno.test("HEAD falls back to GET, without its body", async () => {
  const app = new App<State>()
    .get(
      "/",
      () => new Response("body", { headers: { "x-y": "z" }, status: 202 }),
    )
    .head("/own", () => new Response(null, { status: 204 })).get("/own", tell);
  const head = await ask(app.handler(), "/", { method: "HEAD" });
  assert.equal(head.status, 202);
  assert.equal(head.headers.get("x-y"), "z");
  assert.equal(head.body, null);
  assert.equal(
    (await ask(app.handler(), "/own", { method: "HEAD" })).status,
    204,
  );
});

Deno.test("a known path refuses another method, and tells OPTIONS which it takes", async () => {
  const handler = new App<State>().get("/a", tell).post("/a", tell).handler();
  const refused = await ask(handler, "/a", { method: "PUT" });
  assert.equal(refused.status, 405);
  assert.equal(await refused.text(), "Method Not Allowed");
  const options = await ask(handler, "/a", { method: "OPTIONS" });
  assert.equal(options.status, 204);
  assert.equal(options.headers.get("allow"), "GET, POST");
});

Deno.test("repeated slashes in a path are folded", async () => {
  const app = new App<State>().get(
    "/a/b",
    (ctx) => new Response(ctx.url.pathname),
  );
  assert.equal(await textAt(app, "//a///b"), "/a/b");
});

Deno.test("an HttpError becomes its status; any other error says nothing", async () => {
  const fails = (error: unknown): Middleware<State> => () => {
    throw error;
  };
  const handler = new App<State>()
    .get("/teapot", fails(new HttpError(418, "short and stout")))
    .get("/plain", fails(new HttpError(403)))
    .get("/secret", fails(new Error("password: 1234")))
    .get("/nothing", (() => {}) as unknown as Middleware<State>)
    .handler();
  const teapot = await ask(handler, "/teapot");
  assert.deepEqual([teapot.status, await teapot.text()], [
    418,
    "short and stout",
  ]);
  const plain = await ask(handler, "/plain");
  assert.deepEqual([plain.status, await plain.text()], [403, "Forbidden"]);
  await silenced(async () => {
    const secret = await ask(handler, "/secret");
    assert.deepEqual([secret.status, await secret.text()], [
      500,
      "Internal server error",
    ]);
    assert.equal((await ask(handler, "/nothing")).status, 500);
  });
});

Deno.test("middlewares see what was thrown, and ctx.error holds it", async () => {
  const seen: unknown[] = [];
  const app = new App<State>()
    .use(async (ctx) => {
      try {
        return await ctx.next();
      } catch (error) {
        seen.push(error, ctx.error);
        return new Response("caught");
      }
    })
    .get("/", () => {
      throw new Error("x");
    });
  assert.equal(await textAt(app, "/"), "caught");
  assert.equal(seen[0], seen[1]);
});

Deno.test("App.onError() and App.notFound() answer what fails", async () => {
  const app = new App<State>()
    .onError("*", () => new Response("root", { status: 500 }))
    .onError(
      "/api",
      (ctx) => new Response(`api: ${(ctx.error as Error).message}`),
    )
    .notFound(() => new Response("lost", { status: 404 }))
    .get("/api/x", () => {
      throw new Error("x");
    })
    .get("/x", () => {
      throw new Error("x");
    });
  assert.equal(await textAt(app, "/api/x"), "api: x");
  assert.equal(await textAt(app, "/x"), "root");
  assert.equal(await textAt(app, "/nowhere"), "lost");
});

Deno.test("App.onError() holds for the routes that come after it", async () => {
  const app = new App<State>()
    .get("/before", () => {
      throw new Error("x");
    })
    .notFound(() => new Response("lost", { status: 404 }))
    .onError("*", () => new Response("late", { status: 500 }))
    .get("/after", () => {
      throw new Error("x");
    });
  assert.equal(await textAt(app, "/before"), "Internal server error");
  assert.equal(await textAt(app, "/after"), "late");
});

Deno.test("App.mountApp() takes over another app below a path", async () => {
  const inner = new App<State>().use(mark("i")).get("/", tell).get(
    "/:name",
    (ctx) => new Response(`${ctx.state.trail} ${ctx.params.name} ${ctx.route}`),
  );
  const app = new App<State>().use(mark("o")).mountApp("/in", inner).get(
    "/out",
    tell,
  );
  assert.equal(await textAt(app, "/in"), "oi");
  assert.equal(await textAt(app, "/in/x"), "oi x /in/:name");
  assert.equal(await textAt(app, "/out"), "o");
});

Deno.test("a base path lies in front of every route", async () => {
  const app = new App<State>({ basePath: "/tools" }).get("/", tell).get(
    "/a",
    tell,
  );
  const handler = app.handler();
  assert.equal((await ask(handler, "/tools")).status, 200);
  assert.equal((await ask(handler, "/tools/a")).status, 200);
  assert.equal((await ask(handler, "/a")).status, 404);
  assert.throws(() => new App({ basePath: "tools" }), /basePath/);
  assert.throws(() => new App({ basePath: "/tools/" }), /basePath/);
});

Deno.test("a lazy middleware and a lazy route are resolved when first needed", async () => {
  let loads = 0;
  const app = new App<State>()
    .use(() => {
      loads++;
      return Promise.resolve(mark("lazy"));
    })
    .route("/", () => Promise.resolve({ handler: tell }));
  const handler = app.handler();
  assert.equal(loads, 0);
  for (let i = 0; i < 2; i++) {
    assert.equal(await (await ask(handler, "/")).text(), "lazy");
  }
  assert.equal(loads, 1);
});

Deno.test("trustProxy decides whose word counts for ctx.url", async () => {
  const headers = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "jobs.example",
  };
  const href: Middleware<State> = (ctx) => new Response(ctx.url.href);
  const trusting = new App<State>({ trustProxy: true }).get("/", href);
  assert.equal(
    await textAt(trusting, "/", { headers }),
    "https://jobs.example/",
  );
  assert.equal(
    await textAt(new App<State>().get("/", href), "/", { headers }),
    "http://localhost/",
  );
});

Deno.test("App.config is resolved", () => {
  const { config } = new App({ mode: "development" });
  assert.deepEqual(config, {
    root: ".",
    basePath: "",
    mode: "development",
    trustProxy: false,
  });
});

Deno.test("App.ws() answers by a WebSocket, and refuses another request", async () => {
  const closed = Promise.withResolvers<number>();
  const app = new App<State>().ws("/ws", {
    message: (socket, event) => socket.send(`echo ${event.data}`),
    close: (_socket, code) => closed.resolve(code),
  });
  assert.equal((await ask(app.handler(), "/ws")).status, 400);

  await using server = Deno.serve({
    port: 0,
    hostname: "127.0.0.1",
    onListen() {},
  }, app.handler());
  const socket = new WebSocket(`ws://127.0.0.1:${server.addr.port}/ws`);
  socket.onopen = () => socket.send("hello");
  const data = await new Promise((resolve) => socket.onmessage = (event) => resolve(event.data));
  assert.equal(data, "echo hello");
  socket.close(1000);
  assert.equal(await closed.promise, 1000);
});

Deno.test("App.layout() and App.appWrapper() draw around a route's page", async () => {
  const app = new App<State>()
    .appWrapper(({ Component }) => (
      <body>
        <Component />
      </body>
    ))
    .layout("/in", async ({ Component }) => {
      const id = await Promise.resolve("layout");
      return (
        <div id={id}>
          <Component />
        </div>
      );
    })
    .route("/in", { component: () => <p>page</p> })
    .route("/out", { component: () => <p>page</p> });
  assert.match(
    await textAt(app, "/in"),
    /<body><div id="layout"><p>page<\/p><\/div><\/body>/,
  );
  assert.match(await textAt(app, "/out"), /<body><p>page<\/p><\/body>/);
});
