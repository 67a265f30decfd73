import assert from "node:assert/strict";
import { join } from "node:path";
import { argumentsOf, type Part } from "../scripts/local/permissions.ts";
import { ROOT } from "../scripts/local/web_build.ts";

const DATA_DIR = "/srv/talent data";

/** What a program may do that has the permissions of a part of the product. */
async function mayDo(part: Part, settings: Readonly<Record<string, string>> = {}) {
  const env: Record<string, string> = { DATA_DIR, ...settings };
  const secret = env.SMTP_URL_FILE ?? "/run/secrets/smtp";
  const flags = (await argumentsOf(part, env)).slice(0, -1);
  const folder = await Deno.makeTempDir();
  const asking = join(folder, "ask.ts");
  const asked: Record<string, Deno.PermissionDescriptor> = {
    "reach a host": { name: "net", host: "hooks.example.com" },
    "read its own code": { name: "read", path: join(ROOT, "lib") },
    "read its data": { name: "read", path: join(DATA_DIR, "documents") },
    "read a secret it was named": { name: "read", path: secret },
    "read another's home": { name: "read", path: "/home/olga" },
    "write its data": { name: "write", path: join(DATA_DIR, "documents") },
    "write its own code": { name: "write", path: join(ROOT, "lib") },
    "start a reader": { name: "run", command: Deno.execPath() },
    "start a shell": { name: "run", command: "/bin/sh" },
    "load any library": { name: "ffi", path: "/usr/lib/libc.so.6" },
  };
  await Deno.writeTextFile(
    asking,
    `const may = {};
     for (const [what, permission] of Object.entries(${JSON.stringify(asked)})) {
       may[what] = (await Deno.permissions.query(permission)).state === "granted";
     }
     console.log(JSON.stringify(may));`,
  );
  try {
    const { stdout, stderr, success } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "--no-config", ...flags, asking],
      env,
    }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
    const may: Record<string, boolean> = JSON.parse(new TextDecoder().decode(stdout));
    return Object.keys(may).filter((what) => may[what]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const BOTH = ["reach a host", "read its own code", "read its data", "write its data"];

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
    const may = await mayDo("web", { WORKER_INLINE: "true", SMTP_URL_FILE: secret });
    const more = ["read a secret it was named", "start a reader"];
    assert.deepEqual(may.toSorted(), [...BOTH, ...more].toSorted());
  } finally {
    await Deno.remove(secret);
  }
});
