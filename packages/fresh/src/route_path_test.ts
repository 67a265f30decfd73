import assert from "node:assert/strict";
import { readRoutePath } from "./route_path.ts";

Deno.test("readRoutePath() gives a route's URL and its place in the folders", () => {
  const cases: [file: string, url: string, place: string][] = [
    ["index.tsx", "/", "/"],
    ["about.tsx", "/about", "/about"],
    ["jobs/index.tsx", "/jobs", "/jobs/"],
    ["jobs/[id].tsx", "/jobs/:id", "/jobs/:id"],
    ["jobs/[[id]].tsx", "/jobs{/:id}?", "/jobs/{:id}?"],
    ["docs/[...path].tsx", "/docs/:path*", "/docs/:path*"],
    ["(team)/jobs/[id]/edit.tsx", "/jobs/:id/edit", "/(team)/jobs/:id/edit"],
    ["(team)/index.tsx", "/", "/(team)/"],
    ["[mod]@[version].ts", "/:mod@:version", "/:mod@:version"],
    ["feed.xml.ts", "/feed.xml", "/feed.xml"],
  ];
  for (const [file, url, place] of cases) {
    const path = readRoutePath(file);
    assert.deepEqual(
      [path.kind, path.url, path.place],
      ["route", url, place],
      file,
    );
  }
});

Deno.test("readRoutePath() knows the special files and their folders", () => {
  const cases: [file: string, kind: string, folder: string][] = [
    ["_app.tsx", "app", "/"],
    ["_layout.tsx", "layout", "/"],
    ["(team)/_layout.tsx", "layout", "/(team)"],
    ["api/v1/_middleware.ts", "middleware", "/api/v1"],
    ["jobs/[id]/_error.tsx", "error", "/jobs/:id"],
    ["_500.tsx", "error", "/"],
    ["_404.tsx", "notFound", "/"],
  ];
  for (const [file, kind, folder] of cases) {
    const path = readRoutePath(file);
    assert.deepEqual([path.kind, path.folder], [kind, folder], file);
  }
});

Deno.test("readRoutePath() refuses names that mean nothing", () => {
  for (
    const file of ["[a][b].ts", "x-[[a]].ts", "[[a]]-x.ts", "a].ts", "[a/b].ts"]
  ) {
    assert.throws(() => readRoutePath(file), SyntaxError, file);
  }
});
