import assert from "node:assert/strict";
import { join } from "node:path";
import { sources } from "../scripts/local/import_rules.ts";
import { ROOT } from "../scripts/local/web_build.ts";

const ROOMS = /^(lib|routes|islands|components|worker)\/|^main\.ts$/;

/** What runs as the product, by path; without tests and what makes their files. */
async function productFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const path of sources(ROOT)) {
    if (!ROOMS.test(path) || path.includes("/fixtures/") || path.includes("_test.")) continue;
    files.set(path, await Deno.readTextFile(join(ROOT, path)));
  }
  assert.ok(files.size > 500, `${files.size} files`);
  return files;
}

/** Where a pattern stands in the product, but for the files that may have it. */
async function places(pattern: RegExp, may: readonly string[] = []): Promise<string[]> {
  return [...await productFiles()].filter(([path]) => !may.includes(path)).flatMap(([path, text]) =>
    text.split("\n").flatMap((line, i) => pattern.test(line) ? [`${path}:${i + 1}: ${line}`] : [])
  );
}

Deno.test("nothing in the product runs text as code, or puts it into a page as it is", async () => {
  // `client.eval` is Redis's.
  assert.deepEqual(await places(/(?<![.\w])eval\(|new Function\(|node:vm|v8\.deserialize/), []);
  assert.deepEqual(
    await places(/dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=(?!=)|document\.write\(/),
    [],
  );
});

Deno.test("the product starts Deno itself or the program of a setting, by a list, and no shell", async () => {
  const started = [...await productFiles()].flatMap(([path, text]) =>
    [...text.matchAll(/new Deno\.Command\(\s*([^,]+),/g)].map(([, what = ""]) => [path, what])
  );
  assert.ok(started.length >= 4, "there are some");
  for (const [path, what] of started) {
    assert.match(what ?? "", /^(Deno\.execPath\(\)|program)$/, `${path} starts ${what}`);
  }
  assert.deepEqual(await places(/node:child_process|shell:\s*true|execSync\(/), []);
});

Deno.test("what is secret comes from the system's generator: other chance is for pauses alone", async () => {
  const pauses = [
    "lib/platform/cache_store.ts",
    "lib/accounts/webhook_delivery.ts",
    "worker/held_task.ts",
  ];
  assert.deepEqual(await places(/Math\.random\(/, pauses), []);
});

Deno.test("no connection leaves certificates unchecked", async () => {
  assert.deepEqual(
    await places(/rejectUnauthorized|unsafelyIgnoreCertificateErrors|NODE_TLS_REJECT/),
    [],
  );
});

Deno.test("all that is logged goes one way", async () => {
  // What ends a process that can log nothing any more.
  const last = ["lib/platform/telemetry/end_watch.ts"];
  assert.deepEqual(await places(/\bconsole\.\w+\(/, last), []);
});
