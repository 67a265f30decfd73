import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { forgetChanged } from "../../lib/accounts/cache_tags.ts";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import { type JudgedPerson, makeJudged } from "../harness/judged.ts";
import { type BrowserApp, browserApp, sharedInFile } from "./app.ts";

const options = { sanitizeOps: false, sanitizeResources: false };

const ROLE = "Backend engineer, Polderpay\tMar 2023 – now";
const LONE = "Developer, Havenlicht Mobility\tAug 2017 – Feb 2023";

const PEOPLE: readonly JudgedPerson[] = [
  {
    name: "Maximiliaan van Oosterhout",
    verdicts: ["YES", "YES", "YES", "PARTIAL"],
    quotes: [ROLE, "tuned PostgreSQL", LONE, "Kubernetes at home"],
    flags: ["near_line", "hidden_text", "keyword_list"],
  },
  { name: "Sanne de Wit", verdicts: ["YES", "YES", "NO", "NO"], quotes: ["TypeScript"] },
  { name: "Lars Brekke", verdicts: ["YES", "NO", "NO", "NO"], quotes: ["TypeScript"] },
];

const world = sharedInFile(async () => {
  const app = await browserApp({ worker: false });
  const { services: { db } } = app.test;
  const { userId, workspaceId } = await db.selectFrom("memberships")
    .select(["userId", "workspaceId"]).executeTakeFirstOrThrow();
  const owner = await findPrincipal(db, userId, workspaceId);
  assert.ok(owner);
  const made = await makeJudged(owner, db, PEOPLE);
  // On the line of A, so that the header has all that it can have to say.
  await db.updateTable("evaluations").set({ score: 0.7999, rawScore: 0.7999, engineScore: 0.7 })
    .where("resumeId", "=", made.of("Sanne de Wit")).execute();
  await db.updateTable("evaluations")
    .set({ flags: ["near_line", "hidden_text", "keyword_list"] }).execute();
  return {
    ...made,
    app,
    db,
    path: (name: string) => `/resumes/${made.of(name)}`,
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  };
});

async function speak(app: BrowserApp, language: "en" | "nl"): Promise<void> {
  await app.test.services.db.updateTable("users").set({ language }).execute();
}

Deno.test({ name: "nothing in an evaluation's header lies on another", ...options }, async (t) => {
  const { app, path } = await world();
  const page = await app.signIn();
  for (const language of ["en", "nl"] as const) {
    await speak(app, language);
    for (const name of ["Sanne de Wit", "Maximiliaan van Oosterhout"]) {
      await page.goto(path(name));
      for (const width of [720, 900, 1000, 1100, 1180, 1440]) {
        await t.step(`${name} at ${width} in ${language}`, async () => {
          await page.setViewportSize({ width, height: 900 });
          assert.deepEqual(await overlaps(page), []);
        });
      }
    }
  }
  await speak(app, "en");
});

/** What lies on another or outside of the header, and a name of which hardly anything is left. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector(".candidate-bar") as HTMLElement;
    const parts = [...bar.querySelectorAll(
      ".btn-icon, .grade, h1, .big-figure, .score-notes .tag, .segments, .stage-word",
    )].map((one) => ({
      name: one.textContent?.slice(0, 20) || one.className,
      box: one.getBoundingClientRect(),
    }));
    const found: string[] = [];
    for (const [index, a] of parts.entries()) {
      if (a.box.right > innerWidth - 8) found.push(`${a.name} is cut`);
      for (const b of parts.slice(index + 1)) {
        const isApart = a.box.right <= b.box.left || b.box.right <= a.box.left ||
          a.box.bottom <= b.box.top + 1 || b.box.bottom <= a.box.top + 1;
        if (!isApart) found.push(`${a.name} and ${b.name}`);
      }
    }
    const name = bar.querySelector("h1")?.getBoundingClientRect().width ?? 0;
    if (name < 88) found.push(`${name} px of the name`);
    const panes = document.querySelector(".panes")?.getBoundingClientRect();
    const foot = bar.getBoundingClientRect().bottom;
    if (panes && panes.height > 0 && panes.top < foot - 1) found.push("the tabs and the header");
    return found;
  });
}

Deno.test({ name: "the header and the tabs stay above a long list", ...options }, async () => {
  const { app, path } = await world();
  const page = await app.signIn({ viewport: { width: 900, height: 500 } });
  await page.goto(path("Sanne de Wit"));
  await page.locator("h3", { hasText: "Kubernetes" }).waitFor();
  await page.evaluate(() => scrollTo(0, 300));
  const [bar, panes] = await page.locator(".candidate-bar, .panes").evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect())
  );
  assert.ok(bar && panes);
  assert.equal(Math.round(bar.top), 0);
  assert.ok(Math.abs(panes.top - bar.bottom) <= 1, `${panes.top} below ${bar.bottom}`);
});

Deno.test({ name: "a change says when it was made, as one says it", ...options }, async () => {
  const { app, path, db } = await world();
  const datedAt = async (createdAt: Date) => {
    const { workspaceId } = await db.updateTable("overrides").set({ createdAt })
      .returning("workspaceId").executeTakeFirstOrThrow();
    await forgetChanged(db, workspaceId, [null]);
  };
  const page = await app.signIn();
  await page.goto(path("Lars Brekke"));
  const row = page.locator(".verdict-row", { has: page.locator("h3", { hasText: "Kafka" }) });
  await page.locator('.decision [tabindex="-1"]').first().waitFor();
  await row.locator("details.change > summary").click();
  await row.getByRole("radio", { name: "YES" }).check({ force: true });
  await row.locator("textarea").fill("Told of it in the interview.");
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await row.getByRole("button", { name: "Save verdict" }).click();
  await row.getByText("You changed this from NO just now: “Told of it").waitFor();
  await saved;
  await datedAt(new Date("2025-03-05T12:00:00Z"));
  await page.reload();
  await row.getByText("You changed this from NO on 5 Mar 2025: “").waitFor();
  await speak(app, "nl");
  await page.reload();
  await row.getByText("Jij wijzigde dit van NEE op 5 mrt 2025: “").waitFor();
  await datedAt(new Date());
  await page.reload();
  await row.getByText("Jij wijzigde dit van NEE zojuist: “").waitFor();
  await speak(app, "en");
});

Deno.test({ name: "a marked role keeps its dates at the right", ...options }, async (t) => {
  const { app, path } = await world();
  const page = await app.signIn();
  await page.goto(path("Maximiliaan van Oosterhout"));
  for (
    const [role, dates, number] of [
      ["Backend engineer, Polderpay", "Mar 2023 – now", "1"],
      ["Developer, Havenlicht Mobility", "Aug 2017 – Feb 2023", "3"],
    ] as const
  ) {
    await t.step(role, async () => {
      const line = page.locator(".sheet .role", { hasText: role });
      const at = line.locator(".dates", { hasText: dates });
      const [dated, whole] = await Promise.all([at.boundingBox(), line.boundingBox()]);
      assert.ok(dated && whole);
      assert.ok(whole.x + whole.width - dated.x - dated.width < 30, "at the right");
      const marks = line.locator("mark");
      assert.equal(await marks.count(), 2, "two pieces");
      assert.equal(await at.locator("mark").count(), 1);
      assert.equal(await line.locator(`mark[id="q-${number}-1"]`).count(), 1);
      assert.equal(await line.locator("sup").count(), 1, "the number once");
      assert.equal(await line.locator("mark .sr-only").count(), 1, "said once");
      await page.locator(`[id="v-${number}"] h3`).click();
      await page.locator(`[id="v-${number}"] .quotes a`).click();
      await line.locator(`mark[id="q-${number}-1"][data-on]`).waitFor();
      assert.equal(await line.locator("mark[data-on]").count(), 2, "lit together");
    });
  }
});

Deno.test({ name: "a long name of a requirement keeps off its number", ...options }, async () => {
  const { app, path, db, job } = await world();
  await db.updateTable("requirements")
    .set({ name: "Designing programming interfaces that other teams build on for years" })
    .where("jobId", "=", job.id).where("level", "=", "required").execute();
  const page = await app.signIn({ viewport: { width: 390, height: 844 } });
  await page.goto(path("Sanne de Wit"));
  await page.locator(".how > summary").click();
  const heads = page.locator(".score-sum tbody tr[data-line] th");
  await heads.first().waitFor();
  assert.deepEqual(await heads.evaluateAll(underNumber), []);
});

/** The names that run back under their numbers. */
function underNumber(heads: Element[]): string[] {
  return heads.flatMap((head) => {
    const number = head.querySelector(".number")?.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(head);
    const isUnder = [...range.getClientRects()].some((line) =>
      number && line.width > 0 && line.top > number.bottom && line.left < number.right - 1
    );
    return isUnder ? [head.textContent ?? ""] : [];
  });
}
