import fc from "fast-check";
import assert from "node:assert/strict";
import { Router } from "./router.ts";

function routerOf(patterns: string[]): Router<string> {
  const router = new Router<string>();
  for (const pattern of patterns) router.add(["GET"], pattern, pattern);
  return router;
}

function found(
  router: Router<string>,
  path: string,
): [string, Record<string, string>] | null {
  const match = router.match(path);
  return match === null ? null : [match.entry.pattern, match.params];
}

Deno.test("Router.match() gives the parameters, decoded", () => {
  const router = routerOf([
    "/:a/:b/c",
    "/files/:path*",
    "/all/*",
    "/x{/:id}?",
    "/v:major-:minor",
  ]);
  assert.deepEqual(found(router, "/1%20x/2/c"), ["/:a/:b/c", {
    a: "1 x",
    b: "2",
  }]);
  assert.deepEqual(found(router, "/files"), ["/files/:path*", { path: "" }]);
  assert.deepEqual(found(router, "/files/a/b"), ["/files/:path*", {
    path: "a/b",
  }]);
  assert.deepEqual(found(router, "/all/a/"), ["/all/*", { 0: "a/" }]);
  assert.deepEqual(found(router, "/x"), ["/x{/:id}?", {}]);
  assert.deepEqual(found(router, "/x/7"), ["/x{/:id}?", { id: "7" }]);
  assert.deepEqual(found(router, "/v1-2"), ["/v:major-:minor", {
    major: "1",
    minor: "2",
  }]);
  assert.equal(found(router, "/files/"), null);
  assert.equal(found(router, "/all"), null);
  assert.equal(found(router, "/x/"), null);
});

Deno.test("Router.match() prefers a literal path, then what was added first", () => {
  const router = routerOf(["/*", "/:id", "/jobs"]);
  assert.equal(found(router, "/jobs")?.[0], "/jobs");
  assert.equal(found(router, "/other")?.[0], "/*");
  assert.equal(found(routerOf(["/a/:id", "/:id/b"]), "/a/b")?.[0], "/a/:id");
  assert.equal(found(routerOf(["/:id/b", "/a/:id"]), "/a/b")?.[0], "/:id/b");
  assert.equal(found(routerOf(["/:a-:b", "/:id"]), "/1-2")?.[0], "/:a-:b");
  assert.equal(found(routerOf(["/:id", "/:a-:b"]), "/1-2")?.[0], "/:id");
});

Deno.test("Router.match() leaves a stray percent sign as it is", () => {
  assert.deepEqual(found(routerOf(["/:id"]), "/%E0%A4%A"), ["/:id", {
    id: "%E0%A4%A",
  }]);
});

Deno.test("Router.match() agrees with URLPattern", () => {
  const part = fc.constantFrom("a", "b", "é", ":x", "{/:o}?");
  const pattern = fc.tuple(
    fc.array(part, { minLength: 1, maxLength: 4 }),
    fc.constantFrom("", "/:rest*", "/*"),
  ).map(([parts, end]) => {
    const named = parts.map((text, i) => text.replace(/:(\w)/, `:$1${i}`));
    return named.map((text) => text.startsWith("{") ? text : `/${text}`).join(
      "",
    ) + end;
  });
  const path = fc.array(fc.constantFrom("a", "b", "é", "c%20d", ""), {
    minLength: 1,
    maxLength: 6,
  })
    .map((parts) => new URL(`http://x/${parts.join("/")}`).pathname);

  fc.assert(
    fc.property(
      fc.uniqueArray(pattern, { minLength: 1, maxLength: 5 }),
      path,
      (patterns, path) => {
        const router = routerOf(patterns);
        const expected = patterns.find((text) => encodeURI(text) === path) ??
          patterns.find((pathname) => new URLPattern({ pathname }).test({ pathname: path }));
        // An optional segment alone is the one place where "/" matches here and not there.
        fc.pre(path !== "/");
        assert.equal(found(router, path)?.[0], expected);
        if (expected === undefined) return;
        const groups = new URLPattern({ pathname: expected }).exec({
          pathname: path,
        })?.pathname.groups;
        const params = found(router, path)?.[1] ?? {};
        for (const [name, value] of Object.entries(groups ?? {})) {
          assert.equal(
            params[name] ?? "",
            decodeURI(value ?? ""),
            `${expected} ${path} ${name}`,
          );
        }
      },
    ),
    { numRuns: 1000 },
  );
});
