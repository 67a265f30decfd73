import assert from "node:assert/strict";
import { type BrowserApp, browserApp, sees } from "./app.ts";
import { findingsInBothThemes, findingsOfWordsAndRoom } from "./axe.ts";
import { signInAs } from "./people.ts";
import { widthTooMuch } from "./standards.ts";

function browserTest(name: string, run: (app: BrowserApp) => Promise<void>): void {
  Deno.test({ name, sanitizeOps: false, sanitizeResources: false }, async () => {
    await using app = await browserApp({ worker: false });
    await run(app);
  });
}

async function statusFor(app: BrowserApp, key: string): Promise<number> {
  const response = await fetch(`${app.url}/api/v1/jobs`, {
    headers: { authorization: `Bearer ${key}` },
  });
  await response.body?.cancel();
  return response.status;
}

browserTest(
  "an owner makes, changes, rotates and revokes a key without JavaScript",
  async (app) => {
    const page = await app.signIn({ javaScriptEnabled: false });
    await page.goto("/settings");
    await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "API keys" })
      .click();
    await page.getByRole("heading", { name: "No API key yet" }).waitFor();
    await page.getByRole("link", { name: "New API key" }).click();
    await page.fill("#name", "Nightly upload");
    await page.getByRole("button", { name: "Make the key" }).click();
    await page.getByText("Choose at least one").waitFor();
    assert.equal(
      await page.locator("#name").inputValue(),
      "Nightly upload",
      "what was typed stays",
    );
    await page.getByLabel("Make and change jobs").check();
    await page.getByRole("button", { name: "Make the key" }).click();
    const key = await page.getByLabel("API key").inputValue();
    assert.match(key, /^tc_live_[0-9A-Za-z]{49}$/);
    assert.equal(await statusFor(app, key), 200);

    await page.getByRole("link", { name: "I have kept it" }).click();
    await sees(page.getByText(`tc_live_…${key.slice(-4)}`), 1);
    await sees(page.getByText("See jobs · Make and change jobs"), 1);
    assert.ok(!(await page.content()).includes(key), "it is shown once");

    await page.getByRole("link", { name: "Change Nightly upload" }).click();
    await page.fill("#name", "x");
    await page.getByRole("button", { name: "Save the key" }).click();
    await sees(page.getByText("A name has 2 to 60 characters"), 1);
    await page.fill("#name", "Upload by night");
    await page.getByLabel("See jobs").uncheck();
    await page.getByLabel("Make and change jobs").uncheck();
    await page.locator('[name="scope usage:read"]').check();
    await page.getByRole("button", { name: "Save the key" }).click();
    await page.getByText("Key changed").waitFor();
    await sees(page.getByText("See jobs · Make"), 0);
    assert.equal(await statusFor(app, key), 403, "at once, with the secret as it was");
    await page.getByRole("link", { name: "Change Upload by night" }).click();
    await page.fill("#name", "Nightly upload");
    await page.getByLabel("Make and change jobs").check();
    await page.getByRole("button", { name: "Save the key" }).click();

    await page.getByRole("link", { name: "Rotate Nightly upload" }).click();
    await page.getByLabel("The present secret holds for").selectOption("0");
    await page.getByRole("button", { name: "Rotate" }).click();
    const next = await page.getByLabel("API key").inputValue();
    assert.deepEqual([await statusFor(app, key), await statusFor(app, next)], [401, 200]);

    await page.getByRole("link", { name: "I have kept it" }).click();
    await page.getByRole("link", { name: "Revoke Nightly upload" }).click();
    await page.getByText("This cannot be undone").waitFor();
    await page.getByRole("button", { name: "Revoke" }).click();
    await page.getByText("Key revoked").waitFor();
    await sees(page.getByText("Revoked on"), 1);
    assert.equal(await statusFor(app, next), 401);
  },
);

browserTest("who owns no workspace is told who can make keys", async (app) => {
  const page = await signInAs(app, "Piet Vos", "recruiter");
  await page.goto("/settings/keys");
  await page.getByText("An owner of the workspace can make API keys.").waitFor();
  await sees(page.getByRole("link", { name: "New API key" }), 0);
  const response = await page.goto("/settings/keys/new");
  assert.equal(response?.status(), 403);
});

browserTest(
  "axe finds nothing on the pages of a key that there is, wide and narrow, light and dark",
  async (app) => {
    const page = await app.signIn({ reducedMotion: "reduce", locale: "nl-NL" });
    const look = async (what: string) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      assert.deepEqual(await findingsInBothThemes(page), [], what);
      assert.equal(await widthTooMuch(page), 0, what);
      await page.setViewportSize({ width: 390, height: 900 });
      assert.deepEqual(await findingsOfWordsAndRoom(page), [], `${what}, 390`);
      assert.equal(await widthTooMuch(page), 0, `${what}, 390`);
    };
    for (const mode of ["live", "test"]) {
      await page.goto("/settings/keys/new");
      await page.fill("#name", `Nachtelijke upload van het personeelssysteem (${mode})`);
      await page.locator(`input[value="${mode}"]`).check();
      for (const box of await page.getByRole("checkbox").all()) await box.check();
      await page.getByRole("button", { name: "Sleutel maken" }).click();
      await page.getByLabel("API-sleutel").waitFor();
      await look("the secret");
    }
    await page.goto("/settings/keys");
    await look("keys");
    for (const action of ["vernieuwen", "intrekken", "wijzigen"]) {
      await page.goto("/settings/keys");
      await page.getByRole("link", { name: `(live) ${action}` }).click();
      await page.getByRole("heading", { level: 1, name: `(live) ${action}` }).waitFor();
      await look(action);
    }
  },
);
