import assert from "node:assert/strict";
import { placeIn, READS, tableUseOf } from "../bench/reads_at_scale.ts";
import { openDatabase } from "../lib/platform/database.ts";
import { inWorkspace } from "../lib/platform/workspace_scope.ts";
import { makeManyEvaluations } from "../scripts/seed/many_evaluations.ts";
import { makeOwner } from "./harness/owner.ts";
import { testServices } from "./harness/services.ts";

/** Ten workspaces of five jobs: to read one costs more than any page may, to read all far more. */
const SIZE = { evaluations: 20_000, perWorkspace: 2000, perJob: 400, tracesOf: 1 };
/** Twice a job, and less than half a workspace. */
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
  await walled.destroy();
  assert.deepEqual(faults, []);
});
