import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { sql } from "kysely";
import { historyOf, moveResumes } from "../../lib/hiring/moves.ts";
import { removeStage } from "../../lib/hiring/stage_removal.ts";
import { addStage, listStages } from "../../lib/hiring/stages.ts";
import { STAGE_WORDS } from "../../routes/(_shared)/stage_words.ts";
import { browserApp, LOGIN, PASSWORD, sees } from "./app.ts";
import { cardIn, cardsOf, column, fillBoard, moveByMenu, open } from "./board.ts";

const LOOSE = { sanitizeOps: false, sanitizeResources: false } as const;

/** A page that hears of nobody. */
async function deafen(page: Page): Promise<void> {
  const contentType = "text/event-stream";
  await page.route("**/events?*", (route) => route.fulfill({ contentType, body: "" }));
}

const countIn = (page: Page, stage: string) =>
  column(page, stage).locator(".board-head small").textContent();

Deno.test({ name: "the board keeps up with what others change", ...LOOSE }, async (t) => {
  await using app = await browserApp({ worker: false });
  const { path, of, owner, services } = await fillBoard(app);
  const page = await app.signIn();
  const stageOf = async (key: string) =>
    (await listStages(owner, services.db)).find((one) => one.key === key)?.id ?? "";
  const moveAway = (name: string, stageId: string) =>
    moveResumes(owner, services, { resumeIds: [of(name)], to: { stageId } });

  await t.step("an undo shows again for how long somebody stood there", async () => {
    await sql`update resumes set created_at = now() - interval '6 days 1 hour'`
      .execute(services.db);
    await open(page, path);
    await cardIn(page, "New", "Sanne de Wit").getByText("6 days").waitFor();
    await moveByMenu(page, "Sanne de Wit", "Interview");
    await cardIn(page, "Interview", "Sanne de Wit").getByText("today").waitFor();
    await page.getByText("Sanne de Wit: Interview").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await cardIn(page, "New", "Sanne de Wit").getByText("6 days").waitFor();
  });

  await t.step("the news goes away once a conflict has shown it", async () => {
    const news = page.getByText("Somebody changed this board.");
    await moveAway("Sanne de Wit", await stageOf("offer"));
    await news.waitFor();
    await moveByMenu(page, "Sanne de Wit", "Hired");
    await cardIn(page, "Offer", "Sanne de Wit").waitFor();
    await page.getByText("Sanne de Wit was moved to Offer by").waitFor();
    await sees(news, 0);
  });

  await t.step("a card goes to a stage that was added meanwhile", async () => {
    await deafen(page);
    await open(page, path);
    const input = { name: "Phone call", decision: "undecided" } as const;
    const { id } = await addStage(owner, services.db, input, STAGE_WORDS);
    await moveAway("Tomás Herrera", id);
    await moveByMenu(page, "Tomás Herrera", "Offer");
    await page.getByText("Tomás Herrera was moved to Phone call by").waitFor();
    await cardIn(page, "Phone call", "Tomás Herrera").waitFor();
    await sees(page.locator(".board-card"), 3);
  });

  await t.step("a stage that was removed meanwhile is told, and goes", async () => {
    await removeStage(owner, services, await stageOf("hired"));
    await moveByMenu(page, "Jia-Hui Tan", "Hired");
    await page.getByText("Not moved: the stage Hired was removed.").waitFor();
    await sees(column(page, "Hired"), 0);
    await cardIn(page, "New", "Jia-Hui Tan").waitFor();
  });

  await t.step("so is one that rejects, and its dialog closes", async () => {
    const input = { name: "Withdrew", decision: "rejected" } as const;
    const { id } = await addStage(owner, services.db, input, STAGE_WORDS);
    await open(page, path);
    await removeStage(owner, services, id);
    await moveByMenu(page, "Jia-Hui Tan", "Withdrew");
    await page.getByLabel("Reason").selectOption("withdrew");
    await page.getByRole("button", { name: "Reject", exact: true }).click();
    await page.getByText("Not moved: the stage Withdrew was removed.").waitFor();
    await sees(page.locator("dialog[open]"), 0);
    await cardIn(page, "New", "Jia-Hui Tan").waitFor();
  });
});

Deno.test({ name: "showing more leaves nobody in two columns", ...LOOSE }, async () => {
  await using app = await browserApp({ worker: false });
  const { path, of, owner, services } = await fillBoard(app, 57);
  const page = await app.signIn();
  await deafen(page);
  await open(page, path);
  await moveByMenu(page, "Sanne de Wit", "Offer");
  await page.getByText("Sanne de Wit: Offer").waitFor();
  await moveResumes(owner, services, {
    resumeIds: [of("Sanne de Wit")],
    to: { decision: "undecided" },
  });
  await page.getByText("Show 10 more").click();
  await cardIn(page, "New", "Sanne de Wit").waitFor();
  await sees(cardsOf(page, "New"), 60);
  await sees(cardsOf(page, "Offer"), 0);
  assert.deepEqual([await countIn(page, "New"), await countIn(page, "Offer")], ["60", "0"]);
});

Deno.test({ name: "a refusal survives the end of a session", ...LOOSE }, async (t) => {
  await using app = await browserApp({ worker: false });
  const { path, of, owner, services } = await fillBoard(app);
  const page = await app.signIn();
  const row = (name: string) => page.locator("tr.row", { hasText: name });
  const ranking = path.replace("board", "ranking");
  const places = {
    board: {
      name: "Sanne de Wit",
      path,
      ask: () => moveByMenu(page, "Sanne de Wit", "Rejected"),
      done: () => cardIn(page, "Rejected", "Sanne de Wit").waitFor(),
    },
    ranking: {
      name: "Tomás Herrera",
      path: ranking,
      ask: async () => {
        await page.locator("#select-all:enabled").waitFor();
        await row("Tomás Herrera").getByRole("checkbox").check();
        await page.keyboard.press("r");
      },
      done: () => row("Tomás Herrera").getByText("Rejected").waitFor(),
    },
    evaluation: {
      name: "Jia-Hui Tan",
      path: `/resumes/${of("Jia-Hui Tan")}`,
      ask: () => page.getByRole("radio", { name: "Reject" }).click(),
      done: () => page.getByText("Jia-Hui Tan: Rejected").waitFor(),
    },
  };
  for (const [place, { name, path, ask, done }] of Object.entries(places)) {
    await t.step(place, async () => {
      const dialog = page.getByRole("dialog", { name: `Reject ${name}` });
      const words = dialog.getByLabel("In your words");
      await page.goto(path);
      await ask();
      await dialog.getByLabel("Reason").selectOption("conditions");
      await words.fill("Wanted to work from Lisbon");
      await services.db.updateTable("sessions").set({ expiresAt: new Date(0) }).execute();
      await dialog.getByRole("button", { name: "Reject", exact: true }).click();
      await dialog.getByRole("alert").getByText("You are signed out.").waitFor();
      assert.equal(await words.inputValue(), "Wanted to work from Lisbon");
      assert.equal(await dialog.getByLabel("Reason").inputValue(), "conditions");

      await dialog.getByRole("button", { name: "Sign in" }).click();
      await page.fill("#login", LOGIN);
      await page.fill("#password", PASSWORD);
      await page.click("button.btn-primary");
      await page.waitForURL(`**${path}`);
      await ask();
      assert.equal(await words.inputValue(), "Wanted to work from Lisbon");
      await dialog.getByRole("button", { name: "Reject", exact: true }).click();
      await done();
      await dialog.waitFor({ state: "hidden" });
      const [move] = await historyOf(owner, services.db, of(name));
      assert.deepEqual([move?.reasonCode, move?.reason], [
        "conditions",
        "Wanted to work from Lisbon",
      ]);
    });
  }

  await t.step("without a dialog the message leads to signing in", async () => {
    await open(page, path);
    await services.db.updateTable("sessions").set({ expiresAt: new Date(0) }).execute();
    await moveByMenu(page, "Sanne de Wit", "Offer");
    await page.getByText("You are signed out.").waitFor();
    await cardIn(page, "Rejected", "Sanne de Wit").waitFor();
    await page.locator(".toast").getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.searchParams.get("next") === path);
  });
});
