import assert from "node:assert/strict";
import { makeJudged } from "../harness/judged.ts";
import { browserApp } from "./app.ts";
import { findOwner } from "./places.ts";

const LOOSE = { sanitizeOps: false, sanitizeResources: false } as const;

Deno.test(
  { name: "people one already knows are found from a job and by name", ...LOOSE },
  async (t) => {
    await using app = await browserApp({ worker: false });
    const { services } = app.test;
    const { job } = await makeJudged(await findOwner(services), services.db, [
      { name: "Amara Okafor", verdicts: ["YES", "YES", "YES", "YES"] },
    ]);
    const page = await app.signIn();
    const isPool = () => page.getByRole("heading", { name: "People you already know" }).waitFor();

    await t.step("a tab of a job with a ranking leads there, and stays", async () => {
      await page.goto(`/jobs/${job.id}/ranking`);
      await page.getByRole("link", { name: "Known people" }).click();
      await page.waitForURL(`**/jobs/${job.id}/pool`);
      await isPool();
      await page.getByRole("heading", { level: 1, name: job.title }).waitFor();
      const tab = page.locator(".tabs [aria-current=page]");
      assert.equal(await tab.textContent(), "Known people");
      await page.locator(".tabs").getByRole("link", { name: /^Ranking/ }).click();
      await page.waitForURL(`**/jobs/${job.id}/ranking`);
    });

    await t.step("Find offers it for the latest jobs, and for those that fit", async () => {
      const field = page.getByRole("combobox", { name: "Find a person or job" });
      const option = page.locator(".find").getByRole("option", {
        name: `People you already know for ${job.title}`,
      });
      await field.fill("people know");
      await option.waitFor();
      await field.fill("backend");
      await option.click();
      await page.waitForURL(`**/jobs/${job.id}/pool`);
      await isPool();
    });
  },
);
