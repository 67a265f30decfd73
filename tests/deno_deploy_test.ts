import assert from "node:assert/strict";
import { ensureFirstSuperuser } from "../lib/accounts/superuser.ts";
import { readSettings } from "../lib/platform/config.ts";
import { adminOf } from "../lib/platform/settings/first_user.ts";
import { buildWeb } from "../scripts/local/web_build.ts";
import { textOf } from "./harness/deploy_files.ts";
import { testServices } from "./harness/services.ts";
import { judgesAPdf, startShipped } from "./harness/shipped.ts";

/** Those of the platform without the two that are not relied on: no process, no written file. */
const PERMISSIONS = ["net", "env", "read", "sys", "ffi"].map((name) => `--allow-${name}`);

const PASSWORD = "a long enough password";

Deno.test("on Deno Deploy a résumé is judged without another process or a written file", async () => {
  await buildWeb();
  const { deploy } = JSON.parse(await textOf("deno.json"));
  await using test = await testServices({ ADMIN_PASSWORD: PASSWORD, ENVIRONMENT: "production" });
  await ensureFirstSuperuser(test.services.db, adminOf(readSettings(test.env).values));
  const flags = ["run", "--quiet", "--no-prompt", "--cached-only", ...PERMISSIONS];
  const { entrypoint } = deploy.runtime;
  // Its folder can't be written, so whoever tried would fail.
  const app = await startShipped([Deno.execPath(), ...flags, entrypoint], {
    ...test.env,
    DATA_DIR: "/nowhere",
  });
  try {
    await judgesAPdf(app.url, PASSWORD);
    assert.equal(app.output(), "");
  } finally {
    assert.equal(await app.stop(), 0, app.output());
  }
});

Deno.test("the deploy section of deno.json runs what there is", async () => {
  const { deploy, tasks } = JSON.parse(await textOf("deno.json"));
  await textOf(deploy.runtime.entrypoint);
  const [, task = ""] = /^deno task (\S+)$/.exec(deploy.build) ?? [];
  assert.ok(task in tasks, deploy.build);
  const [, script = ""] = /^deno run -A (\S+) migrate$/.exec(deploy.predeploy) ?? [];
  await textOf(script);
});
