import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserApp, LOGIN, PASSWORD } from "./app.ts";

/** Copies a text from a field of the page and pastes it into another, by keys alone. */
async function pasteInto(page: Page, from: string, to: string, text: string): Promise<void> {
  await page.fill(from, text);
  await page.focus(from);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("ControlOrMeta+X");
  await page.focus(to);
  await page.keyboard.press("ControlOrMeta+V");
  assert.equal(await page.inputValue(to), text);
}

Deno.test({
  name: "passwords can be pasted and filled in by managers, and be shown while they are typed",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp({ worker: false, settings: { REGISTRATION: "open" } });
  const page = await app.newPage();
  const kindOf = (field: string) => page.getAttribute(field, "autocomplete");

  await t.step("on the page of signing in", async () => {
    await page.goto("/sign-in");
    assert.deepEqual([await kindOf("#login"), await kindOf("#password")], [
      "username",
      "current-password",
    ]);
    await pasteInto(page, "#login", "#password", PASSWORD);
    await seeItByKeys(page, "#password");
    await page.fill("#login", LOGIN);
    await page.press("#password", "Enter");
    await page.waitForURL((url) => url.pathname === "/");
  });

  await t.step("when the password is changed", async () => {
    await page.goto("/settings");
    assert.deepEqual(
      [await kindOf("#current"), await kindOf("#next"), await kindOf("#repeat")],
      ["current-password", "new-password", "new-password"],
    );
    await pasteInto(page, "#name", "#next", "a phrase from a manager");
    for (const field of ["#current", "#next", "#repeat"]) await seeItByKeys(page, field);
  });

  await t.step("when an account is made", async () => {
    const nobody = await app.newPage();
    await nobody.goto("/register");
    assert.equal(await nobody.getAttribute("#password", "autocomplete"), "new-password");
    await pasteInto(nobody, "#name", "#password", "a phrase from a manager");
    await seeItByKeys(nobody, "#password");
  });
});

/** Shows a password and hides it again by its button, which says how it stands. */
async function seeItByKeys(page: Page, field: string): Promise<void> {
  const button = page.locator(`.password:has(${field}) button`);
  const text = await page.inputValue(field);
  const stands = async (type: string, isPressed: boolean) => {
    await page.locator(`${field}[type="${type}"]`).waitFor();
    await page.locator(`.password:has(${field}) button[aria-pressed="${isPressed}"]`).waitFor();
    assert.equal(await page.inputValue(field), text);
  };
  assert.equal(await button.getAttribute("aria-label"), "Show the password");
  await stands("password", false);
  await button.press("Space");
  await stands("text", true);
  await button.press("Enter");
  await stands("password", false);
}
