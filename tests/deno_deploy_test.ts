import { sql } from "kysely";
import assert from "node:assert/strict";
import { ensureFirstSuperuser } from "../lib/accounts/superuser.ts";
import { readSettings } from "../lib/platform/config.ts";
import { adminOf } from "../lib/platform/settings/first_user.ts";
import { buildWeb } from "../scripts/local/web_build.ts";
import { textOf } from "./harness/deploy_files.ts";
import { testServices } from "./harness/services.ts";
import { judgesAPdf, startShipped } from "./harness/shipped.ts";
import { waitFor } from "./harness/wait.ts";

/** Those of the platform without the two that are not relied on: no process, no written file. */
const PERMISSIONS = ["net", "env", "read", "sys", "ffi"].map((name) => `--allow-${name}`);

const PASSWORD = "a long enough password";

const METRICS_TOKEN = "a-token-for-prometheus";

/** The events of the only job, as a page listens to them. */
async function openStream(url: string): Promise<Response> {
  const form = new URLSearchParams({ username: "admin", password: PASSWORD });
  const signedIn = await fetch(`${url}/api/v1/login`, { method: "POST", body: form });
  const headers = { authorization: `Bearer ${(await signedIn.json()).access_token}` };
  const { data: [job] } = await (await fetch(`${url}/api/v1/jobs`, { headers })).json();
  const stream = await fetch(`${url}/api/v1/jobs/${job.id}/events`, { headers });
  assert.match(stream.headers.get("content-type") ?? "", /^text\/event-stream/);
  return stream;
}

Deno.test("on Deno Deploy a résumé is judged without another process or a written file", async () => {
  await buildWeb();
  const { deploy } = JSON.parse(await textOf("deno.json"));
  await using test = await testServices({
    ADMIN_PASSWORD: PASSWORD,
    ENVIRONMENT: "production",
    METRICS_TOKEN,
    DRAIN_SECONDS: "0",
    SHUTDOWN_SECONDS: "600",
  });
  await ensureFirstSuperuser(test.services.db, adminOf(readSettings(test.env).values));
  const flags = ["run", "--quiet", "--no-prompt", "--cached-only", ...PERMISSIONS];
  const { entrypoint } = deploy.runtime;
  // Its folder can't be written, so whoever tried would fail.
  let stream: Response | undefined;
  const app = await startShipped([Deno.execPath(), ...flags, entrypoint], {
    ...test.env,
    DATA_DIR: "/nowhere",
  });
  try {
    await judgesAPdf(app.url, PASSWORD);
    const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
    // An evaluation is counted after it is stored.
    const metrics = await waitFor("the metrics of its work", async () => {
      const text = await (await fetch(`${app.url}/metrics`, { headers })).text();
      return /^talent_evaluations_total 1$/m.test(text) && text;
    });
    assert.match(metrics, /^talent_queue_depth \d+$/m);
    stream = await openStream(app.url);
    assert.equal(app.output(), "");
  } finally {
    // A stream that is still read would hold it up for SHUTDOWN_SECONDS.
    assert.equal(await app.stop(), 0, app.output());
    await stream?.body?.cancel();
  }
  const { rows: [figures] } = await sql<{ evaluations: number; requests: number }>`
    select sum(evaluations)::int as evaluations, sum(requests)::int as requests
    from service_figures`.execute(test.services.db);
  assert.equal(figures?.evaluations, 1, "the charts of the last day have what it did");
  assert.ok(figures.requests > 3);
});

Deno.test("the deploy section of deno.json runs what there is", async () => {
  const { deploy, tasks } = JSON.parse(await textOf("deno.json"));
  await textOf(deploy.runtime.entrypoint);
  const [, task = ""] = /^deno task (\S+)$/.exec(deploy.build) ?? [];
  assert.ok(task in tasks, deploy.build);
  const [, script = ""] = /^deno run -A (\S+) migrate$/.exec(deploy.predeploy) ?? [];
  await textOf(script);
});
