import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { waitFor } from "../harness/wait.ts";
import { type BrowserApp, browserApp, file, JOB, makeJob, sees } from "./app.ts";

const LIFE = [
  "Work experience",
  "Backend engineer, Tidewater Bank, January 2016 - present",
  "- Wrote the payments API in TypeScript and moved it to three data centres",
  "- Tuned PostgreSQL for nine million calls a day, with indexes that nobody had thought of",
  "- Runs Kafka for twelve teams and writes the guide that forty partners use",
].join("\n");

/** Lena twice, by her number, and Otto. */
const FILES = [
  file("lena.txt", `Lena Berg\nlena@example.com\n06 12 34 56 78\nUtrecht\n\n${LIFE}`),
  file("lena2.txt", `Lena Berg-Kamp\nkamp@example.net\n+31 6 1234 5678\nZwolle\n\n${LIFE}`),
  file("otto.txt", "Otto Klein\notto@example.com\n\nWork experience\nWeb developer, Atelier 9"),
];

async function fill(app: BrowserApp, page: Page): Promise<void> {
  const job = await makeJob(page, JOB.title, JOB.description);
  await page.goto(`${job}/resumes`);
  await page.locator("label.file-field input").setInputFiles(FILES);
  const { db } = app.test.services;
  await waitFor("the texts to be compared", async () => {
    const rows = await db.selectFrom("resumes").select("nearComparedAt").execute();
    return rows.length === FILES.length && rows.every((row) => row.nearComparedAt !== null);
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  Deno.test({
    name: `two who may be one are dismissed, merged and given back, ${how} JavaScript`,
    sanitizeOps: false,
    sanitizeResources: false,
  }, async (t) => {
    await using app = await browserApp();
    await fill(app, await app.signIn());
    const page = await app.signIn({ javaScriptEnabled });
    const pairs = page.getByRole("region", { name: /and/ });
    const toast = page.locator(".toast");

    await t.step("they are proposed with why, and what differs", async () => {
      await page.goto("/candidates/duplicates");
      await sees(pairs, 1);
      await pairs.getByText("Same phone number").waitFor();
      await pairs.getByText("Résumés").first().waitFor();
      // Which of them was read first is not said.
      await pairs.getByText("lena@example.com").last().waitFor();
      await pairs.getByText("kamp@example.net").last().waitFor();
    });

    await t.step("they are two people, and are not after all", async () => {
      await pairs.getByRole("button", { name: "These are two people" }).click();
      await page.getByText("No possible duplicates").waitFor();
      await toast.getByRole("button", { name: "Undo" }).click();
      await page.getByText("are proposed again").waitFor();
      await sees(pairs, 1);
    });

    await t.step("they are merged field by field", async () => {
      await pairs.getByRole("link", { name: "Compare and merge" }).click();
      await page.getByRole("heading", { name: "Merge two people" }).waitFor();
      await page.getByRole("radio", { name: /Lena Berg(?!-)/ }).check();
      await page.getByRole("radio", { name: /kamp@example\.net/ }).check();
      const kept = page.url();
      await page.getByRole("link", { name: "Swap" }).click();
      await page.waitForURL((url) => url.href !== kept);
      await page.getByRole("radio", { name: /Lena Berg(?!-)/ }).check();
      await page.getByRole("radio", { name: /kamp@example\.net/ }).check();
      await page.getByRole("button", { name: "Merge" }).click();
      await toast.getByText("Lena Berg is one person now.").waitFor();
      await page.getByText("No possible duplicates").waitFor();
      const rows = await app.test.services.db.selectFrom("candidates")
        .select(["name", "email"]).where("name", "like", "Lena%").execute();
      assert.deepEqual(rows, Array(2).fill({ name: "Lena Berg", email: "kamp@example.net" }));
    });

    await t.step("the merge is undone", async () => {
      await toast.getByRole("button", { name: "Undo" }).click();
      await page.getByText("Both people are back.").waitFor();
      await sees(pairs, 1);
      assert.match(await pairs.innerText(), /Lena Berg-Kamp/);
    });
  });
}

const SECOND = {
  title: "Payments engineer",
  description: "What we ask\n- 3+ years of TypeScript\n- PostgreSQL\n- Kafka",
};

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with" : "without";
  Deno.test({
    name: `people already here are found for a job and added to it, ${how} JavaScript`,
    sanitizeOps: false,
    sanitizeResources: false,
  }, async (t) => {
    await using app = await browserApp();
    const owner = await app.signIn();
    await fill(app, owner);
    const job = await makeJob(owner, SECOND.title, SECOND.description);
    const page = await app.signIn({ javaScriptEnabled });
    const rows = page.locator("tbody tr.row");

    await t.step("on request, with a look at how far it is", async () => {
      await page.goto(`${job}/pool`);
      await page.getByText("Nobody has looked yet").waitFor();
      await page.getByRole("button", { name: "Look for people" }).click();
      await sees(rows, 2);
      assert.match(await rows.first().innerText(), /Lena Berg[^]*Backend engineer, payments/);
    });

    await t.step("nobody is added before somebody is chosen", async () => {
      await page.getByRole("button", { name: "Add to this job" }).click();
      await page.getByText("Nobody was selected").waitFor();
    });

    await t.step("who is chosen is added and judged", async () => {
      await page.getByRole("checkbox").first().check();
      await page.getByRole("button", { name: "Add to this job" }).click();
      await page.getByText("1 person added.").waitFor();
      await sees(rows, 1);
      const { db } = app.test.services;
      await waitFor("the copy to be judged", async () => {
        const made = await db.selectFrom("evaluations").select("grade")
          .where("jobId", "=", job.split("/").at(-1) ?? "").executeTakeFirst();
        return made?.grade === "A";
      });
    });
  });
}
