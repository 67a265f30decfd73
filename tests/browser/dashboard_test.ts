import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Principal } from "../../lib/accounts/principal.ts";
import { archiveJob, createJob } from "../../lib/hiring/jobs.ts";
import { moveResumes } from "../../lib/hiring/moves.ts";
import { pasteResume } from "../../lib/hiring/resume_paste.ts";
import type { Services } from "../../lib/platform/services.ts";
import { waitFor } from "../harness/wait.ts";
import { browserApp, file, JOB, RESUMES, sees } from "./app.ts";
import { findOwner } from "./places.ts";

const options = { sanitizeOps: false, sanitizeResources: false };

async function makeJobs(services: Services, owner: Principal) {
  const { db } = services;
  const make = (title: string, place: string | null, isDraft = false) =>
    createJob(owner, db, { ...JOB, title, place }, { isDraft });
  const backend = await make("Backend engineer", "Utrecht, hybrid");
  const nurse = await make("Nurse", "Zwolle");
  const draft = await make("Anaesthetist", null, true);
  const closed = await make("Zookeeper", "Emmen");
  for (const { name, text } of [RESUMES.strong, RESUMES.weak]) {
    await pasteResume(owner, services, backend.id, { name, text });
  }
  await archiveJob(owner, db, closed.id);
  return { backend, nurse, draft, closed };
}

function titles(page: Page): Promise<string[]> {
  return page.locator("tbody .name").allTextContents();
}

function sum(page: Page, text: RegExp) {
  return page.locator(".summary-line > span").filter({ hasText: text });
}

Deno.test({ name: "the dashboard sums up, filters and sorts by links", ...options }, async (t) => {
  await using app = await browserApp();
  const { services } = app.test;
  const owner = await findOwner(services);
  const jobs = await makeJobs(services, owner);
  await waitFor("both to be read", async () => {
    const rows = await services.db.selectFrom("resumes").selectAll().execute();
    return rows.every(({ status }) => status === "done");
  });
  const [first] = await services.db.selectFrom("resumes").select("id").orderBy("id").execute();
  await moveResumes(owner, services, {
    resumeIds: [first?.id ?? ""],
    to: { decision: "shortlisted" },
  });
  const page = await app.signIn({ javaScriptEnabled: false });
  await page.goto("/");

  await t.step("sums, states and one row a job", async () => {
    for (const text of [/^2 open$/, /^1 candidate to decide$/, /^1 on a shortlist$/]) {
      await sum(page, text).waitFor();
    }
    const row = page.locator("tr.row", { hasText: "Backend engineer" });
    await row.getByText("Utrecht, hybrid").waitFor();
    assert.equal((await row.locator(".c-short").innerText()).trim(), "1");
    assert.equal((await row.locator(".c-decide").innerText()).trim(), "1");
    await row.getByRole("img", { name: /^A 1, B \d, C \d, D \d$/ }).waitFor();
    const draft = page.locator("tr.row", { hasText: "Anaesthetist" });
    await draft.getByText("Draft").waitFor();
    await draft.getByText("Confirm the requirements first").waitFor();
    const link = await draft.getByRole("link").first().getAttribute("href");
    assert.equal(link, `/jobs/${jobs.draft.id}/requirements`);
  });

  await t.step("filters and columns stand where they are looked for", async () => {
    const placeOf = async (part: string) => {
      const { x = 0, y = 0 } = await page.locator(part).first().boundingBox() ?? {};
      return { x: Math.round(x), y: Math.round(y) };
    };
    assert.equal((await placeOf("th.c-state")).x, 476);
    assert.equal((await placeOf("th.c-resumes")).x, 572);
    const filters = await placeOf(".filters .find-field");
    assert.ok(Math.abs(filters.y - 150) <= 2, `the filters are at ${filters.y}`);
  });

  await t.step("no heading is cut, in Dutch too", async () => {
    const dutch = await app.signIn({ javaScriptEnabled: false, locale: "nl-NL" });
    await dutch.goto("/");
    const cells = await dutch.locator(".jobs-table :is(th, td)").all();
    for (const cell of cells) {
      const cut = await cell.evaluate((one) => one.scrollWidth - one.clientWidth);
      assert.ok(cut <= 0, `${await cell.innerText()}: ${cut} px cut`);
    }
    await dutch.context().close();
  });

  await t.step("states are links that carry how many there are", async () => {
    const states = page.getByRole("navigation", { name: "Show" });
    assert.deepEqual(
      (await states.getByRole("link").allInnerTexts()).map((text) => text.replace(/\s+/g, " ")),
      ["All 4", "Open 2", "Draft 1", "Closed 1"],
    );
    await states.getByRole("link", { name: "Closed" }).click();
    assert.deepEqual(await titles(page), ["Zookeeper"]);
  });

  await t.step("a title is looked for within the state, and both stay in the address", async () => {
    await page.goto("/?show=open");
    await page.getByRole("searchbox", { name: "Job title" }).fill("NURSE");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/?q=NURSE&show=open");
    assert.deepEqual(await titles(page), ["Nurse"]);
    await page.getByRole("link", { name: "Draft" }).click();
    await page.getByText("No job here").waitFor();
    await page.getByRole("link", { name: "Show all jobs" }).click();
    assert.equal((await titles(page)).length, 4);
    for (const q of ["%", "_", "'; drop table jobs"]) {
      await page.goto(`/?q=${encodeURIComponent(q)}`);
      await page.getByText("No job here").waitFor();
    }
  });

  await t.step("columns sort both ways", async () => {
    const sortBy = async (column: string, way: "ascending" | "descending") => {
      await page.getByRole("columnheader", { name: column }).getByRole("link").click();
      await page.locator(`th[aria-sort="${way}"]`).getByText(column, { exact: true }).waitFor();
      await page.waitForLoadState();
      return await titles(page);
    };
    await page.goto("/");
    const sorted = ["Anaesthetist", "Backend engineer", "Nurse", "Zookeeper"];
    assert.deepEqual(await sortBy("Job", "ascending"), sorted);
    assert.deepEqual(await sortBy("Job", "descending"), sorted.toReversed());
    for (const column of ["Résumés", "Shortlisted", "To decide"]) {
      assert.equal((await sortBy(column, "descending"))[0], "Backend engineer", column);
    }
  });

  await t.step("pages go on where the last one ended", async () => {
    await page.goto("/?itemsPerPage=3&sort=title");
    assert.equal((await titles(page)).length, 3);
    await page.getByRole("link", { name: "Next" }).click();
    assert.deepEqual(await titles(page), ["Zookeeper"]);
  });

  await t.step("who may only read makes no job", async () => {
    await services.db.updateTable("memberships").set({ role: "viewer" }).execute();
    await page.goto("/");
    assert.equal(await page.getByRole("link", { name: "New job" }).count(), 0);
    await page.goto("/jobs/new");
    await page.getByText("You may not do this").waitFor();
    await services.db.deleteFrom("resumes").execute();
    await services.db.deleteFrom("jobs").execute();
    await page.goto("/");
    await page.getByText("There is no job yet").waitFor();
    assert.equal(await page.getByRole("button", { name: /example/ }).count(), 0);
  });
});

Deno.test({ name: "the dashboard counts along while résumés are read", ...options }, async (t) => {
  await using app = await browserApp();
  const { services } = app.test;
  const owner = await findOwner(services);
  const page = await app.signIn();
  await page.goto("/");

  await t.step("a newcomer begins with a text alone", async () => {
    await page.getByRole("heading", { name: "From a job description" }).waitFor();
    await page.fill("#description", `Senior backend engineer\n\n${JOB.description}`);
    await page.getByRole("button", { name: "Find the requirements" }).click();
    await page.waitForURL("**/requirements?new=1");
    await page.getByRole("heading", { name: "Senior backend engineer" }).waitFor();
    await page.locator(".chip-draft").waitFor();
  });

  await t.step("or with a file, which names it", async () => {
    await services.db.deleteFrom("jobs").execute();
    await page.goto("/");
    await page.locator("label.file-field input").setInputFiles([
      file("Kraanmachinist.txt", JOB.description),
    ]);
    await page.waitForURL("**/requirements?new=1");
    await page.getByRole("heading", { name: "Kraanmachinist" }).waitFor();
  });

  await t.step("figures change in place, and no row moves", async () => {
    const { id } = await createJob(owner, services.db, JOB);
    await services.db.insertInto("resumes").values({
      workspaceId: owner.workspaceId,
      jobId: id,
      fileName: "stuck.pdf",
      contentHash: new Uint8Array(32),
      sizeBytes: 1,
    }).execute();
    await page.goto("/");
    await sum(page, /^1 résumé being read$/).waitFor();
    const before = await titles(page);
    const { name, text } = RESUMES.strong;
    await pasteResume(owner, services, id, { name, text });
    const row = page.locator("tr.row", { hasText: JOB.title });
    await row.getByText("1 of 2").waitFor();
    await row.getByRole("img", { name: "A 1, B 0, C 0, D 0" }).waitFor();
    assert.deepEqual(await titles(page), before);
    await services.db.updateTable("resumes").set({ status: "failed", errorCode: "corrupt" })
      .where("fileName", "=", "stuck.pdf").execute();
    await row.getByRole("link", { name: "1 needs you" }).waitFor();
    await sum(page, /^1 file needs you$/).waitFor();
    await sees(sum(page, /being read/), 0);
  });
});
