import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserApp, file, isAtRest, JOB, RESUMES } from "./app.ts";
import { cardIn, moveByMenu, open } from "./board.ts";
import { slowDown } from "./network.ts";
import { makeRanked } from "./people.ts";

const LATENCY_MS = 800;

/** Whether the next answer to such an address has come yet. */
function answerOf(page: Page, path: RegExp) {
  const state = { isThere: false };
  const answer = page.waitForResponse((one) =>
    one.request().method() === "POST" && path.test(one.url())
  ).then((one) => {
    state.isThere = true;
    return one;
  });
  return { state, answer };
}

Deno.test({
  name: "on a slow network what is done shows at once, and is done once",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp();
  const { db } = app.test.services;
  const page = await app.signIn();
  page.setDefaultTimeout(120_000);
  const { job, resumes: [, middle = ""] } = await makeRanked(app);
  const count = async (table: "moves" | "overrides" | "notes" | "jobs" | "resumes") =>
    (await db.selectFrom(table).select("id").execute()).length;

  await t.step("a decision by key", async () => {
    await page.goto(`${job}/ranking`);
    await page.locator("#select-all:enabled").waitFor();
    await slowDown(page, LATENCY_MS);
    const { state, answer } = answerOf(page, /\/moves$/);
    await page.getByRole("link", { name: "Lena Berg" }).focus();
    await page.keyboard.press("s");
    await page.keyboard.press("s");
    await page.locator("tr.row", { hasText: "Lena Berg" }).getByText("Shortlisted").waitFor();
    assert.equal(state.isThere, false, "it shows before the server has answered");
    assert.equal((await answer).status(), 200);
    await page.getByRole("status").getByText("Lena Berg: Shortlisted").waitFor();
    await page.reload();
    await page.locator("tr.row", { hasText: "Lena Berg" }).getByText("Shortlisted").waitFor();
    assert.equal(await count("moves"), 1);
  });

  await t.step("a card of the board", async () => {
    await open(page, `${job}/board`);
    const { state, answer } = answerOf(page, /\/move/);
    await moveByMenu(page, "Noor Visser", "Interview");
    await cardIn(page, "Interview", "Noor Visser").waitFor();
    assert.equal(state.isThere, false);
    await answer;
    await page.reload();
    await cardIn(page, "Interview", "Noor Visser").waitFor();
  });

  await t.step("a verdict, saved twice in a hurry", async () => {
    await page.goto(middle);
    await page.locator('.decision [tabindex="-1"]').first().waitFor();
    const row = page.locator(".verdict-row", { hasText: "Kafka" });
    await row.locator("details.change > summary").click();
    await row.getByRole("radio", { name: "PARTIAL" }).check({ force: true });
    await row.locator("textarea").fill("Told us on the phone");
    const { answer } = answerOf(page, /\/overrides/);
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Control+Enter");
    await row.getByText("“Told us on the phone”").waitFor();
    assert.equal((await answer).status(), 200);
    assert.equal(await count("overrides"), 1);
  });

  await t.step("a note, sent twice in a hurry", async () => {
    await page.locator("#note-new").fill("Call on Monday");
    await page.getByRole("button", { name: "Add note" }).dblclick();
    await page.locator("article, li", { hasText: "Call on Monday" }).first().waitFor();
    assert.deepEqual([await count("notes"), await count("overrides")], [1, 1]);
  });

  await t.step("a job, made twice in a hurry", async () => {
    const before = await count("jobs");
    await page.goto("/jobs/new");
    await isAtRest(page);
    await page.fill("#title", "Second mate");
    await page.fill("#description", JOB.description);
    await page.locator('main button[type="submit"]').first().dblclick();
    await page.waitForURL("**/requirements?new=1");
    assert.equal(await count("jobs"), before + 1);
  });

  await t.step("a large file, which tells how far it is", async () => {
    await page.goto(`${job}/resumes`);
    await page.locator("label.folder-field").waitFor();
    await slowDown(page, LATENCY_MS, 60_000);
    const long = `Ada Dale\nada@example.com\n${"Sales at Acme, 2016 - present\n".repeat(6000)}`;
    await page.locator("label.file-field input").setInputFiles([file("ada.txt", long)]);
    await page.getByText(/Uploading [1-9]\d?\s?%/).waitFor();
    await slowDown(page, 0);
    await page.locator("tr.row", { hasText: "ada.txt" }).getByRole("link", { name: "Ada Dale" })
      .waitFor();
  });
  assert.equal(await count("resumes"), Object.keys(RESUMES).length + 2);
});
