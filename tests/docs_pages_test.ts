import assert from "node:assert/strict";
import { apiTest } from "./harness/api.ts";
import { type Visitor, visitor } from "./harness/visitor.ts";

const PATHS = ["/docs", "/redoc", "/openapi.json"];

const PUBLIC_URL = "https://talent.example.com";
const STAGING = { ENVIRONMENT: "staging", PUBLIC_URL, SUPERUSER_SECOND_FACTOR: "optional" };
const PRODUCTION = { ENVIRONMENT: "production", PUBLIC_URL };

/** A file of the page /docs, as the page names it. */
async function assetOf(open: Visitor["open"]): Promise<string> {
  const [, path = ""] = /src="(\/docs\/assets\/[^"]+)"/.exec(await (await open("/docs")).text()) ??
    [];
  assert.ok(path);
  return path;
}

Deno.test("on one's own machine everybody sees the documentation", async () => {
  await using test = await apiTest({ worker: false });
  const open = (path: string) => fetch(test.url + path, { redirect: "manual" });
  for (const path of PATHS) {
    const response = await open(path);
    assert.equal(response.status, 200, path);
    await response.body?.cancel();
  }
  const { paths } = await (await open("/openapi.json")).json();
  assert.ok(paths["/jobs"].get);
  const path = await assetOf(open);
  const asset = await open(path);
  assert.equal(asset.headers.get("cache-control"), "public, max-age=31536000, immutable");
  assert.match(asset.headers.get("content-type") ?? "", /javascript/);
  await asset.body?.cancel();
  const stale = await open(path.replace(/\/[0-9a-f]{16}\//, "/0123456789abcdef/"));
  assert.equal(stale.status, 404);
  await stale.body?.cancel();
});

Deno.test("on staging superusers alone see the documentation", async () => {
  await using test = await apiTest({ worker: false, settings: STAGING });
  const nobody = (path: string) => fetch(test.url + path, { redirect: "manual" });
  const { open: asSuperuser } = await visitor(test, "olga");
  const person = await test.addPerson("owner", "own");
  const { username } = await test.test.services.db.selectFrom("users").select("username")
    .where("id", "=", person.actor.userId).executeTakeFirstOrThrow();
  const { open: asOwner } = await visitor(test, username);
  const all = [...PATHS, await assetOf(asSuperuser)];
  for (const path of all) {
    const statuses = [];
    for (const open of [nobody, asOwner, asSuperuser]) {
      const response = await open(path);
      await response.body?.cancel();
      statuses.push(response.status);
    }
    const isPage = path === "/docs" || path === "/redoc";
    assert.deepEqual(statuses, [isPage ? 303 : 401, 403, 200], path);
  }
});

Deno.test("on staging a superuser without a second factor is led to set it up", async () => {
  const settings = { ...STAGING, SUPERUSER_SECOND_FACTOR: "required" };
  await using test = await apiTest({ worker: false, settings });
  const { open } = await visitor(test, "olga");
  for (const path of PATHS) {
    const response = await open(path);
    await response.body?.cancel();
    assert.deepEqual(
      [response.status, response.headers.get("location")],
      [303, "/settings/security"],
      path,
    );
  }
});

Deno.test("in production there is no documentation", async () => {
  await using test = await apiTest({ worker: false, settings: PRODUCTION });
  const { open } = await visitor(test, "olga");
  for (const path of [...PATHS, "/docs/assets/0123456789abcdef/swagger-ui.js"]) {
    const response = await open(path);
    assert.equal(response.status, 404, path);
    await response.body?.cancel();
  }
});
