import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import { savePreferences } from "../../lib/accounts/sessions.ts";
import { moveResumes } from "../../lib/hiring/moves.ts";
import { tellProgress } from "../../lib/hiring/progress.ts";
import type { Verdict } from "../../lib/talent/types.ts";
import { type JudgedPerson, makeJudged } from "../harness/judged.ts";
import { waitFor } from "../harness/wait.ts";
import { type BrowserApp, browserApp } from "./app.ts";

const VERDICTS: Readonly<Record<string, Verdict>> = { y: "YES", p: "PARTIAL", n: "NO" };

/** Somebody whose verdicts are told by letters: TypeScript, PostgreSQL, Kafka, Kubernetes. */
function person(name: string, verdicts: string, more: Partial<JudgedPerson> = {}): JudgedPerson {
  const quotes = ["wrote TypeScript", "tuned PostgreSQL", "runs Kafka", "on Kubernetes"];
  return {
    name,
    verdicts: [...verdicts].map((letter) => VERDICTS[letter] ?? "NO"),
    quotes: quotes.map((quote, at) => verdicts[at] === "n" ? null : `${name} ${quote}`),
    ...more,
  };
}

const PEOPLE = [
  person("Amara Okafor", "yyyy", { headline: "Staff engineer · Tidewater Bank" }),
  person("Tomás Herrera", "yyyp"),
  person("Sanne de Wit", "yypy", { flags: ["near_line"] }),
  person("Youssef El Amrani", "yppn"),
  person("Lars Brekke", "ynnn"),
  person("Mei Tan", "nnnn"),
];

async function openWith(app: BrowserApp) {
  const { services } = app.test;
  const { userId, workspaceId } = await services.db.selectFrom("memberships")
    .select(["userId", "workspaceId"]).executeTakeFirstOrThrow();
  const owner = await findPrincipal(services.db, userId, workspaceId);
  assert.ok(owner);
  const made = await makeJudged(owner, services.db, PEOPLE);
  return { ...made, owner, services, path: `/jobs/${made.job.id}/ranking` };
}

function row(page: Page, name: string) {
  return page.locator("tr.row", { hasText: name });
}

function names(page: Page) {
  return page.locator("tbody .name").allTextContents();
}

/** Waits until the page acts, not only shows. */
function isReady(page: Page) {
  return page.locator("#select-all:enabled").waitFor();
}

function showsOnly(page: Page, ...wanted: string[]) {
  return waitFor(`only ${wanted}`, async () => `${await names(page)}` === `${wanted}`);
}

const options = { sanitizeOps: false, sanitizeResources: false };

Deno.test(
  { name: "the ranking filters, sorts and decides without JavaScript", ...options },
  async (t) => {
    await using app = await browserApp({ worker: false });
    const { path, job } = await openWith(app);
    const storageState = await (await app.signIn()).context().storageState();
    const page = await app.newPage({ storageState, javaScriptEnabled: false });
    const all = PEOPLE.map(({ name }) => name);

    await t.step("a word, grades and a verdict narrow it, each view with its address", async () => {
      await page.goto(path);
      await showsOnly(page, ...all);
      await page.getByLabel("Name or words in the résumé").fill("tidewater");
      await page.getByRole("button", { name: "Filter" }).click();
      await showsOnly(page, "Amara Okafor");
      assert.match(page.url(), /[?&]q=tidewater/);
      await page.getByRole("link", { name: "Clear filters" }).click();
      await showsOnly(page, ...all);
      await page.locator('.toggle:has([value="D"]) input').uncheck({ force: true });
      await page.locator('select[name="requirement"]').selectOption({ label: "3 Kafka" });
      await page.locator('select[name="verdict"]').selectOption("PARTIAL");
      await page.getByRole("button", { name: "Filter" }).click();
      await showsOnly(page, "Sanne de Wit", "Youssef El Amrani");
      await page.getByText("2 of 6 shown").waitFor();
    });

    await t.step("the heads sort and keep the filters", async () => {
      await page.locator("#sort-name").click();
      assert.match(page.url(), /verdict=PARTIAL.*sort=name/);
      await page.locator("#sort-name").click();
      await showsOnly(page, "Youssef El Amrani", "Sanne de Wit");
      assert.equal(await page.locator("thead .c-name").getAttribute("aria-sort"), "descending");
    });

    await t.step("no match says what to leave out", async () => {
      await page.goto(`${path}?q=tidewater&flag=near_line`);
      await page.getByRole("heading", { name: "No candidate matches these filters" }).waitFor();
      await page.getByRole("link", { name: "1 matches without “tidewater”." }).click();
      await showsOnly(page, "Sanne de Wit");
    });

    await t.step("what is selected is shortlisted, and taken back", async () => {
      await page.goto(`${path}?sort=name`);
      const bar = page.getByRole("region", { name: "Selection" });
      assert.equal(await bar.isVisible(), false);
      await row(page, "Amara").getByRole("checkbox").check();
      await row(page, "Mei Tan").getByRole("checkbox").check();
      await bar.getByRole("button", { name: "Shortlist" }).click();
      await row(page, "Mei Tan").getByText("Shortlisted").waitFor();
      await page.getByText("2 candidates", { exact: false }).first().waitFor();
      assert.match(page.url(), /sort=name/);
      await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
      await row(page, "Mei Tan").getByText("Undecided").waitFor();
    });

    await t.step("a refusal asks for its reason on a page of its own", async () => {
      await row(page, "Mei Tan").getByRole("checkbox").check();
      await page.getByRole("button", { name: "Reject" }).click();
      await page.locator('select[name="reason_code"]').selectOption("requirements_not_met");
      await page.getByRole("button", { name: "Reject" }).click();
      await row(page, "Mei Tan").getByText("Rejected").waitFor();
      await page.goto(`${path}?decision=rejected`);
      await showsOnly(page, "Mei Tan");
    });

    await t.step("what is selected is compared, and taken along", async () => {
      await page.goto(path);
      await row(page, "Amara").getByRole("checkbox").check();
      await row(page, "Tomás").getByRole("checkbox").check();
      await page.getByRole("button", { name: "Compare" }).click();
      await page.waitForURL(`**/jobs/${job.id}/compare?**`);
      assert.equal(new URL(page.url()).searchParams.getAll("resume").length, 2);
      await page.goBack();
      await page.goto(`${path}?q=okafor`);
      const link = page.getByRole("link", { name: "Export CSV" });
      assert.equal(await link.getAttribute("href"), `/jobs/${job.id}/ranking.csv?q=okafor`);
    });
  },
);

Deno.test({ name: "the ranking's filters act in place", ...options }, async (t) => {
  await using app = await browserApp({ worker: false });
  const { path } = await openWith(app);
  const page = await app.signIn();
  const all = PEOPLE.map(({ name }) => name);
  const field = page.getByLabel("Name or words in the résumé");

  await t.step(
    "typing filters, keeps the focus and what is selected, and is one step back",
    async () => {
      await page.goto(path);
      await row(page, "Amara").getByRole("checkbox").check();
      await field.pressSequentially("okaf", { delay: 20 });
      await showsOnly(page, "Amara Okafor");
      assert.equal(await field.evaluate((one) => one === document.activeElement), true);
      await page.getByText("1 selected").waitFor();
      await page.waitForURL("**?q=okaf");
      await page.getByText("1 candidate shown").waitFor();
      await page.goBack();
      await showsOnly(page, ...all);
      assert.equal(await field.inputValue(), "");
      await page.goForward();
      await showsOnly(page, "Amara Okafor");
      assert.equal(await field.inputValue(), "okaf");
    },
  );

  await t.step("lists and toggles act at once; clearing brings all back", async () => {
    await page.getByRole("link", { name: "Clear filters" }).click();
    await showsOnly(page, ...all);
    assert.equal(await page.locator(".pick-verdict").isVisible(), false);
    await page.locator('select[name="requirement"]').selectOption({ label: "3 Kafka" });
    await showsOnly(page, "Amara Okafor", "Tomás Herrera");
    await page.locator('select[name="verdict"]').selectOption("PARTIAL");
    await showsOnly(page, "Sanne de Wit", "Youssef El Amrani");
    await page.waitForURL("**verdict=PARTIAL");
    await page.locator('select[name="flag"]').selectOption("near_line");
    await showsOnly(page, "Sanne de Wit");
    await page.reload();
    await showsOnly(page, "Sanne de Wit");
    await page.locator('select[name="decision"]').selectOption("rejected");
    await page.getByRole("heading", { name: "No candidate matches" }).waitFor();
    await page.locator('[data-part="rows"]').getByRole("link", { name: "Clear filters" }).click();
    await showsOnly(page, ...all);
  });

  await t.step("sorting keeps the focus on its head", async () => {
    const head = page.locator("#sort-name");
    await head.focus();
    await page.keyboard.press("Enter");
    await page.locator('th[aria-sort="ascending"]').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "sort-name");
    assert.equal(await page.locator('select[name="sort"]').inputValue(), "name");
    await page.locator('select[name="sort"]').selectOption("score");
    await page.locator('thead .c-score[aria-sort="descending"]').waitFor();
  });

  await t.step(
    "what takes long shows bars; what fails says so and is asked for again",
    async () => {
      const answer = Promise.withResolvers<void>();
      await page.route("**/ranking?q=*", async (route) => {
        await answer.promise;
        await route.abort("internetdisconnected");
      });
      const before = `${await names(page)}`;
      await field.fill("Sanne");
      await page.locator(".rows-loading .skeleton").waitFor();
      answer.resolve();
      const alert = page.getByRole("alert");
      await alert.getByText("The list could not be loaded").waitFor();
      assert.equal(`${await names(page)}`, before);
      await page.unroute("**/ranking?q=*");
      await alert.getByRole("button", { name: "Try again" }).press("Enter");
      await showsOnly(page, "Sanne de Wit");
      await alert.waitFor({ state: "detached" });
      assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), "BODY");
      assert.equal(await page.locator(".rows-loading").count(), 0);
      await field.fill("");
      await waitFor("all rows", async () => `${await names(page)}` === before);
    },
  );

  await t.step("a quote that could not be had is no missing quote, and comes later", async () => {
    const tip = page.getByRole("tooltip");
    const dot = row(page, "Youssef").locator(".dot").first();
    await page.route("**/quotes?*", (route) => route.abort("internetdisconnected"));
    await dot.hover();
    await tip.getByText("The quote could not be loaded").waitFor();
    assert.equal(await tip.getByText("No quote found").count(), 0);
    await page.unroute("**/quotes?*");
    await page.keyboard.press("Escape");
    await page.locator("h1").hover();
    await dot.hover();
    await tip.getByText("“Youssef El Amrani wrote TypeScript”").waitFor();
    await page.keyboard.press("Escape");
  });

  await t.step("a mark says its quote, to the pointer and to the keys", async () => {
    const tip = page.getByRole("tooltip");
    await row(page, "Sanne").locator(".dot").nth(2).hover();
    await tip.getByText("3 Kafka PARTIAL").waitFor();
    await tip.getByText("“Sanne de Wit runs Kafka”").waitFor();
    await page.keyboard.press("Escape");
    await tip.waitFor({ state: "hidden" });
    await row(page, "Lars").locator(".row-link").focus();
    await page.keyboard.press("Tab");
    await tip.getByText("1 TypeScript YES").waitFor();
    await page.keyboard.press("ArrowRight");
    await tip.getByText("2 PostgreSQL NO").waitFor();
    await tip.getByText("No quote found").waitFor();
    await page.keyboard.press("Tab");
    await tip.waitFor({ state: "hidden" });
  });
});

Deno.test({ name: "the ranking is worked by keys and by hand", ...options }, async (t) => {
  await using app = await browserApp({ worker: false });
  const { path, of, owner, services } = await openWith(app);
  const page = await app.signIn();
  const current = page.locator("tr[data-current]");
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await t.step("J and K go through the rows and take the focus along", async () => {
    await page.goto(path);
    await isReady(page);
    await press("j");
    await current.locator(".name", { hasText: "Amara Okafor" }).waitFor();
    await press("j", "j", "k");
    await current.locator(".name", { hasText: "Tomás Herrera" }).waitFor();
    assert.match(
      await page.evaluate(() => document.activeElement?.textContent ?? ""),
      /Tomás Herrera/,
    );
  });

  await t.step("S decides at once, the toast takes it back, the head counts", async () => {
    await press("s");
    await row(page, "Tomás").getByText("Shortlisted").waitFor();
    await page.getByRole("status").getByText("Tomás Herrera: Shortlisted").waitFor();
    await page.locator(".head-job").getByText("1 shortlisted").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await row(page, "Tomás").getByText("Undecided").waitFor();
    await page.locator(".head-job").getByText("0 shortlisted").waitFor();
  });

  await t.step("X selects, the selection is decided together and loses no focus", async () => {
    await press("j", "x", "j", "x");
    await page.getByText("2 selected").waitFor();
    await page.getByRole("region", { name: "Selection" })
      .getByRole("button", { name: "Shortlist" }).click();
    await row(page, "Sanne").getByText("Shortlisted").waitFor();
    await row(page, "Youssef").getByText("Shortlisted").waitFor();
    await page.getByRole("region", { name: "Selection" }).waitFor({ state: "hidden" });
    assert.match(
      await page.evaluate(() => document.activeElement?.textContent ?? ""),
      /Sanne de Wit/,
    );
    await press("u");
    await row(page, "Sanne").getByText("Undecided").waitFor();
  });

  await t.step("R asks for the reason; Escape leaves all as it is", async () => {
    await press("r");
    const dialog = page.getByRole("dialog", { name: "Reject Sanne de Wit" });
    await dialog.waitFor();
    await press("Escape");
    // It is hidden a moment before the page has heard of it.
    await page.locator("dialog form").waitFor({ state: "detached" });
    await row(page, "Sanne").getByText("Undecided").waitFor();
    await press("r");
    await dialog.getByRole("combobox").selectOption("withdrew");
    await dialog.getByRole("button", { name: "Reject" }).click();
    await row(page, "Sanne").getByText("Rejected").waitFor();
  });

  await t.step("the word in a row opens the stages", async () => {
    await row(page, "Lars").getByRole("button", { name: "Undecided" }).click();
    const menu = page.getByRole("menu", { name: "Move Lars Brekke to" });
    await menu.waitFor();
    await press("ArrowDown", "ArrowDown", "Enter");
    await row(page, "Lars").getByText("Interview").waitFor();
    await menu.waitFor({ state: "hidden" });
    await page.getByRole("status").getByText("Lars Brekke: Interview").waitFor();
    assert.equal(
      await row(page, "Lars").locator(".decide-button").evaluate((one) =>
        one === document.activeElement
      ),
      true,
    );
  });

  await t.step("the box in the head selects all, C wants two to four, Escape clears", async () => {
    await page.locator("#select-all").check();
    await page.getByText("6 selected").waitFor();
    await press("c");
    await page.getByRole("status").getByText("Compare takes 2 to 4 candidates").waitFor();
    await press("Escape");
    await page.getByRole("region", { name: "Selection" }).waitFor({ state: "hidden" });
    assert.equal(await page.locator("#select-all").isChecked(), false);
  });

  await t.step("? lists the keys; while somebody types they are letters", async () => {
    await press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await press("Escape");
    await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "hidden" });
    await page.getByLabel("Name or words in the résumé").fill("");
    await page.getByLabel("Name or words in the résumé").pressSequentially("sx");
    assert.equal(await page.locator(".selection:visible").count(), 0);
    await page.goto(path);
  });

  await t.step("who was moved by somebody else meanwhile is left, and told of", async () => {
    const stale = await page.context().newPage();
    await stale.route("**/events?*", (route) => route.abort());
    await stale.goto(path);
    await isReady(stale);
    await moveResumes(owner, services, {
      resumeIds: [of("Amara Okafor")],
      to: { decision: "rejected" },
      reasonCode: "withdrew",
    });
    await row(page, "Amara").getByText("Rejected").waitFor();
    await stale.keyboard.press("j");
    await stale.keyboard.press("s");
    await stale.getByRole("status").getByText("was moved to Rejected by Marijke").waitFor();
    await row(stale, "Amara").getByText("Rejected").waitFor();
    await stale.close();
  });

  await t.step("without a connection the word changes back", async () => {
    const offline = await page.context().newPage();
    await offline.goto(path);
    await isReady(offline);
    await offline.route("**/moves", (route) => route.abort());
    await row(offline, "Mei Tan").locator(".row-link").focus();
    await offline.keyboard.press("s");
    await offline.getByRole("status").getByText("Not moved: no connection.").waitFor();
    await row(offline, "Mei Tan").getByText("Undecided").waitFor();
    await offline.close();
  });

  await t.step("E opens the evaluation at the first open verdict, Enter as it is", async () => {
    await row(page, "Youssef").locator(".row-link").focus();
    await press("e");
    await page.waitForURL(`**/resumes/${of("Youssef El Amrani")}?change=*`);
    await page.goBack();
    await isReady(page);
    await press("j", "Enter");
    await page.waitForURL(`**/resumes/${of("Amara Okafor")}`);
  });

  await t.step("single keys can be off", async () => {
    await savePreferences(owner, services.db, { singleKeys: false });
    await page.goto(path);
    await isReady(page);
    await press("j", "x");
    assert.equal(await current.count(), 0);
  });
});

Deno.test({ name: "new results wait until they are asked for", ...options }, async () => {
  await using app = await browserApp({ worker: false });
  const { path, of, job, owner, services } = await openWith(app);
  const { db } = services;
  const setStatus = async (status: "judging" | "done") => {
    await db.updateTable("resumes")
      .set((eb) => ({ status, change: eb.fn<number>("txid_current", []) }))
      .where("id", "=", of("Tomás Herrera")).execute();
    await tellProgress(services, owner.workspaceId, job.id);
  };
  await setStatus("judging");
  const page = await app.signIn();
  await page.goto(path);
  await page.getByText("1 of 6 still being read").first().waitFor();
  await row(page, "Lars").getByRole("checkbox").check();
  await setStatus("done");
  const link = page.getByRole("link", { name: "Show 1 new result" });
  await link.waitFor();
  await page.locator('.tabs [data-live="ranking"]', { hasText: "6" }).waitFor();
  assert.equal((await names(page)).includes("Tomás Herrera"), false, "no row moves by itself");
  await link.click();
  await row(page, "Tomás Herrera").waitFor();
  await link.waitFor({ state: "hidden" });
  assert.equal(await row(page, "Lars").getByRole("checkbox").isChecked(), true);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), false);
});

Deno.test({ name: "a viewer reads and compares, and decides nothing", ...options }, async () => {
  await using app = await browserApp({ worker: false });
  const { path, services } = await openWith(app);
  await services.db.updateTable("memberships").set({ role: "viewer" }).execute();
  const page = await app.signIn();
  await page.goto(path);
  await isReady(page);
  await row(page, "Amara").getByRole("checkbox").check();
  const bar = page.getByRole("region", { name: "Selection" });
  await bar.getByText("1 selected").waitFor();
  assert.deepEqual(
    (await bar.getByRole("button").allTextContents()).map((word) => word.trim()),
    ["Compare", "Export", "Clear the selectionEsc"],
  );
  assert.equal(await page.locator(".decide-button").count(), 0);
  await page.keyboard.press("s");
  await row(page, "Amara").getByText("Undecided").waitFor();
});
