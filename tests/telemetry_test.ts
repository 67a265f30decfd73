import assert from "node:assert/strict";
import { join } from "node:path";
import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import { LIFELINE } from "../lib/platform/stopping.ts";
import {
  isTracing,
  startTracing,
  TRACING_ENV,
  UnsafeTracing,
} from "../lib/platform/telemetry/tracing.ts";
import { freePort } from "../scripts/local/processes.ts";
import { buildWeb, ROOT } from "../scripts/local/web_build.ts";
import { type OtlpReceiver, startOtlpReceiver, type ToldSpan } from "./harness/otlp.ts";
import { startReceiver } from "./harness/receiver.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

/** What must be told to nobody: each in its own form, each found nowhere else. */
const CANARY = {
  email: "canary.bird@example.test",
  phone: "+31 6 47 11 08 15",
  password: "Yellow-feathers-9",
  receiver: "canary-hook-4711",
} as const;

/** A process of the product whose log is kept. */
class Logged implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #read: Promise<void>;
  log = "";

  constructor(script: string, env: Readonly<Record<string, string>>) {
    this.#process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "-q", script],
      cwd: ROOT,
      env: { ...env, [LIFELINE]: "stdin" },
      stdin: "piped",
      stdout: "null",
      stderr: "piped",
    }).spawn();
    this.#read = this.#keep(this.#process.stderr);
  }

  async #keep(stream: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    for await (const chunk of stream) this.log += decoder.decode(chunk, { stream: true });
  }

  async stop(): Promise<void> {
    this.#process.kill("SIGTERM");
    await this.#process.status;
    await this.#read;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      this.#process.kill("SIGKILL");
    } catch {
      // It has ended already.
    }
    await this.#process.status;
    await this.#read;
  }
}

interface Answered {
  readonly status: number;
  // deno-lint-ignore no-explicit-any -- of each answer what is looked at
  readonly body: any;
}

type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answered>;

function callerOf(url: string): Call {
  return async (method, path, body, headers = {}) => {
    const isForm = body instanceof FormData || body instanceof URLSearchParams;
    const response = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: { ...headers, ...(body && !isForm ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  };
}

/** The secret at the end of the link in the latest mail. */
async function secretOfMail(folder: string): Promise<string> {
  return await waitFor("a mail with a link", async () => {
    if (!await Deno.stat(folder).catch(() => undefined)) return undefined;
    for await (const { name } of Deno.readDir(folder)) {
      const text = (await Deno.readTextFile(join(folder, name))).replaceAll(/=\r?\n/g, "");
      const [, secret] = /reset-password\?token(?:=3D|=)([\w-]+)/.exec(text) ?? [];
      if (secret) return secret;
    }
    return undefined;
  });
}

/** Goes through what holds a name, an address, a password or a secret; answers those secrets. */
async function liveADay(call: Call, mails: string, hook: string): Promise<string[]> {
  const credentials = { username: "canary", password: CANARY.password };
  const wrong = { username: CANARY.email, password: `${CANARY.password}-wrong` };
  assert.equal((await call("POST", "/api/v1/login", new URLSearchParams(wrong))).status, 401);
  const signedIn = await call("POST", "/api/v1/login", new URLSearchParams(credentials));
  assert.equal(signedIn.status, 200);
  const { access_token: token, refresh_token: refresh } = signedIn.body;
  const auth = { authorization: `Bearer ${token}` };
  assert.equal(
    (await call("POST", "/api/v1/refresh", { refresh_token: refresh })).status,
    200,
  );

  const job = await call("POST", "/api/v1/jobs", {
    title: "Backend engineer",
    description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL",
  }, auth);
  assert.equal(job.status, 201);
  const jobId = job.body.id;
  await call("POST", "/api/v1/webhooks", { url: hook, events: ["resume.evaluated"] }, auth);
  const files = new FormData();
  const text = `Ada Bird\n${CANARY.email}\n${CANARY.phone}\n\nExperience\n` +
    "Backend engineer, Acme, 2019 - 2024\nTypeScript and PostgreSQL services.";
  files.append("files", new File([text], `${CANARY.email} cv.txt`));
  files.append("files", new File([new Uint8Array(400)], `${CANARY.email} broken.pdf`));
  assert.equal((await call("POST", `/api/v1/jobs/${jobId}/resumes`, files, auth)).status, 202);
  await waitFor("the résumé to be judged", async () => {
    const { body } = await call("GET", `/api/v1/jobs/${jobId}/ranking`, undefined, auth);
    return typeof body.data?.[0]?.score === "number";
  });
  const query = new URLSearchParams({ q: CANARY.email });
  assert.equal((await call("GET", `/api/v1/search?${query}`, undefined, auth)).status, 200);
  await call("GET", `/find?${query}`);
  await call("GET", `/api/v1/user/${encodeURIComponent(CANARY.email)}`, undefined, auth);
  await call("POST", "/api/v1/password_reset", { email: CANARY.email });
  const secret = await secretOfMail(mails);
  await call("GET", `/reset-password?token=${secret}`);
  await call("POST", "/api/v1/password_reset/wrong", { token: secret, password: CANARY.password });
  return [token, refresh, secret];
}

/** The spans of the trace in which a span of that name is. */
function traceWith(otlp: OtlpReceiver, name: string): ToldSpan[] {
  const spans = otlp.spans();
  const traceId = spans.find((span) => span.name === name)?.traceId;
  return spans.filter((span) => span.traceId === traceId);
}

Deno.test("spans are not recorded where the runtime would tell whole URLs", () => {
  assert.throws(() => startTracing({ OTEL_DENO: "true" }), UnsafeTracing);
  startTracing({ OTEL_DENO: "false" });
  assert.equal(isTracing(), false);
});

Deno.test("the image sets what spans without whole URLs need", async () => {
  const dockerfile = await Deno.readTextFile(join(ROOT, "Dockerfile"));
  for (const [name, value] of Object.entries(TRACING_ENV)) {
    assert.ok(dockerfile.includes(`${name}=${value}`), name);
  }
});

const UPLOAD = "POST /api/v1/jobs/:id/resumes";

Deno.test("an upload is one trace over web, stream and worker; nobody is told whose", async () => {
  await using otlp = startOtlpReceiver();
  await using hook = startReceiver();
  const port = freePort();
  await using test = await testServices({
    ...otlp.env,
    ...TRACING_ENV,
    PORT: String(port),
    LOG_LEVEL: "debug",
    LOG_FORMAT: "json",
    LOG_REQUESTS: "true",
    METRICS_TOKEN: "a-token-for-prometheus",
    REFRESH_TOKEN_IN_BODY: "true",
    TASK_RETRY_SECONDS: "0",
  });
  const { services, config } = test;
  await ensureSuperuser(services.db, {
    name: "Canary",
    username: "canary",
    email: CANARY.email,
    password: CANARY.password,
  });
  await buildWeb();
  const url = `http://127.0.0.1:${port}`;
  await using web = new Logged("scripts/web.ts", test.env);
  await using worker = new Logged("worker/main.ts", test.env);
  const ready = () => fetch(`${url}/readyz`).then((answer) => answer.text(), () => "");
  await waitFor("the web server", async () => (await ready()).includes('"ready":true'));
  const secrets = await liveADay(
    callerOf(url),
    config.mail.folder,
    `${hook.url}/${CANARY.receiver}`,
  );
  await waitFor("the webhook", () => hook.received.length > 0);

  const names = await waitFor("the trace of the upload", () => {
    const found = traceWith(otlp, UPLOAD).map(({ name }) => name);
    return found.includes("judge") && found.includes("post webhook") ? found : undefined;
  });
  for (const name of ["INSERT", "EVALSHA", "task read_resume", "read document", "judge"]) {
    assert.ok(names.includes(name), `${name} is in the trace: ${names}`);
  }
  const spans = traceWith(otlp, UPLOAD);
  const reading = spans.find(({ name }) => name === "read document");
  const above = spans.find(({ spanId }) => spanId === reading?.parentSpanId);
  assert.equal(above?.name, "task read_resume");

  const show = (token: string) =>
    fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal((await show("another-token-altogether")).status, 401);
  const metrics = await (await show("a-token-for-prometheus")).text();
  assert.match(
    metrics,
    /http_server_request_duration_seconds_count\{http_request_method="POST",http_route="\/api\/v1\/jobs\/:id\/resumes",http_response_status_code="202"\} 1/,
  );
  assert.match(metrics, /^talent_queue_depth 0$/m);
  assert.match(metrics, /^db_client_connections_max 5$/m);

  await Promise.all([web.stop(), worker.stop()]);
  const { rows } = await services.db.selectFrom("tasks").select(["payload", "error", "result"])
    .execute().then((found) => ({ rows: found.map((row) => JSON.stringify(row)) }));
  assert.ok(rows.length > 3);
  const log = web.log + worker.log;
  assert.match(log, /\/api\/v1\/jobs\/:id\/resumes/);
  const told = [log, metrics, ...otlp.bodies, ...rows];
  for (const secret of [...Object.values(CANARY), ...secrets].flatMap(formsOf)) {
    const leak = told.find((text) => text.includes(secret)) ?? "";
    const at = leak.indexOf(secret);
    assert.equal(leak.slice(Math.max(0, at - 200), at + 200), "", `${secret} is told`);
  }
});

/** As it is, and as it stands in a URL or a form. */
function formsOf(secret: string): string[] {
  const inForm = new URLSearchParams({ x: secret }).toString().slice(2);
  return [...new Set([secret, encodeURIComponent(secret), inForm])];
}
