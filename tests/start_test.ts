import assert from "node:assert/strict";
import { join } from "node:path";
import { ROOT } from "../scripts/local/web_build.ts";
import { runningWith } from "../scripts/local/running.ts";
import { waitFor } from "./harness/wait.ts";

const START_LIMIT_MS = 120_000;

/** A `deno task start` that is watched. */
class StartProcess {
  readonly #process: Deno.ChildProcess;
  readonly exited: Promise<number>;
  output = "";

  constructor(
    env: Readonly<Record<string, string>>,
    script = "scripts/start.ts",
    ...args: string[]
  ) {
    this.#process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "-q", script, ...args],
      cwd: ROOT,
      env: { ...CLEARED, ...env },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const read = async (stream: ReadableStream<Uint8Array>) => {
      const decoder = new TextDecoder();
      for await (const chunk of stream) this.output += decoder.decode(chunk, { stream: true });
    };
    const ends = [read(this.#process.stdout), read(this.#process.stderr), this.#process.status];
    this.exited = Promise.all(ends).then(async () => (await this.#process.status).code);
  }

  get pid(): number {
    return this.#process.pid;
  }

  signal(signal: Deno.Signal): void {
    this.#process.kill(signal);
  }

  /** Waits until it says so, and answers what the pattern caught. */
  async says(pattern: RegExp): Promise<RegExpMatchArray> {
    let ended = false;
    void this.exited.then(() => ended = true);
    return await waitFor(`${pattern}, after:\n${this.output}`, () => {
      const match = this.output.match(pattern);
      if (!match && ended) throw new Error(`It ended without ${pattern}:\n${this.output}`);
      return match;
    }, START_LIMIT_MS);
  }
}

/** What the surroundings of the tests may have set is not for the start. */
const CLEARED = { DATABASE_URL: "", REDIS_URL: "", SECRET_KEY: "", ENVIRONMENT: "local" };

const URL_LINE = /http:\/\/localhost:(\d+)/;

async function withFolder(run: (dataDir: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "talent-start-" });
  try {
    await run(join(folder, "data"));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The processes that name the folder in their command line, as PostgreSQL and Redis do. */
function processesOf(dataDir: string, ...words: string[]): number[] {
  return runningWith(dataDir, ...words).map(({ pid }) => pid);
}

function kill(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      Deno.kill(pid, "SIGKILL");
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error; // went with the one before
    }
  }
}

async function answer(url: string) {
  const response = await fetch(url, { redirect: "manual" });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

Deno.test("start runs the whole product, again on the same data after kill -9, and its processes when they end", async () => {
  await withFolder(async (dataDir) => {
    const env = { DATA_DIR: dataDir, PORT: "0" };
    const first = new StartProcess(env);
    const [, port] = await first.says(URL_LINE);
    await first.says(/Sign in as admin with password \S+/);
    assert.match(first.output, /^PostgreSQL +\d+\.\d\d s/m);
    assert.match(first.output, /^Ready in \d+\.\d\d s$/m);
    const page = await answer(`http://127.0.0.1:${port}/sign-in`);
    assert.equal(page.status, 200);
    assert.match(page.headers.get("content-encoding") ?? "", /^(br|gzip)$/);
    assert.equal((await answer(`http://127.0.0.1:${port}/api/v1/health`)).status, 200);
    for (const path of ["/sign-in", "/api/v1/health"]) {
      const head = await fetch(`http://127.0.0.1:${port}${path}`, { method: "HEAD" });
      assert.deepEqual([head.status, head.headers.get("content-length")], [200, null], path);
    }
    for (const name of ["services.json", "secret_key", "postgres/password"]) {
      assert.equal((await Deno.stat(join(dataDir, name))).mode! & 0o077, 0, name);
    }

    const beside = new StartProcess({ DATA_DIR: dataDir, PORT: "0" });
    assert.equal(await beside.exited, 1);
    assert.match(beside.output, new RegExp(`in use by process ${first.pid}, another`));
    const task = new StartProcess({ DATA_DIR: dataDir }, "scripts/db.ts", "migrate");
    assert.equal(await task.exited, 0);
    assert.match(task.output, /up to date/);

    // The start, and the shells that would end the servers with it.
    kill([first.pid, ...processesOf(dataDir, "guard")]);
    await first.exited;
    assert.ok(processesOf(dataDir).length > 0, "PostgreSQL and Redis are orphans");
    // The same port: its web server lets go of it by itself.
    const second = new StartProcess({ ...env, PORT: port ?? "" });
    await second.says(URL_LINE);
    assert.equal((await answer(`http://127.0.0.1:${port}/api/v1/health`)).status, 200);

    // A process of the product that ends is started again.
    const [worker] = childrenOf(second.pid, "worker/main.ts");
    assert.ok(worker);
    kill([worker]);
    await second.says(/Worker ended \(code \d+\) and is started again/);
    await waitFor("another worker", () => childrenOf(second.pid, "worker/main.ts").length === 1);
    assert.equal((await answer(`http://127.0.0.1:${port}/api/v1/health`)).status, 200);
    second.signal("SIGTERM");
    assert.equal(await second.exited, 0);
    assert.doesNotMatch(second.output, /Sign in as/, "nobody is made or promoted again");
    assert.deepEqual(processesOf(dataDir), []);
    await assert.rejects(Deno.stat(join(dataDir, "services.json")), Deno.errors.NotFound);
  });
});

Deno.test("start shows a password that it made even when it ends before it is ready", async () => {
  await withFolder(async (dataDir) => {
    const start = new StartProcess({ DATA_DIR: dataDir, PORT: "0" });
    await start.says(/^First superuser .* made$/m);
    start.signal("SIGINT");
    assert.equal(await start.exited, 0);
    assert.match(start.output, /Sign in as admin with password \S+/);
    assert.deepEqual(processesOf(dataDir), []);
  });
});

function childrenOf(parent: number, word: string): number[] {
  return runningWith(word).filter((one) => one.parent === parent).map(({ pid }) => pid);
}

Deno.test("start --dev serves the app from its sources, and start with an inline worker is whole", async () => {
  await withFolder(async (dataDir) => {
    const env = { DATA_DIR: dataDir, PORT: "0", ADMIN_PASSWORD: "long-enough" };
    const dev = new StartProcess(env, "scripts/start.ts", "--dev");
    const [, devPort] = await dev.says(URL_LINE);
    assert.match(dev.output, /with the password of ADMIN_PASSWORD/);
    assert.equal((await answer(`http://127.0.0.1:${devPort}/sign-in`)).status, 200);
    dev.signal("SIGTERM");
    assert.equal(await dev.exited, 0);

    const inline = new StartProcess({ DATA_DIR: dataDir, PORT: "0", WORKER_INLINE: "true" });
    const [, port] = await inline.says(URL_LINE);
    assert.deepEqual(childrenOf(inline.pid, "worker/main.ts"), []);
    assert.equal((await answer(`http://127.0.0.1:${port}/api/v1/health`)).status, 200);
    inline.signal("SIGTERM");
    assert.equal(await inline.exited, 0);
    assert.deepEqual(processesOf(dataDir), []);
  });
});

Deno.test("start says what stands in its way", async () => {
  await withFolder(async (dataDir) => {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const taken = String((listener.addr as Deno.NetAddr).port);
    await Deno.mkdir(dataDir);
    await Deno.writeTextFile(join(dataDir, "file"), "");
    const other = join(dataDir, "other");
    await Deno.mkdir(join(other, "postgres", "data"), { recursive: true });
    await Deno.writeTextFile(join(other, "postgres", "data", "PG_VERSION"), "15\n");
    const nobody = "postgresql://a:b@127.0.0.1:1/c";
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: taken }, new RegExp(`Cannot listen on 127.0.0.1 port ${taken}: another program`)],
      [{ DATA_DIR: join(dataDir, "file", "data") }, /Cannot write in .*file\/data .*DATA_DIR/],
      [{ DATA_DIR: other }, /holds a PostgreSQL 15 cluster, and PostgreSQL 18 cannot read it/],
      [{ WORKER_CONCURRENCY: "many" }, /WORKER_CONCURRENCY is "many": it must be a whole number/],
      [{ DATABASE_URL: nobody }, /DATABASE_URL names a database that does not answer/],
      [{ REDIS_URL: "redis://127.0.0.1:1" }, /REDIS_URL names a server that does not answer/],
      [{ ENVIRONMENT: "production" }, /is not set: it is required when ENVIRONMENT is production/],
    ];
    try {
      for (const [env, expected] of cases) {
        const start = new StartProcess({ DATA_DIR: join(dataDir, "own"), PORT: "0", ...env });
        assert.equal(await start.exited, 1, `${expected}:\n${start.output}`);
        assert.match(start.output, expected);
        assert.doesNotMatch(start.output, /^\s+at /m, "No stack for what a person can put right");
      }
    } finally {
      listener.close();
    }
    assert.deepEqual(processesOf(dataDir), []);
  });
});
