import assert from "node:assert/strict";
import { lockAssets } from "./css_assets.ts";
import { type TransformFn, Transforms } from "./transform.ts";
import { setBuildId } from "../runtime/build_id.ts";

const ABOUT = { mode: "production", target: "es2022", root: "/p" } as const;

async function transform(path: string, ...all: [RegExp, TransformFn][]) {
  const transforms = new Transforms();
  for (const [filter, run] of all) {
    transforms.add({ pluginName: "test", filter }, run);
  }
  const made = await transforms.run(path, new TextEncoder().encode("a"), ABOUT);
  const texts = made?.map((
    file,
  ) => [file.path, new TextDecoder().decode(file.content)]);
  return texts === undefined ? null : Object.fromEntries(texts);
}

Deno.test("Transforms.run() applies them in order", async () => {
  const add = (text: string): [RegExp, TransformFn] => [/\.css$/, (args) => ({
    content: args.text + text,
  })];
  assert.deepEqual(await transform("/p/a.css", add("b"), add("c")), {
    "/p/a.css": "abc",
  });
});

Deno.test("Transforms.run() leaves a file alone that none is for, or that gave nothing", async () => {
  assert.equal(
    await transform("/p/a.txt", [/\.css$/, () => ({ content: "x" })]),
    null,
  );
  assert.equal(await transform("/p/a.css", [/\.css$/g, () => {}]), null);
});

Deno.test("Transforms.run() takes several files, other paths and source maps", async () => {
  const made = await transform(
    "/p/a.css",
    [/a\.css$/, async (args) => {
      assert.deepEqual([args.mode, args.root, args.target], [
        "production",
        "/p",
        "es2022",
      ]);
      return await Promise.resolve([
        { path: "/p/a.css", content: "a2" },
        { path: "/p/b.css", content: new Uint8Array([98]), map: "{}" },
      ]);
    }],
    [/b\.css$/, ({ text }) => ({ content: text + "!", path: "/p/c.css" })],
  );
  assert.deepEqual(made, {
    "/p/a.css": "a2",
    "/p/b.css.map": "{}",
    "/p/c.css": "b!",
  });
});

Deno.test("Transforms.wants() honours what is excluded", () => {
  const transforms = new Transforms();
  const options = {
    pluginName: "test",
    filter: /\.css$/,
    exclude: ["vendor", /\.min\.css$/],
  };
  transforms.add(options, () => {});
  assert.ok(transforms.wants("/p/a.css"));
  assert.ok(!transforms.wants("/p/vendor/a.css"));
  assert.ok(!transforms.wants("/p/a.min.css"));
});

Deno.test("lockAssets() names the build in absolute URLs alone", () => {
  setBuildId("b1");
  assert.equal(
    lockAssets(
      `a{b:url(/x.png)} c{d:url('/y.woff2')} e{f:url(data:image/png;base64,AA)}`,
    ),
    `a{b:url("/x.png?__frsh_c=b1")} c{d:url("/y.woff2?__frsh_c=b1")} ` +
      `e{f:url(data:image/png;base64,AA)}`,
  );
});
