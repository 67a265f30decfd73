import fc from "fast-check";
import { App } from "fresh";
import { sql } from "kysely";
import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { z } from "zod";
import type { State } from "../define.ts";
import { openSession } from "../lib/accounts/sessions.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { type Db, openDatabase, openPostgres } from "../lib/platform/database.ts";
import { resource } from "../lib/platform/endpoint.ts";
import { rollback, schemaState } from "../lib/platform/migrate.ts";
import { enqueue } from "../lib/platform/queue.ts";
import { shareServices } from "../lib/platform/services.ts";
import { acrossWorkspaces, inWorkspace, keepScope } from "../lib/platform/workspace_scope.ts";
import { APP_ROLE } from "../lib/platform/workspace_wall.ts";
import { knowAddress } from "../routes/(_middlewares)/know_address.ts";
import { knowRequest } from "../routes/(_middlewares)/know_request.ts";
import { knowLanguage, knowVisitor } from "../routes/(_middlewares)/know_visitor.ts";
import { ofApi, ofPages } from "../routes/(_middlewares)/of_pages.ts";
import { openTheServices } from "../routes/(_middlewares)/open_services.ts";
import { sessionCookieName } from "../routes/(_shared)/cookies.ts";
import { endpoint } from "../routes/api/(_shared)/endpoint.ts";
import guard from "../routes/(signed-in)/_middleware.ts";
import { runWorker } from "../worker/run_worker.ts";
import { task } from "../worker/task.ts";
import { type ApiTest, apiTest } from "./harness/api.ts";
import { filesBelow, textOf } from "./harness/deploy_files.ts";
import { testServices } from "./harness/services.ts";
import { waitFor } from "./harness/wait.ts";

/** Whose rows belong to users or to the installation, and to no workspace. */
const OF_NO_WORKSPACE = [
  "backups",
  "kysely_migration",
  "kysely_migration_lock",
  "rate_limits",
  "recovery_codes",
  "scheduled_runs",
  "second_factors",
  "service_figures",
  "sign_in_failures",
  "tiers",
  "users",
];

Deno.test("every table of a workspace's rows is behind the wall, and so is what shows them", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { rows: tables } = await sql<{ name: string; isGuarded: boolean; policies: string[] }>`
    select relname as name, relrowsecurity as is_guarded, array(
        select polname || ' ' || polcmd::text || ' ' || array_to_string(polroles::regrole[], ',')
        from pg_policy where polrelid = c.oid) as policies
    from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
    order by 1`.execute(db);
  const open = tables.filter(({ isGuarded }) => !isGuarded).map(({ name }) => name);
  assert.deepEqual(
    open,
    OF_NO_WORKSPACE,
    "a table without a policy, or without row-level security",
  );
  for (const { name, isGuarded, policies } of tables) {
    if (isGuarded) assert.deepEqual(policies, [`of_workspace * ${APP_ROLE}`], name);
  }

  const { rows: views } = await sql<{ name: string; definition: string; mayWrite: boolean }>`
    select viewname as name, definition,
      has_table_privilege(${APP_ROLE}, quote_ident(viewname), 'insert, update, delete') as may_write
    from pg_views where schemaname = 'public'`.execute(db);
  assert.ok(views.length > 0);
  for (const { name, definition, mayWrite } of views) {
    assert.match(definition, /WHERE \(\(workspace_id = \(.*visible_workspace/s, name);
    assert.equal(mayWrite, false, name);
  }
});

Deno.test("web and worker act as a role that owns nothing and bypasses nothing", async () => {
  await using test = await testServices();
  const { rows: [role] } = await acrossWorkspaces("test", () =>
    sql<Record<string, unknown>>`
      select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
        (select count(*) from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = current_user`.execute(test.walled.db));
  assert.deepEqual(role, {
    rolname: APP_ROLE,
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolcanlogin: false,
    owned: 0,
  });
});

Deno.test("a process that starts before the migration knows that it is behind", async () => {
  await using test = await testServices();
  const { db } = test.services;
  assert.equal(await schemaState(test.walled.db), "current");
  await sql`revoke all on all tables in schema public from ${sql.id(APP_ROLE)}`.execute(db);
  assert.equal(await schemaState(test.walled.db), "behind");
  let [name] = await rollback(db);
  while (name && !name.startsWith("0048")) [name] = await rollback(db);
  // The first query finds out that its type has gone.
  await schemaState(test.walled.db).catch(() => {});
  assert.equal(await schemaState(test.walled.db), "behind");
});

/**
 * Routes behind no wall: whoever asks there has no workspace yet, so their queries see the rows of
 * all. Each is here because it reads by a secret that was shown, or no workspace's rows at all.
 */
const BEFORE_THE_WALL = {
  "by a token of a mail, or by a password": [
    "forgot-password.tsx",
    "invitations/[token].tsx",
    "register.tsx",
    "reset-password.tsx",
    "sign-in.tsx",
    "sign-in/code.tsx",
    "verify-email.tsx",
    "your-data/[token]/consent/index.ts",
    "your-data/[token]/consent/withdraw.ts",
    "your-data/[token]/export.ts",
    "your-data/[token]/groups.ts",
    "your-data/[token]/index.tsx",
    "your-data/[token]/requests/[id]/withdraw.ts",
    "your-data/[token]/requests/index.tsx",
  ],
  "of the session's own user": ["preferences.ts", "sign-out.ts"],
  "no rows": [
    "api/[...rest].ts",
    "docs/assets/[hash]/[name].ts",
    "docs/index.ts",
    "livez.ts",
    "metrics.ts",
    "openapi.json.ts",
    "readyz.ts",
    "redoc.ts",
  ],
};

Deno.test("a route outside the guard and outside the API's operations is named with its reason", async () => {
  const guarded = /^routes\/(\(signed-in\)|api\/v1)\//;
  const routes = (await filesBelow("routes", ".ts", ".tsx"))
    .filter((path) => !guarded.test(path) && !/\/(\(_|_)/.test(path))
    .map((path) => path.slice("routes/".length));
  const named = Object.values(BEFORE_THE_WALL).flat().toSorted();
  assert.deepEqual(
    routes,
    named,
    "a page without a wall: put it into routes/(signed-in), or say above why it needs none",
  );
  const inMain = /\.(get|post|put|patch|delete|all|route|ws|mountApp)\(/;
  assert.doesNotMatch(await textOf("main.ts"), inMain, "a route that no folder guards");
});

/** Two workspaces with a job and a candidate each. */
async function twoWorkspaces(test: ApiTest) {
  const { db } = test.test.services;
  const other = await test.addPerson("owner", "own");
  const actors = { a: test.owner, b: other.actor };
  for (const actor of Object.values(actors)) {
    await createJob(actor, db, { title: "Engineer", description: "Requirements:\n- TypeScript" });
    await db.insertInto("candidates")
      .values({ workspaceId: actor.workspaceId, name: "Anna", email: "anna@example.com" })
      .execute();
  }
  return { a: actors.a.workspaceId, b: actors.b.workspaceId, other };
}

async function workspacesSeen(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("jobs").select("workspaceId").distinct()
    .orderBy("workspaceId").execute();
  return rows.map(({ workspaceId }) => workspaceId);
}

Deno.test("who forgets the filter sees and changes nothing of another workspace", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.walled;
  const { a, b } = await twoWorkspaces(test);
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id'`.execute(test.test.services.db);
  assert.ok(tables.length > 40);
  await inWorkspace(a, async () => {
    for (const { name } of tables) {
      const { rows } = await sql<{ workspaceId: string }>`
        select workspace_id from ${sql.table(name)}`.execute(db);
      assert.deepEqual(rows.filter(({ workspaceId }) => workspaceId !== a), [], name);
    }
    assert.deepEqual(await workspacesSeen(db), [a]);
    assert.deepEqual(await db.selectFrom("workspaces").select("id").execute(), [{ id: a }]);
    const changed = await db.updateTable("jobs").set({ title: "Theirs" })
      .where("workspaceId", "=", b).executeTakeFirst();
    assert.equal(changed.numUpdatedRows, 0n);
    const removed = await db.deleteFrom("candidates").where("workspaceId", "=", b)
      .executeTakeFirst();
    assert.equal(removed.numDeletedRows, 0n);
    const theirs = { workspaceId: b, title: "Theirs", description: "Put into another workspace" };
    await assert.rejects(db.insertInto("jobs").values(theirs).execute(), /row-level security/);
    await assert.rejects(
      db.updateTable("jobs").set({ workspaceId: b }).execute(),
      /row-level security/,
    );
  });
  await acrossWorkspaces("test", async () => {
    assert.deepEqual(await workspacesSeen(db), [a, b].sort());
    assert.equal(
      (await db.selectFrom("jobs").where("title", "=", "Theirs").select("id").execute())
        .length,
      0,
    );
  });
});

/** Runs something where this file began: a test may begin where a stream of one before left off. */
const fromScratch = AsyncLocalStorage.snapshot();

Deno.test("where no workspace is known, nothing is seen, and our own code is stopped", () =>
  fromScratch(seeNothing));

async function seeNothing(): Promise<void> {
  await using test = await apiTest({ worker: false });
  const { a } = await twoWorkspaces(test);
  const { db } = test.test.walled;
  await assert.rejects(workspacesSeen(db), /A query of no workspace/);
  await assert.rejects(db.transaction().execute(workspacesSeen), /A query of no workspace/);
  assert.throws(() => inWorkspace("'; select 1; --", () => {}), TypeError);

  const client = openPostgres({ ...test.test.config.database, poolSize: 1, isWalled: true });
  try {
    const count = async () => (await client`select count(*) from jobs`)[0]?.count;
    assert.equal(await count(), 0);
    await client.begin(async (own) => {
      await own.unsafe(`set local app.workspace = '${a}'`);
      assert.equal((await own`select count(*) from jobs`)[0]?.count, 1);
    });
    // It ended with its transaction.
    assert.equal(await count(), 0);
    await assert.rejects(client`create table own (id int)`, /permission denied/);
    await assert.rejects(client`alter table jobs disable row level security`, /must be owner/);
  } finally {
    await client.end();
  }
}

Deno.test("queries of two workspaces on the same connections never see each other's rows", async () => {
  await using test = await apiTest({ worker: false });
  const { a, b } = await twoWorkspaces(test);
  const step = fc.record({
    workspace: fc.constantFrom(a, b),
    kind: fc.constantFrom(...Object.keys(KINDS) as (keyof typeof KINDS)[]),
    pauses: fc.integer({ min: 0, max: 3 }),
  });
  for (const poolSize of [1, 2]) {
    const db = openDatabase({ ...test.test.config.database, poolSize, isWalled: true });
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 24 }), async (steps) => {
          await Promise.all(steps.map(async ({ workspace, kind, pauses }) => {
            for (let at = 0; at < pauses; at++) await Promise.resolve();
            const other = workspace === a ? b : a;
            assert.deepEqual(
              await inWorkspace(workspace, () => KINDS[kind](db, other)),
              [workspace],
              kind,
            );
          }));
        }),
        { numRuns: 60 },
      );
    } finally {
      await db.destroy();
    }
  }
});

/** Each reads without a filter, and answers the workspaces that it saw. */
const KINDS = {
  read: workspacesSeen,
  async prepared(db: Db, other: string) {
    const rows = await db.selectFrom("jobs").select("workspaceId").where("title", "=", "Engineer")
      .where("workspaceId", "!=", other).execute();
    const theirs = await db.selectFrom("jobs").select("workspaceId")
      .where("workspaceId", "=", other).execute();
    return [...rows, ...theirs].map(({ workspaceId }) => workspaceId);
  },
  async fails(db: Db) {
    await assert.rejects(sql`select 1 / ${0}::int from jobs`.execute(db), /division by zero/);
    return await workspacesSeen(db);
  },
  transaction: (db: Db) => db.transaction().execute(workspacesSeen),
  async rolledBack(db: Db) {
    const failed = db.transaction().execute(async (trx) => {
      await workspacesSeen(trx);
      throw new RangeError("on purpose");
    });
    await assert.rejects(failed, RangeError);
    return await workspacesSeen(db);
  },
  within: (db: Db, other: string) =>
    db.transaction().execute(async (trx) => {
      const [seen, theirs] = await Promise.all([
        workspacesSeen(trx),
        inWorkspace(other, () => workspacesSeen(trx)),
      ]);
      assert.deepEqual(theirs, [other]);
      assert.deepEqual(await workspacesSeen(trx), seen);
      await assert.rejects(
        (trx as Db).transaction().execute(async (inner) => {
          assert.equal((await acrossWorkspaces("test", () => workspacesSeen(inner))).length, 2);
          await acrossWorkspaces("test", () => sql`select 1 / ${0}::int`.execute(inner));
        }),
        /division by zero/,
      );
      return await workspacesSeen(trx);
    }),
};

Deno.test("a stream reads as whoever began it", async () => {
  await using test = await apiTest({ worker: false });
  const { a } = await twoWorkspaces(test);
  const { db } = test.test.walled;
  const rows = inWorkspace(a, () =>
    keepScope((async function* () {
      yield await workspacesSeen(db);
      yield await workspacesSeen(db);
    })()));
  assert.deepEqual(await Array.fromAsync(rows), [[a], [a]]);
});

Deno.test("a request and a task that forget the filter tell of their own workspace alone", async (t) => {
  await using test = await apiTest({ worker: false });
  const { walled, services } = test.test;
  const { a, b, other } = await twoWorkspaces(test);
  shareServices(walled);
  const forgetful = ({ db }: Pick<State, "db">) =>
    db.selectFrom("jobs").select(["id", "workspaceId"]).execute();
  const answer = z.object({ seen: z.array(z.string()) });
  const app = new App<State>().use(knowRequest).use(openTheServices).use(knowAddress)
    .use(ofPages(knowVisitor)).use(ofApi(knowLanguage))
    .all(
      "/api/forgetful",
      resource<State>({
        GET: endpoint({
          summary: "Forgets the filter",
          may: "jobs:read",
          answer,
          handle: async ({ state }) => ({
            seen: (await forgetful(state)).map(({ workspaceId }) => workspaceId),
          }),
        }),
      }),
    )
    .use(guard)
    .get("/forgetful", async (ctx) =>
      Response.json({
        seen: (await forgetful(ctx.state)).map(({ workspaceId }) => workspaceId),
      }));
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.handler());
  const url = `http://127.0.0.1:${(server.addr as Deno.NetAddr).port}`;
  const seen = async (path: string, headers: Record<string, string>) => {
    const response = await fetch(`${url}${path}`, { headers });
    assert.equal(response.status, 200);
    return (await response.json()).seen;
  };
  try {
    await t.step("the API", async () => {
      for (const [token, workspace] of [[test.api.token, a], [other.token, b]] as const) {
        const headers = { authorization: `Bearer ${token}` };
        assert.deepEqual(await seen("/api/forgetful", headers), [workspace]);
      }
    });
    await t.step("a page", async () => {
      for (const actor of [test.owner, other.actor]) {
        const { userId, workspaceId } = actor;
        const { token } = await openSession(services, { userId, workspaceId }, null);
        const cookie = `${sessionCookieName(walled.config)}=${token}`;
        assert.deepEqual(await seen("/forgetful", { cookie }), [workspaceId]);
      }
    });
  } finally {
    await server.shutdown();
  }
  await t.step("a task", async () => {
    const told = new Map<string, string[]>();
    const Payload = z.object({ workspaceId: z.string() });
    const registry = {
      forgetful: task(Payload, async ({ workspaceId }, context) => {
        told.set(workspaceId, await workspacesSeen(context.services.db));
      }),
    };
    const stopping = new AbortController();
    const working = runWorker(walled, { signal: stopping.signal, registry });
    for (const workspaceId of [a, b]) {
      await services.db.transaction().execute((trx) =>
        enqueue(trx, { name: "forgetful", payload: { workspaceId }, workspaceId })
      );
    }
    await waitFor("both tasks", () => Promise.resolve(told.size === 2));
    stopping.abort();
    await working;
    assert.deepEqual([...told].sort(), [[a, [a]], [b, [b]]].sort());
  });
});
