import assert from "node:assert/strict";
import { getRanking } from "../../lib/hiring/ranking.ts";
import { ENGINE_VERSION } from "../../lib/talent/version.ts";
import { makeJudged } from "../harness/judged.ts";
import { waitFor } from "../harness/wait.ts";
import { browserApp } from "./app.ts";
import { findOwner } from "./places.ts";

const WORK = "Experience\nDeveloper, Acme, 2015 - present\n" +
  "- Built services with TypeScript, PostgreSQL, Kafka and Kubernetes";

/** An engine of before met everything with Anna, whose résumé says nothing, and nothing with Bram. */
const PEOPLE = [
  { name: "Anna", verdicts: ["YES", "YES", "YES", "YES"] },
  { name: "Bram", verdicts: ["NO", "NO", "NO", "NO"], quotes: [WORK] },
] as const;

Deno.test({
  name: "the comparison of engines shows who moves and why, and changes nothing until it is taken",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp();
  const { services } = app.test;
  const owner = await findOwner(services);
  const { job, of } = await makeJudged(owner, services.db, PEOPLE);
  const order = async () =>
    (await getRanking(owner, services.db, job.id, { page: 1, itemsPerPage: 5 })).data
      .map(({ resumeId }) => resumeId);
  const stored = () =>
    services.db.selectFrom("evaluations")
      .select(["resumeId", "engineVersion", "score", "matches", "updatedAt"])
      .where("jobId", "=", job.id).orderBy("resumeId").execute();
  const before = await stored();
  const page = await app.signIn();

  // The ranking says that an earlier engine judged, and leaves it so.
  await page.goto(`/jobs/${job.id}/ranking`);
  await page.getByText("An earlier version of the engine judged some of these").waitFor();
  await page.getByRole("link", { name: "See what the present one would say" }).click();
  await page.waitForURL("**/ranking/engine");
  await page.getByText("Nobody has asked yet.").waitFor();
  await page.getByRole("button", { name: "Judge by the present engine" }).click();
  await page.getByText("2 judged: 2 would stand elsewhere or have other verdicts.").waitFor();

  // Who moves: from which place to which, by which engine, for which verdicts and with what reason.
  const moved = (name: string) => page.locator(`tr[data-resume="${of(name)}"]`);
  const places = (name: string) => moved(name).locator("td b").allInnerTexts();
  assert.deepEqual([await places("Anna"), await places("Bram")], [["1", "2"], ["2", "1"]]);
  const bram = await moved("Bram").innerText();
  assert.match(bram, /judged by engine 1\.0\.0/);
  assert.match(bram, /Kafka: NO → YES\s+Shown in dated work/);
  assert.match(await moved("Anna").innerText(), /PostgreSQL: YES → NO\s+Not found anywhere/);

  // Nothing was changed by looking, by asking again, or by keeping what holds.
  assert.deepEqual(await stored(), before);
  assert.deepEqual(await order(), [of("Anna"), of("Bram")]);
  await page.getByRole("button", { name: "Keep what holds" }).click();
  await page.waitForURL(`**/jobs/${job.id}/ranking`);
  assert.deepEqual(await stored(), before);

  // A person takes it, and only then the ranking is made anew.
  await page.goto(`/jobs/${job.id}/ranking/engine`);
  await page.getByText("Nobody has asked yet.").waitFor();
  await page.getByRole("button", { name: "Judge by the present engine" }).click();
  await page.getByRole("button", { name: "Take these verdicts" }).click();
  await waitFor("Bram to stand first", async () => (await order())[0] === of("Bram"));
  const versions = (await stored()).map(({ engineVersion }) => engineVersion);
  assert.deepEqual(versions, [ENGINE_VERSION, ENGINE_VERSION]);
});
