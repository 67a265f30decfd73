import { inWorkspace } from "../lib/platform/workspace_scope.ts";
import { testServices } from "../tests/harness/services.ts";
import { measureBoard } from "./board_sql.ts";
import type { Figure, Part } from "./figure.ts";
import { makeLargeJob } from "./large_job.ts";
import { makeOwner } from "./owner.ts";

/** What a page of a small, a large and a huge job or workspace asks of the database. */
export const hiringSql: Part = {
  name: "sql",
  title: "Reads of the database",
  how:
    "Jobs of 200, 10,000 and 100,000 judged résumés in one workspace; each read as its page reads " +
    "it, through the driver and into values, nine times after a first one. Medians.",
  measure,
};

const SIZES = [200, 10_000, 100_000];

async function measure(): Promise<Figure[]> {
  await using test = await testServices();
  const { db } = test.services;
  const owner = await makeOwner(db);
  const { workspaceId } = owner;
  const jobs = new Map<number, string>();
  for (const size of SIZES) jobs.set(size, await makeLargeJob(owner, db, size));
  // Behind the wall, as the pages are.
  return await inWorkspace(workspaceId, () => measureBoard(owner, test.walled.db, jobs));
}
