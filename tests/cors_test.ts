import assert from "node:assert/strict";
import { loadConfig } from "../lib/platform/config.ts";
import { ConfigError } from "../lib/platform/config_error.ts";
import { join } from "node:path";
import { sources } from "../scripts/local/import_rules.ts";
import { ROOT } from "../scripts/local/web_build.ts";
import { apiTest } from "./harness/api.ts";
import { hiddenHeaders } from "./harness/headers.ts";
import { JOB } from "./harness/rows.ts";

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
    assert.equal(headers.get("access-control-allow-credentials"), null);
    assert.equal(headers.get("access-control-max-age"), "7200");
    assert.match(headers.get("access-control-allow-methods") ?? "", /PATCH/);
    const taken = namesOf(headers.get("access-control-allow-headers"));
    for (const name of [...(await headersRead()), "authorization"]) {
      assert.ok(taken.has(name), `${name} is read, and no page may send it`);
    }
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

  await t.step("all that an answer says can be read", async () => {
    const read = async (method: string, path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(`${test.url}/api/v1${path}`, {
        method,
        headers: { origin: OURS, authorization: `Bearer ${test.api.token}`, ...headers },
        ...(method === "POST" ? { body: JSON.stringify(JOB) } : {}),
      });
      await response.body?.cancel();
      return response.headers;
    };
    const key = { "idempotency-key": crypto.randomUUID(), "content-type": "application/json" };
    await read("POST", "/jobs", key);
    const answers = [await read("POST", "/jobs", key), await read("GET", "/jobs")];
    assert.equal(answers[0]?.get("idempotency-replayed"), "true");
    for (const headers of answers) {
      const exposed = namesOf(headers.get("access-control-expose-headers"));
      assert.ok(exposed.has("idempotency-replayed") && exposed.has("date"));
      assert.deepEqual(hiddenHeaders(headers).filter((name) => !exposed.has(name)), []);
    }
  });

  await t.step("no cookie is taken from them, and none is said to be", async () => {
    const response = await fetch(`${test.url}/api/v1/refresh`, {
      method: "POST",
      headers: { origin: OURS, "sec-fetch-site": "cross-site", cookie: "refresh_token=any" },
    });
    await response.body?.cancel();
    assert.equal(response.status, 403);
    assert.equal(response.headers.get("access-control-allow-credentials"), null);
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

/** Lower-case names of a list of headers. */
function namesOf(list: string | null): Set<string> {
  return new Set((list ?? "").toLowerCase().split(",").map((name) => name.trim()));
}

/** Those that a browser writes itself and no page may (Fetch, 2.2.2), or that a proxy adds. */
const NOT_FROM_PAGES =
  /^(accept-encoding|access-control-.*|content-length|cookie|origin|referer|sec-.*|user-agent|x-forwarded-for)$/;

/** The headers of requests that the code of the API reads. */
async function headersRead(): Promise<Set<string>> {
  const found = new Set<string>();
  for (const folder of ["lib", "routes/api", "routes/(_middlewares)"]) {
    for await (const path of sources(ROOT, join(ROOT, folder))) {
      const text = await Deno.readTextFile(join(ROOT, path));
      for (const [, name, constant] of text.matchAll(READING)) {
        const said = name ?? text.match(new RegExp(`const ${constant} = "([^"]+)"`))?.[1];
        assert.ok(said, `${path}: ${constant} is no header`);
        if (!NOT_FROM_PAGES.test(said)) found.add(said);
      }
    }
  }
  assert.ok(found.has("prefer") && found.has("idempotency-key"), "nothing is found");
  return found;
}

const READING = /\b(?:req|request)\.headers\.(?:get|has)\((?:"([^"]+)"|([A-Z_]+))\)/g;

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
