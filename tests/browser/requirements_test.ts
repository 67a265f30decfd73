import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { waitFor } from "../harness/wait.ts";
import { browserApp, LOGIN, PASSWORD, sees } from "./app.ts";
import { slowDown } from "./network.ts";
import { makeRanked, signInAs } from "./people.ts";

const options = { sanitizeOps: false, sanitizeResources: false };

function rowOf(page: Page, name: string) {
  return page.locator("tr.row", { has: page.locator(`input[title="${name}"]`) });
}

/** Opens the requirements and waits until they can be changed. */
async function visit(page: Page, job: string): Promise<void> {
  await page.goto(`${job}/requirements`);
  await page.locator("tr.row").first().waitFor();
  // It lights up as soon as the page is alive.
  await waitFor("a row to light its sentence", async () => {
    await page.locator("tr.row").first().hover();
    return await page.locator(".source[data-on]").count() > 0;
  });
  await page.mouse.move(0, 0);
}

function names(page: Page): Promise<string[]> {
  return page.locator("tr.row .ghost").evaluateAll((fields) =>
    fields.map((field) => (field as HTMLInputElement).value)
  );
}

/** Waits until the head of the job and its tab tell of that many. */
async function figures(page: Page, words: string, count: number): Promise<void> {
  await page.locator(".head-job .meta", { hasText: words }).waitFor();
  await page.locator(".tabs a", { hasText: new RegExp(`^Requirements ?${count}$`) }).waitFor();
}

Deno.test({ name: "requirements change in place", ...options }, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn();
  const { job } = await makeRanked(app);
  await visit(page, job);
  const kafka = rowOf(page, "Kafka");

  await t.step("row and sentence light each other", async () => {
    await kafka.hover();
    await page.locator(".source[data-on]", { hasText: "Kafka" }).waitFor();
    await page.locator(".source", { hasText: "PostgreSQL" }).hover();
    await sees(rowOf(page, "PostgreSQL").and(page.locator("[data-on]")), 1);
  });

  await t.step("the dots follow at once, before the server answers", async () => {
    await slowDown(page, 2000);
    const answer = page.waitForResponse((one) => one.url().endsWith("/update"));
    let isAnswered = false;
    void answer.then(() => isAnswered = true);
    await kafka.getByLabel(/^Weight of/).selectOption("5");
    await sees(kafka.locator(".weight i[data-on]"), 5);
    assert.equal(isAnswered, false);
    await page.getByText("Saving …").waitFor();
    assert.equal((await answer).status(), 200);
    await page.getByText(/Saved at \d\d:\d\d/).waitFor();
    await slowDown(page, 0);
  });

  await t.step("the ranking follows, and the page tells", async () => {
    await page.locator("b", { hasText: "All 3 résumés are judged by these requirements" })
      .waitFor();
    const link = page.getByRole("link", { name: "To the ranking" });
    assert.equal(await link.getAttribute("href"), `${job}/ranking`);
  });

  await t.step("the grip moves a row by keys, keeps the focus, and says where it is", async () => {
    const before = await names(page);
    assert.deepEqual(before.slice(0, 2), ["TypeScript", "PostgreSQL"]);
    await rowOf(page, "TypeScript").locator(".grip").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("TypeScript is 2 of 4 now, Required").waitFor({ state: "attached" });
    assert.deepEqual((await names(page)).slice(0, 2), ["PostgreSQL", "TypeScript"]);
    await rowOf(page, "TypeScript").locator(".grip:focus").waitFor();
    await page.keyboard.press("ArrowUp");
    await page.getByText("TypeScript is 1 of 4 now").waitFor({ state: "attached" });
    await page.getByText(/Saved at/).waitFor();
    await page.reload();
    assert.deepEqual(await names(page), before);
  });

  await t.step("a row is dragged to another place", async () => {
    await visit(page, job);
    await rowOf(page, "Kafka").locator(".grip").dragTo(rowOf(page, "TypeScript"), {
      targetPosition: { x: 200, y: 4 },
    });
    await waitFor("Kafka to be first", async () => (await names(page))[0] === "Kafka");
    await page.getByText(/Saved at/).waitFor();
  });

  await t.step("another level keeps the focus on the row", async () => {
    await rowOf(page, "Kafka").getByRole("button", { name: "Make “Kafka” a nice to have" }).click();
    const nice = page.locator('section[aria-labelledby="title-nice_to_have"]');
    await nice.locator('input[title="Kafka"]').waitFor();
    await nice.getByRole("button", { name: "Make “Kafka” required" }).and(page.locator(":focus"))
      .waitFor();
  });

  await t.step("deleting hands the focus on, and is undone", async () => {
    await rowOf(page, "TypeScript").getByRole("button", { name: /^Delete/ }).click();
    await page.getByText("“TypeScript” deleted").waitFor();
    await page.locator(".remove:focus").waitFor();
    await figures(page, "2 required, 2 nice to have", 4);
    await page.getByRole("button", { name: "Undo" }).click();
    await rowOf(page, "TypeScript").locator(".ghost:focus").waitFor();
    await figures(page, "3 required, 2 nice to have", 5);
  });

  await t.step("a requirement is added, and the field waits for the next one", async () => {
    await page.getByText("Add a requirement").click();
    await page.getByLabel("New requirement").fill("Redis");
    await page.keyboard.press("Enter");
    await rowOf(page, "Redis").waitFor();
    await page.getByText("“Redis” added").waitFor({ state: "attached" });
    await figures(page, "4 required, 2 nice to have", 6);
    assert.equal(await page.locator(":focus").getAttribute("id"), "add-required");
    assert.equal(await page.getByLabel("New requirement").inputValue(), "");
    await page.keyboard.press("Escape");
    await page.locator(".adder summary:focus").waitFor();
  });

  await t.step("reading the text again asks first, and says what is kept", async () => {
    await page.getByRole("button", { name: "Read the text again" }).click();
    await page.getByText("Kept: what you added").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Read the text again" }).click();
    await page.getByRole("button", { name: "Read again", exact: true }).click();
    await page.waitForLoadState();
    await rowOf(page, "Redis").waitFor();
  });
});

Deno.test(
  { name: "what cannot be stored goes back, and typed words stay", ...options },
  async (t) => {
    await using app = await browserApp();
    const page = await app.signIn();
    const { job } = await makeRanked(app);
    await visit(page, job);
    const kafka = rowOf(page, "Kafka");
    const name = kafka.locator(".ghost");

    await t.step("offline a choice goes back, and is tried again", async () => {
      await page.context().setOffline(true);
      await kafka.getByLabel(/^Weight of/).selectOption("1");
      await page.getByText("Not saved: no connection.").waitFor();
      await sees(kafka.locator(".weight i[data-on]"), 3);
      await page.context().setOffline(false);
      await page.getByRole("button", { name: "Try again" }).click();
      await sees(kafka.locator(".weight i[data-on]"), 1);
      await page.getByText(/Saved at/).waitFor();
    });

    await t.step("a typed name stays, marked, until it is stored", async () => {
      await page.context().setOffline(true);
      await name.fill("Kafka in production");
      await name.press("Tab");
      await page.getByText("Not saved: no connection.").waitFor();
      assert.equal(await name.inputValue(), "Kafka in production");
      assert.equal(await name.getAttribute("aria-invalid"), "true");
      await page.context().setOffline(false);
      await kafka.getByRole("button", { name: "Try again" }).click();
      await rowOf(page, "Kafka in production").waitFor();
      await sees(page.locator('[aria-invalid="true"]'), 0);
    });

    await t.step("signing in again leads back to what was typed", async () => {
      const row = rowOf(page, "Kafka in production");
      await app.test.services.db.updateTable("sessions").set({ expiresAt: new Date(0) }).execute();
      await row.locator(".ghost").fill("Kafka or RabbitMQ");
      await row.locator(".ghost").press("Enter");
      await page.getByText("You are signed out.").waitFor();
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.fill("#login", LOGIN);
      await page.fill("#password", PASSWORD);
      await page.click("button.btn-primary");
      await page.waitForURL(`**${job}/requirements`);
      await row.getByText("Not saved.").waitFor();
      assert.equal(await row.locator(".ghost").inputValue(), "Kafka or RabbitMQ");
      await row.getByRole("button", { name: "Try again" }).click();
      await rowOf(page, "Kafka or RabbitMQ").waitFor();
    });

    await t.step("two people in two fields of a row do not undo each other", async () => {
      const other = await page.context().newPage();
      await visit(other, job);
      await visit(page, job);
      const [mine, theirs] = [page, other].map((one) => rowOf(one, "PostgreSQL"));
      assert.ok(mine && theirs);
      await theirs.getByLabel(/^Years for/).selectOption("5");
      await other.getByText(/Saved at/).waitFor();
      await mine.getByLabel(/^Weight of/).selectOption("4");
      await page.getByText(/Saved at/).waitFor();
      await page.reload();
      assert.equal(await mine.getByLabel(/^Years for/).inputValue(), "5");
      assert.equal(await mine.getByLabel(/^Weight of/).inputValue(), "4");
      await other.close();
    });

    await t.step("news from others leaves what is being typed", async () => {
      const other = await page.context().newPage();
      await visit(other, job);
      await visit(page, job);
      await rowOf(page, "PostgreSQL").locator(".ghost").fill("PostgreSQL in pro");
      await rowOf(other, "PostgreSQL").getByLabel(/^Weight of/).selectOption("2");
      await page.locator(".judged-anew").waitFor();
      assert.equal(await page.locator(".ghost:focus").inputValue(), "PostgreSQL in pro");
      await page.keyboard.type("duction");
      await page.keyboard.press("Enter");
      await rowOf(page, "PostgreSQL in production").waitFor();
      await other.close();
    });

    await t.step("who may not change anything sees words", async () => {
      const viewer = await signInAs(app, "Vera Viewer", "viewer");
      await viewer.goto(`${job}/requirements`);
      await viewer.getByText("Kafka or RabbitMQ", { exact: true }).waitFor();
      for (const control of ["tr.row select", "tr.row .ghost", ".grip", ".adder", ".remove"]) {
        assert.equal(await viewer.locator(control).count(), 0, control);
      }
      assert.equal(await viewer.getByText("Read the text again").count(), 0);
      const answer = await viewer.request.post(`${job}/requirements/add`, {
        form: { name: "Redis", level: "required" },
        headers: { accept: "application/json", origin: app.url },
      });
      assert.equal(answer.status(), 403);
    });
  },
);

Deno.test({ name: "the order is changed on a phone", ...options }, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const { job } = await makeRanked(app);
  await page.goto(`${job}/requirements`);
  const before = await names(page);
  assert.deepEqual(before.slice(0, 4), ["TypeScript", "PostgreSQL", "Kafka", "Driving licence"]);
  const press = (name: string, way: string) =>
    page.getByRole("button", { name: `Move “${name}” ${way}` }).tap();

  await t.step("up and down, within the level, and the finger can go on", async () => {
    await press("TypeScript", "down");
    await page.getByText("TypeScript is 2 of 4 now, Required").waitFor({ state: "attached" });
    await rowOf(page, "TypeScript").locator(".step-down:focus").waitFor();
    await press("TypeScript", "down");
    await press("TypeScript", "down");
    await page.getByText("TypeScript is 4 of 4 now, Required").waitFor({ state: "attached" });
    const down = page.getByRole("button", { name: "Move “TypeScript” down" });
    assert.equal(await down.getAttribute("aria-disabled"), "true");
    await down.tap({ force: true });
    await press("TypeScript", "up");
    await page.getByText("TypeScript is 3 of 4 now, Required").waitFor({ state: "attached" });
    await page.getByText(/Saved at/).waitFor();
    await page.reload();
    const after = ["PostgreSQL", "Kafka", "TypeScript", "Driving licence"];
    assert.deepEqual((await names(page)).slice(0, 4), after);
  });

  await t.step("the line above a group is whole", async () => {
    const nice = page.locator(".headless .row").first();
    const lines = await nice.evaluate((row) =>
      [row, ...row.children].map((one) => getComputedStyle(one).borderTopWidth)
    );
    assert.deepEqual(lines, ["1px", ...lines.slice(1).map(() => "0px")]);
  });

  await t.step("what changes the level is told apart from that", async () => {
    await page.getByRole("button", { name: "Make “Kafka” a nice to have" }).tap();
    const nice = page.locator('section[aria-labelledby="title-nice_to_have"]');
    await nice.locator('input[title="Kafka"]').waitFor();
    await figures(page, "3 required, 2 nice to have", 5);
  });
});

Deno.test({ name: "a draft is confirmed, in Dutch on a phone too", ...options }, async () => {
  await using app = await browserApp();
  const page = await app.signIn({ locale: "nl-NL", viewport: { width: 390, height: 844 } });
  await page.goto("/jobs/new");
  await page.fill("#title", "Verpleegkundige");
  await page.fill(
    "#description",
    [
      "Wat breng je mee?",
      "- Een geldige BIG-registratie is verplicht",
      "- Minimaal twee jaar ervaring op een intensive care",
      "- Ervaring met beademing",
      "- Je bent een ervaren teamspeler met een hands-on mentaliteit",
    ].join("\n"),
  );
  await page.click('main button[type="submit"]');
  await page.waitForURL("**/requirements?new=1");
  await page.getByText("is niet te toetsen").waitFor();
  await page.locator(".vague", { hasText: "teamspeler" }).waitFor();
  const tooWide = await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  assert.ok(tooWide <= 0, `${tooWide} px wider than the window`);
  await page.getByRole("button", { name: "Bevestig de eisen" }).click();
  await page.waitForURL("**/resumes");
});
