import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { waitFor } from "../harness/wait.ts";
import { type BrowserApp, browserApp, file, LOGIN, PASSWORD, sees } from "./app.ts";
import { signInAs } from "./people.ts";

const NEXT = "quite another password";

const PNG = Uint8Array.from(
  "\x89PNG\r\n\x1a\n\0\0\0\rIHDR and the rest",
  (sign) => sign.charCodeAt(0),
);

function browserTest(name: string, run: (app: BrowserApp) => Promise<void>): void {
  Deno.test({ name, sanitizeOps: false, sanitizeResources: false }, async () => {
    await using app = await browserApp({ worker: false });
    await run(app);
  });
}

async function openMenu(page: Page): Promise<void> {
  await page.locator("header.top details.menu > summary.avatar").click();
}

browserTest("a person keeps their profile without JavaScript", async (app) => {
  await signInAs(app, "Piet Vos", "recruiter");
  const page = await app.signIn({ javaScriptEnabled: false });
  await page.goto("/settings");
  assert.equal(await page.locator("#username").inputValue(), LOGIN);
  await page.fill("#name", "Marijke Smit");
  await page.fill("#email", "PIET@havenlicht.example");
  await page.getByRole("button", { name: "Save profile" }).click();
  await page.getByText("Another address needs it").waitFor();
  await page.fill("#address-password", PASSWORD);
  await page.getByRole("button", { name: "Save profile" }).click();
  await page.getByText("Another user has this address").waitFor();
  assert.equal(await page.locator("#name").inputValue(), "Marijke Smit", "what was typed stays");
  assert.equal(await page.locator("#email").getAttribute("aria-invalid"), "true");
  await page.fill("#email", "marijke.smit@havenlicht.example");
  await page.fill("#address-password", PASSWORD);
  await page.getByRole("button", { name: "Save profile" }).click();
  await page.getByText("Open the link that was mailed to your new address").waitFor();
  await page.getByText("marijke.smit@havenlicht.example is used from when").waitFor();
  assert.equal(await page.locator("#email").inputValue(), "marijke@havenlicht.example");
  assert.match(await page.locator(".avatar").innerText(), /^MS/);
});

browserTest("a new password signs the other browsers out", async (app) => {
  const other = await app.signIn();
  await other.goto("/");
  const page = await app.signIn({ javaScriptEnabled: false });
  await page.goto("/settings");
  await sees(page.getByText("Last used"), 1);
  const change = async (current: string, next: string, repeat: string) => {
    await page.fill("#current", current);
    await page.fill("#next", next);
    await page.fill("#repeat", repeat);
    await page.getByRole("button", { name: "Change password" }).click();
  };
  await change("wrong", NEXT, NEXT);
  await page.getByText("That is not your current password").waitFor();
  await change(PASSWORD, NEXT, `${NEXT}!`);
  await page.getByText("The two new passwords differ").waitFor();
  await change(PASSWORD, NEXT, NEXT);
  await page.getByText("Password changed").waitFor();
  await sees(page.getByText("Last used"), 0);
  await other.goto("/settings");
  await other.waitForURL("**/sign-in?next=%2Fsettings&ended=1");
  await other.fill("#login", LOGIN);
  await other.fill("#password", NEXT);
  await other.click("button.btn-primary");
  await other.waitForURL("**/settings");
  await other.getByRole("button", { name: "Sign out everywhere else" }).click();
  await other.getByText("Signed out everywhere else").waitFor();
  await page.goto("/settings");
  await page.waitForURL("**/sign-in?**");
});

browserTest("too many wrong passwords have to wait, here as at the door", async (app) => {
  const page = await app.signIn({ javaScriptEnabled: false });
  await page.goto("/settings");
  for (let tries = 0; tries < 6; tries += 1) {
    await page.fill("#current", `wrong ${tries}`);
    await page.fill("#next", NEXT);
    await page.fill("#repeat", NEXT);
    await page.getByRole("button", { name: "Change password" }).click();
    await page.locator(".error-line:visible").first().waitFor();
  }
  await page.getByText("Too many wrong tries").waitFor();
});

browserTest("language, theme and keys are kept for the person", async (app) => {
  const page = await app.signIn({ javaScriptEnabled: false });
  await page.goto("/settings");
  await page.locator('input[name="language"][value="nl"]').check({ force: true });
  await page.locator('input[name="theme"][value="dark"]').check({ force: true });
  await page.locator("#single-keys").uncheck({ force: true });
  await page.getByRole("button", { name: "Save choices" }).click();
  await page.getByText("Keuzes bewaard").waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "nl");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  assert.equal(await page.locator("#single-keys").isChecked(), false);
  const elsewhere = await app.signIn();
  await elsewhere.goto("/");
  assert.equal(await elsewhere.locator("html").getAttribute("lang"), "nl");
  await page.locator('input[name="language"][value="browser"]').check({ force: true });
  await page.getByRole("button", { name: "Bewaar keuzes" }).click();
  await page.getByText("Choices saved").waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
});

browserTest("feedback is written in a dialog over any page", async (app) => {
  const page = await app.signIn();
  await page.goto("/jobs/new");
  await openMenu(page);
  await page.getByRole("link", { name: "Feedback" }).click();
  const dialog = page.getByRole("dialog", { name: "Feedback" });
  await dialog.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "feedback-title");
  await dialog.locator("#feedback-title").fill("Dots");
  await dialog.locator("#feedback-text").fill("I cannot tell them apart.");
  await dialog.locator("#feedback-screenshot").setInputFiles(file("screen.png", "no picture"));
  await dialog.getByRole("button", { name: "Send feedback" }).click();
  await dialog.getByText("no PNG, JPEG or WebP").waitFor();
  assert.equal(await dialog.locator("#feedback-title").inputValue(), "Dots");
  await dialog.locator("#feedback-screenshot").setInputFiles(file("screen.html", PNG));
  await dialog.getByRole("button", { name: "Send feedback" }).click();
  await dialog.getByText("Your feedback has arrived").waitFor();
  await page.keyboard.press("Escape");
  await waitFor(
    "the focus to come back",
    () => page.evaluate(() => document.activeElement?.classList.contains("avatar")),
  );
  assert.equal(new URL(page.url()).pathname, "/jobs/new");

  await page.goto("/feedback");
  await page.getByText("I cannot tell them apart.").waitFor();
  assert.equal(await page.locator("code").innerText(), "/jobs/new");
  const href = await page.getByRole("link", { name: "Screenshot" }).getAttribute("href");
  const answer = await page.request.get(href ?? "");
  const headers = answer.headers();
  assert.equal(headers["content-type"], "image/png");
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.match(headers["content-disposition"] ?? "", /^attachment; filename="feedback-.*\.png"/);
  assert.match(headers["content-security-policy"] ?? "", /^sandbox; default-src 'none'/);
  assert.deepEqual([...await answer.body()], [...PNG]);
});

browserTest(
  "feedback is a page without JavaScript, and its list is for superusers",
  async (app) => {
    const viewer = await signInAs(app, "Vera Kijk", "viewer");
    const page = await app.newPage({
      javaScriptEnabled: false,
      storageState: await viewer.context().storageState(),
    });
    await page.goto("/");
    await openMenu(page);
    assert.equal(await page.getByRole("link", { name: "What people wrote" }).count(), 0);
    await page.getByRole("link", { name: "Feedback" }).click();
    await page.fill("#feedback-title", "Words");
    await page.fill("#feedback-text", "They are clear.");
    await page.getByRole("button", { name: "Send feedback" }).click();
    await page.getByText("Your feedback has arrived").waitFor();
    await page.getByRole("link", { name: "Back to the page" }).click();
    assert.equal(new URL(page.url()).pathname, "/");
    assert.equal((await page.goto("/feedback"))?.status(), 403);
    const kept = await app.test.services.db.selectFrom("feedback").select("id").execute();
    assert.equal(kept.length, 1);
    assert.equal((await page.goto(`/feedback/${kept[0]?.id}/screenshot`))?.status(), 403);
  },
);

browserTest("the menu lists the keys", async (app) => {
  const page = await app.signIn();
  await page.goto("/");
  await openMenu(page);
  await page.getByRole("link", { name: "Keyboard" }).click();
  const dialog = page.getByRole("dialog", { name: "Keyboard" });
  await dialog.getByText("Next and previous candidate").first().waitFor();
  await dialog.getByRole("button", { name: "Close" }).click();
  await sees(page.locator("dialog[open]"), 0);
});

browserTest("what was typed survives the end of a session", async (app) => {
  const page = await app.signIn();
  await page.goto("/");
  await openMenu(page);
  await page.getByRole("link", { name: "Feedback" }).click();
  const dialog = page.getByRole("dialog", { name: "Feedback" });
  await dialog.locator("#feedback-title").fill("Dots");
  await dialog.locator("#feedback-text").fill("I cannot tell them apart.");
  await app.test.services.db.updateTable("sessions").set({ revokedAt: new Date() }).execute();
  await dialog.getByRole("button", { name: "Send feedback" }).click();
  await dialog.getByText("You are signed out").waitFor();
  assert.equal(await dialog.locator("#feedback-text").inputValue(), "I cannot tell them apart.");
});
