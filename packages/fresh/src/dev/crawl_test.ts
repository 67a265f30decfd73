import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { crawl, islandName } from "./crawl.ts";

Deno.test("crawl() finds routes and islands and passes over the rest", async () => {
  const root = await Deno.makeTempDir();
  try {
    const files = [
      "routes/index.tsx",
      "routes/index_test.tsx",
      "routes/style.css",
      "routes/(_parts)/Row.tsx",
      "routes/jobs/(_islands)/List.tsx",
      "routes/jobs/[id].ts",
      "islands/deep/Button.tsx",
    ];
    for (const file of files) {
      await Deno.mkdir(dirname(join(root, file)), { recursive: true });
      await Deno.writeTextFile(join(root, file), "");
    }
    const found = await crawl({
      routeDir: join(root, "routes"),
      islandDir: join(root, "islands"),
      ignore: [/_test\.tsx$/],
    });
    assert.deepEqual(found.routes, ["index.tsx", "jobs/[id].ts"]);
    assert.deepEqual(found.islands, [
      join(root, "islands/deep/Button.tsx"),
      join(root, "routes/jobs/(_islands)/List.tsx"),
    ]);
    const nothing = join(root, "nothing");
    assert.deepEqual(
      await crawl({ routeDir: nothing, islandDir: nothing, ignore: [] }),
      {
        routes: [],
        islands: [],
      },
    );
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("islandName() is a name that a script can import", () => {
  const cases = {
    "/a/Counter.tsx": "Counter",
    "/a/my-small_island.tsx": "MySmallIsland",
    "/a/2fa.tsx": "Island2fa",
    "jsr:@scope/name/Thing.tsx": "Thing",
  };
  for (const [path, name] of Object.entries(cases)) {
    assert.equal(islandName(path), name);
  }
});
