import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { waitFor } from "../harness/wait.ts";
import { browserApp, file, JOB, LOGIN, PASSWORD, RESUMES } from "./app.ts";

const LOOSE = { sanitizeOps: false, sanitizeResources: false } as const;

/** Goes on by Tab until there, by stops that all show where they are. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  await waitFor(`Tab to reach ${what}`, async () => {
    if (await what.evaluate((one) => one === document.activeElement)) return true;
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const active = document.activeElement;
      // A field within a frame has its ring on the frame.
      const shadows = [active, active?.closest("label")]
        .map((one) => one ? getComputedStyle(one).boxShadow : "none");
      return { shadows: shadows.join(), text: active?.outerHTML.slice(0, 200) };
    });
    if (stop.text?.startsWith("<body")) return false; // after the last one
    assert.match(stop.shadows, /0px 0px 0px [234]px/, `no ring on ${stop.text}`);
    return false;
  });
}

/** After something was done within a page, the keyboard still has its place in it. */
async function keepsFocus(page: Page, after: string): Promise<void> {
  const tag = await page.evaluate(() => document.activeElement?.tagName ?? "nothing");
  assert.notEqual(tag, "BODY", `the focus is lost after ${after}`);
}

Deno.test({ name: "from signing in to comparing, by keys alone", ...LOOSE }, async (t) => {
  await using app = await browserApp();
  const page = await app.newPage();
  page.setDefaultTimeout(120_000);
  const { keyboard } = page;
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const names = () => page.locator("tbody .name").allTextContents();

  if (
    !await t.step("signs in", async () => {
      await page.goto("/sign-in");
      await tabTo(page, page.locator("#login"));
      await keyboard.type(LOGIN);
      await tabTo(page, page.locator("#password"));
      await keyboard.type(PASSWORD);
      await keyboard.press("Enter");
      await page.waitForURL((url) => url.pathname === "/");
    })
  ) return;

  if (
    !await t.step("makes a job and confirms its requirements", async () => {
      await tabTo(page, page.locator("#description"));
      await keyboard.insertText(`${JOB.title}\n\n${JOB.description}`);
      await tabTo(page, button("Find the requirements"));
      await keyboard.press("Enter");
      await page.waitForURL("**/requirements?new=1");
      const field = page.locator('input[title="Kafka"]');
      await tabTo(page, field);
      await keyboard.press("End");
      await keyboard.type(" streams");
      const saved = page.waitForResponse((answer) => answer.url().endsWith("/update"));
      await keyboard.press("Enter");
      assert.equal((await saved).status(), 200);
      await keepsFocus(page, "a requirement was renamed");
      await page.goto(page.url()); // from its beginning
      await tabTo(page, button("Confirm the requirements"));
      await keyboard.press("Enter");
      await page.waitForURL("**/resumes");
    })
  ) return;

  if (
    !await t.step("uploads résumés and opens the ranking", async () => {
      const field = page.locator("label.file-field input");
      await tabTo(page, field);
      // The dialog to choose files is the system's own.
      await field.setInputFiles(
        [RESUMES.strong, RESUMES.weak].map(({ name, text }) => file(name, text)),
      );
      await page.getByRole("link", { name: "Lena Berg" }).waitFor();
      await page.getByRole("link", { name: "Otto Klein" }).waitFor();
      await keepsFocus(page, "files were uploaded");
      await tabTo(page, page.locator(".tabs").getByRole("link", { name: /^Ranking/ }));
      await keyboard.press("Enter");
      await page.waitForURL("**/ranking");
      await page.locator("#select-all:enabled").waitFor();
      assert.deepEqual(await names(), ["Lena Berg", "Otto Klein"]);
    })
  ) return;

  if (
    !await t.step(
      "skips to the content, and passes tabs and sorting on the way to a row",
      async () => {
        await page.reload();
        await keyboard.press("Tab");
        assert.equal(
          await page.evaluate(() => document.activeElement?.textContent),
          "Skip to content",
        );
        await keyboard.press("Enter");
        assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
        await page.reload();
        await page.locator("#select-all:enabled").waitFor();
        await tabTo(page, page.locator(".tabs").getByRole("link", { name: /^Requirements/ }));
        await tabTo(page, page.locator("#sort-name"));
        await tabTo(page, page.getByRole("link", { name: "Lena Berg" }));
        await page.reload();
        await page.locator("#select-all:enabled").waitFor();
      },
    )
  ) return;

  if (
    !await t.step("opens the best, changes a verdict and decides", async () => {
      await keyboard.press("j");
      await keepsFocus(page, "J");
      await keyboard.press("Enter");
      await page.waitForURL("**/resumes/*");
      await page.locator(".verdict-row[data-on]").waitFor();
      await keyboard.press("ArrowDown");
      await keyboard.press("e");
      const verdict = page.locator('input[name="verdict"]:focus');
      await verdict.waitFor();
      await keyboard.press("Escape");
      await page.locator("details.change[open]").waitFor({ state: "detached" });
      assert.ok(
        await page.evaluate(() => document.activeElement?.matches("details.change summary")),
      );
      await keyboard.press("Enter");
      await keyboard.press("Tab");
      await verdict.waitFor();
      await keyboard.press("ArrowRight");
      await page.locator(".verdict-row").first().getByText(/becomes|stays/).waitFor();
      await keyboard.press("Tab");
      await keyboard.type("Told us on the phone");
      await keyboard.press("Control+Enter");
      await page.getByText("“Told us on the phone”").first().waitFor();
      await keepsFocus(page, "a verdict was changed");
      await keyboard.press("s");
      await page.getByText("Lena Berg: Shortlisted").waitFor();
      await keepsFocus(page, "a decision");
    })
  ) return;

  if (
    !await t.step("goes to the next one, rejects with a reason", async () => {
      const before = page.url();
      await keyboard.press("j");
      await page.waitForURL((url) => url.href !== before && url.pathname.startsWith("/resumes/"));
      await page.getByRole("heading", { level: 1, name: "Otto Klein" }).waitFor();
      await keyboard.press("ArrowDown"); // a place in the page
      await keyboard.press("r");
      const dialog = page.getByRole("dialog", { name: "Reject Otto Klein" });
      await dialog.waitFor();
      await keyboard.press("Escape");
      await keyboard.press("r");
      await tabTo(page, dialog.getByLabel("Reason"));
      await dialog.getByLabel("Reason").selectOption("conditions");
      await tabTo(page, dialog.getByRole("button", { name: "Reject", exact: true }));
      await keyboard.press("Enter");
      await page.getByText("Otto Klein: Rejected").waitFor();
      await dialog.waitFor({ state: "hidden" });
      await keepsFocus(page, "a refusal");
    })
  ) return;

  if (
    !await t.step("goes back to the ranking and compares both", async () => {
      await tabTo(page, page.locator(".under-name a"));
      await keyboard.press("Enter");
      await page.waitForURL("**/ranking");
      await page.locator("#select-all:enabled").waitFor();
      for (const key of ["j", "x", "j", "x"]) {
        await keyboard.press(key);
        await keepsFocus(page, key);
      }
      await page.getByText("2 selected").waitFor();
      await keyboard.press("c");
      await page.waitForURL("**/compare?*");
      for (const name of ["Lena Berg", "Otto Klein"]) {
        await page.getByRole("columnheader", { name: new RegExp(name) }).waitFor();
      }
    })
  ) return;
});
