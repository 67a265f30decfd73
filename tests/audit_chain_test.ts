import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { sealAuditLog } from "../lib/accounts/audit_sealing.ts";
import { type ChainFault, verifyAuditLog } from "../lib/accounts/audit_verification.ts";
import type { Db } from "../lib/platform/database.ts";
import { apiTest } from "./harness/api.ts";
import { JOB } from "./harness/rows.ts";

const SCRIPT = fileURLToPath(new URL("../scripts/audit.ts", import.meta.url));

async function verifyByTask(env: Readonly<Record<string, string>>, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", "--no-check", SCRIPT, "verify", ...args],
    env,
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, told: text(stdout) + text(stderr) };
}

/** As somebody who owns the tables does: past the triggers. */
async function tamper(db: Db, change: (trx: Db) => Promise<unknown>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const turned of ["disable", "enable"] as const) {
      for (const table of ["audit_log", "audit_seals"]) {
        await sql.raw(`alter table ${table} ${turned} trigger user`).execute(trx);
      }
      if (turned === "disable") await change(trx);
    }
  });
}

const said = (faults: readonly ChainFault[]) =>
  faults.map(({ fault, seal, entryId }) => [fault, seal, entryId]);

Deno.test("audit:verify tells a log as it was written from one that was changed", async (t) => {
  await using test = await apiTest({ worker: false });
  const { api, test: { env, services: { db } } } = test;
  for (let seal = 1; seal <= 3; seal++) {
    for (const title of ["Baker", "Miller"]) {
      assert.equal((await api.call("POST", "/jobs", { json: { ...JOB, title } })).status, 201);
    }
    assert.equal(await sealAuditLog(db), 2);
  }
  await api.call("POST", "/jobs", { json: JOB });
  const whole = await verifyAuditLog(db);
  assert.deepEqual(whole.faults, []);
  assert.deepEqual([whole.entries, whole.unsealed, whole.heads.length], [7, 1, 1]);
  assert.equal(whole.heads[0]?.number, 3);
  const ids = (await db.selectFrom("auditLog").select("id").orderBy("id").execute())
    .map(({ id }) => id);
  const folder = await Deno.makeTempDir();
  const kept = `${folder}/heads.json`;

  await t.step("the task says so, and keeps the ends of the chains", async () => {
    const { code, told } = await verifyByTask(env, "--save", kept);
    assert.equal(code, 0, told);
    assert.match(told, /7 entries, 1 of them wait for their seal: nothing was changed/);
  });

  await t.step("no entry and no seal is changed or removed by a statement", async () => {
    const refused = [
      sql`update audit_log set action = 'job.updated'`,
      sql`update audit_log set details = '{}'`,
      sql`update audit_log set details = '{}', salt = null, details_digest = sha256('x')`,
      sql`delete from audit_log`,
      sql`truncate audit_log`,
      sql`update audit_seals set number = 9`,
      sql`delete from audit_seals`,
      sql`truncate audit_seals`,
    ];
    for (const statement of refused) {
      await assert.rejects(statement.execute(db), /append-only/);
    }
  });

  const [first, second] = ids;
  const cases: [string, (trx: Db) => Promise<unknown>, unknown[]][] = [
    [
      "a changed entry",
      (trx) => sql`update audit_log set user_id = uuidv7() where id = ${first}`.execute(trx),
      [["entry_changed", 1, first]],
    ],
    [
      "changed details",
      (trx) => sql`update audit_log set details = '{"a":1}' where id = ${first}`.execute(trx),
      [["entry_changed", 1, first]],
    ],
    [
      "a removed entry",
      (trx) => sql`delete from audit_log where id = ${second}`.execute(trx),
      [["entry_missing", 1, second]],
    ],
    [
      "an entry that was put in",
      (trx) =>
        sql`insert into audit_log (workspace_id, action)
          select workspace_id, action from audit_log where id = ${first}`.execute(trx),
      [["entry_never_sealed", null, Number(ids.at(-1)) + 1]],
    ],
    [
      "an entry that was changed with its digest",
      (trx) =>
        sql`update audit_seals set digests = overlay(digests placing sha256('x') from 1)
          where number = 2`.execute(trx),
      [["seal_changed", 2, null], ["entry_changed", 2, ids[2]]],
    ],
    [
      "a removed seal",
      (trx) => sql`delete from audit_seals where number = 2`.execute(trx),
      [
        ["seal_missing", 2, null],
        ["seal_changed", 3, null],
        ["entry_never_sealed", null, ids[2]],
        ["entry_never_sealed", null, ids[3]],
      ],
    ],
  ];
  for (const [name, change, faults] of cases) {
    await t.step(`${name} is told`, async () => {
      const undo = new Error("taken back");
      await assert.rejects(
        tamper(db, async (trx) => {
          await change(trx);
          assert.deepEqual(said((await verifyAuditLog(trx)).faults), faults);
          throw undo;
        }),
        undo,
      );
      assert.deepEqual((await verifyAuditLog(db)).faults, []);
    });
  }

  await t.step("an end that was cut off is told by the ends that were kept", async () => {
    await tamper(db, async (trx) => {
      await sql`delete from audit_log where id >= ${ids[4]}`.execute(trx);
      await sql`delete from audit_seals where number = 3`.execute(trx);
      await sql`delete from audit_unsealed`.execute(trx);
    });
    assert.deepEqual((await verifyAuditLog(db)).faults, [], "nothing that is left is wrong");
    assert.deepEqual(said((await verifyAuditLog(db, whole.heads)).faults), [
      ["head_missing", 3, null],
    ]);
    const { code, told } = await verifyByTask(env, "--against", kept);
    assert.equal(code, 1, told);
    assert.match(told, /seal 3: head missing/);
  });
  await Deno.remove(folder, { recursive: true });
});

Deno.test("entries that come while others are sealed are sealed once, of each workspace by itself", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const other = await test.addPerson("owner", "own");
  const write = async (of: typeof test.api) => {
    const { status } = await of.call("POST", "/jobs", { json: JOB });
    assert.equal(status, 201);
  };
  await Promise.all(
    Array.from(
      { length: 30 },
      (_, n) => n % 5 === 4 ? sealAuditLog(db) : write(n % 2 ? test.api : other),
    ),
  );
  await sealAuditLog(db);
  const { entries, unsealed, heads, faults } = await verifyAuditLog(db);
  assert.deepEqual([entries, unsealed, heads.length, faults], [24, 0, 2, []]);
});

Deno.test("what an entry says of a person is redacted and its seal holds", async () => {
  await using test = await apiTest({ worker: false });
  const { api, test: { services: { db } } } = test;
  const { id: candidateId } = await db.insertInto("candidates")
    .values({ workspaceId: test.owner.workspaceId, name: "Mona" }).returning("id")
    .executeTakeFirstOrThrow();
  const tagged = await api.call("POST", `/candidates/${candidateId}/tags`, {
    json: { tag: "left-handed" },
  });
  assert.ok(tagged.status < 300, JSON.stringify(tagged.body));
  await sealAuditLog(db);
  assert.equal((await api.call("DELETE", `/candidates/${candidateId}`)).status, 204);
  const { rows } = await sql<{ log: string }>`select audit_log::text as log from audit_log`
    .execute(db);
  assert.doesNotMatch(JSON.stringify(rows), /left-handed/);
  await sealAuditLog(db);
  assert.deepEqual((await verifyAuditLog(db)).faults, []);
});

Deno.test("a workspace that is erased takes its log along, and nobody else's", async () => {
  await using test = await apiTest({ worker: false });
  const { db } = test.test.services;
  const other = await test.addPerson("owner", "own");
  await other.call("POST", "/jobs", { json: JOB });
  await test.api.call("POST", "/jobs", { json: JOB });
  await sealAuditLog(db);
  await other.call("POST", "/jobs", { json: JOB });
  await db.deleteFrom("workspaces").where("id", "=", other.actor.workspaceId).execute();
  await sealAuditLog(db);
  const { entries, unsealed, heads, faults } = await verifyAuditLog(db);
  assert.deepEqual([entries, unsealed, heads.length, faults], [1, 0, 1, []]);
});
