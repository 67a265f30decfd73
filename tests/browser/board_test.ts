import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { historyOf } from "../../lib/hiring/moves.ts";
import { waitFor } from "../harness/wait.ts";
import { browserApp, sees } from "./app.ts";
import { cardIn, cardsOf, column, fillBoard, moveByMenu, open } from "./board.ts";
import { signInAs } from "./people.ts";

const LOOSE = { sanitizeOps: false, sanitizeResources: false } as const;

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

Deno.test(
  { name: "the board moves by menu, drag and keys, and takes back", ...LOOSE },
  async (t) => {
    await using app = await browserApp({ worker: false });
    const { path, of, owner, services } = await fillBoard(app);
    const page = await app.signIn();
    await open(page, path);

    await t.step("columns are the stages, with true counts, the best first", async () => {
      const heads = await page.locator(".board-head").allTextContents();
      assert.deepEqual(heads, [
        "New3",
        "Shortlisted0",
        "Interview0",
        "Offer0",
        "Hired0",
        "Rejected0",
      ]);
      const names = await cardsOf(page, "New").locator(".name").allTextContents();
      assert.deepEqual(names, ["Sanne de Wit", "Tomás Herrera", "Jia-Hui Tan"]);
    });

    await t.step("a card goes by its menu, is announced, and keeps the focus", async () => {
      await moveByMenu(page, "Sanne de Wit", "Interview");
      await cardIn(page, "Interview", "Sanne de Wit").waitFor();
      await page.getByRole("status").getByText("Sanne de Wit: Interview").waitFor();
      assert.equal(await focused(page), "Move Sanne de Wit");
      await page.getByText("1 shortlisted").waitFor();
    });

    await t.step("undo brings it back", async () => {
      await page.getByRole("button", { name: "Undo" }).click();
      await cardIn(page, "New", "Sanne de Wit").waitFor();
      await page.getByText("Undone. Sanne de Wit: New").waitFor();
      assert.deepEqual(await historyOf(owner, services.db, of("Sanne de Wit")), []);
    });

    await t.step("a card is dragged", async () => {
      await cardIn(page, "New", "Tomás Herrera").dragTo(column(page, "Offer"));
      await cardIn(page, "Offer", "Tomás Herrera").waitFor();
      await page.getByText("Tomás Herrera: Offer").waitFor();
      await sees(cardsOf(page, "New"), 2);
    });

    await t.step("keys alone go from card to card and move one", async () => {
      await page.getByRole("link", { name: "Sanne de Wit" }).focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Tab");
      assert.equal(await focused(page), "Move Jia-Hui Tan");
      await page.keyboard.press("ArrowRight");
      assert.equal(await focused(page), "Move Tomás Herrera");
      await page.keyboard.press("ArrowLeft");
      assert.equal(await focused(page), "Move Sanne de Wit");
      await page.keyboard.press("Enter");
      await page.getByRole("menu").waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await focused(page), "Move Sanne de Wit");
      await page.keyboard.press("Enter");
      await page.getByRole("menuitemradio", { name: "Shortlisted" }).waitFor();
      await page.keyboard.press("Enter"); // the first that it does not stand in
      await cardIn(page, "Shortlisted", "Sanne de Wit").waitFor();
      assert.equal(await focused(page), "Move Sanne de Wit");
    });

    await t.step("a refusal asks its reason, and nothing moves without one", async () => {
      await moveByMenu(page, "Jia-Hui Tan", "Rejected");
      await page.getByRole("heading", { name: "Reject Jia-Hui Tan" }).waitFor();
      await page.keyboard.press("Escape");
      await sees(cardsOf(page, "New"), 1);
      await cardIn(page, "New", "Jia-Hui Tan").dragTo(column(page, "Rejected"));
      await page.getByLabel("Reason").selectOption("withdrew");
      await page.getByLabel("In your words").fill("Took another offer");
      await page.getByRole("button", { name: "Reject", exact: true }).click();
      await cardIn(page, "Rejected", "Jia-Hui Tan").waitFor();
      await page.getByText("Jia-Hui Tan: Rejected").waitFor();
      const [move] = await historyOf(owner, services.db, of("Jia-Hui Tan"));
      assert.deepEqual([move?.reasonCode, move?.reason], ["withdrew", "Took another offer"]);
    });

    await t.step("it stands there after a reload", async () => {
      await page.reload();
      await sees(cardsOf(page, "New"), 0);
      await cardIn(page, "Shortlisted", "Sanne de Wit").waitFor();
    });
  },
);

Deno.test(
  { name: "the board tells who was first, and goes back when it must", ...LOOSE },
  async (t) => {
    await using app = await browserApp({ worker: false });
    const { path } = await fillBoard(app);
    const page = await app.signIn();
    const other = await signInAs(app, "Bram Visser", "hiring_manager");

    await t.step("the second of two tabs sees what the first one changed", async () => {
      // A stream that says nothing: this tab hears of nobody.
      const contentType = "text/event-stream";
      await page.route("**/events?*", (route) => route.fulfill({ contentType, body: "" }));
      await open(page, path);
      await open(other, path);
      await moveByMenu(other, "Sanne de Wit", "Interview");
      await other.getByText("Sanne de Wit: Interview").waitFor();
      await moveByMenu(page, "Sanne de Wit", "Offer");
      await page.getByText(/Sanne de Wit was moved to Interview by Bram Visser, just now/)
        .waitFor();
      await cardIn(page, "Interview", "Sanne de Wit").waitFor();
      await moveByMenu(page, "Sanne de Wit", "Offer");
      await page.getByText("Sanne de Wit: Offer").waitFor();
      await cardIn(page, "Offer", "Sanne de Wit").waitFor();
    });

    await t.step("what another changes waits until it is asked for", async () => {
      await other.getByText("Somebody changed this board.").waitFor();
      await cardIn(other, "Interview", "Sanne de Wit").waitFor();
      await other.getByRole("button", { name: "Show the changes" }).click();
      await cardIn(other, "Offer", "Sanne de Wit").waitFor();
      await sees(other.getByText("Somebody changed this board."), 0);
    });

    await t.step("a card goes back when the server is away, and again when asked", async () => {
      await page.context().setOffline(true);
      await moveByMenu(page, "Jia-Hui Tan", "Hired");
      await page.getByText("Not moved: no connection.").waitFor();
      await cardIn(page, "New", "Jia-Hui Tan").waitFor();
      await page.context().setOffline(false);
      await page.getByRole("button", { name: "Try again" }).click();
      await cardIn(page, "Hired", "Jia-Hui Tan").waitFor();
      await page.getByText("Jia-Hui Tan: Hired").waitFor();
    });

    await t.step("a card goes back when the server refuses", async () => {
      const { db } = app.test.services;
      await db.updateTable("memberships").set({ role: "viewer" })
        .where(
          "userId",
          "=",
          (await db.selectFrom("users").select("id")
            .where("username", "=", "bram").executeTakeFirstOrThrow()).id,
        ).execute();
      await moveByMenu(other, "Tomás Herrera", "Hired");
      await other.getByText("Not moved.").waitFor();
      await cardIn(other, "New", "Tomás Herrera").waitFor();
    });

    await t.step("a viewer sees no controls", async () => {
      await other.goto(path);
      await cardIn(other, "New", "Tomás Herrera").waitFor();
      assert.equal(await other.getByRole("button", { name: /^Move/ }).count(), 0);
      assert.equal(await other.locator('[draggable="true"]').count(), 0);
      assert.equal(await other.getByRole("link", { name: "Edit the stages" }).count(), 0);
    });
  },
);

Deno.test({ name: "a long column shows more when asked", ...LOOSE }, async () => {
  await using app = await browserApp({ worker: false });
  const { path } = await fillBoard(app, 57);
  const page = await app.signIn();
  await open(page, path);
  await sees(cardsOf(page, "New"), 50);
  assert.equal(await column(page, "New").locator(".board-head small").textContent(), "60");
  const answer = Promise.withResolvers<void>();
  await page.route("**/board?stage=*", async (route) => {
    await answer.promise;
    await route.abort("internetdisconnected");
  });
  await page.getByText("Show 10 more").press("Enter");
  await column(page, "New").locator(".skeleton").waitFor();
  answer.resolve();
  await column(page, "New").getByRole("alert").getByText("Not loaded").waitFor();
  await sees(cardsOf(page, "New"), 50);
  await page.unroute("**/board?stage=*");
  await page.keyboard.press("Enter"); // the button still has the focus, and asks again
  await sees(cardsOf(page, "New"), 60);
  await sees(page.getByRole("alert"), 0);
  await waitFor(
    "the first new one to have the focus",
    () => page.evaluate(() => document.activeElement?.matches(".board-card .name") ?? false),
  );
  await sees(page.getByText(/^Show \d+ more$/), 0);
});

Deno.test({ name: "the board works without JavaScript", ...LOOSE }, async (t) => {
  await using app = await browserApp({ worker: false });
  const { path } = await fillBoard(app, 57);
  const page = await app.signIn({ javaScriptEnabled: false });
  await page.goto(path);

  await t.step("the ticked are moved by a form, and taken back", async () => {
    await page.getByLabel("Choose Sanne de Wit").check();
    await page.getByLabel("Choose Tomás Herrera").check();
    await page.getByLabel("Move the chosen to").selectOption({ label: "Interview" });
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await page.getByText("2 candidates: Interview").waitFor();
    await sees(cardsOf(page, "Interview"), 2);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone for 2 candidates").waitFor();
    await sees(cardsOf(page, "Interview"), 0);
  });

  await t.step("a refusal asks its reason on a page", async () => {
    await page.getByLabel("Choose Jia-Hui Tan").check();
    await page.getByLabel("Move the chosen to").selectOption({ label: "Rejected" });
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await page.getByRole("heading", { name: "Reject Jia-Hui Tan" }).waitFor();
    await page.getByLabel("Reason").selectOption("conditions");
    await page.getByRole("button", { name: "Reject" }).click();
    await page.getByText("Jia-Hui Tan: Rejected").waitFor();
    await cardIn(page, "Rejected", "Jia-Hui Tan").waitFor();
  });

  await t.step("a long column is a link away", async () => {
    await page.getByText("Show 9 more").click();
    await sees(cardsOf(page, "New"), 59);
  });

  await t.step("stages are edited", async () => {
    await page.getByRole("link", { name: "Edit the stages" }).click();
    await page.getByLabel("Name of Interview", { exact: true }).fill("First talk");
    await page.getByRole("button", { name: "Save the name of Interview" }).click();
    await page.getByLabel("Name of First talk", { exact: true }).waitFor();
    await page.getByLabel("Name", { exact: true }).fill("Phone call");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByRole("button", { name: "Move Phone call up" }).click();
    assert.match(await page.locator(".stages tbody tr").first().innerHTML(), /Phone call/);
    await page.getByRole("link", { name: "Remove Rejected" }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Remove Phone call" }).click();
    await page.getByText("Nobody stands in it.").waitFor();
    await page.getByRole("button", { name: "Remove" }).click();
    await sees(page.locator(".stages tbody tr"), 6);
    await page.getByLabel("Name", { exact: true }).fill("First talk");
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByText("Not saved: a name has").waitFor();
    assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "First talk");
  });
});
