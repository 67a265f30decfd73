import axe from "axe-core";
import assert from "node:assert/strict";
import { generateSync } from "otplib";
import type { Page } from "playwright-core";
import { browserApp, LOGIN, PASSWORD } from "./app.ts";
import { widthTooMuch } from "./standards.ts";

async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate(axe.source);
    const found = await page.evaluate(`axe.run("html", {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }).then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].target))`);
    assert.deepEqual(found, [], `${page.url()}, ${colorScheme}`);
  }
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
  await page.fill("#code", "123");
  await page.getByRole("button", { name: "Aanzetten" }).click();
  await page.getByText("Deze code klopt niet").waitFor();
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
});
