import assert from "node:assert/strict";
import { join } from "node:path";
import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import {
  isTracing,
  startTracing,
  TRACING_ENV,
  UnsafeTracing,
} from "../lib/platform/telemetry/tracing.ts";
import { freePort } from "../scripts/local/processes.ts";
import { buildWeb, ROOT } from "../scripts/local/web_build.ts";
import { CANARY, liveADay, type Secrets } from "./harness/canary_day.ts";
import { Logged } from "./harness/logged.ts";
import { startModel } from "./harness/model.ts";
import { type OtlpReceiver, startOtlpReceiver, type ToldSpan } from "./harness/otlp.ts";
import { startReceiver } from "./harness/receiver.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

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

/** Every metric that docs/watching.md names: in OpenTelemetry, and in Prometheus. */
const METRICS = {
  "http.server.request.duration": "http_server_request_duration_seconds",
  "talent.task.duration": "talent_task_duration_seconds",
  "talent.document.duration": "talent_document_duration_seconds",
  "talent.evaluations": "talent_evaluations_total",
  "talent.refusals": "talent_refusals_total",
  "talent.cache.requests": "talent_cache_requests_total",
  "talent.rate_limited": "talent_rate_limited_total",
  "talent.queue.depth": "talent_queue_depth",
  "talent.queue.oldest_age": "talent_queue_oldest_age_seconds",
  "talent.queue.parked": "talent_queue_parked",
  "db.client.connections.used": "db_client_connections_used",
  "db.client.connections.max": "db_client_connections_max",
  "db.client.queries.pending": "db_client_queries_pending",
  "process.resident_memory": "process_resident_memory_bytes",
} as const;

Deno.test("docs/watching.md names every metric", async () => {
  const guide = await Deno.readTextFile(join(ROOT, "docs/watching.md"));
  const [, table = ""] = /\n\| metric .*\n((?:\|.*\n)+)/.exec(guide) ?? [];
  const named = [...table.matchAll(/`((?:talent|http_server|db_client|process)_\w+)`/g)]
    .map(([, name]) => name);
  assert.deepEqual(new Set(named), new Set(Object.values(METRICS)));
});

/** Lines that a day leaves behind, each at whoever counts it. */
const LINES_OF_WEB = [
  /^http_server_request_duration_seconds_count\{http_request_method="POST",http_route="\/api\/v1\/jobs\/:id\/resumes",http_response_status_code="202"\} 1$/m,
  /^http_server_request_duration_seconds_count\{[^}]*http_route="\/your-data\/:token",http_response_status_code="200"\} 1$/m,
  /^http_server_request_duration_seconds_count\{[^}]*http_route="\/api\/v1\/feedback",http_response_status_code="500"\} 1$/m,
  /^talent_cache_requests_total\{result="hit"\} [1-9]\d*$/m,
  /^talent_cache_requests_total\{result="miss"\} [1-9]\d*$/m,
  /^talent_rate_limited_total\{limit="tags"\} 1$/m,
  /^db_client_connections_max 3$/m, // two of five are for lookups
];
const LINES_OF_WORKER = [
  /^talent_task_duration_seconds_count\{task="read_resume",outcome="done"\} [1-9]\d*$/m,
  /^talent_document_duration_seconds_count\{outcome="read"\} [1-9]\d*$/m,
  /^talent_document_duration_seconds_count\{outcome="refused"\} [1-9]\d*$/m,
  /^talent_evaluations_total [1-9]\d*$/m,
  /^talent_refusals_total\{reason="\w+"\} [1-9]\d*$/m,
  /^db_client_connections_max 5$/m,
];
const LINES_OF_BOTH = [
  /^talent_queue_depth 0$/m,
  /^talent_queue_oldest_age_seconds 0$/m,
  /^talent_queue_parked \d+$/m,
  /^db_client_connections_used \d+$/m,
  /^db_client_queries_pending \d+$/m,
  /^process_resident_memory_bytes [1-9]\d+$/m,
];

const METRICS_TOKEN = "a-token-for-prometheus";

function showMetrics(url: string, token = METRICS_TOKEN): Promise<Response> {
  return fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
}

/** What is told at an address, once it has all those lines. */
async function metricsWith(url: string, lines: readonly RegExp[]): Promise<string> {
  let text = "";
  const lacking = () => lines.find((line) => !line.test(text));
  const isWhole = async () => {
    text = await (await showMetrics(url)).text();
    return lacking() === undefined;
  };
  await waitFor("the metrics of the day", isWhole).catch(() =>
    assert.fail(`${lacking()} is not in\n${text.replaceAll(/^(?:#.*|.*_bucket.*)?\n/gm, "")}`)
  );
  return text;
}

Deno.test("an upload is one trace over web, stream and worker; nobody is told whose", async () => {
  await using otlp = startOtlpReceiver();
  await using hook = startReceiver();
  await using model = startModel();
  const [port, probePort] = [freePort(), freePort()];
  await using test = await testServices({
    ...otlp.env,
    ...TRACING_ENV,
    ...model.settings,
    PORT: String(port),
    WORKER_PROBE_PORT: String(probePort),
    LOG_LEVEL: "debug",
    LOG_FORMAT: "json",
    LOG_REQUESTS: "true",
    METRICS_TOKEN,
    REGISTRATION: "open",
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
  const secrets = await liveADay({
    url,
    db: services.db,
    mails: config.mail.folder,
    hook: `${hook.url}/${CANARY.receiver}`,
    model,
  });
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

  assert.equal((await showMetrics(url, "another-token-altogether")).status, 401);
  const metrics = [
    await metricsWith(url, [...LINES_OF_WEB, ...LINES_OF_BOTH]),
    await metricsWith(`http://127.0.0.1:${probePort}`, [...LINES_OF_WORKER, ...LINES_OF_BOTH]),
  ];
  await untilToldByOtlp(otlp);

  await Promise.all([web.stop(), worker.stop()]);
  const { rows } = await services.db.selectFrom("tasks").select(["payload", "error", "result"])
    .execute().then((found) => ({ rows: found.map((row) => JSON.stringify(row)) }));
  assert.ok(rows.length > 3);
  const log = web.log + worker.log;
  assert.match(log, /\/api\/v1\/jobs\/:id\/resumes/);
  const leaks = leaksOf(secrets, [log, ...rows], [...metrics, ...otlp.bodies]);
  assert.deepEqual(leaks, [], "a secret is told");
});

async function untilToldByOtlp(otlp: OtlpReceiver): Promise<void> {
  const untold = () => Object.keys(METRICS).filter((name) => !otlp.metrics().has(name));
  await waitFor("every metric by OTLP", () => untold().length === 0)
    .catch(() => assert.deepEqual(untold(), [], "not told by OTLP"));
}

/** Where a secret stands, with what is around it. Codes are looked for in words alone. */
function leaksOf(
  secrets: Secrets,
  words: readonly string[],
  figures: readonly string[],
): string[] {
  const found = new Set<string>();
  const look = (text: string, at: number) => {
    if (at >= 0) found.add(text.slice(Math.max(0, at - 200), at + 200));
  };
  for (const secret of [...Object.values(CANARY), ...secrets.words].flatMap(formsOf)) {
    for (const text of [...words, ...figures]) look(text, text.indexOf(secret));
  }
  for (const code of secrets.codes) {
    const alone = new RegExp(`(?<![\\w.-])${code}(?!\\w)`);
    for (const text of words) look(text, text.search(alone));
  }
  return [...found];
}

/** As it is, and as it stands in a URL or a form. */
function formsOf(secret: string): string[] {
  const inForm = new URLSearchParams({ x: secret }).toString().slice(2);
  return [...new Set([secret, encodeURIComponent(secret), inForm])];
}
