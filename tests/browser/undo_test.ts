import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { UNDO_SECONDS } from "../../components/kept_undo.ts";
import { historyOf, UNDO_SECONDS as TAKEN_SECONDS } from "../../lib/hiring/moves.ts";
import { waitFor } from "../harness/wait.ts";
import { browserApp, LOGIN, PASSWORD, sees } from "./app.ts";
import { cardIn, fillBoard } from "./board.ts";

const KEPT = "draft:undo";

const undo = (page: Page) => page.locator(".toast").getByRole("button", { name: "Undo" });
const checked = (page: Page) => page.locator('.decision [aria-checked="true"]');

/** Opens an evaluation and waits until its keys work. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await isLive(page);
}

const isLive = (page: Page) => page.locator('.decision [tabindex="-1"]').first().waitFor();

/** Waits until the page has looked for an undo and found that there is none. */
async function hasNone(page: Page): Promise<void> {
  await waitFor(
    "the kept undo to be gone",
    () => page.evaluate((key) => sessionStorage.getItem(key) === null, KEPT),
  );
  await sees(page.locator(".toast"), 0);
}

Deno.test("an undo is offered for as long as it is taken", () => {
  assert.equal(UNDO_SECONDS, TAKEN_SECONDS);
});

Deno.test({
  name: "the undo goes along to the next page, for the time that is left",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp({ worker: false });
  const { path, of, owner, services } = await fillBoard(app);
  const page = await app.signIn();
  const [sanne, tomas] = [of("Sanne de Wit"), of("Tomás Herrera")];
  const movesOf = (id: string) => historyOf(owner, services.db, id);

  /** Shortlists the first and goes on to the second. */
  const decideAndGoOn = async () => {
    await visit(page, `/resumes/${sanne}`);
    await page.keyboard.press("s");
    await page.getByText("Sanne de Wit: Shortlisted").waitFor();
    await page.keyboard.press("j");
    await page.waitForURL(`**/resumes/${tomas}`);
    await isLive(page);
  };

  await t.step("from candidate to candidate", async () => {
    await decideAndGoOn();
    await page.getByRole("status").getByText("Sanne de Wit: Shortlisted").waitFor();
    await undo(page).click();
    await page.getByText("Undone. Sanne de Wit: Undecided").waitFor();
    assert.deepEqual(await movesOf(sanne), []);
    assert.match(await checked(page).innerText(), /Undecided/);
    await page.reload();
    await isLive(page);
    await hasNone(page);
  });

  await t.step("and back", async () => {
    await decideAndGoOn();
    await page.goBack();
    await page.waitForURL(`**/resumes/${sanne}`);
    await isLive(page);
    await waitFor("the decision", async () => /Shortlist/.test(await checked(page).innerText()));
    await undo(page).click();
    await page.getByText("Undone. Sanne de Wit: Undecided").waitFor();
    assert.match(await checked(page).innerText(), /Undecided/);
  });

  await t.step("from the ranking to the board", async () => {
    await page.goto(path.replace("board", "ranking"));
    await page.locator("#select-all:enabled").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    await page.getByText("Sanne de Wit: Shortlisted").waitFor();
    await page.goto(path);
    await cardIn(page, "Shortlisted", "Sanne de Wit").waitFor();
    await undo(page).click();
    await cardIn(page, "New", "Sanne de Wit").waitFor();
    await page.getByText("Undone. Sanne de Wit: New").waitFor();
  });

  await t.step("from the board to the ranking", async () => {
    await page.getByRole("button", { name: "Move Tomás Herrera" }).click();
    await page.getByRole("menuitemradio", { name: "Interview" }).click();
    await page.getByText("Tomás Herrera: Interview").waitFor();
    await page.goto(path.replace("board", "ranking"));
    await undo(page).click();
    await page.locator("tr.row", { hasText: "Tomás" }).getByText("Undecided").waitFor();
    assert.deepEqual(await movesOf(tomas), []);
  });

  await t.step("no longer than it is taken", async () => {
    const leave = (ms: number) =>
      page.evaluate(([key, left]) => {
        const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
        sessionStorage.setItem(key, JSON.stringify({ ...kept, until: `${Date.now() + left}` }));
      }, [KEPT, ms] as const);
    await decideAndGoOn();
    await leave(2500);
    await page.reload();
    await undo(page).waitFor();
    await undo(page).waitFor({ state: "detached" });
    await leave(-1);
    await page.reload();
    await isLive(page);
    await hasNone(page);
  });

  await t.step("nor to whoever signs in after signing out", async () => {
    await page.keyboard.press("s");
    await page.getByText("Tomás Herrera: Shortlisted").waitFor();
    await page.goto("/");
    await page.evaluate(() => {
      document.querySelector<HTMLFormElement>('form[action="/sign-out"]')?.submit();
    });
    await page.waitForURL("**/sign-in*");
    await page.fill("#login", LOGIN);
    await page.fill("#password", PASSWORD);
    await page.click("button.btn-primary");
    await page.waitForURL((address) => address.pathname === "/");
    await visit(page, `/resumes/${tomas}`);
    await hasNone(page);
  });
});
