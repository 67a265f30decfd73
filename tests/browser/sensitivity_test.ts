import assert from "node:assert/strict";
import { getRanking } from "../../lib/hiring/ranking.ts";
import { waitFor } from "../harness/wait.ts";
import { makeJudged } from "../harness/judged.ts";
import { browserApp } from "./app.ts";
import { findOwner } from "./places.ts";

const PEOPLE = [
  { name: "Anna", verdicts: ["YES", "YES", "PARTIAL", "YES"] },
  { name: "Bram", verdicts: ["YES", "YES", "YES", "NO"] },
] as const;

Deno.test({
  name: "sliders rank again at once, and save as new importances",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp({ worker: false });
  const { services } = app.test;
  const owner = await findOwner(services);
  const { job } = await makeJudged(owner, services.db, PEOPLE);
  const page = await app.signIn();
  await page.goto(`/jobs/${job.id}/ranking`);
  await page.getByRole("link", { name: "How firm is this ranking?" }).click();
  await page.waitForURL("**/ranking/sensitivity");
  const first = page.locator(".what-if-ranking li").first();
  const said = page.locator('.what-if-ranking [role="status"]');
  assert.match(await first.innerText(), /Anna/);
  assert.equal(await said.innerText(), "As it is now.");

  const slider = page.getByRole("slider", { name: "Importance of Kubernetes" });
  await slider.focus();
  await page.keyboard.press("Home");
  await waitFor("Bram to be first", async () => /Bram/.test(await first.innerText()));
  assert.match(await first.innerText(), /1 place up/);
  assert.match(await said.innerText(), /^2 of 2 stand elsewhere/);
  await page.getByRole("button", { name: "As they are now" }).click();
  await waitFor("Anna to be first", async () => /Anna/.test(await first.innerText()));

  await slider.focus();
  await page.keyboard.press("Home");
  await page.getByRole("button", { name: "Save as new importances" }).click();
  await page.waitForURL(`**/jobs/${job.id}/ranking`);
  const { importance } = await services.db.selectFrom("requirements").select("importance")
    .where("jobId", "=", job.id).where("name", "=", "Kubernetes").executeTakeFirstOrThrow();
  assert.equal(importance, 1);
  const ranking = await getRanking(owner, services.db, job.id, { page: 1, itemsPerPage: 5 });
  assert.equal(ranking.totalCount, 2);
});

Deno.test({
  name: "without JavaScript the sliders are a form, and the charts are tables",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp({ worker: false });
  const { services } = app.test;
  const owner = await findOwner(services);
  const { job } = await makeJudged(owner, services.db, PEOPLE);
  const page = await app.signIn({ javaScriptEnabled: false });
  await page.goto(`/jobs/${job.id}/ranking/sensitivity`);
  const row = page.getByRole("row", { name: /Bram/ });
  assert.match(await row.innerText(), /1\b/);
  assert.equal(await page.locator(".standings tbody tr").count(), 2);
  assert.equal(await page.locator(".weight-steps tbody tr").count(), job.requirements.length + 2);
  await page.getByRole("slider", { name: "Importance of Kafka" }).press("End");
  await page.getByRole("button", { name: "Save as new importances" }).click();
  await page.waitForURL(`**/jobs/${job.id}/ranking`);
  const { importance } = await services.db.selectFrom("requirements").select("importance")
    .where("jobId", "=", job.id).where("name", "=", "Kafka").executeTakeFirstOrThrow();
  assert.equal(importance, 5);
});
