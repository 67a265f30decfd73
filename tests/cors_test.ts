import assert from "node:assert/strict";
import { ConfigError, loadConfig } from "../lib/platform/config.ts";
import { apiTest } from "./harness/api.ts";

const OURS = "https://app.example.com";
const OTHER = "https://app.example.com.evil.example";

Deno.test("pages of named origins may call the API, others are told nothing", async (t) => {
  await using test = await apiTest({
    worker: false,
    settings: { CORS_ORIGINS: `${OURS}, http://localhost:3000` },
  });
  const ask = async (method: string, path: string, headers: Record<string, string>) => {
    const response = await fetch(`${test.url}${path}`, { method, headers });
    await response.body?.cancel();
    return response;
  };
  const question = { "access-control-request-method": "POST" };

  await t.step("the question of a browser", async () => {
    const { status, headers } = await ask("OPTIONS", "/api/v1/jobs", {
      origin: OURS,
      ...question,
      "access-control-request-headers": "authorization, content-type",
    });
    assert.equal(status, 204);
    assert.equal(headers.get("access-control-allow-origin"), OURS);
    assert.equal(headers.get("access-control-allow-credentials"), "true");
    assert.equal(headers.get("access-control-max-age"), "7200");
    assert.match(headers.get("access-control-allow-methods") ?? "", /PATCH/);
    assert.match(headers.get("access-control-allow-headers") ?? "", /Idempotency-Key/);
    assert.match(headers.get("vary") ?? "", /Origin/);
  });

  await t.step("an answer, and a problem", async () => {
    for (const [path, wanted] of [["/api/v1/health", 503], ["/api/v1/jobs", 401]] as const) {
      const { status, headers } = await ask("GET", path, { origin: "http://localhost:3000" });
      assert.equal(status, wanted);
      assert.equal(headers.get("access-control-allow-origin"), "http://localhost:3000");
      assert.match(headers.get("access-control-expose-headers") ?? "", /X-Request-Id/);
      assert.match(headers.get("vary") ?? "", /Origin/);
    }
    const { headers } = await ask("GET", "/api/v1/nothing/here/", { origin: OURS });
    assert.equal(headers.get("access-control-allow-origin"), OURS);
  });

  await t.step("another origin, no origin, and pages", async () => {
    const strangers: [string, string, Record<string, string>][] = [
      ["GET", "/api/v1/health", { origin: OTHER }],
      ["GET", "/api/v1/health", { origin: "null" }],
      ["GET", "/api/v1/health", {}],
      ["OPTIONS", "/api/v1/jobs", { origin: OTHER, ...question }],
      ["GET", "/sign-in", { origin: OURS }],
    ];
    for (const [method, path, headers] of strangers) {
      const answer = await ask(method, path, headers);
      const shared = [...answer.headers.keys()].filter((name) => name.startsWith("access-control"));
      assert.deepEqual(shared, [], `${method} ${path} ${headers.origin}`);
      if (path.startsWith("/api/")) assert.match(answer.headers.get("vary") ?? "", /Origin/);
    }
  });

  await t.step("OPTIONS that is no question of a browser", async () => {
    const { status, headers } = await ask("OPTIONS", "/api/v1/jobs", { origin: OURS });
    assert.equal(status, 204);
    assert.equal(headers.get("allow"), "GET, POST, HEAD, OPTIONS");
  });
});

Deno.test("without CORS_ORIGINS nobody is named", async () => {
  await using test = await apiTest({ worker: false });
  const response = await fetch(`${test.url}/api/v1/health`, { headers: { origin: OURS } });
  await response.body?.cancel();
  assert.equal(response.headers.get("access-control-allow-origin"), null);
});

Deno.test("CORS_ORIGINS takes exact origins alone", () => {
  const origins = (value: string) =>
    loadConfig({
      CORS_ORIGINS: value,
      DATABASE_URL: "postgres://a/b",
      REDIS_URL: "redis://a",
      SECRET_KEY: "a-secret-that-only-the-tests-use-0000",
    }).corsOrigins;
  assert.deepEqual(origins(`${OURS},http://localhost:3000`), [OURS, "http://localhost:3000"]);
  assert.deepEqual(origins(""), []);
  for (
    const bad of ["*", "https://app.example.com/", "app.example.com", `${OURS},https://*.x.com`]
  ) {
    assert.throws(() => origins(bad), ConfigError, bad);
  }
});
