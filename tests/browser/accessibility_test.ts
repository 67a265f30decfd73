import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserApp } from "./app.ts";
import { colourlessFindings, findings, findingsInBothThemes } from "./axe.ts";
import { signInAs } from "./people.ts";
import { fill, FOR_VIEWERS } from "./places.ts";
import { settled, widthTooMuch } from "./standards.ts";

/** What one sees without being signed in, with and without a link that works. */
const SIGNED_OUT = [
  "/sign-in?ended=1",
  "/register",
  "/forgot-password",
  "/reset-password?token=none",
  "/verify-email?token=none",
  "/invitations/none",
];

Deno.test({
  name: "axe finds nothing before signing in, for who only reads, and in what opens",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn({ reducedMotion: "reduce" });
  await page.goto("/");
  await t.step("dashboard of a newcomer", async () => {
    assert.deepEqual(await findings(page), []);
  });
  const places = await fill(app);
  const anonymous = await app.newPage({ reducedMotion: "reduce" });
  for (const path of SIGNED_OUT) {
    await t.step(path, async () => assert.deepEqual(await faultsOf(anonymous, path), []));
  }
  const viewer = await signInAs(app, "Femke Smit", "viewer");
  await viewer.emulateMedia({ reducedMotion: "reduce" });
  for (const name of FOR_VIEWERS) {
    await t.step(`${name}, to who only reads`, async () => {
      assert.deepEqual(await faultsOf(viewer, places[name] ?? ""), []);
    });
  }
  await t.step("what is found while one types, and what could not be", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("/");
    await page.getByRole("combobox", { name: "Find a person or job" }).fill("Lena");
    await page.locator(".find").getByRole("option", { name: /Lena Berg/ }).waitFor();
    assert.deepEqual(await findings(page), []);
    await page.route("**/find?*", (route) => route.abort("internetdisconnected"));
    await page.keyboard.type(" B");
    await page.locator(".find-panel").getByRole("alert").waitFor();
    assert.deepEqual(await findings(page), []);
    await page.unroute("**/find?*");
  });
  await t.step("an open form, menu and dialog", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(places.evaluation ?? "");
    await page.locator("details.change summary").first().click();
    await page.locator("details.how summary").click();
    assert.deepEqual(await findings(page), []);
    await page.goto(places.ranking ?? "");
    await page.locator("#select-all:enabled").check();
    await page.getByRole("region", { name: "Selection" }).waitFor();
    await page.locator("tr.row .dot").first().hover();
    await page.getByRole("tooltip").waitFor();
    assert.deepEqual(await findings(page), []);
    await page.locator(".decide-button").first().click();
    await page.getByRole("menu").waitFor();
    assert.deepEqual(await findings(page), []);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    assert.deepEqual(await findings(page), []);
    await page.keyboard.press("Escape");
    await page.keyboard.press("r");
    await page.getByRole("dialog", { name: "Reject" }).waitFor();
    assert.deepEqual(await findings(page), []);
    await page.goto(`${places.ranking}?q=nobody&decision=rejected`);
    await page.getByRole("heading", { name: "No candidate" }).waitFor();
    assert.deepEqual(await findings(page), []);
    await page.goto(places.requirements ?? "");
    await page.locator("details.adder summary").first().click();
    assert.deepEqual(await findings(page), []);
    await page.locator("details.menu summary").click();
    // It covers targets below it, which closing it gives back.
    assert.deepEqual(await findings(page, "details.menu"), []);
    await page.goto(places.files ?? "");
    await page.getByRole("button", { name: "Remove empty.txt" }).click();
    await page.getByRole("dialog").waitFor();
    assert.deepEqual(await findings(page), []);
  });
});

/** What is wrong with a page in its three looks. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const faults = [...await tooWide(page), ...await findingsInBothThemes(page)];
  await page.setViewportSize({ width: 390, height: 900 });
  await settled(page);
  const onPhone = [...await colourlessFindings(page), ...await tooWide(page)];
  faults.push(...onPhone.map((one) => `390 px: ${one}`));
  if (await page.locator("h1").count() !== 1) faults.push("not one h1");
  return faults;
}

async function tooWide(page: Page): Promise<string[]> {
  const pixels = await widthTooMuch(page);
  return pixels > 0 ? [`${pixels} px wider than the window`] : [];
}
