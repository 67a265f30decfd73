import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserApp, LOGIN, PASSWORD, sees } from "./app.ts";
import { waitFor } from "../harness/wait.ts";
import { makeRanked, signInAs } from "./people.ts";

const options = { sanitizeOps: false, sanitizeResources: false };

function rowOf(page: Page, name: string) {
  return page.locator(".verdict-row", {
    has: page.locator("h3", { hasText: name }),
  });
}

function checked(page: Page) {
  return page.locator('.decision [aria-checked="true"]');
}

/** Opens an evaluation and waits until its keys work. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isLive(page);
}

/** Waits until the island draws anew, not only until it is there. */
async function isLive(page: Page): Promise<void> {
  await page.locator('.decision [tabindex="-1"]').first().waitFor();
  await page.locator("mark[data-on]").first().waitFor();
  // A browser drops keys and clicks until the page has been painted.
  await waitFor(
    "the page to be painted",
    () => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length > 0),
  );
}

/** "1,234.5 %" → 1234.5. */
function figure(text: string): number {
  return Number(text.replaceAll(",", "").replace(/\s*%/, ""));
}

Deno.test(
  { name: "a candidate is decided on, and the decision taken back", ...options },
  async (t) => {
    await using app = await browserApp();
    const page = await app.signIn();
    const { job, resumes } = await makeRanked(app);
    const [strong = "", middle = "", weak = ""] = resumes;

    await t.step("the ranking's filters go along to the neighbours and back", async () => {
      await page.goto(`${middle}?sort=name`);
      await page.getByText("Rank 2 of 3 for").waitFor();
      await isLive(page);
      await page.getByRole("link", { name: "Next: Otto Klein" }).click();
      await page.waitForURL((url) => url.pathname + url.search === `${weak}?sort=name`);
      await isLive(page);
      await page.keyboard.press("k");
      await page.waitForURL((url) => url.pathname + url.search === `${middle}?sort=name`);
      const back = page.getByRole("link", { name: "Back to the ranking" });
      assert.equal(await back.getAttribute("href"), `${job}/ranking?sort=name`);
    });

    await t.step("a decision shows at once, is announced, and can be undone", async () => {
      await visit(page, strong);
      await page.keyboard.press("s");
      await page.getByRole("status").getByText("Lena Berg: Shortlisted").waitFor();
      assert.match(await checked(page).innerText(), /Shortlist/);
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("Undone. Lena Berg: Undecided").waitFor();
      assert.match(await checked(page).innerText(), /Undecided/);
    });

    await t.step("rejecting asks for the reason; Escape decides nothing", async () => {
      await page.keyboard.press("r");
      const dialog = page.getByRole("dialog");
      await dialog.getByText("Reject Lena Berg").waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
      assert.match(await checked(page).innerText(), /Undecided/);
      await page.getByRole("radio", { name: "Reject" }).click();
      await dialog.locator("select").selectOption("withdrew");
      await dialog.getByRole("button", { name: "Reject" }).click();
      await page.getByText("Lena Berg: Rejected").waitFor();
      await page.reload();
      assert.match(await checked(page).innerText(), /Reject/);
      await page.getByText("The candidate withdrew").waitFor();
    });

    await t.step("the arrow keys go along the decisions and decide nothing", async () => {
      await page.getByRole("radio", { name: "Reject" }).focus();
      await page.keyboard.press("ArrowRight");
      const focused = page.locator(":focus");
      assert.match(await focused.innerText(), /Shortlist/);
      assert.match(await checked(page).innerText(), /Reject/);
      await page.keyboard.press("Enter");
      await page.getByText("Lena Berg: Shortlisted").waitFor();
    });

    await t.step("a colleague's decision is told, and never overwritten", async () => {
      const other = await signInAs(app, "Otto Huizinga", "hiring_manager");
      // A page that hears no news decides on what it last saw.
      const deaf = await page.context().newPage();
      await deaf.route("**/events*", (route) => route.abort());
      await visit(deaf, middle);
      await visit(page, middle);
      await visit(other, middle);
      await other.keyboard.press("s");
      await other.getByText("Noor Visser: Shortlisted").waitFor();
      await page.getByText("Moved meanwhile: Noor Visser is in “Shortlisted” now").waitFor();
      await deaf.bringToFront();
      await deaf.getByRole("radio", { name: "Reject" }).click();
      await deaf.getByRole("dialog").locator("select").selectOption("other");
      await deaf.getByRole("dialog").getByRole("button", { name: "Reject" }).click();
      await deaf.getByText("Noor Visser was moved to Shortlisted by Otto Huizinga").waitFor();
      assert.match(await checked(deaf).innerText(), /Shortlist/);
      await deaf.close();
      await other.context().close();
    });
  },
);

Deno.test({ name: "a verdict is changed where it stands", ...options }, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn();
  const { resumes } = await makeRanked(app);
  const weak = resumes[2] ?? "";
  const row = rowOf(page, "PostgreSQL");
  const verdict = row.locator("> .verdict");

  const open = async (one: Page, choice: string, reason: string) => {
    const wanted = rowOf(one, "PostgreSQL");
    await wanted.locator("details.change > summary").click();
    await wanted.getByRole("radio", { name: choice }).check({ force: true });
    await wanted.locator("textarea").fill(reason);
  };

  await t.step("its form opens at the first click, wherever the chosen row stands", async () => {
    await visit(page, resumes[0] ?? "");
    const last = page.locator(".verdict-row").last();
    assert.equal(await last.getAttribute("data-on"), null);
    assert.ok(await page.locator(".verdict-row[data-on] .quotes").isVisible());
    await last.locator("details.change > summary").click();
    await last.locator("textarea").waitFor();
    assert.equal(await last.getAttribute("data-on"), "");
  });

  await t.step("it shows before the server answers, and the focus stays in its row", async () => {
    await visit(page, weak);
    const before = await page.locator(".big-figure").innerText();
    const mayAnswer = Promise.withResolvers<void>();
    await page.route("**/overrides", async (route) => {
      await mayAnswer.promise;
      await route.continue();
    });
    await open(page, "YES", "Showed it in the interview.");
    const effect = await row.getByText(/becomes \d+.% grade|becomes/).innerText();
    const answer = page.waitForResponse((one) => one.url().endsWith("/overrides"));
    await row.getByRole("button", { name: "Save verdict" }).click();
    await row.getByText("You changed this from NO").waitFor();
    assert.equal(await verdict.innerText(), "YES");
    const after = await page.locator(".big-figure").innerText();
    assert.notEqual(after, before);
    const undo = row.getByRole("button", { name: /^Undo/ });
    assert.equal(await undo.count(), 0, "what is not kept yet cannot be undone");
    assert.ok(
      effect.replaceAll(/\s/g, "").includes(`becomes${after.replaceAll(/\s/g, "")}`),
      effect,
    );
    assert.equal(await page.locator(":focus").evaluate((one) => one.tagName), "SUMMARY");
    mayAnswer.resolve();
    assert.equal((await answer).status(), 200);
    await page.getByRole("status").getByText("Verdict on “PostgreSQL” is YES now").waitFor();
    await page.unroute("**/overrides");
  });

  await t.step("it is undone, and every change stays to be read", async () => {
    await row.getByRole("button", { name: /^Undo/ }).click();
    await row.getByText("You changed this").waitFor({ state: "detached" });
    await page.getByText("own verdict on “PostgreSQL” holds again").waitFor();
    assert.equal(await verdict.innerText(), "NO");
    await row.locator("details.history > summary").click();
    await row.getByText("You, just now: from NO to YES").waitFor();
    await row.getByText(/taken back by you/).waitFor();
    await page.reload();
    await row.getByText("1 change by people").waitFor();
  });

  await t.step("without a reason nothing is sent", async () => {
    await row.locator("details.change > summary").click();
    await row.getByRole("radio", { name: "PARTIAL" }).check({ force: true });
    await row.getByRole("button", { name: "Save verdict" }).click();
    const isValid = await row.locator("textarea").evaluate((one) =>
      (one as HTMLTextAreaElement).validity.valid
    );
    assert.equal(isValid, false);
    assert.equal(await verdict.innerText(), "NO");
    await page.keyboard.press("Escape");
  });

  await t.step("offline it says so, keeps what was typed, and tries again", async () => {
    await open(page, "PARTIAL", "Typed in a tunnel.");
    await page.context().setOffline(true);
    await row.getByRole("button", { name: "Save verdict" }).click();
    await page.getByText("Not saved: no connection.").waitFor();
    assert.equal(await verdict.innerText(), "NO");
    assert.equal(await row.locator("textarea").inputValue(), "Typed in a tunnel.");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await row.getByText("“Typed in a tunnel.”").first().waitFor();
    assert.equal(await verdict.innerText(), "PARTIAL");
  });

  await t.step("when the session has ended, signing in leads back to what was typed", async () => {
    await open(page, "YES", "Called the referee.");
    await app.test.services.db.updateTable("sessions").set({ expiresAt: new Date(0) }).execute();
    await row.getByRole("button", { name: "Save verdict" }).click();
    await page.getByText("You are signed out.").waitFor();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.fill("#login", LOGIN);
    await page.fill("#password", PASSWORD);
    await page.click("button.btn-primary");
    await page.waitForURL(`**${weak}`);
    await sees(row.locator("details.change[open]"), 1);
    assert.equal(await row.locator("textarea").inputValue(), "Called the referee.");
    await row.getByRole("button", { name: "Save verdict" }).click();
    await row.getByText("“Called the referee.”").first().waitFor();
    await page.getByText("Verdict on “PostgreSQL” is YES now").waitFor();
  });

  await t.step("a colleague's change is told, and never overwritten unseen", async () => {
    const other = await signInAs(app, "Otto Huizinga", "hiring_manager");
    const deaf = await page.context().newPage();
    await deaf.route("**/events*", (route) => route.abort());
    await visit(deaf, weak);
    await open(deaf, "PARTIAL", "On second thought.");
    await visit(other, weak);
    await open(other, "NO", "I asked him.");
    await rowOf(other, "PostgreSQL").getByRole("button", { name: "Save verdict" }).click();
    await page.getByText("Otto Huizinga changed the verdict on “PostgreSQL” to NO").waitFor();
    await row.getByText("Otto Huizinga changed this from NO").waitFor();
    const late = rowOf(deaf, "PostgreSQL");
    await late.getByRole("button", { name: "Save verdict" }).click();
    await deaf.getByText("PostgreSQL was changed meanwhile").waitFor();
    assert.equal(await late.locator("> .verdict").innerText(), "NO");
    assert.equal(await late.locator("textarea").inputValue(), "On second thought.");
    // Now that it was seen, it may be replaced.
    await late.getByRole("button", { name: "Save verdict" }).click();
    await deaf.getByText("Verdict on “PostgreSQL” is PARTIAL now").waitFor();
    await deaf.close();
    await other.context().close();
  });

  await t.step("the sum adds up to the score that is shown", async () => {
    await page.reload();
    await page.getByText("How the score is made").click();
    const cells = (selector: string) =>
      page.locator(`.score-sum ${selector} .figure`).allInnerTexts();
    const lines = (await cells('tr:is([data-line], [data-sum="text"])')).map(figure);
    const counts = lines.filter((_, index) => index % 2 === 0);
    const weights = lines.filter((_, index) => index % 2 === 1);
    const add = (values: number[]) =>
      Math.round(values.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6;
    const levels = (await cells("tr.sub")).map(figure);
    const [got = 0, of = 0] = (await cells('[data-sum="total"]')).map(figure);
    assert.equal(add(counts), got);
    assert.equal(add(weights), of);
    assert.equal(add(levels.filter((_, index) => index % 2 === 0)), got);
    const raw = figure((await cells('[data-sum="raw"]'))[0] ?? "");
    assert.ok(Math.abs(got / of * 100 - raw) < 0.01);
    const [cap = "100"] = await cells('[data-sum="gate"]');
    const score = figure((await cells('[data-sum="score"]'))[0] ?? "");
    assert.equal(score, Math.min(Math.floor(raw), figure(cap)));
    assert.equal(score, figure(await page.locator(".big-figure").innerText()));
  });
});

Deno.test({ name: "the main job by keys alone", ...options }, async () => {
  await using app = await browserApp();
  const page = await app.signIn();
  const { job, resumes } = await makeRanked(app);
  await page.goto(`${job}/ranking`);
  await page.locator("a.row-link").nth(1).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${resumes[1]}*`);
  await isLive(page);

  // To the second verdict, over to its quote in the text, and back.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.locator('.verdict-row[data-on][id="v-2"]').waitFor();
  await page.keyboard.press("Enter");
  await page.locator("mark:focus").waitFor();
  assert.match(await page.locator("mark:focus").innerText(), /Evidence for requirement 2, yes:/);
  await page.keyboard.press("Backspace");
  await page.locator('[id="v-2"]:focus-within').waitFor();

  // The answer to it comes after that to the decision below, which was made later.
  const answering = Promise.withResolvers<void>();
  await page.route("**/overrides*", async (route) => {
    const response = await route.fetch();
    await answering.promise;
    await route.fulfill({ response });
  });

  // Another verdict with a reason; letters typed there are no keys.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.locator('.verdict-row[data-on][id="v-4"]').waitFor();
  await page.keyboard.press("e");
  await page.locator('input[name="verdict"]:focus').waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.type("jury us: rest");
  await page.keyboard.press("Control+Enter");
  await page.locator('[id="v-4"]').getByText("“jury us: rest”").waitFor();
  assert.equal(new URL(page.url()).pathname, resumes[1]);

  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Change the verdict").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  const done = page.getByText("Noor Visser: Shortlisted");
  await done.waitFor();
  answering.resolve();
  // Its own undo names what the server made.
  await page.locator('[id="v-4"] .was form:not([action*="//"])').waitFor();
  assert.ok(await done.isVisible(), "its undo stays");
  assert.match(await checked(page).innerText(), /Shortlist/);
  await page.keyboard.press("j");
  await page.waitForURL(`**${resumes[2]}*`);
});

Deno.test({ name: "who may not change anything sees no controls", ...options }, async () => {
  await using app = await browserApp();
  const page = await app.signIn();
  const { resumes: [strong = ""] } = await makeRanked(app);
  await visit(page, strong);
  await page.keyboard.press("s");
  await page.getByText("Lena Berg: Shortlisted").waitFor();
  const viewer = await signInAs(app, "Vera Viewer", "viewer");
  await viewer.goto(strong);
  await viewer.locator(".candidate-bar").getByText("Shortlisted").waitFor();
  await viewer.locator(".verdict-row").first().waitFor();
  for (const control of ["details.change", ".decision", ".was button", "#note-new"]) {
    assert.equal(await viewer.locator(control).count(), 0, control);
  }
  await viewer.keyboard.press("r");
  assert.equal(await viewer.getByRole("dialog").count(), 0);
  const headers = { accept: "application/json", origin: app.url };
  const form = { requirementId: crypto.randomUUID(), verdict: "YES", reason: "because" };
  const answer = await viewer.request.post(`${strong}/overrides`, { form, headers });
  assert.equal(answer.status(), 403);
  assert.equal((await viewer.request.get(`/resumes/${crypto.randomUUID()}/now`)).status(), 404);
});

Deno.test(
  { name: "the verdicts follow the requirements while the page is open", ...options },
  async () => {
    await using app = await browserApp();
    const page = await app.signIn();
    const { job, resumes: [strong = ""] } = await makeRanked(app);
    await visit(page, strong);
    const other = await page.context().newPage();
    await other.goto(`${job}/requirements`);
    await other.getByRole("button", { name: "Delete requirement 1" }).click();
    await page.getByText("Judged anew by the changed requirements").waitFor();
    await page.locator(".verdict-row").first().waitFor();
  },
);

Deno.test({ name: "a waiting résumé turns into verdicts by itself", ...options }, async () => {
  await using app = await browserApp();
  const page = await app.signIn();
  const { resumes: [strong = ""] } = await makeRanked(app);
  const { services } = app.test;
  const id = strong.split("/")[2] ?? "";
  await services.db.updateTable("resumes").set({ status: "judging" }).where("id", "=", id)
    .execute();
  await page.goto(strong);
  await page.getByText("This résumé is still being read").waitFor();
  assert.equal(await page.locator(".decision").count(), 0);
  await services.db.updateTable("resumes").set({ status: "failed", errorCode: "encrypted" })
    .where("id", "=", id).execute();
  await page.reload();
  await page.getByText("This file could not be read").waitFor();
  await page.getByRole("button", { name: "Read it again" }).waitFor();
});

Deno.test({ name: "the evaluation works without JavaScript", ...options }, async (t) => {
  await using app = await browserApp();
  const { resumes: [strong = "", , weak = ""] } = await makeRanked(app);
  const page = await app.signIn({ javaScriptEnabled: false });

  await t.step("a decision, and its undo", async () => {
    await page.goto(strong);
    await page.getByRole("radio", { name: "Shortlist" }).click();
    await page.getByText("Lena Berg: Shortlisted").waitFor();
    assert.match(await checked(page).innerText(), /Shortlist/);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone. Lena Berg: Undecided").waitFor();
  });

  await t.step("a verdict needs its reason, and is changed and undone", async () => {
    await page.goto(weak);
    const row = rowOf(page, "PostgreSQL");
    await row.locator("details.change > summary").click();
    await row.getByRole("radio", { name: "YES" }).check({ force: true });
    await row.locator("textarea").fill("Showed it in the interview.");
    await row.getByRole("button", { name: "Save verdict" }).click();
    await row.getByText("You changed this from NO").waitFor();
    await row.getByRole("button", { name: /^Undo/ }).click();
    await row.getByText("1 change by people").waitFor();
    assert.equal(await row.locator("> .verdict").innerText(), "NO");
  });

  await t.step("a quote is reached by its link, and both panes are there", async () => {
    await page.goto(strong);
    await page.locator(".quotes a").first().click();
    assert.match(new URL(page.url()).hash, /^#q-/);
    await page.setViewportSize({ width: 390, height: 844 });
    assert.ok(await page.locator(".document").isVisible());
    assert.ok(await page.locator(".verdicts").isVisible());
  });
});
