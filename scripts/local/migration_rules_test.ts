import assert from "node:assert/strict";
import { BEFORE_RELEASE } from "./migrations_before_release.ts";
import { type Kysely, sql } from "kysely";
import { faultsOf, type Rule, type RuledMigration, RULES } from "./migration_rules.ts";

function migration(statements: string, more: Partial<RuledMigration> = {}): RuledMigration {
  return {
    ...more,
    up: async (db: Kysely<unknown>) => {
      for (const text of statements.split(/;\s(?=alter|create|update)/)) {
        await sql.raw(text).execute(db);
      }
    },
  };
}

/** The rules that the faults name. */
async function broken(statements: string, more?: Partial<RuledMigration>): Promise<string[]> {
  const faults = await faultsOf(migration(statements, more));
  return (Object.keys(RULES) as Rule[])
    .filter((rule) => faults.some((fault) => fault.includes(RULES[rule])));
}

const SAFE = [
  "create table notes (id uuid primary key default uuidv7(), job_id uuid references jobs)",
  "create table notes (id uuid); create index notes_by_id on notes (id); update notes set id = null",
  "alter table jobs add column note text",
  "alter table jobs add column note text not null default ''",
  "alter table jobs add column made_at timestamptz not null default now()",
  "alter table jobs add column boss_id uuid references users on delete set null",
  "alter table jobs add constraint short check (char_length(note) < 9) not valid",
  "alter table jobs validate constraint short",
  "alter table jobs validate constraint note_is_there; alter table jobs alter column note set not null",
  "alter table jobs add constraint jobs_note unique using index jobs_by_note",
  "drop index jobs_by_note",
  "create or replace function f() returns int language sql return 1",
];

Deno.test("faultsOf() lets be what nobody waits for", async () => {
  for (const statements of SAFE) assert.deepEqual(await broken(statements), [], statements);
  const index = "create index concurrently if not exists jobs_by_note on jobs (note)";
  assert.deepEqual(await broken(index, { transaction: false }), []);
});

const UNSAFE: readonly (readonly [Rule, string])[] = [
  ["rewrite", "alter table jobs alter column note type varchar(9)"],
  ["rewrite", "alter table jobs add column n uuid not null default gen_random_uuid()"],
  ["rewrite", "alter table jobs add column n double precision default round(random() * 9)"],
  ["rewrite", "alter table jobs add column n bigserial"],
  ["rewrite", "alter table jobs add column n int generated always as identity"],
  ["rewrite", "alter table jobs add column n text generated always as (lower(title)) stored"],
  ["rewrite", "alter table jobs set unlogged"],
  ["rewrite", "vacuum full jobs"],
  ["scan", "alter table jobs alter column note set not null"],
  ["scan", "alter table jobs add constraint short check (char_length(note) < 9)"],
  ["scan", "alter table jobs add foreign key (boss_id) references users"],
  ["scan", "alter table jobs add column n int not null default 1 check (n > 0)"],
  [
    "scan",
    "alter table jobs add constraint c check (n > 0) not valid; alter table jobs validate constraint c",
  ],
  ["index", "create index jobs_by_note on jobs (note)"],
  ["index", "alter table jobs add unique (note)"],
  ["transaction", "create index concurrently if not exists jobs_by_note on jobs (note)"],
  ["repeat", "create index concurrently jobs_by_note on jobs (note)"],
  ["not null", "alter table jobs add column note text not null"],
  ["code", "alter table jobs drop column note"],
  ["code", "alter table jobs rename column note to remark"],
  ["code", "drop table jobs"],
  ["rows", "update jobs set note = ''"],
  ["rows", "delete from jobs"],
  ["lock", "set local lock_timeout = '1h'"],
  ["lock", "lock table jobs"],
  ["unread", "do $$ begin execute 'drop table jobs'; end $$"],
];

Deno.test("faultsOf() names what people would wait for, or miss", async () => {
  for (const [rule, statements] of UNSAFE) {
    assert.ok((await broken(statements)).includes(rule), `${rule}: ${statements}`);
  }
  assert.deepEqual(new Set(UNSAFE.map(([rule]) => rule)), new Set(Object.keys(RULES)));
});

Deno.test("faultsOf() takes a reason, and no reason for nothing", async () => {
  const accepted = { code: "no code has read it since the version before" };
  assert.deepEqual(await broken("alter table jobs drop column note", { accepted }), []);
  assert.equal((await faultsOf(migration("select 1", { accepted }))).length, 1);
});

Deno.test("the list of what came before the first release grows no more", () => {
  const names = Object.keys(BEFORE_RELEASE);
  assert.deepEqual(names.filter((name) => name > "0050"), []);
});
