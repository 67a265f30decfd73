import assert from "node:assert/strict";
import { waitFor } from "../harness/wait.ts";
import { browserApp, file, JOB, makeJob, RESUMES } from "./app.ts";

Deno.test({
  name: "the whole flow works without JavaScript",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn({ javaScriptEnabled: false });
  let job = "";

  await t.step("a job needs a title and a text, and says so", async () => {
    await page.goto("/jobs/new");
    // The browser's own check would stop an empty form; another client's would not.
    await page.fill("#title", "  ab ");
    await page.fill("#description", "short but long enough");
    await page.click('main button[type="submit"]');
    await page.getByText("Write a title of 3 to 255 characters.").waitFor();
    assert.equal(await page.inputValue("#description"), "short but long enough");
    job = await makeJob(page, JOB.title, JOB.description);
  });

  await t.step("a number leads to the row of its requirement, and back", async () => {
    await page.locator(".posting sup a").first().click();
    const target = new URL(page.url()).hash;
    assert.match(target, /^#r-/);
    await page.locator(`[id="${target.slice(1)}"]`).waitFor();
  });

  await t.step("a requirement is changed by its row's button", async () => {
    const row = page.locator('tr.row:has(input[value="Kafka"])');
    await row.getByLabel(/^Weight/).selectOption("5");
    await row.getByLabel(/^Experience|^Years/).selectOption("2");
    await row.getByRole("button", { name: /^Save/ }).click();
    await page.waitForURL("**/requirements#r-*");
    const saved = page.locator('tr.row:has(input[value="Kafka"])');
    assert.equal(await saved.locator(".weight i[data-on]").count(), 5);
    assert.equal(await saved.getByLabel(/^Years/).inputValue(), "2");
  });

  await t.step("a requirement is added, deleted, and brought back", async () => {
    await page.locator("details.adder summary").first().click();
    await page.getByLabel("New requirement").fill("Redis");
    await page.getByRole("button", { name: "Add", exact: true }).first().click();
    const row = page.locator('tr.row:has(input[value="Redis"])');
    await row.waitFor();
    await row.getByRole("button", { name: /^Delete/ }).click();
    await page.getByText("“Redis” deleted").waitFor();
    assert.equal(await row.count(), 0);
    await page.getByRole("button", { name: "Undo" }).click();
    await row.waitFor();
    await row.getByRole("button", { name: /^Delete/ }).click();
    await page.getByText("“Redis” deleted").waitFor();
  });

  await t.step("résumés come by the plain file field", async () => {
    await page.goto(`${job}/resumes`);
    await page.getByLabel("Files", { exact: true }).setInputFiles([
      file(RESUMES.strong.name, RESUMES.strong.text),
      file(RESUMES.weak.name, RESUMES.weak.text),
      file("empty.txt", "   "),
    ]);
    await page.getByRole("button", { name: "Upload" }).click();
    await page.getByText("3 files taken; they are being read.").waitFor();
    await waitFor("the files to be read", async () => {
      await page.reload();
      return await page.getByText("2 of 3 read, 1 needs you").first().isVisible();
    });
  });

  await t.step("a refused file says why, is replaced and removed", async () => {
    await page.goto(`${job}/resumes?show=need`);
    const row = page.locator("tr.row", { hasText: "empty.txt" });
    await row.getByText("There is no text in it.").waitFor();
    await row.getByRole("button", { name: "Replace file empty.txt" }).click();
    await page.locator('input[name="files"]').setInputFiles([file("blank.txt", " \n ")]);
    await page.getByRole("button", { name: "Replace file", exact: true }).click();
    await page.getByText("“blank.txt” took its place and is being read.").waitFor();
    const other = page.locator("tr.row", { hasText: "blank.txt" });
    await waitFor("the other file", async () => {
      await page.goto(`${job}/resumes?show=need`);
      return await other.getByText("There is no text in it.").isVisible();
    });
    await other.getByRole("button", { name: "Remove blank.txt" }).click();
    await page.getByText("This cannot be undone").waitFor();
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("blank.txt removed").waitFor();
  });

  await t.step("a résumé is pasted", async () => {
    await page.goto(`${job}/resumes`);
    await page.getByRole("button", { name: "Paste text" }).click();
    await page.getByLabel("Text of the résumé").fill("Paula Pasted\nSales, Acme, 2016 - present");
    await page.getByRole("button", { name: "Add résumé" }).click();
    await page.getByText("1 file taken").waitFor();
    await waitFor("the text to be read", async () => {
      await page.goto(`${job}/resumes?q=paula`);
      return await page.getByRole("link", { name: "Paula Pasted" }).isVisible();
    });
    await page.getByRole("button", { name: "Remove Paula Pasted.txt" }).click();
    await page.getByRole("button", { name: "Remove" }).click();
  });

  await t.step("the ranking is sorted by links", async () => {
    await page.goto(`${job}/ranking`);
    const names = () => page.locator("tbody .name").allTextContents();
    assert.deepEqual(await names(), ["Lena Berg", "Otto Klein"]);
    await page.getByRole("link", { name: "Score" }).click();
    assert.deepEqual(await names(), ["Otto Klein", "Lena Berg"]);
    assert.equal(await page.locator('th[aria-sort="ascending"]').innerText(), "Score");
  });

  await t.step("every quote is an anchor to its mark, and the mark leads back", async () => {
    await page.goto(`${job}/ranking`);
    await page.getByRole("link", { name: /Lena Berg/ }).click();
    const row = page.locator(".verdict-row", { hasText: "PostgreSQL" });
    await row.locator(".quotes a").first().click();
    const id = new URL(page.url()).hash.slice(1);
    assert.match(await page.locator(`mark[id="${id}"]`).innerText(), /Tuned PostgreSQL/);
    await page.locator(`mark[id="${id}"] sup a`).first().click();
    assert.match(new URL(page.url()).hash, /^#v-\d+$/);
  });

  await t.step("a verdict is changed and the change undone", async () => {
    await page.goto(`${job}/ranking`);
    await page.getByRole("link", { name: /Otto Klein/ }).click();
    const row = page.locator(".verdict-row", { hasText: "PostgreSQL" });
    await row.locator("details.change summary").click();
    await row.getByRole("radio", { name: "PARTIAL" }).check({ force: true });
    await row.locator("textarea").fill("He sent a sample of his queries.");
    await row.getByRole("button", { name: "Save verdict" }).click();
    await row.getByText("You changed this from NO").waitFor();
    assert.equal(await row.locator("> .verdict").innerText(), "PARTIAL");
    await row.getByRole("button", { name: /^Undo/ }).click();
    await page.waitForURL("**/resumes/*#v-*");
    assert.equal(await row.locator("> .verdict").innerText(), "NO");
  });

  await t.step("title, text and weights are saved", async () => {
    await page.goto(`${job}/settings`);
    await page.fill("#title", "Backend engineer, ferries");
    await page.getByRole("button", { name: "Save the text" }).click();
    await page.getByRole("heading", { name: "Backend engineer, ferries" }).waitFor();
    await page.fill("#weight-niceToHave", "2");
    await page.getByRole("button", { name: "Save the weights" }).click();
    await page.getByText("Saved").waitFor();
    assert.equal(await page.inputValue("#weight-niceToHave"), "2");
  });

  await t.step("a job is archived, opened again, and deleted by its title", async () => {
    await page.getByRole("button", { name: "Close the job" }).click();
    await page.getByText("It is closed.").waitFor();
    await page.getByRole("button", { name: "Open again" }).click();
    await page.getByText(/^1 candidate|^2 candidates/).waitFor();
    await page.fill("#confirm", "something else");
    await page.getByRole("button", { name: "Delete the job" }).click();
    await page.getByText("That is not the title").waitFor();
    await page.fill("#confirm", "Backend engineer, ferries");
    await page.getByRole("button", { name: "Delete the job" }).click();
    await page.getByText("“Backend engineer, ferries” is deleted").waitFor();
  });
});
