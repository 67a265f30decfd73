import assert from "node:assert/strict";
import { waitFor } from "../harness/wait.ts";
import { type BrowserApp, browserApp, sees } from "./app.ts";
import { fillFew } from "./places.ts";

const LOOSE = { sanitizeOps: false, sanitizeResources: false } as const;

const LENA = "Lena Berg";

/** The page of the person with the strong résumé. */
async function pathOf(app: BrowserApp): Promise<string> {
  const { people: [strong] } = await fillFew(app);
  return `/candidates/${strong}`;
}

Deno.test({ name: "people are listed, searched and filtered", ...LOOSE }, async (t) => {
  await using app = await browserApp();
  const person = await pathOf(app);
  const page = await app.signIn();
  await page.goto("/");

  await t.step("the bar leads to everybody, with what stands about each", async () => {
    await page.getByRole("link", { name: "Candidates" }).click();
    const row = page.getByRole("row", { name: new RegExp(LENA) });
    await row.getByText("lena.berg@example.com").waitFor();
    await row.getByRole("link", { name: "Backend engineer, payments" }).waitFor();
    await row.getByText("Undecided").waitFor();
  });

  await t.step("a word of a résumé finds its person, and is marked", async () => {
    await page.getByRole("searchbox", { name: "Name, word or e-mail" }).fill("kubernetes");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/candidates?q=kubernetes**");
    await sees(page.locator("tbody tr"), 1);
    assert.equal(await page.locator("tbody mark").first().textContent(), "Kubernetes");
  });

  await t.step("nobody found says what to try, and clears", async () => {
    await page.goto("/candidates?q=submarine");
    await page.getByRole("heading", { name: "Nobody found" }).waitFor();
    await page.getByRole("link", { name: "Clear" }).click();
    await sees(page.locator("tbody tr"), 2);
  });

  await t.step("a tag is given, filters, and is taken", async () => {
    await page.goto(person);
    await page.getByRole("combobox", { name: "New tag" }).fill("Referral");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("link", { name: "Referral" }).click();
    await page.waitForURL("**/candidates?tag=Referral");
    await sees(page.locator("tbody tr"), 1);
    await page.getByRole("link", { name: new RegExp(LENA) }).click();
    await page.getByRole("button", { name: "Remove the tag Referral" }).click();
    await page.getByText("No tags yet.").waitFor();
  });
});

Deno.test({ name: "a person is edited where the values stand", ...LOOSE }, async (t) => {
  await using app = await browserApp();
  const person = await pathOf(app);
  const page = await app.signIn();
  await page.goto(person);

  await t.step("an address that is none is shown again with the reason", async () => {
    await page.locator("summary[aria-label='Edit e-mail']").click();
    const field = page.getByRole("textbox", { name: "E-mail" });
    await field.fill("nobody");
    await field.press("Enter");
    await page.getByText("Write an address such as").waitFor();
    assert.equal(await field.inputValue(), "nobody");
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    await field.fill("lena@berg.example");
    await field.press("Enter");
    await page.getByRole("link", { name: "lena@berg.example" }).waitFor();
    assert.equal(
      await page.getByRole("link", { name: "lena@berg.example" }).getAttribute("href"),
      "mailto:lena@berg.example",
    );
  });

  await t.step("consent has a state and two days", async () => {
    await page.locator("summary[aria-label='Edit consent']").click();
    await page.getByRole("combobox", { name: "Consent" }).selectOption("given");
    await page.getByLabel("On", { exact: true }).fill("2026-01-05");
    await page.getByLabel("Until", { exact: true }).fill("2025-01-05");
    const save = page.locator("#consent").getByRole("button", { name: "Save" });
    await save.click();
    await page.getByText("Choose days that exist").waitFor();
    await page.getByRole("combobox", { name: "Consent" }).selectOption("given");
    await page.getByLabel("On", { exact: true }).fill("2026-01-05");
    await page.getByLabel("Until", { exact: true }).fill("2027-01-05");
    await save.click();
    await page.getByText("Given on 5 Jan 2026 until 5 Jan 2027").waitFor();
  });

  await t.step("notes are written, edited, and removed after a question", async () => {
    await page.getByRole("textbox", { name: "New note" }).fill(
      "Called on Monday.\nWill call back.",
    );
    await page.getByLabel("About").selectOption({ label: "Backend engineer, payments" });
    await page.getByRole("button", { name: "Add note" }).click();
    const note = page.locator("#notes li");
    await note.getByRole("paragraph").getByText("Called on Monday.").waitFor();
    await note.getByRole("link", { name: "Backend engineer, payments" }).waitFor();
    await note.locator("summary").click();
    await note.getByRole("textbox").fill("Called on Tuesday.");
    await note.getByRole("button", { name: "Save note" }).click();
    await note.getByRole("paragraph").getByText("Called on Tuesday.").waitFor();
    await note.getByRole("button", { name: /Delete the note/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await sees(page.getByRole("dialog"), 0);
    await note.getByRole("button", { name: /Delete the note/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete note" }).click();
    await page.getByText("No notes yet.").waitFor();
  });

  await t.step("the history tells of it", async () => {
    await page.locator("#activity li").first().waitFor();
  });

  await t.step("deleting says what goes with the person", async () => {
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: `Delete ${LENA}?` });
    await dialog.getByText("1 résumé with its file").waitFor();
    await page.keyboard.press("Escape");
    await sees(page.getByRole("dialog"), 0);
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await dialog.getByRole("button", { name: "Delete the person" }).click();
    await page.waitForURL("**/candidates?deleted=1");
    await page.getByText("everything about them is deleted").waitFor();
    await sees(page.locator("tbody tr"), 1);
    assert.equal((await page.goto(person))?.status(), 404);
  });
});

Deno.test({ name: "everything is found by keys alone, from any page", ...LOOSE }, async (t) => {
  await using app = await browserApp();
  await fillFew(app);
  const page = await app.signIn();
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Find a person or job" });
  const options = page.locator(".find").getByRole("option");
  const option = (name: string | RegExp) => page.locator(".find").getByRole("option", { name });
  const isFocused = () => field.evaluate((one) => one === document.activeElement);
  /** Presses until the page listens: its scripts come after it is shown. */
  const focusBy = (key: string) =>
    waitFor(`${key} to focus the field`, async () => {
      await page.keyboard.press(key);
      return await isFocused();
    });

  await t.step("a slash focuses it, typing lists, arrows choose, Enter goes", async () => {
    await page.goto("/reports");
    await focusBy("/");
    await page.keyboard.type("lena");
    await option(/Lena Berg/).waitFor();
    await page.keyboard.press("ArrowDown");
    const chosen = await field.getAttribute("aria-activedescendant");
    const current = page.locator(`#${chosen}`);
    assert.equal(await current.getAttribute("aria-selected"), "true");
    assert.match(await current.textContent() ?? "", /Lena Berg/);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/candidates/*");
    await page.getByRole("heading", { level: 1, name: LENA }).waitFor();
  });

  await t.step("Ctrl K does too; Escape closes and keeps what was typed", async () => {
    await focusBy("Control+k");
    await page.keyboard.type("payments");
    await option(/^Backend engineer, payments/).waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await field.getAttribute("aria-expanded"), "false");
    assert.equal(await field.inputValue(), "payments");
  });

  await t.step("an action is done", async () => {
    await field.fill("nederl");
    await option("Language: Nederlands").waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Kandidaten", exact: true }).first().waitFor();
    assert.match(page.url(), /\/candidates\//);
    await page.getByRole("button", { name: /EN/ }).click();
    await page.getByRole("link", { name: "Candidates", exact: true }).first().waitFor();
  });

  await t.step("nothing found says what to try; Enter shows the page of results", async () => {
    await focusBy("/");
    await page.keyboard.type("submarine");
    await page.getByText("Nothing found for “submarine”").waitFor();
    await sees(options, 0);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/find?q=submarine");
    await page.getByRole("heading", { name: "Nothing found for “submarine”" }).waitFor();
  });

  await t.step("without a connection it says so, and works again with one", async () => {
    await focusBy("/");
    await page.context().setOffline(true);
    await page.keyboard.type("lena");
    await page.getByText("Not searched: no connection").waitFor();
    await page.context().setOffline(false);
    await page.locator(".find-panel").getByRole("button", { name: "Try again" }).press("Enter");
    await option(/Lena Berg/).waitFor();
    await page.keyboard.type(" berg"); // the field has the focus again
    await page.getByRole("link", { name: "All results for “lena berg”" }).waitFor();
  });
});

Deno.test(
  { name: "finding works without JavaScript, and for who only reads", ...LOOSE },
  async (t) => {
    await using app = await browserApp();
    const person = await pathOf(app);

    await t.step("the field in the bar leads to a page of results", async () => {
      const page = await app.signIn({ javaScriptEnabled: false });
      await page.goto("/");
      const field = page.locator(".find input");
      await field.fill("Okafr lena");
      await field.press("Enter");
      await page.waitForURL("**/find?q=**");
      await page.goto("/find?q=lena");
      await page.locator("main").getByRole("link", { name: /Lena Berg/ }).click();
      await page.waitForURL("**/candidates/*");
      await page.locator("summary[aria-label='Edit place']").click();
      await page.getByRole("textbox", { name: "Place" }).fill("Zwolle");
      await page.getByRole("textbox", { name: "Place" }).press("Enter");
      await page.getByText("Zwolle").waitFor();
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await page.getByRole("dialog").waitFor();
    });

    await t.step("a viewer sees no field to change anything", async () => {
      const { db } = app.test.services;
      await db.updateTable("memberships").set({ role: "viewer" }).execute();
      const page = await app.signIn();
      await page.goto(person);
      await page.getByText("Your role reads notes").waitFor();
      assert.ok(await page.getByRole("button", { name: "Delete", exact: true }).isDisabled());
      await sees(page.locator("main summary"), 0);
      const refused = await page.request.post(`${person}/remove`, { headers: { origin: app.url } });
      assert.equal(refused.status(), 403);
    });
  },
);

Deno.test({ name: "on a phone the bar folds into a menu", ...LOOSE }, async (t) => {
  await using app = await browserApp();
  await fillFew(app);
  for (const javaScriptEnabled of [true, false]) {
    await t.step(javaScriptEnabled ? "with JavaScript" : "without", async () => {
      const page = await app.signIn({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
      await page.goto("/");
      const link = page.getByRole("link", { name: "Candidates", exact: true });
      assert.equal(await link.isVisible(), false);
      await page.getByRole("button", { name: "Menu", exact: true }).click();
      await link.waitFor();
      await page.keyboard.press("Escape");
      await link.waitFor({ state: "hidden" });
      await page.getByRole("button", { name: "Menu", exact: true }).click();
      await link.click();
      await page.waitForURL("**/candidates");
      await page.getByRole("row", { name: new RegExp(LENA) }).waitFor();
    });
  }
});
