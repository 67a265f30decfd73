import assert from "node:assert/strict";
import { migrate, rollback } from "../lib/platform/migrate.ts";
import { checkReadiness } from "../lib/platform/readiness.ts";
import { closeServices, openServices } from "../lib/platform/services.ts";
import { sql } from "kysely";
import { freePort } from "../scripts/local/processes.ts";
import { startWeb, startWorker, type WebProcess } from "./harness/processes.ts";
import { ownRedis } from "./harness/redis.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

Deno.test("a process is ready when the schema is its own or newer and Redis has answered once", async () => {
  await using redis = await ownRedis();
  await using test = await testServices({ REDIS_URL: redis.url });
  const { services } = test;
  const well = { postgres: "ok", redis: "ok", schema: "current", draining: false };
  assert.deepEqual(await checkReadiness(services), { ready: true, ...well });

  await rollback(services.db);
  assert.deepEqual(await checkReadiness(services), { ...well, ready: false, schema: "behind" });
  await migrate(services.db);
  await sql`insert into kysely_migration values ('9999_later', now()::text)`.execute(services.db);
  assert.deepEqual(await checkReadiness(services), { ...well, ready: true, schema: "newer" });
  await assert.rejects(migrate(services.db), /newer than this code/);
  await sql`delete from kysely_migration where name = '9999_later'`.execute(services.db);

  await redis.kill();
  const without = { ...well, redis: "away" };
  assert.deepEqual(await checkReadiness(services), { ...without, ready: true });
  const late = await openServices(test.config);
  try {
    assert.deepEqual(await checkReadiness(late), { ...without, ready: false });
  } finally {
    await closeServices(late);
  }
});

Deno.test("web and worker refuse a newer schema, and say so", async () => {
  await using test = await testServices();
  await sql`insert into kysely_migration values ('9999_later', now()::text)`
    .execute(test.services.db);
  for (const script of ["scripts/web.ts", "worker/main.ts"]) {
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "-q", script],
      env: test.env,
    }).output();
    assert.equal(code, 1);
    assert.match(new TextDecoder().decode(stderr), /The database is newer than this code/);
  }
});

Deno.test("a worker answers probes at the port that it is given", async () => {
  const port = String(freePort());
  await using test = await testServices({ WORKER_PROBE_PORT: port });
  const worker = await startWorker(test.env);
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  await waitFor("the worker to be ready", () =>
    ask("/readyz").then(async (answer) => {
      await answer.body?.cancel();
      return answer.status === 200;
    }, () => false));
  assert.deepEqual(await (await ask("/livez")).json(), { status: "ok" });
  const other = await ask("/");
  await other.body?.cancel();
  assert.equal(other.status, 404);
  await worker.stop(30_000);
  assert.equal(await worker.exited, 0);
});

/** What a load balancer does: asks each server whether it is ready, and sends to those that are. */
class Balancer {
  readonly #servers: readonly string[];
  readonly #ready = new Set<string>();
  #turn = 0;

  constructor(servers: readonly string[]) {
    this.#servers = servers;
  }

  async look(url: string): Promise<void> {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) this.#ready.add(url);
    else this.#ready.delete(url);
  }

  async lookUntil(signal: AbortSignal): Promise<void> {
    await Promise.all(this.#servers.map(async (url) => {
      while (!signal.aborted) {
        await this.look(url);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }));
  }

  isReady(url: string): boolean {
    return this.#ready.has(url);
  }

  /** On a busy machine there may be none for a moment; a request waits for the next. */
  async next(): Promise<string> {
    return await waitFor("a server that is ready", () => {
      const ready = [...this.#ready];
      return ready[this.#turn++ % ready.length];
    });
  }
}

// Takes its time: three servers are started and drained one after the other.
Deno.test("three restarts under 64 connections fail no request", async () => {
  await using test = await testServices({ DRAIN_SECONDS: "3" });
  const servers = await Promise.all([startWeb(test.env), startWeb(test.env)]);
  const balancer = new Balancer(servers.map(({ url }) => url));
  await Promise.all(servers.map(({ url }) => balancer.look(url)));
  const load = new AbortController();
  const looking = balancer.lookUntil(load.signal);
  const failures: string[] = [];
  let answered = 0;
  const client = async () => {
    while (!load.signal.aborted) {
      const url = await balancer.next();
      try {
        const answer = await fetch(`${url}/sign-in`);
        await answer.text();
        if (answer.status === 200) answered++;
        else failures.push(`${answer.status} of ${url}`);
      } catch (error) {
        failures.push(`${url}: ${error}`);
      }
    }
  };
  const clients = Array.from({ length: 64 }, client);
  for (const at of [0, 1, 0]) {
    const { url, stop } = servers[at] as WebProcess;
    await stop(30_000);
    servers[at] = await startWeb(test.env, Number(new URL(url).port));
    await waitFor(`${url} to be ready again`, () => balancer.isReady(url));
  }
  load.abort();
  await Promise.all([...clients, looking]);
  await Promise.all(servers.map((server) => server.stop(30_000)));
  assert.deepEqual(failures.slice(0, 5), []);
  assert.ok(answered > 64, `${answered} answered`);
});
