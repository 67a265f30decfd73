import assert from "node:assert/strict";
import { join } from "node:path";
import { bundle } from "./bundle.ts";

/** Bundles one entry from some files in a folder below the package, whose imports hold there. */
async function bundled(files: Record<string, string>): Promise<string> {
  const root = await Deno.makeTempDir({ dir: import.meta.dirname, prefix: "_bundle_" });
  try {
    for (const [name, source] of Object.entries(files)) {
      await Deno.writeTextFile(join(root, name), source);
    }
    const { files: made, entryFiles } = await bundle({
      entries: new Map([["Entry", join(root, "entry.tsx")]]),
      root,
      target: "es2022",
      isDev: false,
      jsxImportSource: "preact",
    });
    return new TextDecoder().decode(made.get(entryFiles.get("Entry") ?? ""));
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("bundle() takes local modules, JSON and packages of the import map", async () => {
  const script = await bundled({
    "entry.tsx": `import { useState } from "preact/hooks";
      import { name } from "./name.ts";
      import data from "./data.json" with { type: "json" };
      export default () => { useState(0); return <b>{name}{data.key}</b>; };`,
    "name.ts": `export const name: string = "local-name";`,
    "data.json": `{ "key": "json-value" }`,
  });
  for (const text of ["local-name", "json-value", "__k"]) assert.ok(script.includes(text), text);
});

Deno.test("bundle() passes over what is imported for its types alone", async () => {
  const script = await bundled({
    "entry.tsx": `import type { Gone } from "./gone.ts";
      import { type Server, label } from "./server.ts";
      export const value: Gone | Server | string = label;`,
    "server.ts": `import type { Db } from "./missing.ts";
      export type Server = Db;
      export const label = "kept";`,
  });
  assert.match(script, /kept/);
});

Deno.test("bundle() says which module it cannot find, and who imports it", async () => {
  await assert.rejects(
    bundled({ "entry.tsx": `import "./gone.ts";` }),
    /Module not found.*gone\.ts.*entry\.tsx/s,
  );
  await assert.rejects(
    bundled({ "entry.tsx": `import { x } from "not-in-the-map"; console.log(x);` }),
    /not-in-the-map/,
  );
});
