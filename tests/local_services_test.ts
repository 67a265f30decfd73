import assert from "node:assert/strict";
import { join } from "node:path";
import { openPostgres } from "../lib/platform/database.ts";
import { connectRedis, disconnectRedis } from "../lib/platform/redis.ts";
import { holdFolder, keepSecrets, keptSecrets } from "../scripts/local/data_folder.ts";
import { endLeftover, startGuarded } from "../scripts/local/guarded.ts";
import { keepServer } from "../scripts/local/kept_server.ts";
import { startPostgres } from "../scripts/local/postgres.ts";
import { commandLine, freePort } from "../scripts/local/processes.ts";
import { startRedis } from "../scripts/local/redis.ts";
import { privateServices } from "./harness/services.ts";
import { runningWith } from "../scripts/local/running.ts";
import { waitFor } from "./harness/wait.ts";

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "talent-local-" });
  try {
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a guarded program ends when it is told to, and tells its exit code", async () => {
  await withFolder(async (folder) => {
    const log = join(folder, "log");
    await Deno.writeTextFile(log, "");
    const script = "trap 'echo bye; exit 7' TERM; echo here; while :; do sleep 0.05; done";
    const guarded = startGuarded({ command: ["/bin/sh", "-c", script], log, stopSignal: "TERM" });
    await waitFor("the program", async () => (await Deno.readTextFile(log)).includes("here"));
    await guarded.stop();
    assert.equal(await guarded.exited, 7);
    assert.equal(await Deno.readTextFile(log), "here\nbye\n");
  });
});

Deno.test("a guarded program ends when whoever started it is killed", async () => {
  await withFolder(async (folder) => {
    const log = join(folder, "log");
    const guardedUrl = new URL("../scripts/local/guarded.ts", import.meta.url);
    const starter = join(folder, "starter.ts");
    await Deno.writeTextFile(
      starter,
      `import { startGuarded } from ${JSON.stringify(guardedUrl.href)};
      const script = "while :; do sleep 0.05; done # ${folder}";
      await startGuarded({ command: ["/bin/sh", "-c", script], log: ${JSON.stringify(log)},
        stopSignal: "TERM" }).exited;`,
    );
    const process = new Deno.Command(Deno.execPath(), { args: ["run", "-A", "-q", starter] })
      .spawn();
    const marked = () => runningWith("sleep 0.05", folder);
    await waitFor("the program", () => marked().length > 0);
    process.kill("SIGKILL");
    await process.status;
    await waitFor("its end", () => marked().length === 0);
  });
});

Deno.test("endLeftover() leaves a stranger alone that has the number now", async () => {
  const stranger = new Deno.Command("sleep", { args: ["60"] }).spawn();
  try {
    await waitFor("the stranger", () => commandLine(stranger.pid)?.includes("sleep"));
    assert.equal(await endLeftover(stranger.pid, "/a/folder/of/ours"), false);
    assert.ok(commandLine(stranger.pid));
  } finally {
    stranger.kill("SIGKILL");
    await stranger.status;
  }
  assert.equal(await endLeftover(stranger.pid, "sleep"), false);
});

Deno.test("holdFolder() gives a folder to one process at a time", async () => {
  await withFolder(async (folder) => {
    const first = await holdFolder(folder);
    assert.ok(first);
    assert.equal(await holdFolder(folder), undefined);
    await first.release();
    const again = await holdFolder(folder);
    assert.ok(again);
    await again.release();
  });
});

Deno.test("keptSecrets() makes a secret once, for its owner's eyes, and keeps earlier ones", async () => {
  await withFolder(async (folder) => {
    const [secret, ...others] = await keptSecrets(folder);
    assert.ok(secret.length >= 32);
    assert.deepEqual(others, []);
    assert.deepEqual(await keptSecrets(folder), [secret]);
    await keepSecrets(folder, ["n".repeat(32), secret]);
    assert.deepEqual(await keptSecrets(folder), ["n".repeat(32), secret]);
    assert.equal((await Deno.stat(join(folder, "secret_key"))).mode! & 0o777, 0o600);
  });
});

Deno.test("startPostgres() starts in spite of a PID file that names a stranger, and a half-made folder", async () => {
  await withFolder(async (folder) => {
    await Deno.mkdir(join(folder, "postgres", "data-half-made", "base"), { recursive: true });
    await (await startPostgres(folder, { durable: false })).stop();
    const pidFile = join(folder, "postgres", "data", "postmaster.pid");
    await Deno.writeTextFile(pidFile, `${Deno.pid}\n${folder}/postgres/data\n`);
    await (await startPostgres(folder, { durable: false })).stop();
    await assert.rejects(Deno.stat(pidFile), Deno.errors.NotFound);
  });
});

Deno.test("servers that choose one port at once come to stand on ports of their own", async () => {
  const { redisProgram } = await privateServices();
  await withFolder(async (folder) => {
    await Deno.chmod(folder, 0o755); // as root, PostgreSQL runs as another user
    const wanted = freePort();
    const choices = () => {
      const first = [wanted];
      return () => first.pop() ?? freePort();
    };
    const starting = ["one", "two"].flatMap((name) => [
      startPostgres(join(folder, name), { durable: false, choosePort: choices() }),
      startRedis(redisProgram, join(folder, name, "redis"), {
        persistent: true,
        choosePort: choices(),
      }),
    ]);
    const started = await Promise.allSettled(starting);
    const servers = await Promise.all(starting).finally(() =>
      Promise.all(started.map((one) => one.status === "fulfilled" && one.value.stop()))
    );
    const ports = servers.map(({ url }) => Number(new URL(url).port));
    assert.equal(new Set(ports).size, 4, String(ports));
    assert.ok(ports.includes(wanted), `${ports}, and not ${wanted}`);
  });
});

Deno.test("startRedis() keeps its data, and goes on without what a crash left unreadable", async () => {
  const { redisProgram } = await privateServices();
  await withFolder(async (folder) => {
    const withRedis = async (key: string, write: boolean) => {
      const server = await startRedis(redisProgram, folder, { persistent: true });
      const client = await connectRedis(server.url);
      const found = await client.get(key);
      if (write) await client.set(key, "value");
      disconnectRedis(client);
      await server.stop();
      return found;
    };
    assert.equal(await withRedis("key", true), null);
    assert.equal(await withRedis("key", false), "value");
    const files = join(folder, "appendonlydir");
    for await (const { name } of Deno.readDir(files)) {
      if (name.endsWith(".aof")) await Deno.writeTextFile(join(files, name), "no such thing\r\n");
    }
    assert.equal(await withRedis("key", true), null);
    assert.equal(await withRedis("key", false), "value");
  });
});

Deno.test("keepServer() starts PostgreSQL again in its place when it was killed, until it is stopped", async () => {
  await withFolder(async (folder) => {
    await Deno.chmod(folder, 0o755); // as root, PostgreSQL runs as another user
    const said: string[] = [];
    const start = (at?: URL) =>
      startPostgres(folder, { durable: true, ...(at ? { port: Number(at.port) } : {}) });
    const server = await keepServer("PostgreSQL", start, { say: (line) => said.push(line) });
    const sql = openPostgres({ url: server.url, poolSize: 1 });
    try {
      await sql`create table kept as select 42 as answer`;
      const file = join(folder, "postgres", "data", "postmaster.pid");
      Deno.kill(Number((await Deno.readTextFile(file)).split("\n")[0]), "SIGKILL");
      const ask = () => sql`select answer from kept`.then(([row]) => row?.answer, () => undefined);
      await waitFor("its return", () => said.length > 0);
      await waitFor("the answer", async () => await ask() === 42);
      assert.match(said[0] ?? "", /^PostgreSQL ended \(code \d+\) and is started again$/);
    } finally {
      await sql.end({ timeout: 1 });
      await server.stop();
    }
    const told = said.length;
    assert.equal(
      await openPostgres({ url: server.url, poolSize: 1 })`select 1`.catch(() => "gone"),
      "gone",
    );
    assert.equal(said.length, told);
  });
});
