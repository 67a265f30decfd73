import assert from "node:assert/strict";
import { sql } from "kysely";
import { freePort } from "../scripts/local/processes.ts";
import { buildWeb, ROOT } from "../scripts/local/web_build.ts";
import { apiTest } from "./harness/api.ts";
import { listenForStartup } from "./harness/postgres_startup.ts";
import { testServices } from "./harness/services.ts";
import { visitor } from "./harness/visitor.ts";
import { acrossWorkspaces } from "../lib/platform/workspace_scope.ts";

const ALWAYS = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^same-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  "strict-transport-security": /^max-age=\d{8}; includeSubDomains$/,
  "content-security-policy": /^(?!.*unsafe-)(?=.*(default-src 'none'|default-src 'self'))/,
};

const PAGE = {
  ...ALWAYS,
  "content-security-policy":
    /^(?!.*unsafe-).*script-src 'self' 'nonce-[\w+/=-]{16,}'.*object-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
};

const DATA = {
  ...ALWAYS,
  "content-security-policy": /^default-src 'none';.*frame-ancestors 'none'$/,
  "cache-control": /^(no-store|private)/,
};

Deno.test("outside of local, every kind of answer has the headers that keep it safe", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { ENVIRONMENT: "staging" },
  });
  const olga = await visitor(test, "olga");
  const bare = (path: string) => fetch(test.url + path, { redirect: "manual" });
  const api = { headers: { authorization: `Bearer ${test.api.token}` } };
  const answers: readonly [string, Response, Record<string, RegExp>][] = [
    ["a page", await olga.open("/"), PAGE],
    ["a page without a session", await bare("/sign-in"), PAGE],
    ["a page that is not there", await olga.open("/nowhere"), PAGE],
    ["an answer", await fetch(`${test.url}/api/v1/jobs`, api), DATA],
    ["a refusal", await bare("/api/v1/jobs"), DATA],
    ["an address of the API that is not there", await bare("/api/v1/nowhere"), DATA],
    ["a probe", await bare("/readyz"), { "x-content-type-options": /nosniff/ }],
  ];
  for (const [what, response, wanted] of answers) {
    for (const [name, form] of Object.entries(wanted)) {
      assert.match(response.headers.get(name) ?? "(none)", form, `${name} of ${what}`);
    }
    await response.body?.cancel();
  }
  const page = await (await olga.open("/")).text();
  assert.doesNotMatch(page, /\son\w+="|javascript:/i);
  for (const [, attributes] of page.matchAll(/<script([^>]*)>/g)) {
    assert.match(attributes ?? "", /nonce="|src="\/|type="application\/json"/);
  }
});

Deno.test("a request under a stranger's name is answered 421, and probes under any", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { ENVIRONMENT: "staging", ALLOWED_HOSTS: "" },
  });
  const ask = async (path: string, host?: string) => {
    // fetch() lets nobody set a host.
    const { hostname, port } = new URL(test.url);
    const connection = await Deno.connect({ hostname, port: Number(port) });
    const name = host ?? hostname;
    const request = `GET ${path} HTTP/1.1\r\nhost: ${name}\r\nconnection: close\r\n\r\n`;
    await connection.write(new TextEncoder().encode(request));
    const text = await new Response(connection.readable).text();
    return Number(text.split(" ")[1]);
  };
  assert.equal(await ask("/sign-in", "talent.test"), 200);
  assert.equal(await ask("/sign-in", "talent.test:443"), 200);
  assert.equal(await ask("/sign-in", "evil.example"), 421);
  assert.equal(await ask("/sign-in"), 421);
  assert.equal(await ask("/api/v1/health", "evil.example"), 421);
  assert.equal(await ask("/livez", "10.0.0.7"), 200);
});

Deno.test("a wait for a lock, and a transaction that is left open, come to an end", async () => {
  await using test = await apiTest({ worker: false });
  const limits = sql<{ name: string; setting: string }>`
    select name, setting from pg_settings
    where name in ('lock_timeout', 'idle_in_transaction_session_timeout') order by name`;
  const { rows } = await acrossWorkspaces("test", () => limits.execute(test.test.walled.db));
  assert.deepEqual(rows.map(({ setting }) => Number(setting)), [300_000, 30_000]);
});

/** What a process asks PostgreSQL for as it begins a session; it is ended then. */
async function sessionOf(
  script: string,
  env: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, string>> {
  using postgres = listenForStartup();
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", script],
    env: { ...env, PORT: String(freePort()), DATABASE_URL: postgres.url },
    cwd: ROOT,
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    const ended = process.status.then(({ code }) => assert.fail(`${script} ended with ${code}`));
    ended.catch(() => {}); // it is ended below
    return await Promise.race([postgres.asked, ended]);
  } finally {
    try {
      process.kill("SIGKILL");
    } catch {
      // It has ended already.
    }
    await process.status;
  }
}

Deno.test("a statement of the web server ends with its request, one of a task after ten minutes", async () => {
  await buildWeb();
  await using test = await testServices({ REQUEST_TIMEOUT_SECONDS: "7" });
  const processes: [string, Record<string, string>, string][] = [
    ["scripts/web.ts", {}, "7000"],
    ["scripts/web.ts", { WORKER_INLINE: "true" }, "600000"],
    ["worker/main.ts", {}, "600000"],
    ["scripts/deploy.ts", {}, "600000"],
  ];
  for (const [script, more, limit] of processes) {
    const asked = await sessionOf(script, { ...test.env, ...more });
    const told = `${script} ${JSON.stringify(more)}`;
    assert.equal(asked.get("statement_timeout"), limit, told);
    assert.equal(asked.get("lock_timeout"), "30000", told);
    assert.equal(asked.get("idle_in_transaction_session_timeout"), "300000", told);
  }
});
