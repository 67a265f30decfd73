import assert from "node:assert/strict";
import { join } from "node:path";
import { senderArguments } from "../lib/platform/webhooks/sender.ts";
import { WEB_ENGINE } from "../scripts/local/engine.ts";
import { argumentsIn, argumentsOf, type Part } from "../scripts/local/permissions.ts";
import { ROOT } from "../scripts/local/web_build.ts";

const DATA_DIR = "/srv/talent data";

const SETTINGS = {
  ENVIRONMENT: "production",
  PUBLIC_URL: "https://talent.example",
  SECRET_KEY: "k".repeat(40),
  DATA_DIR,
  DATABASE_URL: "postgres://talent_web@db.example/talent",
  REDIS_URL: "rediss://cache.example:6380",
  SMTP_URL: "smtps://mail.example",
  LLM_PROVIDER: "openai-compatible",
  LLM_URL: "http://models.example/v1",
  LLM_MODEL: "m",
  SENTRY_DSN: "https://key@errors.example/1",
  CLAMAV_URL: "unix:///run/clamav/clamd.ctl",
  S3_BUCKET: "files",
  S3_REGION: "eu-west-1",
  AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.23/v1/credentials",
  AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/var/run/secrets/pods.eks.amazonaws.com/token",
} as const;

type Settings = Readonly<Record<string, string>>;

/** Runs a script with what a part of the product may do. @returns What it wrote, as JSON. */
async function runAs(flags: readonly string[], script: string): Promise<unknown> {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "script.ts");
  await Deno.writeTextFile(path, script);
  try {
    const { stdout, stderr, success } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "--no-config", ...flags, path],
    }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function flagsOf(part: Part, settings: Settings = {}): Promise<string[]> {
  return (await argumentsOf(part, { ...SETTINGS, ...settings })).slice(0, -1);
}

Deno.test("the web server's engine is set for many short requests, in the image too", () => {
  const places = { packages: "/packages" };
  assert.ok(argumentsIn(places, "web", SETTINGS).includes(WEB_ENGINE));
  assert.ok(!argumentsIn(places, "worker", SETTINGS).includes(WEB_ENGINE));
});

/** Which of these a program may do that has the permissions of a part of the product. */
async function may(
  flags: readonly string[],
  asked: Readonly<Record<string, Deno.PermissionDescriptor>>,
): Promise<string[]> {
  return await runAs(
    flags,
    `const asked = ${JSON.stringify(asked)};
     console.log(JSON.stringify(Object.keys(asked)
       .filter((what) => Deno.permissions.querySync(asked[what]).state === "granted")));`,
  ) as string[];
}

async function mayDo(part: Part, settings: Settings = {}): Promise<string[]> {
  const secret = settings.SMTP_URL_FILE ?? "/run/secrets/smtp";
  return await may(await flagsOf(part, settings), {
    "reach any host": { name: "net" },
    "read its own code": { name: "read", path: join(ROOT, "lib") },
    "read its data": { name: "read", path: join(DATA_DIR, "documents") },
    "read a secret it was named": { name: "read", path: secret },
    "read the token of its role": {
      name: "read",
      path: SETTINGS.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE,
    },
    "read another's home": { name: "read", path: "/home/olga" },
    "write its data": { name: "write", path: join(DATA_DIR, "documents") },
    "write its own code": { name: "write", path: join(ROOT, "lib") },
    "start a reader": { name: "run", command: Deno.execPath() },
    "start a shell": { name: "run", command: "/bin/sh" },
    "load any library": { name: "ffi", path: "/usr/lib/libc.so.6" },
  });
}

async function reached(part: Part, settings: Settings = {}): Promise<string[]> {
  const hosts = [
    ...["db.example:5432", "db.example:22", "cache.example:6380", "mail.example:465"],
    ...["models.example:80", "errors.example:443", "files.s3.eu-west-1.amazonaws.com:443"],
    ...["169.254.170.23:80", "169.254.169.254:80", "0.0.0.0:8000", "0.0.0.0:8001"],
    ...["unix:/run/clamav/clamd.ctl", "hooks.example:443", "93.184.216.34:443", "127.0.0.1:80"],
  ];
  return await may(
    await flagsOf(part, settings),
    Object.fromEntries(hosts.map((host) => [host, { name: "net", host }])),
  );
}

const BOTH = ["read its own code", "read its data", "read the token of its role", "write its data"];

Deno.test("the web server starts nothing, and writes nothing but its data", async () => {
  assert.deepEqual(await mayDo("web"), BOTH);
});

Deno.test("the worker starts readers of documents, and no other program", async () => {
  assert.deepEqual(await mayDo("worker"), [...BOTH, "start a reader"]);
});

Deno.test("a web server with the worker inside starts readers, and reads the secrets that it is named", async () => {
  const secret = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(secret, "smtp://mail.example.com");
    const may = await mayDo("web", { WORKER_INLINE: "true", SMTP_URL: "", SMTP_URL_FILE: secret });
    const more = ["read a secret it was named", "start a reader"];
    assert.deepEqual(may.toSorted(), [...BOTH, ...more].toSorted());
  } finally {
    await Deno.remove(secret);
  }
});

const WEB = [
  "db.example:5432",
  "cache.example:6380",
  "errors.example:443",
  "files.s3.eu-west-1.amazonaws.com:443",
  "169.254.170.23:80",
  "0.0.0.0:8000",
  "unix:/run/clamav/clamd.ctl",
];
const WORKER = ["mail.example:465", "models.example:80"];

Deno.test("each process reaches the hosts and ports that its settings name, and no other", async () => {
  assert.deepEqual(await reached("web"), WEB);
  const inline = await reached("web", { WORKER_INLINE: "true" });
  assert.deepEqual(inline.toSorted(), [...WEB, ...WORKER].toSorted());
  const worker = await reached("worker", { WORKER_PROBE_PORT: "8001" });
  const own = WEB.map((host) => host === "0.0.0.0:8000" ? "0.0.0.0:8001" : host);
  assert.deepEqual(worker.toSorted(), [...own, ...WORKER].toSorted());
  for (const part of ["migrate", "create_superuser"] as const) {
    assert.deepEqual(await reached(part), ["db.example:5432"], part);
    const able = (await mayDo(part)).filter((what) => /write|start/.test(what));
    assert.deepEqual(able, [], part);
  }
});

Deno.test("whatever way a web server tries, a host beside its settings is not connected to", async () => {
  let connections = 0;
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const listening = (async () => {
    for await (const connection of listener) {
      connections++;
      connection.close();
    }
  })();
  const { port } = listener.addr;
  const ways = `
    import net from "node:net";
    import http from "node:http";
    import dns from "node:dns/promises";
    const port = ${port};
    const heard = (emitter, event) => new Promise((resolve, reject) =>
      emitter.on(event, resolve).on("error", reject));
    const ways = {
      fetch: () => fetch("http://127.0.0.1:" + port),
      "fetch by name": () => fetch("http://localhost:" + port),
      "fetch by another writing": () => fetch("http://[::ffff:127.0.0.1]:" + port),
      connect: () => Deno.connect({ hostname: "127.0.0.1", port }),
      "node:net": () => heard(net.connect(port, "127.0.0.1"), "connect"),
      "node:http": () => heard(http.get("http://localhost:" + port), "response"),
      WebSocket: () => { const socket = new WebSocket("ws://127.0.0.1:" + port);
        return new Promise((resolve, reject) => { socket.onopen = resolve; socket.onerror = reject; }); },
      "a name looked up": () => dns.lookup("localhost"),
      "a name asked for": () => Deno.resolveDns("secret.attacker.example", "A"),
      "a program": () => new Deno.Command(Deno.execPath(), { args: ["eval", "0"] }).output(),
    };
    const done = [];
    for (const [way, go] of Object.entries(ways)) {
      try { await go(); done.push(way); } catch { /* as it should be */ }
    }
    console.log(JSON.stringify(done));`;
  assert.deepEqual(await runAs(await flagsOf("web"), ways), []);
  const other = { REDIS_URL: `redis://127.0.0.1:${port}` };
  const through = await runAs(await flagsOf("web", other), ways) as string[];
  assert.ok(through.includes("connect"), "a host of its settings is reached");
  listener.close();
  await listening;
  assert.ok(connections > 0);
});

Deno.test("what sends webhooks reaches the public internet, and may do nothing else", async () => {
  const flags = senderArguments(false).slice(1, -1);
  const hosts = ["hooks.example:443", "93.184.216.34:443", "127.0.0.1:80", "10.1.2.3:443"];
  const more = ["169.254.169.254:80", "[fd00:ec2::254]:80", "[::1]:80", "[::ffff:10.0.0.1]:443"];
  const able = await may(flags, {
    ...Object.fromEntries([...hosts, ...more].map((host) => [host, { name: "net", host }])),
    "read its own code": { name: "read", path: join(ROOT, "lib") },
    "know a secret": { name: "env", variable: "SECRET_KEY" },
    "write": { name: "write" },
    "start": { name: "run" },
    "load": { name: "ffi" },
  });
  assert.deepEqual(able, ["hooks.example:443", "93.184.216.34:443"]);
});
