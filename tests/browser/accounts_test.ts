import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { type LinkPurpose, linkToken } from "../../lib/accounts/mail_links.ts";
import { waitFor } from "../harness/wait.ts";
import { type BrowserApp, browserApp } from "./app.ts";
import { findings } from "./axe.ts";
import { widthTooMuch } from "./standards.ts";

const EVA_PASSWORD = "a sentence of her own";

function browserTest(name: string, run: (app: BrowserApp) => Promise<void>): void {
  Deno.test({ name, sanitizeOps: false, sanitizeResources: false }, async () => {
    await using app = await browserApp();
    await run(app);
  });
}

/** The secret of the last link that was mailed for that. */
async function lastToken({ test }: BrowserApp, purpose: LinkPurpose): Promise<string> {
  const { id } = await waitFor(
    `a link to ${purpose}`,
    () =>
      test.services.db.selectFrom("mailLinks").select("id").where("purpose", "=", purpose)
        .orderBy("createdAt", "desc").limit(1).executeTakeFirst(),
  );
  return await linkToken(test.config, id);
}

/** Nothing for axe to find, and nothing wider than the window. */
async function isSound(page: Page): Promise<void> {
  assert.deepEqual(await findings(page), []);
  assert.equal(await widthTooMuch(page), 0);
}

browserTest("an owner invites somebody, who makes an account without JavaScript", async (app) => {
  const owner = await app.signIn({ javaScriptEnabled: false });
  await owner.goto("/settings/workspace");
  await owner.fill("#invite-email", "eva@example.com");
  await owner.locator("form[action$=invite] select").selectOption("viewer");
  await owner.getByRole("button", { name: "Invite" }).click();
  await owner.getByText("Invitation sent").waitFor();
  await owner.fill("#invite-email", "EVA@example.com");
  await owner.getByRole("button", { name: "Invite" }).click();
  await owner.getByText("is a member or invited already").waitFor();

  const path = `/invitations/${await lastToken(app, "invitation")}`;
  const look = await app.newPage({ viewport: { width: 390, height: 800 }, locale: "nl-NL" });
  for (const colorScheme of ["light", "dark"] as const) {
    await look.emulateMedia({ colorScheme });
    await look.goto(path);
    await isSound(look);
  }
  const eva = await app.newPage({ javaScriptEnabled: false });
  await eva.goto(path);
  await eva.fill("#name", "Eva Smit");
  await eva.fill("#username", "eva");
  await eva.fill("#password", "1234567890");
  await eva.getByRole("button", { name: "Create account" }).click();
  await eva.getByText("one of the most common passwords").waitFor();
  assert.equal(await eva.locator("#username").inputValue(), "eva", "what was typed stays");
  await eva.fill("#password", EVA_PASSWORD);
  await eva.getByRole("button", { name: "Create account" }).click();
  await eva.waitForURL((url) => url.pathname === "/");
  await eva.goto("/settings/workspace");
  await eva.getByText("Its owners change the name").waitFor();
  await eva.goto(path);
  await eva.getByText("This invitation works no more").first().waitFor();

  await owner.goto("/settings/workspace");
  await isSound(await wide(app));
  const row = owner.getByRole("row", { name: /Eva Smit/ });
  await row.getByRole("combobox").selectOption("recruiter");
  await row.getByRole("button", { name: "Save the role of Eva Smit" }).click();
  await owner.getByText("Role saved").waitFor();
  const own = owner.getByRole("row", { name: /Marijke/ });
  await own.getByRole("combobox").selectOption("viewer");
  await own.getByRole("button").click();
  await owner.getByText("A workspace needs an owner").waitFor();
  await owner.getByRole("link", { name: "Remove Eva Smit" }).click();
  await owner.getByRole("button", { name: "Remove" }).click();
  await owner.getByText("Member removed").waitFor();
  await eva.goto("/settings");
  await eva.waitForURL((url) => url.pathname === "/sign-in");
});

/** The page of the workspace on a phone, in Dutch. */
async function wide(app: BrowserApp): Promise<Page> {
  const page = await app.signIn({ viewport: { width: 390, height: 800 } });
  await page.context().addCookies([{ name: "language", value: "nl", url: app.url }]);
  await page.goto("/settings/workspace");
  return page;
}

browserTest("a forgotten password is set anew without JavaScript", async (app) => {
  const page = await app.newPage({ javaScriptEnabled: false });
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgotten?" }).click();
  await page.fill("#email", "marijke@havenlicht.example");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("Look into your mail").first().waitFor();
  await page.goto(`/reset-password?token=${await lastToken(app, "reset_password")}`);
  await page.fill("#next", "quite another password");
  await page.fill("#repeat", "quite another password");
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByText("Your new password is set").waitFor();
  await page.fill("#login", "admin");
  await page.fill("#password", "quite another password");
  await page.click("button.btn-primary");
  await page.waitForURL((url) => url.pathname === "/");
});

browserTest(
  "a superuser makes, disables and deletes an account without JavaScript",
  async (app) => {
    const page = await app.signIn({ javaScriptEnabled: false });
    await page.goto("/admin/users");
    await page.getByRole("link", { name: "New user" }).click();
    await page.fill("#name", "Noor Visser");
    await page.fill("#username", "noor");
    await page.fill("#email", "noor@example.com");
    await page.fill("#workspace", "Visser & Zn");
    await page.fill("#password", EVA_PASSWORD);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.getByText("Visser & Zn (Owner)").waitFor();
    await page.getByRole("button", { name: "Disable" }).click();
    await page.getByRole("button", { name: "Enable" }).waitFor();
    await page.getByRole("link", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("row", { name: /Noor Visser.*Deleted/ }).waitFor();
    await page.getByRole("link", { name: /Noor Visser/ }).click();
    await page.getByRole("link", { name: "Erase" }).click();
    await page.getByRole("button", { name: "Erase" }).click();
    await page.waitForURL((url) => url.pathname === "/admin/users");
    assert.equal(await page.getByRole("row", { name: /Noor Visser/ }).count(), 0);
    await page.goto("/admin/mails");
    assert.equal(await page.getByText("noor@example.com").count(), 0, "they went with the account");
  },
);
