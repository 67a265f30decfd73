import assert from "node:assert/strict";
import { ask } from "../tests/fixture_app.ts";
import { App, attachCache } from "./app.ts";
import { emptyCache } from "./build_cache.ts";
import { HttpError } from "./error.ts";
import { routeCommands, type RouteFile } from "./fs_routes.ts";
import { page } from "./handlers.ts";
import type { Middleware, PageProps } from "./types.ts";

interface State {
  trail: string;
}

const mark = (name: string): Middleware<State> => (ctx) => {
  ctx.state.trail = (ctx.state.trail ?? "") + name;
  return ctx.next();
};

const wrap = (name: string) => ({ Component }: PageProps<unknown, State>) => (
  <div id={name}>
    <Component />
  </div>
);

const App_ = ({ Component }: PageProps<unknown, State>) => (
  <html>
    <head></head>
    <body>
      <Component />
    </body>
  </html>
);

/** The handler of an app with these files. */
function serve(files: Record<string, RouteFile["module"]>, pattern?: string) {
  const app = new App<State>();
  const listed = Object.entries(files).map(([path, module]) => ({
    path,
    module,
  }));
  attachCache(app, {
    ...emptyCache<State>(),
    fsRoutes: () => routeCommands<State>(listed),
  });
  return app.fsRoutes(pattern).handler();
}

const say = (text: string) => ({ handlers: () => new Response(text) });

async function textAt(
  handler: ReturnType<typeof serve>,
  path: string,
): Promise<string> {
  return await (await ask(handler, path)).text();
}

Deno.test("file routes are found whatever the order of the files", async () => {
  const handler = serve({
    "[...rest].ts": say("rest"),
    "[id].ts": say("id"),
    "jobs/[[tab]].ts": say("tab"),
    "jobs/[id]/edit.ts": say("edit"),
    "jobs/new.ts": say("new"),
    "index.ts": say("index"),
  });
  const cases = {
    "/": "index",
    "/x": "id",
    "/jobs": "tab",
    "/jobs/open": "tab",
    "/jobs/new": "new",
    "/jobs/1/edit": "edit",
    "/a/b/c": "rest",
  };
  for (const [path, expected] of Object.entries(cases)) {
    assert.equal(await textAt(handler, path), expected, path);
  }
});

Deno.test("layouts and middlewares hold for their folder and below, groups included", async () => {
  const handler = serve({
    "_app.tsx": { default: App_ },
    "_layout.tsx": { default: wrap("root") },
    "_middleware.ts": { default: mark("a") },
    "(team)/_layout.tsx": { default: wrap("team") },
    "(team)/_middleware.ts": { handler: [mark("b"), mark("c")] },
    "(team)/jobs/index.tsx": {
      default: ({ state }: PageProps<unknown, State>) => <p>{state.trail}</p>,
    },
    "other.tsx": {
      default: ({ state }: PageProps<unknown, State>) => <p>{state.trail}</p>,
    },
  });
  const start = "<!DOCTYPE html><html><head></head><body>";
  assert.equal(
    await textAt(handler, "/jobs"),
    `${start}<div id="root"><div id="team"><p>abc</p></div></div></body></html>`,
  );
  assert.equal(
    await textAt(handler, "/other"),
    `${start}<div id="root"><p>a</p></div></body></html>`,
  );
});

Deno.test("a route's config leaves out layouts and app, and overrides its URL", async () => {
  const handler = serve({
    "_app.tsx": { default: wrap("app") },
    "_layout.tsx": { default: wrap("layout") },
    "bare.tsx": {
      default: () => <p>x</p>,
      config: { skipInheritedLayouts: true },
    },
    "alone.tsx": {
      default: () => <p>x</p>,
      config: { skipInheritedLayouts: true, skipAppWrapper: true },
    },
    "moved.tsx": {
      default: () => <p>x</p>,
      config: { routeOverride: "/at/:place" },
    },
  });
  assert.match(
    await textAt(handler, "/bare"),
    /<div id="app"><p>x<\/p><\/div>/,
  );
  assert.match(await textAt(handler, "/alone"), /<body><p>x<\/p><\/body>/);
  assert.match(
    await textAt(handler, "/at/home"),
    /<div id="layout"><p>x<\/p><\/div>/,
  );
  assert.equal((await ask(handler, "/moved")).status, 404);
});

Deno.test("a layout's config leaves out what lies above", async () => {
  const handler = serve({
    "_app.tsx": { default: wrap("app") },
    "_layout.tsx": { default: wrap("outer") },
    "in/_layout.tsx": {
      default: wrap("inner"),
      config: { skipInheritedLayouts: true, skipAppWrapper: true },
    },
    "in/index.tsx": { default: () => <p>x</p> },
  });
  assert.match(
    await textAt(handler, "/in"),
    /<body><div id="inner"><p>x<\/p><\/div><\/body>/,
  );
});

Deno.test("error pages answer for their folder with the error's status", async () => {
  const fails = (error: unknown) => ({
    handler: () => {
      throw error;
    },
  });
  const Shown = ({ error }: PageProps<unknown, State>) => <p>{String(error)}</p>;
  const handler = serve({
    "_error.tsx": { default: Shown },
    "api/_error.ts": { handler: () => new Response("api", { status: 418 }) },
    "api/boom.ts": fails(new Error("secret")),
    "boom.ts": fails(new Error("shown by choice")),
    "closed.ts": fails(new HttpError(403, "closed")),
    "_layout.tsx": { default: wrap("layout") },
  });
  const boom = await ask(handler, "/boom");
  assert.equal(boom.status, 500);
  assert.match(
    await boom.text(),
    /<div id="layout"><p>Error: shown by choice<\/p><\/div>/,
  );
  assert.equal((await ask(handler, "/closed")).status, 403);
  assert.equal((await ask(handler, "/api/boom")).status, 418);
  assert.equal((await ask(handler, "/nowhere")).status, 404);
  assert.equal((await ask(handler, "/boom", { method: "POST" })).status, 500);
});

Deno.test("_404 answers for what is not there", async () => {
  const handler = serve({
    "_404.tsx": { default: () => <p>gone</p> },
    "a.ts": say("a"),
  });
  const response = await ask(handler, "/b");
  assert.equal(response.status, 404);
  assert.match(await response.text(), /<p>gone<\/p>/);
});

Deno.test("a lazy route is loaded once, and answers 405 for a method that it lacks", async () => {
  let loads = 0;
  const handler = serve({
    "a.tsx": () => {
      loads++;
      return Promise.resolve({
        default: ({ data }: PageProps<unknown, State>) => <p>{JSON.stringify(data)}</p>,
        handler: {
          POST: () => page({ made: 1 }, { status: 201, headers: { "x-y": "z" } }),
        },
      });
    },
  });
  const made = await ask(handler, "/a", { method: "POST" });
  assert.equal(made.status, 201);
  assert.equal(made.headers.get("x-y"), "z");
  assert.match(await made.text(), /made/);
  assert.equal((await ask(handler, "/a")).status, 200);
  assert.equal((await ask(handler, "/a", { method: "PUT" })).status, 405);
  const options = await ask(handler, "/a", { method: "OPTIONS" });
  assert.equal(options.status, 204);
  assert.equal(options.headers.get("allow"), "GET, POST");
  assert.equal(loads, 1);
});

Deno.test("fsRoutes() puts the files below a path", async () => {
  const handler = serve({
    "index.ts": say("index"),
    "a/[id].ts": say("id"),
    "_middleware.ts": { default: () => new Response("from the middleware") },
  }, "/admin");
  assert.equal(await textAt(handler, "/admin/a/1"), "from the middleware");
  assert.equal((await ask(handler, "/a/1")).status, 404);
});

Deno.test("a file that exports nothing of use is refused with its name", () => {
  assert.throws(() => serve({ "empty.ts": {} }), /empty\.ts exports neither/);
  assert.throws(
    () => serve({ "_middleware.ts": { handler: { GET() {} } } }),
    /_middleware\.ts/,
  );
  assert.throws(
    () => serve({ "_layout.tsx": { handler: () => {} } }),
    /_layout\.tsx/,
  );
});
