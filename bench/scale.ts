import { openDatabase } from "../lib/platform/database.ts";
import type { Services } from "../lib/platform/services.ts";
import { inWorkspace } from "../lib/platform/workspace_scope.ts";
import { makeManyEvaluations } from "../scripts/seed/many_evaluations.ts";
import { testServices } from "../tests/harness/services.ts";
import { type Figure, type Part, seconds } from "./figure.ts";
import { makeOwner } from "./owner.ts";
import { placeIn, READS, READS_OF_LARGEST } from "./reads_at_scale.ts";
import { serversCpuSeconds } from "./servers_use.ts";

const EVALUATIONS = 1_000_000;
const TIMES = 10;

/** Milliseconds that a page may ask of the database. */
const LIMIT_MS = 50;

/** What pages and lists ask of a database with a million evaluations in it. */
export const scale: Part = {
  name: "scale",
  title: "A million evaluations",
  how:
    "`deno task seed --evaluations 1000000`: ten workspaces of 100,000 people with a résumé and an " +
    "evaluation each, in a job of 10,000 and jobs of 2,000; and as many entries of the audit log, webhooks and tasks " +
    "as every fifth of them leaves. Each read as its page or operation reads it in the first " +
    "workspace, ten times after a first one: the processor time of PostgreSQL for one of them. " +
    "`tests/scale_test.ts` holds the plans.",
  measure,
};

async function measure(): Promise<Figure[]> {
  await using test = await testServices();
  const { db } = test.services;
  const owner = await makeOwner(db);
  const { userId, workspaceId } = owner;
  const taken = await seconds(() =>
    makeManyEvaluations(db, { evaluations: EVALUATIONS, userId, workspaceId })
  );
  const figures: Figure[] = [{ name: "To seed them", value: taken, unit: "s" }];
  const place = await placeIn(db, workspaceId);
  const walled = openDatabase({ ...test.config.database, isWalled: true });
  for (const [name, read] of Object.entries({ ...READS, ...READS_OF_LARGEST })) {
    const value = await inWorkspace(
      workspaceId,
      () => databaseMs(test.services, () => read(owner, walled, place)),
    );
    figures.push({ name, value, unit: "ms", limit: LIMIT_MS });
  }
  await walled.destroy();
  return figures;
}

/** Processor time of the servers for one of many reads, in ms: of waits for others it has none. */
async function databaseMs(services: Services, read: () => Promise<unknown>): Promise<number> {
  await read();
  const before = await serversCpuSeconds(services);
  for (let time = 0; time < TIMES; time++) await read();
  const after = await serversCpuSeconds(services);
  return ((after ?? NaN) - (before ?? NaN)) / TIMES * 1000;
}
