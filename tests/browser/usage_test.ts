import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { createTier } from "../../lib/accounts/tiers.ts";
import { setWorkspaceTier } from "../../lib/accounts/user_tiers.ts";
import { createJob } from "../../lib/hiring/jobs.ts";
import { pasteResume } from "../../lib/hiring/resume_paste.ts";
import { type BrowserApp, browserApp, JOB } from "./app.ts";
import { signInAs } from "./people.ts";
import { findOwner } from "./places.ts";

function browserTest(name: string, run: (app: BrowserApp) => Promise<void>): void {
  Deno.test({ name, sanitizeOps: false, sanitizeResources: false }, async () => {
    await using app = await browserApp({ worker: false });
    await run(app);
  });
}

/** Gives the owner's workspace a tier, and adds some résumés. */
async function fill({ test: { services } }: BrowserApp, quota: number, resumes: number) {
  const owner = await findOwner(services);
  const { db } = services;
  const tier = await createTier(owner, db, { name: "business", monthlyResumes: quota });
  await setWorkspaceTier(owner, db, owner.workspaceId, { tierId: tier.id });
  const { id } = await createJob(owner, db, JOB);
  for (let n = 0; n < resumes; n++) {
    const text = `Anna ${n}\nDeveloper, Acme\n2019 - present\n- TypeScript`;
    await pasteResume(owner, services, id, { name: `anna ${n}`, text });
  }
  return id;
}

browserTest(
  "the usage page shows what is used and what is left, without JavaScript",
  async (app) => {
    const jobId = await fill(app, 5, 4);
    const page = await app.signIn({ javaScriptEnabled: false });
    await page.goto("/settings/usage");
    const meter = page.getByRole("meter", { name: "Résumés added" });
    assert.equal(await meter.getAttribute("aria-valuenow"), "4");
    assert.equal(await meter.getAttribute("aria-valuemax"), "5");
    await page.getByText(/80.%? used, 1 left/).waitFor();
    await page.getByText("Tier business").waitFor();
    await page.getByRole("img", { name: /4 in all; most on .* with 4/ }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    const today = await page.getByRole("img").locator("rect.fill-accent").boundingBox();
    assert.ok(today && today.x >= 0 && today.x + today.width <= 390, "today is out of sight");
    await page.getByText("Show the figures").click();
    const total = page.getByRole("row", { name: /^Total/ });
    assert.match(await total.innerText(), /^Total\s+4\s+0\s+1\s+0$/);
    await page.getByText("All operations without a limit of their own").waitFor();

    // Beyond the quota the pages say so, and where to look.
    for (const text of ["Bert, baker, 2019 - present", "Cees, cook, 2019 - present"]) {
      await page.goto(`/jobs/${jobId}/resumes/paste`);
      await page.locator("[name=text]").fill(text);
      await page.getByRole("button", { name: "Add résumé" }).click();
    }
    await page.getByRole("heading", { name: "The quota of this month is used up" }).waitFor();
    await page.getByRole("link", { name: "See the usage" }).click();
    await page.getByText(/Used up until/).waitFor();

    await page.getByRole("navigation", { name: "Month" }).getByRole("link").last().click();
    await page.getByRole("img", { name: /None\.$/ }).waitFor();
  },
);

browserTest("who may not see the usage is told so", async (app) => {
  const page = await signInAs(app, "Vera Visser", "viewer");
  const response = await page.goto("/settings/usage");
  assert.equal(response?.status(), 403);
  assert.equal((await page.goto("/admin/tiers"))?.status(), 403);
});

browserTest(
  "a superuser makes a tier with limits and gives it, without JavaScript",
  async (app) => {
    const page = await app.signIn({ javaScriptEnabled: false });
    await page.goto("/admin/tiers");
    await page.getByLabel("Name").fill("two words");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByText("This cannot be taken").waitFor();
    await page.getByLabel("Name").fill("pro");
    await page.getByLabel("Résumés a month").fill("900");
    await page.getByLabel("Files, in GB").fill("0.5");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByRole("heading", { name: "pro" }).waitFor();

    await page.locator("#path-new").fill("api/v1/search");
    await page.locator("#limit-new").fill("30");
    await page.locator("#period-new").fill("60");
    await page.getByRole("button", { name: "Add" }).click();
    const path = page.locator("input[name=path]").first();
    assert.equal(await path.inputValue(), "/api/v1/search");
    await page.locator("input[name=limit]").first().fill("40");
    await page.getByRole("button", { name: "Save" }).nth(1).click();
    assert.equal(await page.locator("input[name=limit]").first().inputValue(), "40");

    await page.getByLabel("Username").fill("nobody");
    await page.getByRole("button", { name: "Give" }).click();
    await page.getByText("There is no user of that name").waitFor();
    await page.getByLabel("Username").fill("admin");
    await page.getByRole("button", { name: "Give" }).click();
    await page.getByRole("button", { name: /Take the tier away/ }).waitFor();
    await page.getByRole("button", { name: "Remove the tier" }).click();
    await page.getByText("Somebody has this tier").waitFor();

    await page.goto("/settings/usage");
    await page.getByRole("cell", { name: "40 in 1 minute" }).waitFor();
    await page.goto("/admin/tiers");
    await page.getByLabel("Tier of My company").selectOption({ label: "pro" });
    await page.getByRole("button", { name: "Give" }).click();
    await page.goto("/settings/usage");
    await page.getByText("of 900").waitFor();
    await page.getByText("of 512 MB").waitFor();
    await page.getByRole("meter", { name: "Files kept" }).waitFor();

    await page.goto("/admin/tiers/pro");
    assert.equal(await page.getByLabel("Files, in GB").inputValue(), "0.5");
    await page.getByRole("button", { name: /Take the tier away/ }).click();
    await page.getByRole("button", { name: /Remove the limit/ }).click();
    await page.getByText("None: the default holds").waitFor();
  },
);

browserTest(
  "a file for which there is no room says so where it was dropped, and why",
  async (app) => {
    const { db } = app.test.services;
    const jobId = await fill(app, 5, 1);
    await db.updateTable("tiers").set({ storageBytes: 100 }).execute();
    const page = await app.signIn();
    await page.goto(`/jobs/${jobId}/resumes`);
    const choose = page.locator("label.file-field input");
    await choose.setInputFiles([{ name: "bob.txt", mimeType: "text/plain", buffer: BOB }]);
    await page.getByText("The workspace has no room left").waitFor();
    await page.goto("/settings/usage");
    await page.getByText(/left; what is deleted is free again/).waitFor();

    // Without JavaScript, or by another page: what happened, and where to look.
    await page.goto(`/jobs/${jobId}/resumes/paste`);
    await page.locator("[name=text]").fill("Cees, cook, 2019 - present".padEnd(200, "."));
    await page.getByRole("button", { name: "Add résumé" }).click();
    await page.getByRole("heading", { name: "No room left for this file" }).waitFor();
    await page.getByRole("link", { name: "See the usage" }).click();
    await page.getByRole("meter", { name: "Files kept" }).waitFor();
  },
);

const BOB = Buffer.from("Bob, baker, 2019 - present".padEnd(90, "."));
