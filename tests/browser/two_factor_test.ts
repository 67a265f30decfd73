import assert from "node:assert/strict";
import { generateSync } from "otplib";
import type { Page } from "playwright-core";
import { ensureSuperuser } from "../../lib/accounts/superuser.ts";
import { browserApp, LOGIN, PASSWORD } from "./app.ts";
import { findingsInBothThemes } from "./axe.ts";
import { widthTooMuch } from "./standards.ts";

async function isAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  assert.deepEqual(await findingsInBothThemes(page), [], page.url());
  assert.equal(await widthTooMuch(page), 0);
}

Deno.test({
  name: "two-factor sign-in is set up and used on a phone, in Dutch, without JavaScript",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp({ worker: false });
  const plain = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
  const page = await app.signIn({ viewport: plain.viewport });
  await app.test.services.db.updateTable("users").set({ language: "nl" }).execute();
  await page.goto("/settings/security");
  await isAccessible(page);
  await page.getByRole("button", { name: "Instellen" }).click();
  await page.getByRole("img", { name: "QR-code" }).waitFor();
  await isAccessible(page);
  const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
  await page.fill("#password", PASSWORD);
  await page.fill("#code", "123");
  await page.getByRole("button", { name: "Aanzetten" }).click();
  await page.getByText("Deze code klopt niet").waitFor();
  await page.fill("#password", PASSWORD);
  await page.fill("#code", generateSync({ secret }));
  await page.getByRole("button", { name: "Aanzetten" }).click();
  await page.getByText("10 herstelcodes").waitFor();
  await isAccessible(page);
  const codes = await page.locator("li code").allInnerTexts();
  assert.equal(codes.length, 10);
  await page.goto("/settings/security");
  assert.equal(await page.locator("li code").count(), 0, "they are shown once");

  const phone = await app.newPage(plain);
  await phone.goto("/sign-in?next=/settings/security");
  await phone.fill("#login", LOGIN);
  await phone.fill("#password", PASSWORD);
  await phone.click("button.btn-primary");
  await phone.waitForURL("**/sign-in/code?**");
  await phone.fill("#code", "000000");
  await phone.click("button.btn-primary");
  await phone.locator(".error-line:visible").waitFor();
  await phone.fill("#code", codes[0] ?? "");
  await phone.click("button.btn-primary");
  await phone.waitForURL("**/settings/security");
  await phone.getByText("9 herstelcodes").waitFor();

  const other = await app.newPage({ viewport: plain.viewport });
  await other.goto("/sign-in");
  await other.fill("#login", LOGIN);
  await other.fill("#password", PASSWORD);
  await other.click("button.btn-primary");
  await other.waitForURL("**/sign-in/code?**");
  await isAccessible(other);

  // Who lost the phone and the codes asks another superuser.
  await ensureSuperuser(app.test.services.db, {
    name: "Bram Bakker",
    username: "bram",
    email: "bram@havenlicht.example",
    password: PASSWORD,
  });
  const helper = await app.newPage(plain);
  await helper.goto(`/sign-in?next=/admin/users/${LOGIN}`);
  await helper.fill("#login", "bram");
  await helper.fill("#password", PASSWORD);
  await helper.click("button.btn-primary");
  await helper.getByRole("button", { name: "Turn two-factor sign-in off" }).click();
  await helper.getByRole("button", { name: "Disable" }).waitFor();
  assert.equal(await helper.getByRole("button", { name: "two-factor" }).count(), 0);
  await other.goto("/sign-in");
  await other.fill("#login", LOGIN);
  await other.fill("#password", PASSWORD);
  await other.click("button.btn-primary");
  await other.waitForURL((address) => address.pathname === "/");
});
