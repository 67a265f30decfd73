import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { waitFor } from "../harness/wait.ts";
import { browserApp } from "./app.ts";
import { colourFindings, colourlessFindings, findings } from "./axe.ts";
import { fill } from "./places.ts";
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
  name: "axe finds nothing on any page, light and dark, wide and narrow",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn({ reducedMotion: "reduce" });
  await t.step("dashboard of a newcomer", async () => {
    assert.deepEqual(await findings(page), []);
  });
  const places = await fill(app);
  const anonymous = await app.newPage({ reducedMotion: "reduce" });
  for (const path of SIGNED_OUT) {
    await t.step(path, async () => assert.deepEqual(await faultsOf(anonymous, path), []));
  }
  for (const [name, path] of Object.entries(places)) {
    await t.step(name, async () => assert.deepEqual(await faultsOf(page, path), []));
  }
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

/** What is wrong with a page in its three looks, which it changes between without being loaded. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const faults = [...await findings(page), ...await tooWide(page)];
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await colourFindings(page)).map((one) => `dark: ${one}`));
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

Deno.test({
  name: "the keyboard reaches everything, in order, with a ring to see",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn();
  const places = await fill(app);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

  await t.step("the first stop skips to the content", async () => {
    await page.goto(places.ranking ?? "");
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "Skip to content");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
  });

  await t.step("tabs, sorting and rows follow, each with a ring", async () => {
    const seen: string[] = [];
    await waitFor("a candidate to be reached by Tab", async () => {
      await page.keyboard.press("Tab");
      const ring = await page.evaluate(() => {
        const active = document.activeElement;
        // A field within a frame has its ring on the frame.
        return [active, active?.closest("label")]
          .map((one) => one ? getComputedStyle(one).boxShadow : "none").join();
      });
      assert.match(ring, /0px 0px 0px [234]px/, `no ring on ${await focused()}`);
      seen.push(await focused());
      return seen.at(-1)?.startsWith("Lena Berg");
    });
    assert.ok(seen.some((text) => text.startsWith("Requirements")), seen.join(" | "));
    await page.keyboard.press("Enter");
    await page.waitForURL("**/resumes/*");
  });

  await t.step(
    "a verdict is changed by keys alone; Escape closes and gives the focus back",
    async () => {
      const summary = page.locator("details.change summary").first();
      await summary.focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("ArrowRight");
      const row = page.locator(".verdict-row").first();
      await row.getByText(/becomes|stays/).waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("details.change").first().getAttribute("open"), null);
      assert.ok(await summary.evaluate((one) => one === document.activeElement));
    },
  );
});
