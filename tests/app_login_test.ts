import assert from "node:assert/strict";
import postgres from "postgres";
import { ensureAppLogin } from "../lib/platform/app_login.ts";
import { ConfigError } from "../lib/platform/config_error.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { APP_ROLE } from "../lib/platform/workspace_wall.ts";
import { argumentsOf } from "../scripts/local/permissions.ts";
import { startWeb, startWorker } from "./harness/processes.ts";
import { privateServices, type TestServices, testServices } from "./harness/services.ts";
import { judgesAPdf, runShipped } from "./harness/shipped.ts";

const ADMIN_PASSWORD = "a long enough password";
const APP_DATABASE_PASSWORD = "only-web-and-worker-know-this";

/** The database of a test, signed in to as somebody else. */
function urlAs(of: string, { DATABASE_URL = "" }: TestServices["env"]): string {
  const url = new URL(of);
  url.pathname = new URL(DATABASE_URL).pathname;
  return url.href;
}

function loginUrl(url: string, user: string, password: string): string {
  const login = new URL(url);
  [login.username, login.password] = [user, password];
  return login.href;
}

async function sqlAs<T>(url: string, run: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice() {}, connection: { role: APP_ROLE } });
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
}

/** A name for a role that no other test has; the role is dropped at the end. */
function roleName(superuserUrl: string) {
  const name = `login_${crypto.randomUUID().replaceAll("-", "")}`;
  const sql = postgres(superuserUrl, { max: 1, onnotice() {} });
  return {
    name,
    sql,
    async [Symbol.asyncDispose]() {
      await sql.unsafe(`drop role if exists ${name}`);
      await sql.end();
    },
  };
}

async function migrates(env: Readonly<Record<string, string>>) {
  const args = await argumentsOf("migrate", env);
  return await runShipped([Deno.execPath(), "run", "-q", ...args], env);
}

Deno.test("web and worker do their work under a login that cannot act as the owner", async () => {
  await using test = await testServices();
  const { superuserUrl } = await privateServices();
  const owner = urlAs(superuserUrl, test.env);
  await using role = await roleName(owner);
  const settings = {
    ...test.env,
    DATABASE_URL: owner,
    APP_DATABASE_USER: role.name,
    APP_DATABASE_PASSWORD,
    ADMIN_PASSWORD,
  };
  const first = await migrates(settings);
  assert.equal(first.code, 0, first.output);
  assert.match(first.output, new RegExp(`Made the login ${role.name}`));

  const url = loginUrl(owner, role.name, APP_DATABASE_PASSWORD);
  const env = { ...test.env, DATABASE_URL: url };
  const [web, worker] = await Promise.all([startWeb(env), startWorker(env)]);
  try {
    await judgesAPdf(web.url, ADMIN_PASSWORD);
  } finally {
    await Promise.all([web.stop(30_000), worker.stop(30_000)]);
  }

  await sqlAs(url, async (sql) => {
    const attempts = [
      "set role none; select * from users",
      "set role none; select * from resumes",
      "set role none; set app.workspace = 'all'; select * from resumes",
      "set role none; create table public.mine ()",
      `set role ${new URL(owner).username}`,
      "alter table resumes disable row level security",
      `alter role ${role.name} superuser`,
      `set role none; grant pg_read_all_data to ${role.name}`,
    ];
    for (const attempt of attempts) {
      await assert.rejects(sql.unsafe(attempt).simple(), /permission denied|must be/, attempt);
      await sql.unsafe(`set role ${APP_ROLE}`);
    }
    const rows = await sql.unsafe("select id from resumes");
    assert.equal(rows.length, 0, "without a workspace nothing is seen");
  });

  const next = { ...settings, APP_DATABASE_PASSWORD: "another-password-of-theirs" };
  const again = await migrates(next);
  assert.deepEqual(again, { code: 0, output: "The schema is up to date\n" });
  await assert.rejects(sqlAs(url, (sql) => sql`select 1`), /password authentication failed/);
  const renewed = loginUrl(owner, role.name, next.APP_DATABASE_PASSWORD);
  await sqlAs(renewed, (sql) => sql`select 1`);
});

Deno.test("an owner who may make roles, and is no superuser, makes the login", async () => {
  await using test = await testServices();
  const { superuserUrl } = await privateServices();
  const above = urlAs(superuserUrl, test.env);
  await using role = await roleName(above);
  await using owner = await roleName(above);
  await role.sql.unsafe(`create role ${owner.name} login createrole password 'owner'`);
  await role.sql.unsafe(`grant ${APP_ROLE} to ${owner.name} with admin option`);
  const db = openDatabase({ url: loginUrl(above, owner.name, "owner"), poolSize: 1 });
  const login = { user: role.name, password: APP_DATABASE_PASSWORD };
  try {
    assert.equal(await ensureAppLogin(db, login), true);
    assert.equal(await ensureAppLogin(db, login), false);
  } finally {
    await db.destroy();
  }
  const url = loginUrl(above, role.name, APP_DATABASE_PASSWORD);
  const [who] = await sqlAs(url, (sql) => sql`select current_user as name`);
  assert.equal(who?.name, APP_ROLE);
  await role.sql.unsafe(`drop role ${role.name}`); // before who made it
});

Deno.test("who may make no login, or would hand the owner's out, is told so", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const login = { user: "talent_web_of_nobody", password: APP_DATABASE_PASSWORD };
  const isTold = (words: RegExp) => (error: Error) =>
    error instanceof ConfigError && words.test(error.message);
  await assert.rejects(ensureAppLogin(db, login), isTold(/Have an administrator run: create role/));
  const { username } = new URL(test.env.DATABASE_URL ?? "");
  await assert.rejects(ensureAppLogin(db, { ...login, user: username }), isTold(/may do more/));
});
