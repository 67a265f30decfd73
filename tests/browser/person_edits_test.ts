import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserApp, LOGIN, PASSWORD, sees, sharedInFile } from "./app.ts";
import { fillFew } from "./places.ts";

const LOOSE = { sanitizeOps: false, sanitizeResources: false } as const;

/** Two people, so that what is tried with and without JavaScript begins with one untouched. */
const world = sharedInFile(async () => {
  const app = await browserApp();
  const { people } = await fillFew(app);
  const [strong, weak] = people.map((id) => `/candidates/${id}`);
  return { app, strong, weak, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
});

const pencil = (page: Page, field: string) => page.locator(`summary[aria-label='Edit ${field}']`);

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";

  Deno.test(
    { name: `of two who edit a person, the second is told, ${how} JavaScript`, ...LOOSE },
    async (t) => {
      const { app, strong = "", weak = "" } = await world();
      const person = javaScriptEnabled ? strong : weak;
      const first = await app.signIn({ javaScriptEnabled });
      const second = await first.context().newPage();

      await t.step("a field of contact", async () => {
        await first.goto(person);
        await second.goto(person);
        await change(first, "Utrecht");
        await first.getByText("Saved").waitFor();
        await change(second, "Zwolle");
        await second.getByText("Now it is: Utrecht.").waitFor();
        const field = second.getByRole("textbox", { name: "Place" });
        assert.equal(await field.inputValue(), "Zwolle");
        await field.press("Enter");
        await second.locator(".in-place-value").getByText("Zwolle").waitFor();
      });

      await t.step("consent", async () => {
        await first.goto(person);
        await second.goto(person);
        await consent(first, "withdrawn");
        await first.getByText("Saved").waitFor();
        await consent(second, "given");
        await second.getByText("Now it is: Withdrawn.").waitFor();
        assert.equal(await second.getByRole("combobox", { name: "Consent" }).inputValue(), "given");
      });

      await t.step("a note of one's own", async () => {
        await first.goto(person);
        await first.getByRole("textbox", { name: "New note" }).fill("Called on Monday");
        await first.getByRole("button", { name: "Add note" }).click();
        await first.locator("#notes li").getByText("Called on Monday").first().waitFor();
        await first.goto(person);
        await second.goto(person);
        for (const [page, text] of [[first, "Tuesday"], [second, "Friday"]] as const) {
          await page.locator("#notes li summary").click();
          await page.locator("#notes li textarea").fill(text);
          await page.getByRole("button", { name: "Save note" }).click();
          await page.waitForLoadState();
        }
        await second.getByText("This note was changed meanwhile").waitFor();
        await second.locator("#notes li p").getByText("Tuesday").waitFor();
        assert.equal(await second.locator("#notes li textarea").inputValue(), "Friday");
      });

      async function change(page: Page, place: string) {
        await pencil(page, "place").click();
        await page.getByRole("textbox", { name: "Place" }).fill(place);
        await page.getByRole("textbox", { name: "Place" }).press("Enter");
      }

      async function consent(page: Page, state: string) {
        await pencil(page, "consent").click();
        await page.getByRole("combobox", { name: "Consent" }).selectOption(state);
        await page.locator("#consent").getByRole("button", { name: "Save" }).click();
      }
    },
  );

  Deno.test({
    name: `what cannot be taken is shown again as it was typed, ${how} JavaScript`,
    ...LOOSE,
  }, async (t) => {
    const { app, strong = "", weak = "" } = await world();
    const person = javaScriptEnabled ? strong : weak;
    const page = await app.signIn({ javaScriptEnabled });
    const isFocused = (selector: string) => page.locator(`${selector}:focus`).waitFor();

    await t.step("a number without digits, which is no link either", async () => {
      await page.goto(person);
      await pencil(page, "phone").click();
      const field = page.getByRole("textbox", { name: "Phone" });
      await field.fill("javascript:alert(1)");
      const answer = page.waitForResponse((one) => one.request().method() === "POST");
      await field.press("Enter");
      assert.equal((await answer).status(), 422);
      await page.getByText("Write a phone number such as").waitFor();
      assert.equal(await field.inputValue(), "javascript:alert(1)");
      await isFocused("input[name=phone]");
      const { db } = app.test.services;
      await db.updateTable("candidates").set({ phone: "javascript:alert(1)" }).execute();
      await page.goto(person);
      await page.locator(".in-place-value").getByText("javascript:alert(1)").waitFor();
      await sees(page.locator("a[href^='tel:']"), 0);
    });

    await t.step("consent that ends before it begins", async () => {
      await pencil(page, "consent").click();
      await page.getByRole("combobox", { name: "Consent" }).selectOption("given");
      await page.getByLabel("On", { exact: true }).fill("2026-01-05");
      await page.getByLabel("Until", { exact: true }).fill("2025-01-05");
      await page.locator("#consent").getByRole("button", { name: "Save" }).click();
      await page.getByText("Choose days that exist").waitFor();
      assert.equal(await page.getByRole("combobox", { name: "Consent" }).inputValue(), "given");
      assert.equal(await page.getByLabel("On", { exact: true }).inputValue(), "2026-01-05");
      assert.equal(await page.getByLabel("Until", { exact: true }).inputValue(), "2025-01-05");
    });

    await t.step("a blank note and its job, and a blank tag", async () => {
      await page.goto(person);
      await page.getByRole("textbox", { name: "New note" }).fill("   ");
      await page.getByLabel("About").selectOption({ label: "Backend engineer, payments" });
      await page.getByRole("button", { name: "Add note" }).click();
      await page.getByText("A note needs 1 to 5,000 characters").waitFor();
      assert.equal(await page.getByRole("textbox", { name: "New note" }).inputValue(), "   ");
      assert.notEqual(await page.getByLabel("About").inputValue(), "");
      await page.getByRole("combobox", { name: "New tag" }).fill("   ");
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await page.getByText("A tag needs 1 to 40 characters").waitFor();
      assert.equal(await page.getByRole("combobox", { name: "New tag" }).inputValue(), "   ");
      await isFocused("input[name=tag]");
    });
  });
}

Deno.test(
  { name: "a field in place is opened, left and wide enough, by keys alone", ...LOOSE },
  async (t) => {
    const { app, strong: person = "" } = await world();
    const page = await app.signIn();
    await page.goto(person);
    const field = page.getByRole("textbox", { name: "E-mail" });

    await t.step("opening focuses it, Escape puts away what was typed", async () => {
      await pencil(page, "e-mail").press("Enter");
      await page.locator("input[name=email]:focus").waitFor();
      await page.keyboard.type("somebody@else.example");
      await page.keyboard.press("Escape");
      await page.locator("summary[aria-label='Edit e-mail']:focus").waitFor();
      await field.waitFor({ state: "hidden" });
      await page.keyboard.press("Enter");
      assert.equal(await field.inputValue(), "lena.berg@example.com");
    });

    await t.step("it has the whole row", async () => {
      const box = await field.boundingBox();
      const row = await page.getByRole("region", { name: "Contact" }).boundingBox();
      assert.ok(box && row && box.width > row.width - 8, `${box?.width} of ${row?.width}`);
    });

    await t.step("Cancel closes it too, also after a refusal", async () => {
      await field.fill("nobody");
      await field.press("Enter");
      await page.getByText("Write an address such as").waitFor();
      await page.locator("input[name=email]:focus").waitFor();
      await page.getByRole("link", { name: "Cancel" }).click();
      await page.locator("summary[aria-label='Edit e-mail']:focus").waitFor();
      await page.keyboard.press("Enter");
      assert.equal(await field.inputValue(), "lena.berg@example.com");
      await sees(page.getByText("Write an address such as"), 0);
    });
  },
);

Deno.test({ name: "what was typed is there again after signing in", ...LOOSE }, async (t) => {
  const { app, strong: person = "" } = await world();
  const page = await app.signIn();

  const lose = () =>
    app.test.services.db.updateTable("sessions").set({ expiresAt: new Date(0) })
      .execute();
  async function signInAgain() {
    await page.getByText("Your session has ended").waitFor();
    await page.fill("#login", LOGIN);
    await page.fill("#password", PASSWORD);
    await page.click("button.btn-primary");
  }

  await t.step("a note and a place", async () => {
    await page.goto(person);
    await page.getByRole("textbox", { name: "New note" }).fill("A long story");
    await pencil(page, "place").click();
    await page.getByRole("textbox", { name: "Place" }).fill("Zierikzee");
    await lose();
    await page.getByRole("button", { name: "Add note" }).click();
    await signInAgain();
    await page.waitForURL(`**${person}`);
    const place = page.getByRole("textbox", { name: "Place" });
    await place.waitFor();
    assert.equal(await place.inputValue(), "Zierikzee");
    const note = page.getByRole("textbox", { name: "New note" });
    assert.equal(await note.inputValue(), "A long story");
    await page.getByRole("button", { name: "Add note" }).click();
    await page.locator("#notes li").getByText("A long story").first().waitFor();
    assert.equal(await note.inputValue(), "");
    await place.press("Enter");
    await page.locator(".in-place-value").getByText("Zierikzee").waitFor();
    await page.goto(person);
    await place.waitFor({ state: "hidden" });
    assert.equal(await note.inputValue(), "");
  });

  await t.step("the name of a new stage", async () => {
    await page.goto("/settings/stages");
    const name = page.locator("#new-stage input[name=name]");
    await name.fill("Assessment");
    await lose();
    await page.locator("#new-stage").getByRole("button", { name: "Add" }).click();
    await signInAgain();
    await page.waitForURL("**/settings/stages");
    await name.waitFor();
    await page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>("#new-stage input")?.value === "Assessment"
    );
    await page.locator("#new-stage").getByRole("button", { name: "Add" }).click();
    await page.waitForURL("**/settings/stages#stage-*");
    assert.equal(await name.inputValue(), "");
  });
});
