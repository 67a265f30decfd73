import assert from "node:assert/strict";
import { PDFDocument } from "pdf-lib";
import type { BrowserContextOptions, Page } from "playwright-core";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import { moveResumes } from "../../lib/hiring/moves.ts";
import { type JudgedPerson, makeJudged } from "../harness/judged.ts";
import { type BrowserApp, browserApp, sees } from "./app.ts";

const PEOPLE: readonly JudgedPerson[] = [
  {
    name: "Tomás Herrera",
    verdicts: ["YES", "YES", "PARTIAL", "YES"],
    quotes: ["TypeScript since 2016", "tuned PostgreSQL", "read from a queue", "ran Kubernetes"],
    headline: "Senior backend engineer · Lumen Freight",
  },
  {
    name: "Sanne de Wit",
    verdicts: ["YES", "YES", "YES", "NO"],
    quotes: ["TypeScript", "PostgreSQL", "operated RabbitMQ for the permit portal", null],
    flags: ["near_line"],
  },
  { name: "Youssef El Amrani", verdicts: ["YES", "NO", "NO", "NO"], quotes: ["TypeScript"] },
  { name: "Priya Raghunathan", verdicts: ["NO", "NO", "NO", "NO"] },
  { name: "Lars Brekke", verdicts: ["NO", "NO", "NO", "NO"] },
];

/** A job with those people, and where they are compared. */
async function fill(app: BrowserApp) {
  const { services } = app.test;
  const { userId, workspaceId } = await services.db.selectFrom("memberships")
    .select(["userId", "workspaceId"]).executeTakeFirstOrThrow();
  const owner = await findPrincipal(services.db, userId, workspaceId);
  assert.ok(owner);
  const made = await makeJudged(owner, services.db, PEOPLE);
  await moveResumes(owner, services, {
    resumeIds: [made.of("Tomás Herrera")],
    to: { decision: "shortlisted" },
  });
  const compare = (...names: string[]) =>
    `/jobs/${made.job.id}/compare?` + names.map((name) => `resume=${made.of(name)}`).join("&");
  return { ...made, base: `/jobs/${made.job.id}`, compare };
}

const columns = (page: Page) => page.locator(".compare thead th .name");
const rows = (page: Page) => page.locator(".compare tbody tr:not(.band)");

for (const javaScriptEnabled of [true, false]) {
  Deno.test({
    name: `candidates are compared, ${javaScriptEnabled ? "with" : "without"} JavaScript`,
    sanitizeOps: false,
    sanitizeResources: false,
  }, async (t) => {
    await using app = await browserApp({ worker: false });
    const { compare, of } = await fill(app);
    const page = await app.signIn({ javaScriptEnabled });

    await t.step("all rows, with the words where they differ", async () => {
      await page.goto(compare("Tomás Herrera", "Sanne de Wit"));
      await page.getByRole("heading", { name: "Compare two candidates" }).waitFor();
      assert.deepEqual(await columns(page).allTextContents(), ["Tomás Herrera", "Sanne de Wit"]);
      await sees(rows(page), 4);
      const kafka = rows(page).filter({ hasText: "Kafka" });
      await kafka.getByText("“read from a queue”").waitFor();
      assert.equal(await page.getByText("“TypeScript since 2016”").count(), 0, "the same for both");
      await page.locator(".compare thead").getByText("Shortlisted").waitFor();
      await page.locator(".compare thead").getByText("Near the line").waitFor();
    });

    await t.step("differences only, by a link that the address keeps", async () => {
      const views = page.getByRole("group", { name: "Rows" });
      assert.deepEqual(await views.getByRole("link").allTextContents(), ["All 4", "Differences 2"]);
      await views.getByRole("link", { name: "Differences" }).click();
      await sees(rows(page), 2);
      assert.match(page.url(), /view=differences/);
      await page.reload();
      await sees(rows(page), 2);
    });

    await t.step("one more from the list, and the view stays", async () => {
      await page.locator("summary", { hasText: "Add a candidate" }).click();
      await page.getByLabel("Candidate", { exact: true }).selectOption({
        label: "3. Youssef El Amrani, 27\u202f%",
      });
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await sees(columns(page), 3);
      await page.getByRole("heading", { name: "Compare three candidates" }).waitFor();
      assert.match(page.url(), /view=differences/);
    });

    await t.step("a candidate is taken away", async () => {
      await page.getByRole("link", { name: "Remove Tomás Herrera" }).click();
      await sees(columns(page), 2);
      assert.deepEqual(await columns(page).allTextContents(), [
        "Sanne de Wit",
        "Youssef El Amrani",
      ]);
    });

    await t.step("a verdict leads to its words in the résumé", async () => {
      await page.goto(compare("Tomás Herrera", "Sanne de Wit"));
      await rows(page).filter({ hasText: "Kafka" }).getByText("operated RabbitMQ").click();
      await page.waitForURL(`**/resumes/${of("Sanne de Wit")}#q-3-1`);
      const mark = page.locator("#q-3-1");
      await mark.waitFor();
      assert.match(await mark.innerText(), /operated RabbitMQ for the permit portal/);
    });

    await t.step("too few and too many are helped on", async () => {
      await page.goto(compare("Tomás Herrera"));
      await page.getByText("Tomás Herrera is chosen").waitFor();
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await sees(columns(page), 2);
      await page.goto(compare(...PEOPLE.map(({ name }) => name)));
      await page.getByText("5 are chosen").waitFor();
      await page.getByRole("button", { name: "Compare", exact: true }).click();
      await sees(columns(page), 4);
      await page.getByText("Four is the most").waitFor();
    });
  });
}

Deno.test({
  name: "on a phone each requirement is a block, and nothing is wider than the window",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp({ worker: false });
  const { compare, base } = await fill(app);
  const page = await app.signIn({ viewport: { width: 390, height: 844 } });
  await app.test.services.db.updateTable("users").set({ language: "nl" }).execute();
  const names = PEOPLE.map(({ name }) => name);
  for (const path of [compare(...names.slice(0, 4)), "/reports?period=all"]) {
    await page.goto(path);
    await page.locator("h1").waitFor();
    const wider = await page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    assert.ok(wider <= 0, `${path} is ${wider} px too wide`);
  }
  await page.goto(compare(...names.slice(0, 2)));
  const [whose, verdict] = await rows(page).filter({ hasText: "Kafka" }).locator("td").first()
    .locator(".whose, .verdict").allInnerTexts();
  assert.deepEqual([whose, verdict], ["Tomás Herrera", "DEELS"]);
  assert.ok((await page.goto(`${base}/ranking/print`))?.ok());
});

Deno.test({
  name: "names keep off their numbers, and a bar is drawn where there is room for it",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp({ worker: false });
  const { compare, job } = await fill(app);
  await app.test.services.db.updateTable("requirements")
    .set({ name: "Designing programming interfaces that other teams build on for years" })
    .where("jobId", "=", job.id).where("level", "=", "required").execute();
  const page = await app.signIn();
  await page.goto(compare(...PEOPLE.slice(0, 4).map(({ name }) => name)));
  await sees(columns(page), 4);
  for (const width of [1440, 1024, 760, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const under = await rows(page).locator("th").evaluateAll((heads) =>
      heads.filter((head) => {
        const number = head.querySelector(".number")?.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(head);
        return [...range.getClientRects()].some((line) =>
          number && line.width > 0 && line.top > number.bottom && line.left < number.right - 1
        );
      }).length
    );
    assert.equal(under, 0, `${width}: names below their numbers`);
    const bars = await page.locator(".compare .score-bar").evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().width).filter((wide) => wide > 0)
    );
    assert.ok(bars.every((wide) => wide >= 40), `${width}: ${bars}`);
    if (width === 1440) assert.equal(bars.length, 4);
  }
});

Deno.test({
  name: "reports show pictures, tables and files, for a period and a job",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp({ worker: false });
  const { job } = await fill(app);
  const page = await app.signIn();
  await page.goto("/");

  await t.step("pictures say what they show, tables stand behind them", async () => {
    await page.getByRole("link", { name: "Reports" }).first().click();
    await page.getByRole("heading", { name: "Reports", level: 1 }).waitFor();
    await page.getByText("5 résumés received in the last 90 days, all jobs").waitFor();
    await page.getByRole("img", { name: "New: 5 ever, 4 now; Shortlisted: 1 ever, 1 now" })
      .waitFor();
    await page.locator('summary[aria-label="Table: How far they came"]').click();
    const table = page.getByRole("region", { name: "How far they came" }).getByRole("table")
      .first();
    assert.equal(await table.getByRole("row", { name: "New 5 4" }).count(), 1);
  });

  await t.step("a job and a period are chosen by a form and links", async () => {
    await page.getByLabel("Job", { exact: true }).selectOption({ label: job.title });
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL(`**/reports?job=${job.id}`);
    await page.getByText(`for ${job.title}`).waitFor();
    await page.getByRole("link", { name: "30 days" }).click();
    await page.waitForURL("**period=30");
    await page.getByText("in the last 30 days").waitFor();
    assert.equal(await page.getByLabel("Job", { exact: true }).inputValue(), job.id);
  });

  await t.step("a table is taken along", async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV: Grades" }).click();
    const download = await coming;
    assert.match(download.suggestedFilename(), /^report Grades Backend engineer .*\.csv$/);
  });
});

Deno.test({
  name: "the ranking is printed on A4 with its heads on each sheet and no controls",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp({ worker: false });
  const { base } = await fill(app);
  const looks: BrowserContextOptions[] = [{}, { colorScheme: "dark" }];
  for (const look of looks) {
    const page = await app.signIn(look);
    await page.goto(`${base}/ranking/print?grade=A&grade=B&sort=name`);
    await page.getByText("Filters: grade A, B").waitFor();
    await page.getByText("Sorted by: Candidate").waitFor();
    await page.getByRole("button", { name: "Print" }).waitFor();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByRole("button", { name: "Print" }).isVisible(), false);
    assert.equal(await page.getByRole("link").filter({ visible: true }).count(), 0);
    const [head, ground, grade] = await page.evaluate(() => [
      getComputedStyle(document.querySelector("thead") as Element).display,
      getComputedStyle(document.querySelector("main") as Element).backgroundColor,
      getComputedStyle(document.querySelector(".grade-a") as Element).printColorAdjust,
    ]);
    assert.deepEqual([head, ground, grade], [
      "table-header-group",
      "rgb(255, 255, 255)",
      "exact",
    ]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const { width, height } = (await PDFDocument.load(pdf)).getPage(0).getSize();
    assert.deepEqual([Math.round(width), Math.round(height)], [842, 595], "A4 across, in points");
  }
});
