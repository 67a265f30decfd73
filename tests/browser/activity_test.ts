import assert from "node:assert/strict";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import { moveResumes } from "../../lib/hiring/moves.ts";
import { makeJudged } from "../harness/judged.ts";
import { browserApp } from "./app.ts";

const NAMES = ["Amara Okafor", "Sanne de Wit", 'Lars "the" Brekke'];

Deno.test("the activity names who was moved together, and says why", async () => {
  await using app = await browserApp({ worker: false });
  const { services } = app.test;
  const { userId, workspaceId } = await services.db.selectFrom("memberships")
    .select(["userId", "workspaceId"]).executeTakeFirstOrThrow();
  const owner = await findPrincipal(services.db, userId, workspaceId);
  assert.ok(owner);
  const { job, of } = await makeJudged(
    owner,
    services.db,
    NAMES.map((name) => ({ name, verdicts: ["NO", "NO", "NO", "NO"] })),
  );
  await moveResumes(owner, services, {
    resumeIds: NAMES.map(of),
    to: { decision: "rejected" },
    reasonCode: "other",
    reason: "The role was filled",
  });
  const page = await app.signIn();
  await page.goto(`/jobs/${job.id}/activity`);
  const line = page.locator(".activity > li", { hasText: "moved 3 candidates to Rejected" });
  await line.getByText("Another reason: “The role was filled”").waitFor();
  await line.getByText("Show names").click();
  for (const name of NAMES) {
    const link = line.getByRole("link", { name });
    await link.waitFor();
    assert.equal(await link.getAttribute("href"), `/resumes/${of(name)}`);
  }
});
