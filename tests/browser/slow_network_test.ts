import assert from "node:assert/strict";
import type { Page, Request } from "playwright-core";
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

type Counted =
  | "apiKeys"
  | "feedback"
  | "invitations"
  | "jobs"
  | "moves"
  | "notes"
  | "overrides"
  | "resumes"
  | "stages"
  | "webhooks";

/** Forms that no island sends: twice, and there would be two, or an error for what was done. */
const MADE_BY_FORMS: readonly {
  readonly what: string;
  readonly table: Counted;
  readonly path: string;
  readonly form: string;
  readonly fill: (page: Page) => Promise<void>;
}[] = [
  {
    what: "an API key",
    table: "apiKeys",
    path: "/settings/keys/new",
    form: "/settings/keys/new",
    async fill(page) {
      await page.fill("#name", "Careers page");
      await page.locator('input[name="scope jobs:read"]').check();
    },
  },
  {
    what: "a webhook",
    table: "webhooks",
    path: "/settings/webhooks",
    form: "/settings/webhooks",
    async fill(page) {
      await page.fill("#url", "https://example.com/hook");
      await page.locator('input[name="event job.ranked"]').check();
    },
  },
  {
    what: "an invitation",
    table: "invitations",
    path: "/settings/workspace",
    form: "/settings/workspace/invite",
    fill: (page) => page.fill("#invite-email", "anna@example.com"),
  },
  {
    what: "a stage",
    table: "stages",
    path: "/settings/stages",
    form: "/settings/stages/add",
    fill: (page) => page.locator('#new-stage input[name="name"]').fill("Trial day"),
  },
  {
    what: "feedback",
    table: "feedback",
    path: "/feedback/new",
    form: "/feedback/new",
    async fill(page) {
      await page.fill("#feedback-title", "The table");
      await page.fill("#feedback-text", "It is clear");
    },
  },
];

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
  const count = async (table: Counted) =>
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

  for (const { what, table, path, form, fill } of MADE_BY_FORMS) {
    await t.step(`${what}, made twice in a hurry`, async () => {
      await page.goto(path);
      await isAtRest(page);
      await fill(page);
      const before = await count(table);
      const isSent = (request: Request) =>
        request.method() === "POST" && new URL(request.url()).pathname === form;
      const sent: Request[] = [];
      page.on("request", (request) => isSent(request) && sent.push(request));
      const answer = page.waitForResponse((one) => isSent(one.request()));
      const arrived = page.waitForEvent("load");
      await page.locator(`form[action="${form}"] button[type="submit"]`).last().dblclick();
      assert.ok((await answer).status() < 400);
      await arrived;
      assert.equal(sent.length, 1);
      assert.equal(await count(table), before + 1);
    });
  }

  await t.step("a form whose answer takes long, which its button says meanwhile", async () => {
    await page.goto("/settings/stages");
    await isAtRest(page);
    await page.locator('#new-stage input[name="name"]').fill("Second day");
    const seen = Promise.withResolvers<string>();
    await page.exposeFunction("tellBusy", seen.resolve);
    await page.evaluate(() =>
      new MutationObserver(([record]) => {
        const button = record?.target as HTMLElement;
        (globalThis as unknown as { tellBusy(text: string): void }).tellBusy(button.outerHTML);
      }).observe(document.body, { subtree: true, attributeFilter: ["aria-busy"] })
    );
    await page.route("**/settings/stages/add", async (route) => {
      await seen.promise;
      await route.continue();
    });
    const arrived = page.waitForEvent("load");
    const buttons = page.locator('form[action="/settings/stages/add"] button[type="submit"]');
    await buttons.last().click({ noWaitAfter: true });
    assert.match(await seen.promise, /^<button[^>]* aria-busy="true"/);
    await arrived;
    await page.goBack();
    await buttons.last().waitFor();
    assert.equal(await buttons.last().getAttribute("aria-busy"), null);
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
