import assert from "node:assert/strict";
import { TRACING_ENV } from "../lib/platform/telemetry/tracing.ts";
import { freePort } from "../scripts/local/processes.ts";
import { buildWeb } from "../scripts/local/web_build.ts";
import { Logged } from "./harness/logged.ts";
import { startSilentReceiver } from "./harness/otlp.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

const TOLD = "Ended without telling the last spans and figures";

Deno.test("web and worker end though nobody takes what they would tell", async () => {
  const [port, probePort] = [freePort(), freePort()];
  await using test = await testServices({
    ...TRACING_ENV,
    PORT: String(port),
    WORKER_PROBE_PORT: String(probePort),
    LOG_FORMAT: "json",
  });
  await buildWeb();
  const parts = [["scripts/web.ts", port], ["worker/main.ts", probePort]] as const;
  for (const [script, asked] of parts) {
    await using silent = startSilentReceiver();
    await using process = new Logged(script, { ...test.env, ...silent.env });
    const ready = () => fetch(`http://127.0.0.1:${asked}/readyz`).then((a) => a.text(), () => "");
    await waitFor(script, async () => (await ready()).includes('"ready":true'));
    await waitFor(`what ${script} tells`, () => silent.calls() > 0);
    assert.equal((await process.stop()).signal, "SIGKILL", script);
    const last = JSON.parse(process.log.trimEnd().split("\n").at(-1) ?? "");
    assert.match(last.message, new RegExp(`^${TOLD}: nobody took them in \\d+ ms$`), script);
  }
});

Deno.test("an error that nobody catches ends a process whose spans nobody takes", async () => {
  await using silent = startSilentReceiver();
  await using test = await testServices({ ...silent.env, ...TRACING_ENV });
  await using process = new Logged("tests/harness/uncaught.ts", test.env);
  await process.ended();
  assert.match(process.log, /Error: nobody catches this/);
  assert.match(process.log, new RegExp(TOLD));
});
