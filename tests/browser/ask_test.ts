import assert from "node:assert/strict";
import { browserApp } from "./app.ts";
import { makeRanked } from "./people.ts";

const LOOSE = { sanitizeOps: false, sanitizeResources: false } as const;

Deno.test({ name: "the résumés are asked, and answer in their own words", ...LOOSE }, async (t) => {
  await using app = await browserApp();
  const { job } = await makeRanked(app);
  const page = await app.signIn({ javaScriptEnabled: false });
  const field = page.getByRole("searchbox", { name: "Question" });
  const answers = page.getByRole("list", { name: "Answers", exact: true });

  await t.step("a job's ranking leads to its own résumés", async () => {
    await page.goto(`${job}/ranking`);
    await page.getByRole("link", { name: "Ask these résumés a question" }).click();
    await page.waitForURL(/\/ask\?job=/);
    const chosen = page.locator("select[name=job] option:checked");
    assert.equal(await chosen.textContent(), "Backend engineer, payments");
  });

  await t.step("each answer is a quote with what was asked marked, and leads to it", async () => {
    await field.fill("who has worked on a tariff engine?");
    await page.getByRole("button", { name: "Ask" }).click();
    await answers.getByRole("link", { name: "Noor Visser" }).waitFor();
    const quote = answers.getByRole("link", { name: "Tariff engine in TypeScript" });
    assert.match(await quote.locator("mark").allTextContents().then(String), /tariff/i);
    assert.match(await page.locator("main").innerText(), /Understood as all of: tariff · engine/);
    await quote.click();
    await page.waitForURL(/\/resumes\//);
    await page.getByText("Tariff engine in TypeScript").first().waitFor();
  });

  await t.step("what cannot be asked is told beside the question, which stays", async () => {
    await page.goto("/ask?q=skill%3Anothingness");
    await page.getByText("“nothingness” is no skill in the lexicon").waitFor();
    assert.equal(await field.inputValue(), "skill:nothingness");
    await page.goto("/ask?q=glaciologist");
    await page.getByRole("heading", { name: "No résumé answers this" }).waitFor();
  });

  await t.step("examples can be asked as they stand", async () => {
    await page.goto("/candidates");
    await page.getByRole("link", { name: "Ask the résumés" }).click();
    const examples = page.getByRole("region", { name: "For example" }).getByRole("link");
    for (
      const href of await examples.evaluateAll((all) =>
        all.map((one) => one.getAttribute("href") ?? "")
      )
    ) {
      await page.goto(`/ask${href}`);
      assert.equal(await page.locator(".error-line").count(), 0, href);
      await page.getByText("Understood as").waitFor();
    }
  });
});

Deno.test({ name: "a question is asked in Dutch on a phone", ...LOOSE }, async () => {
  await using app = await browserApp();
  await makeRanked(app);
  const page = await app.signIn({ locale: "nl-NL", viewport: { width: 390, height: 844 } });
  await page.goto("/ask");
  const examples = page.getByRole("region", { name: "Bijvoorbeeld" }).getByRole("link");
  for (
    const href of await examples.evaluateAll((all) =>
      all.map((one) => one.getAttribute("href") ?? "")
    )
  ) {
    await page.goto(`/ask${href}`);
    assert.equal(await page.locator(".error-line").count(), 0, href);
  }
  await page.getByRole("searchbox", { name: "Vraag" }).fill(
    "vaardigheid:typescript NIET kubernetes",
  );
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Noor Visser" }).waitFor();
});
