import assert from "node:assert/strict";
import { apiTest } from "./harness/api.ts";
import { visitor } from "./harness/visitor.ts";

Deno.test("a page says which methods it has where it has not the one that was asked for", async (t) => {
  await using test = await apiTest({ worker: false });
  const olga = await visitor(test, "olga");
  const cases = [
    ["PUT", "/sign-in", "GET, HEAD, OPTIONS, POST"],
    ["BREW", "/sign-in", "GET, HEAD, OPTIONS, POST"],
    ["GET", "/preferences", "OPTIONS, POST"],
    ["DELETE", "/candidates", "GET, HEAD, OPTIONS"],
    ["POST", "/readyz", "GET, HEAD, OPTIONS"],
  ] as const;
  for (const [method, path, methods] of cases) {
    await t.step(`${method} ${path}`, async () => {
      const answer = await olga.open(path, "en", method);
      await answer.body?.cancel();
      assert.equal(answer.status, 405);
      assert.equal(answer.headers.get("allow")?.split(", ").sort().join(", "), methods);
      const options = await olga.open(path, "en", "OPTIONS");
      assert.equal(options.status, 204);
      assert.equal(options.headers.get("allow"), answer.headers.get("allow"));
    });
  }
  await t.step("what is not there has none", async () => {
    const answer = await olga.open("/nowhere", "en", "DELETE");
    await answer.body?.cancel();
    assert.deepEqual([answer.status, answer.headers.get("allow")], [404, null]);
  });
});
