import { sql } from "kysely";
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { placeIn, READS, READS_OF_LARGEST, tableUseOf } from "../bench/reads_at_scale.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { inWorkspace } from "../lib/platform/workspace_scope.ts";
import { makeManyEvaluations } from "../scripts/seed/many_evaluations.ts";
import { makeOwner } from "./harness/owner.ts";
import { testServices } from "./harness/services.ts";

/**
 * Five workspaces of six jobs: to read one costs more than any page may, to read all far more. One
 * job has so many that PostgreSQL would rather read a whole table than look each of them up.
 */
const SIZE = {
  evaluations: 20_000,
  perWorkspace: 4000,
  perJob: 400,
  inLargestJob: 2000,
  tracesOf: 1,
};
/** Twice a job, and less than a quarter of a workspace. */
const MOST_ROWS = 900;

/** What grows with what people do. */
const LARGE = new Set([
  ...["candidates", "resumes", "evaluations", "tasks", "audit_log"],
  ...["webhook_events", "webhook_deliveries"],
]);

Deno.test("no page reads a large table, or all of a workspace", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const owner = await makeOwner(db);
  const { userId, workspaceId } = owner;
  await makeManyEvaluations(db, { ...SIZE, userId, workspaceId });
  const place = await placeIn(db, workspaceId);
  // As web and worker read: behind the wall between workspaces.
  const walled = openDatabase({ ...test.config.database, isWalled: true });
  const faults: string[] = [];
  for (const [name, read] of Object.entries(READS)) {
    const uses = await inWorkspace(
      workspaceId,
      () => tableUseOf(walled, (trx) => read(owner, trx, place)),
    );
    for (const use of uses) {
      if (!LARGE.has(use.table)) continue;
      if (use.scans > 0) faults.push(`${name} reads all ${use.scanned} rows of ${use.table}`);
      if (use.fetched > MOST_ROWS) faults.push(`${name} reads ${use.fetched} rows of ${use.table}`);
    }
  }
  // All of a job is sorted for its ranking; but no other one is read for that.
  for (const [name, read] of Object.entries(READS_OF_LARGEST)) {
    const uses = await inWorkspace(
      workspaceId,
      () => tableUseOf(walled, (trx) => read(owner, trx, place)),
    );
    for (const { table, scans, scanned } of uses) {
      if (LARGE.has(table) && scans > 0) faults.push(`${name} reads all ${scanned} of ${table}`);
    }
  }
  await walled.destroy();
  assert.deepEqual(faults, []);
});

Deno.test("seed --evaluations makes them and leaves the tables clean", async () => {
  await using test = await testServices();
  await makeOwner(test.services.db);
  const script = fileURLToPath(new URL("../scripts/seed.ts", import.meta.url));
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", "--no-check", script, "--username", "olga", "--evaluations", "50"],
    env: test.env,
  }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  const { rows: [row] } = await sql<{ made: number; pages: number }>`
    select (select count(*)::integer from evaluations) as made, relpages as pages
    from pg_class where oid = 'evaluations'::regclass`.execute(test.services.db);
  assert.equal(row?.made, 50);
  assert.ok(row.pages > 0, "vacuum counts the pages, and nothing else does here");
});
