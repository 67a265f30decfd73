import assert from "node:assert/strict";
import { browserApp, file, JOB, LOGIN, makeJob, PASSWORD, RESUMES, sees } from "./app.ts";

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

Deno.test({
  name: "a recruiter signs in, makes a job, drops résumés and reads the ranking with its proof",
  // The browser's own connection outlives single steps.
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp();
  const page = await app.newPage();
  let job = "";

  await t.step("a wrong password says so and keeps the name", async () => {
    await page.goto("/");
    await page.waitForURL("**/sign-in");
    await page.fill("#login", LOGIN);
    await page.fill("#password", "not the password");
    await page.click("button.btn-primary");
    await page.getByRole("alert").getByText("do not belong together").waitFor();
    assert.equal(await page.inputValue("#login"), LOGIN);
  });

  await t.step("the right one opens the dashboard of a newcomer", async () => {
    await page.fill("#password", PASSWORD);
    await page.click("button.btn-primary");
    await page.getByRole("heading", { name: "From a job description" }).waitFor();
    await page.getByRole("button", { name: "Try it with an example" }).waitFor();
  });

  await t.step("a pasted text becomes requirements beside their sentences", async () => {
    job = await makeJob(page, JOB.title, JOB.description);
    const names = await page.locator(".requirements-table input.ghost").evaluateAll((fields) =>
      fields.map((field) => (field as HTMLInputElement).value)
    );
    assert.ok(names.includes("TypeScript") && names.includes("PostgreSQL"), names.join(", "));
    const row = page.locator("tr.row", { has: page.locator('input[title="TypeScript"]') });
    await row.hover();
    await page.locator(".source[data-on]", { hasText: "4 years of experience" }).waitFor();
    const underlined = await page.locator(".posting .source").allTextContents();
    assert.ok(!underlined.some((text) => text.includes("boat trip")), "an offer is no requirement");
  });

  await t.step("a requirement is changed in place, deleted, and brought back", async () => {
    const row = page.locator("tr.row", { has: page.locator('input[title="Kafka"]') });
    const saved = page.waitForResponse((answer) => answer.url().endsWith("/update"));
    await row.getByLabel(/^Weight of/).selectOption("5");
    assert.equal((await saved).status(), 200);
    await sees(row.locator(".weight i[data-on]"), 5);
    const before = await page.locator("tr.row").count();
    await row.getByRole("button", { name: /^Delete/ }).click();
    await page.getByText("“Kafka” deleted").waitFor();
    await sees(page.locator("tr.row"), before - 1);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("“Kafka” is back").waitFor();
    await page.reload();
    assert.equal(await page.locator("tr.row").count(), before);
    assert.equal(
      await page.locator('tr.row:has(input[title="Kafka"]) .weight i[data-on]').count(),
      5,
    );
  });

  await t.step("a requirement is added, and moves when it becomes a nice to have", async () => {
    await page.getByText("Add a requirement").click();
    await page.getByLabel("New requirement").fill("Redis");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const row = page.locator('tr.row:has(input[title="Redis"])');
    await row.waitFor();
    await row.getByRole("button", { name: "Make “Redis” a nice to have" }).click();
    const nice = page.locator('section[aria-labelledby="title-nice_to_have"]');
    await nice.locator('input[title="Redis"]').waitFor();
  });

  await t.step("dropped files are read while the page is watched", async () => {
    await page.goto(`${job}/resumes`);
    await page.locator("label.file-field input").setInputFiles([
      file(RESUMES.strong.name, RESUMES.strong.text),
      file(RESUMES.weak.name, RESUMES.weak.text),
      file("photo.png", PNG, "image/png"),
    ]);
    await page.getByRole("link", { name: "Lena Berg" }).waitFor();
    await page.getByRole("link", { name: "Otto Klein" }).waitFor();
    const refused = page.locator("tr.row", { hasText: "photo.png" });
    await refused.getByText("Not a format for résumés.").waitFor();
    await refused.getByText("Upload a PDF, DOCX, ODT, RTF, HTML or plain text.").waitFor();
    await page.getByText("2 of 3 read, 1 needs you").first().waitFor();
  });

  await t.step("the same file again is called a duplicate and counted once", async () => {
    await page.locator("label.file-field input").setInputFiles([
      file("again.txt", RESUMES.strong.text),
    ]);
    await page.getByText("Already in this job").waitFor();
    await page.getByText("2 of 3 read, 1 needs you").first().waitFor();
  });

  await t.step("removing asks first", async () => {
    const refused = page.locator("tr.row", { hasText: "photo.png" });
    await refused.getByRole("button", { name: "Remove photo.png" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("This cannot be undone").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await refused.getByRole("button", { name: "Remove photo.png" }).click();
    await dialog.getByRole("button", { name: "Remove" }).click();
    await refused.waitFor({ state: "detached" });
  });

  await t.step("the ranking puts shown experience first, in bands", async () => {
    await page.goto(`${job}/ranking`);
    const names = await page.locator("tbody .name").allTextContents();
    assert.deepEqual(names, ["Lena Berg", "Otto Klein"]);
    await page.getByRole("row", { name: /Grade A/ }).first().waitFor();
    const strip = page.getByRole("img", { name: /^Required: 4 of 4 met/ });
    await strip.waitFor();
    await page.locator("tr.row", { hasText: "Otto Klein" }).getByText("Gate failed").waitFor();
    await page.getByRole("link", { name: "Candidate", exact: true }).click();
    assert.equal(await page.locator('th[aria-sort="ascending"]').innerText(), "Candidate");
  });

  await t.step("a verdict lights its quote, a quote leads back", async () => {
    await page.getByRole("link", { name: /Lena Berg/ }).click();
    await page.locator(".verdict-row").first().waitFor();
    const row = page.locator(".verdict-row", { hasText: "PostgreSQL" });
    await row.locator(".why").click();
    const lit = page.locator("mark[data-on]", { hasText: "Tuned PostgreSQL" });
    await lit.waitFor();
    await page.locator("mark", { hasText: "Runs Kafka" }).locator("sup a").click();
    assert.match(await page.locator(".verdict-row[data-on] h3").innerText(), /Kafka/);
  });

  await t.step(
    "an override says what it does, is kept with its reason, and is undone",
    async () => {
      await page.goto(`${job}/ranking`);
      await page.getByRole("link", { name: /Otto Klein/ }).click();
      const row = page.locator(".verdict-row", { hasText: "PostgreSQL" });
      const before = await page.locator(".big-figure").innerText();
      await row.locator("details.change summary").click();
      await row.getByRole("radio", { name: "YES" }).check({ force: true });
      await row.getByText(/becomes|stays/).waitFor();
      await row.locator("textarea").fill("Showed it in the interview.");
      await row.getByRole("button", { name: "Save verdict" }).click();
      await row.getByText(/You changed this from NO .*“Showed it in the interview\.”/).waitFor();
      assert.equal(await row.locator("> .verdict").innerText(), "YES");
      await row.getByRole("button", { name: /^Undo/ }).click();
      await row.getByText("You changed this").waitFor({ state: "detached" });
      assert.equal(await row.locator("> .verdict").innerText(), "NO");
      assert.equal(await page.locator(".big-figure").innerText(), before);
    },
  );

  await t.step("the original comes as a file to be saved", async () => {
    const download = page.waitForEvent("download");
    const link = page.getByRole("link", { name: /Download/ });
    await link.click();
    assert.equal((await download).suggestedFilename(), RESUMES.weak.name);
    const answer = await page.request.get(await link.getAttribute("href") ?? "");
    assert.equal(answer.headers()["content-security-policy"], "sandbox; default-src 'none'");
  });

  await t.step("Dutch and dark hold for the next pages", async () => {
    await page.goto("/");
    await page.getByRole("button", { name: /Nederlands/ }).click();
    await page.getByRole("heading", { name: "Vacatures" }).waitFor();
    await page.locator("details.menu summary").click();
    await page.getByRole("button", { name: "Donker" }).click();
    await page.locator('html[lang="nl"][data-theme="dark"]').waitFor();
    await page.goto(`${job}/ranking`);
    await page.getByText("Sterk en mist").waitFor();
  });

  await t.step("signing out ends it", async () => {
    await page.goto("/");
    await page.locator("details.menu summary").click();
    await page.getByRole("button", { name: "Log uit" }).click();
    await page.getByText("Je bent uitgelogd.").waitFor();
    await page.goto(`${job}/ranking`);
    await page.waitForURL("**/sign-in?next=*");
  });
});

Deno.test({
  name: "a job comes as a file, and shows what was read of it by itself",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp();
  const page = await app.signIn();
  await page.goto("/jobs/new");
  await page.fill("#title", JOB.title);
  await page.fill("#description", JOB.description);
  await page.locator("#file").setInputFiles([file("vacancy.txt", JOB.description)]);
  await page.getByRole("button", { name: "Find the requirements" }).click();
  await page.getByText("There is a text and a file. Keep one of them.").waitFor();
  await page.fill("#description", "");
  await page.locator("#file").setInputFiles([file("vacancy.txt", JOB.description)]);
  await page.getByRole("button", { name: "Find the requirements" }).click();
  await page.locator('input.ghost[title="TypeScript"]').waitFor();

  await page.goto("/jobs/new");
  await page.fill("#title", "Nothing in it");
  await page.locator("#file").setInputFiles([file("vacancy.txt", "     ")]);
  await page.getByRole("button", { name: "Find the requirements" }).click();
  await page.getByText("“vacancy.txt” could not be read").waitFor();
  await page.getByText("There is no text in it.").waitFor();
});

Deno.test({
  name: "the ranking tells what came in, and moves no row before it is asked",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp();
  const page = await app.signIn();
  const job = await makeJob(page, JOB.title, JOB.description);
  await page.goto(`${job}/ranking`);
  await page.getByText("No résumé is ranked yet").waitFor();

  const other = await page.context().newPage();
  await other.goto(`${job}/resumes`);
  await other.locator("label.file-field input").setInputFiles([
    file(RESUMES.strong.name, RESUMES.strong.text),
  ]);
  const news = page.getByRole("link", { name: "Show 1 new result" });
  await news.waitFor();
  assert.equal(await page.locator("tbody .name").count(), 0);
  await news.click();
  await page.getByRole("link", { name: /Lena Berg/ }).waitFor();

  // An edit of the requirements makes the ranking stale until it is judged anew.
  await other.goto(`${job}/requirements`);
  const saved = other.waitForResponse((answer) => answer.url().endsWith("/update"));
  await other.locator('tr.row:has(input[title="Kafka"])').getByLabel(/^Weight/).selectOption("1");
  await saved;
  await page.goto(`${job}/ranking`);
  await page.getByRole("link", { name: /Lena Berg/ }).waitFor();
});
