import assert from "node:assert/strict";
import { Environment } from "../lib/platform/config_schema.ts";
import { COMPOSE_SETTINGS, RUNTIME_SETTINGS } from "../scripts/local/compose_settings.ts";
import { ComposeFile } from "./harness/compose_schema.ts";
import { filesBelow, textOf, yamlOf } from "./harness/deploy_files.ts";

/** The services that run our image, and so read our settings. */
const OURS = ["web", "worker", "migrate"];

const FILES = ["docker-compose.yml", ...await filesBelow("deploy/compose", ".yml")];

async function compose(path: string): Promise<ComposeFile> {
  const [file] = await yamlOf(path);
  return ComposeFile.parse(file);
}

Deno.test("the compose files are as the compose specification has them", async () => {
  for (const path of FILES) {
    const [file] = await yamlOf(path);
    const { error } = ComposeFile.safeParse(file);
    assert.equal(error, undefined, `${path}: ${error?.message}`);
  }
});

Deno.test("the compose files refer only to what they declare", async () => {
  const declared = await compose("docker-compose.yml");
  for (const path of FILES) {
    const file = await compose(path);
    const services = { ...declared.services, ...file.services };
    const volumes = { ...declared.volumes, ...file.volumes };
    for (const [name, service] of Object.entries(file.services)) {
      const mounted = (service.volumes ?? []).map((one) => one.split(":")[0] ?? "")
        .filter((source) => !source.startsWith("."));
      const { depends_on = [] } = service;
      const awaited = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
      for (const volume of mounted) assert.ok(volume in volumes, `${path}: ${name}: ${volume}`);
      for (const other of awaited) assert.ok(other in services, `${path}: ${name}: ${other}`);
      for (const secret of service.secrets ?? []) assert.ok(secret in file.secrets, secret);
      for (const { source } of service.configs ?? []) assert.ok(source in file.configs, source);
    }
  }
});

Deno.test("the compose files name only settings that there are", async () => {
  const known = new Set([...Object.keys(Environment.shape), ...Object.keys(COMPOSE_SETTINGS)]);
  const read = new Set([...Object.keys(Environment.shape), ...RUNTIME_SETTINGS]);
  for (const path of FILES) {
    // Twice the mark is the mark itself, for a shell within the container.
    const text = (await textOf(path)).replaceAll("$$", "");
    for (const [, name = ""] of text.matchAll(/\$\{?([A-Z][A-Z0-9_]*)/g)) {
      assert.ok(known.has(name), `${path}: nobody knows \${${name}}`);
    }
    for (const [name, { environment = {} }] of Object.entries((await compose(path)).services)) {
      if (!OURS.includes(name)) continue;
      for (const variable of Object.keys(environment)) {
        const setting = variable.replace(/_FILE$/, "");
        assert.ok(read.has(setting), `${path}: ${name} reads no ${variable}`);
      }
    }
  }
});

Deno.test("what only the compose files read stands in .env.example, and is used", async () => {
  const example = await textOf(".env.example");
  const all = (await Promise.all(FILES.map(textOf))).join("\n");
  for (const name of Object.keys(COMPOSE_SETTINGS)) {
    assert.match(example, new RegExp(`^#${name}=`, "m"));
    assert.match(all, new RegExp(`\\$\\{${name}\\b`), `no compose file uses ${name}`);
  }
});

Deno.test("images of the compose files have exact versions", async () => {
  for (const path of FILES) {
    for (const [name, { image }] of Object.entries((await compose(path)).services)) {
      if (image === undefined || image.startsWith("${TALENT_IMAGE")) continue;
      assert.match(
        image,
        /^[a-z0-9/-]+:v?\d+(\.\d+)+(-[a-z]+)?$/,
        `${path}: ${name} runs ${image}`,
      );
    }
  }
});

Deno.test("web and worker wait for a migrated database, and that for one that answers", async () => {
  const { services } = await compose("docker-compose.yml");
  const waits = { condition: "service_completed_successfully" };
  const answers = { condition: "service_healthy" };
  for (const name of ["web", "worker"]) {
    assert.deepEqual(services[name]?.depends_on, { migrate: waits, redis: answers });
  }
  assert.deepEqual(services.migrate?.depends_on, { db: answers });
  for (const name of ["db", "redis"]) assert.ok(services[name]?.healthcheck, name);
});

Deno.test("files that the compose files mount are there, and secrets are not committed", async () => {
  const ignored = await textOf(".gitignore");
  for (const path of FILES) {
    const { services, secrets } = await compose(path);
    for (const { volumes = [] } of Object.values(services)) {
      for (const volume of volumes.filter((one) => one.startsWith("./"))) {
        const file = volume.split(":")[0] ?? "";
        await Deno.stat(new URL(`../${file}`, import.meta.url));
      }
    }
    for (const { file } of Object.values(secrets)) assert.match(file, /^\.\/secrets\//);
  }
  assert.match(ignored, /^\/secrets\/$/m);
});

Deno.test("the dashboard and the alerts ask only for metrics that the product tells", async () => {
  const told = new Set(
    (await Promise.all((await filesBelow("lib/platform/telemetry", ".ts")).map(textOf)))
      .flatMap((text) => [...text.matchAll(/"((?:talent|http|db)[a-z_.]+)"/g)])
      .map(([, name = ""]) => name.replaceAll(".", "_")),
  );
  const asked = (text: string) => text.match(/\b(?:talent|http_server|db_client)_[a-z_]+/g) ?? [];
  const paths = ["alerts.yml", "grafana/dashboards/talent.json"];
  for (const path of paths.map((name) => `deploy/observability/${name}`)) {
    const names = asked(await textOf(path)).filter((name) => name !== "http_response_status_code");
    assert.ok(names.length > 3, path);
    for (const name of names) {
      const base = name.replace(/_(bucket|count|sum)$/, "").replace(/_(seconds|total)$/, "");
      assert.ok(told.has(base), `${path}: nobody tells ${base}`);
    }
  }
});

Deno.test("on a server, web and worker are not given what owns the database", async () => {
  const { services } = await compose("deploy/compose/production.yml");
  for (const name of ["web", "worker"]) {
    const { environment = {}, secrets = [] } = services[name] ?? {};
    assert.ok(!secrets.includes("postgres_password"), name);
    assert.ok(!secrets.includes("admin_password"), name);
    assert.equal(environment.POSTGRES_USER, "talent_web");
    assert.equal(environment.POSTGRES_PASSWORD, "", "that of the owner may stand in .env");
    assert.equal(environment.POSTGRES_PASSWORD_FILE, "/run/secrets/app_database_password");
  }
  const { environment = {}, secrets = [] } = services.migrate ?? {};
  assert.equal(environment.APP_DATABASE_USER, "talent_web");
  for (const name of ["postgres_password", "app_database_password"]) {
    assert.ok(secrets.includes(name), name);
  }
});
