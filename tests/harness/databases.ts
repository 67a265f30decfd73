import type postgres from "postgres";
import { openPostgres } from "../../lib/platform/database.ts";
import { TEMPLATE_DATABASE } from "../../scripts/local/private_services.ts";

/** A migrated database without a row, which nobody else has until it is given back. */
export interface TestDatabase {
  readonly url: string;
  /** Ends whoever is connected, and clears it for the next that asks. */
  giveBack(): Promise<void>;
}

/** One that has grown beyond this is dropped: a copy of the template costs less than to clear it. */
const MOST_BYTES = 2_000_000;

/** The shape of a database's schema, and what it knows of its tables' sizes. */
type Shape = string;

interface Kept {
  readonly url: string;
  readonly shape: Shape;
}

// Of this isolate, whose tests run one after another: most of them find one here.
const idle: Kept[] = [];

/** Takes a cleared database of an earlier test, or copies the template, which costs far more. */
export async function takeDatabase(superuserUrl: string, roleUrl: string): Promise<TestDatabase> {
  const kept = idle.pop() ?? await copyTemplate(superuserUrl, roleUrl);
  const name = new URL(kept.url).pathname.slice(1);
  return {
    url: kept.url,
    async giveBack() {
      if (await asSuperuser(superuserUrl, name, (sql) => clear(sql, kept.shape))) idle.push(kept);
      else {await asSuperuser(superuserUrl, "postgres", (sql) =>
          sql.unsafe(`drop database ${name}`));}
    },
  };
}

async function copyTemplate(superuserUrl: string, roleUrl: string): Promise<Kept> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const { username } = new URL(roleUrl);
  await asSuperuser(superuserUrl, "postgres", (sql) =>
    sql.unsafe(
      `create database ${name} owner ${username} template ${TEMPLATE_DATABASE} strategy file_copy`,
    ));
  return {
    url: withDatabase(roleUrl, name),
    shape: await asSuperuser(superuserUrl, name, shapeOf),
  };
}

async function asSuperuser<T>(
  url: string,
  database: string,
  act: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const sql = openPostgres({ url: withDatabase(url, database), poolSize: 1 });
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
}

function withDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

/** @returns False when the test left more than rows: then it must be dropped. */
async function clear(sql: postgres.Sql, shape: Shape): Promise<boolean> {
  // An autovacuum, or what else is the server's own, ends by itself.
  await sql`
    select pg_terminate_backend(pid, 10000) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and backend_type = 'client backend'`;
  if (await shapeOf(sql) !== shape) return false;
  const tables = await sql<{ name: string; bytes: number }[]>`
    select relname::text as name, pg_relation_size(oid)::int as bytes from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname not like 'kysely%' and pg_relation_size(oid) > 0`;
  if (tables.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES) return false;
  // As a replica, so that neither foreign keys nor the triggers of what is append-only interfere.
  await sql.unsafe([
    "set session_replication_role = replica",
    ...tables.map(({ name }) => `delete from "${name}"`),
    "select setval(seqrelid::regclass, seqstart, false) from pg_sequence",
  ].join(";"));
  return true;
}

/**
 * Changes with every statement that defines something: the newest transaction that wrote to each
 * catalogue, and the applied migrations. And with ANALYZE and VACUUM, which change how is planned.
 */
async function shapeOf(sql: postgres.Sql): Promise<Shape> {
  const catalogues = [
    "pg_class",
    "pg_attribute",
    "pg_attrdef",
    "pg_constraint",
    "pg_index",
    "pg_trigger",
    "pg_proc",
    "pg_type",
    "pg_policy",
    "pg_namespace",
    "pg_db_role_setting",
  ];
  const newest = catalogues.map((name) =>
    `(select coalesce(max(xmin::text::bigint), 0) || '/' || count(*) from ${name})`
  );
  const [row] = await sql.unsafe<{ shape: string }[]>(`
    select concat_ws(' ', ${newest.join(", ")},
      (select string_agg(name, ',' order by name) from kysely_migration),
      (select sum(reltuples) from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace)) as shape`);
  if (!row) throw new RangeError("PostgreSQL answered no row");
  return row.shape;
}
