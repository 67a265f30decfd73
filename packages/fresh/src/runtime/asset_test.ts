import assert from "node:assert/strict";
import { asset, assetSrcSet } from "./asset.ts";
import { setBuildId } from "./build_id.ts";

Deno.test("asset() names the build in an absolute path, once", () => {
  setBuildId("b1");
  const cases: [given: string, expected: string][] = [
    ["/a.css", "/a.css?__frsh_c=b1"],
    ["/a.css?x=1#y", "/a.css?x=1&__frsh_c=b1#y"],
    ["/a.css?__frsh_c=old", "/a.css?__frsh_c=old"],
    ["a.css", "a.css"],
    ["//other.example/a.css", "//other.example/a.css"],
    ["https://other.example/a.css", "https://other.example/a.css"],
  ];
  for (const [given, expected] of cases) assert.equal(asset(given), expected);
  assert.equal(asset("/a.css", "/base"), "/base/a.css?__frsh_c=b1");
});

Deno.test("assetSrcSet() does so for each of its URLs", () => {
  setBuildId("b1");
  assert.equal(
    assetSrcSet("/a.png 1x, /b.png 2x"),
    "/a.png?__frsh_c=b1 1x, /b.png?__frsh_c=b1 2x",
  );
  for (const odd of ["/a.png 1x,", "image-set(/a.png)"]) {
    assert.equal(assetSrcSet(odd), odd);
  }
});
