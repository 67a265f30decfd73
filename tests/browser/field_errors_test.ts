import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserApp, isAtRest } from "./app.ts";
import { makeRanked } from "./people.ts";

/** Waits until the field at `id` is marked, has the focus, and is described by that text alone. */
async function isWrong(page: Page, id: string, text: string): Promise<void> {
  const field = page.locator(`[id="${id}"]`);
  await field.and(page.locator('[aria-invalid="true"]:focus')).waitFor();
  const line = await field.getAttribute("aria-describedby");
  await page.locator(`[id="${line}"]`, { hasText: text }).waitFor();
  await page.locator(`[id="${id}-hint"]`).waitFor({ state: "hidden" });
}

Deno.test({
  name: "what is wrong with a field stands below it, in the page's language",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn({ locale: "nl-NL" });
  const { job } = await makeRanked(app);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();

  await t.step("of a new job, and it goes when it is mended", async () => {
    await page.goto("/jobs/new");
    await press("Zoek de eisen");
    await isWrong(page, "title", "Schrijf een titel van 3 tot 255 tekens.");
    await page.fill("#title", "Verpleegkundige");
    await page.locator("#title-wrong").waitFor({ state: "hidden" });
    assert.equal(await page.getAttribute("#title", "aria-invalid"), null);
    assert.equal(await page.getAttribute("#title", "aria-describedby"), null);
  });

  await t.step("of what the server refused, with one line for both", async () => {
    await page.fill("#title", " ab ");
    await page.fill("#description", "Een geldige BIG-registratie is verplicht");
    await press("Zoek de eisen");
    await page.getByText("Schrijf een titel van 3 tot 255 tekens.").waitFor();
    await page.fill("#title", "a");
    await press("Zoek de eisen");
    await isWrong(page, "title", "Schrijf een titel van 3 tot 255 tekens.");
    await page.fill("#title", "Verpleegkundige");
    await page.locator("#title-error").waitFor({ state: "hidden" });
  });

  await t.step("of a profile and a password, where the hint gives way", async () => {
    await page.goto("/settings");
    await page.fill("#email", "marijke");
    await page.locator("#email").press("Enter");
    await isWrong(page, "email", "Geef een heel e-mailadres");
    await page.fill("#current", "een wachtwoord");
    await page.fill("#next", "kort");
    await page.locator("#next").press("Enter");
    await isWrong(page, "next", "Kies een wachtwoord van ten minste");
    await page.fill("#next", "een veel langer wachtwoord");
    await page.locator("#next-hint").waitFor();
    assert.equal(await page.getAttribute("#next", "aria-describedby"), "next-hint");
    await page.locator("#next").press("Enter");
    await isWrong(page, "repeat", "Geef het nieuwe wachtwoord nog eens.");
  });

  await t.step("of a requirement, new or there already", async () => {
    await page.goto(`${job}/requirements`);
    await isAtRest(page);
    await page.locator(".adder summary").first().click();
    await page.locator("#add-required:focus").waitFor();
    await page.keyboard.press("Enter");
    await isWrong(page, "add-required", "Schrijf een naam van 2 tot 255 tekens.");
    const name = page.locator("tr.row .ghost").first();
    await name.fill("");
    await name.press("Tab");
    const id = await name.getAttribute("id") ?? "";
    await isWrong(page, id, "Schrijf een naam van 2 tot 255 tekens.");
    await name.fill("TypeScript 5");
    await page.locator(`[id="${id}-wrong"]`).waitFor({ state: "hidden" });
  });

  await t.step("of a pasted résumé", async () => {
    await page.goto(`${job}/resumes`);
    await press("Plak tekst");
    await press("Voeg cv toe");
    await isWrong(page, "paste-text", "Plak een tekst van 20 tot");
  });

  await t.step("of a changed verdict", async () => {
    await page.goto(`${job}/ranking`);
    await page.locator("tr.row .row-link, tr.row a[href^='/resumes/']").first().click();
    await page.waitForURL("**/resumes/**");
    await page.locator("details.change summary").first().click();
    await press("Bewaar oordeel");
    await isWrong(page, "reason-1", "zodat een collega");
    await page.fill("#reason-1", "Ze vertelde het aan de telefoon.");
    await page.locator("#reason-1-error").waitFor({ state: "detached" });
  });

  await t.step("without scripts the browser says it", async () => {
    const bare = await app.signIn({ javaScriptEnabled: false });
    await bare.goto("/jobs/new");
    await bare.getByRole("button", { name: "Find the requirements" }).click();
    assert.equal(new URL(bare.url()).pathname, "/jobs/new");
    assert.equal(await bare.locator("#title:invalid").count(), 1);
    assert.equal(await bare.locator("#title-wrong").isVisible(), false);
  });
});
