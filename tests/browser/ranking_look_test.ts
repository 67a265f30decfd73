import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import type { Verdict } from "../../lib/talent/types.ts";
import { JUDGED_JOB, type JudgedPerson, makeJudged } from "../harness/judged.ts";
import { type BrowserApp, browserApp, sees } from "./app.ts";
import { makeRanked } from "./people.ts";

const options = { sanitizeOps: false, sanitizeResources: false };

const PEOPLE: readonly JudgedPerson[] = [
  {
    name: "Sanne de Wit",
    verdicts: ["YES", "YES", "PARTIAL", "YES"],
    quotes: ["TypeScript", "PostgreSQL", "runs Kafka", "Kubernetes"],
    flags: ["near_line", "hidden_text"],
  },
  { name: "Lars Brekke", verdicts: ["YES", "NO", "NO", "NO"], quotes: ["TypeScript"] },
];

/** More requirements than have a number of one digit. */
const LONG_JOB = {
  title: "Platform engineer",
  description: [
    "Requirements:",
    ..."TypeScript,PostgreSQL,Kafka,Docker,Python,Redis,Linux,Terraform,Git,GraphQL,AWS,React"
      .split(",").map((skill) => `- ${skill}`),
    "Nice to have:",
    "- Kubernetes",
    "- Go",
  ].join("\n"),
};

async function openWith(app: BrowserApp, asked = JUDGED_JOB) {
  const { services } = app.test;
  const { userId, workspaceId } = await services.db.selectFrom("memberships")
    .select(["userId", "workspaceId"]).executeTakeFirstOrThrow();
  const owner = await findPrincipal(services.db, userId, workspaceId);
  assert.ok(owner);
  const people = asked === JUDGED_JOB ? PEOPLE : [{
    name: "Sanne de Wit",
    verdicts: Array<Verdict>(20).fill("YES"),
  }];
  const made = await makeJudged(owner, services.db, people, asked);
  return { ...made, services, base: `/jobs/${made.job.id}`, path: `/jobs/${made.job.id}/ranking` };
}

const row = (page: Page, name: string) => page.locator("tr.row", { hasText: name });

Deno.test(
  { name: "a new ranking waits until it is asked for, with its new requirements", ...options },
  async () => {
    await using app = await browserApp();
    const page = await app.signIn();
    const { job } = await makeRanked(app);
    await page.goto(`${job}/ranking`);
    await page.locator("#select-all:enabled").waitFor();
    const numbers = page.locator(".ranking thead .strip-key b");
    const before = await numbers.count();
    const other = await page.context().newPage();
    await other.goto(`${job}/ranking`);
    const first = other.locator('.filters [name="requirement"] option').nth(1);
    const id = await first.getAttribute("value");
    const headers = { origin: app.url };
    const answer = await other.request.post(`${job}/requirements/${id}/remove`, { headers });
    assert.ok(answer.ok());
    const link = page.getByRole("link", { name: "Show the new ranking" });
    await link.waitFor();
    await page.locator(".banner").getByText("The new ranking is ready").waitFor();
    assert.equal(await numbers.count(), before, "nothing moves by itself");
    await link.click();
    await sees(numbers, before - 1);
    await sees(page.locator('.filters [name="requirement"] option'), before);
    await link.waitFor({ state: "hidden" });
  },
);

Deno.test({ name: "who only reads is offered nothing to add", ...options }, async (t) => {
  await using app = await browserApp({ worker: false });
  const { base, path, services } = await openWith(app);
  await services.db.updateTable("memberships").set({ role: "viewer" }).execute();
  const page = await app.signIn();
  const add = page.getByRole("link", { name: "Add résumés" });

  await t.step("on the ranking", async () => {
    await page.goto(path);
    await row(page, "Sanne").waitFor();
    assert.equal(await add.count(), 0);
  });

  await t.step("on an empty ranking", async () => {
    await services.db.deleteFrom("resumes").execute();
    await page.goto(path);
    await page.getByRole("heading", { name: "No résumé is ranked yet" }).waitFor();
    assert.equal(await add.count(), 0);
    assert.equal(await page.getByText("Add résumés").count(), 0);
  });

  await t.step("among the files, where it says so", async () => {
    await page.goto(`${base}/resumes`);
    await page.getByText("Only read").waitFor();
  });
});

Deno.test({ name: "the ranking looks as it should", ...options }, async (t) => {
  await using app = await browserApp({ worker: false });
  const { path } = await openWith(app);
  const page = await app.signIn();

  await t.step("what a mark says has the verdict's shape and colour", async () => {
    await page.goto(path);
    await page.locator("#select-all:enabled").waitFor();
    await row(page, "Sanne").locator(".dot").nth(2).hover();
    const verdict = page.getByRole("tooltip").locator(".verdict-partial");
    await verdict.waitFor();
    assert.equal(await verdict.innerText(), "PARTIAL");
    assert.equal(await verdict.locator("svg").count(), 1);
    await page.getByRole("tooltip").getByText("3 Kafka").waitFor();
    await page.keyboard.press("Escape");
  });

  await t.step("unknown values in the address leave nothing out", async () => {
    for (
      const query of ["sort=bogus&flag=zz", "grade=X&grade=A&grade=D", "decision=maybe&page=zero"]
    ) {
      const answer = await page.goto(`${path}?${query}`);
      assert.equal(answer?.status(), 200, query);
      await sees(page.locator("tr.row"), 2);
    }
    await page.goto(`${path}?flag=near_line&sort=bogus`);
    await sees(page.locator("tr.row"), 1);
  });

  await t.step("who is rejected stays, and the button says how many", async () => {
    await page.goto(path);
    await page.locator("#select-all").check();
    await page.keyboard.press("r");
    const dialog = page.getByRole("dialog", { name: "Reject 2 candidates" });
    await dialog.getByText("They stay in the ranking, marked as rejected.").waitFor();
    await dialog.getByRole("button", { name: "Reject 2", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.locator("#select-all").uncheck();
  });

  await t.step("a filter with the focus has one ring, around its name too", async () => {
    const shadows = () =>
      page.locator('.pick:has([name="flag"])').evaluate((pick) =>
        [pick, pick.querySelector("select") as Element].map((one) =>
          getComputedStyle(one).boxShadow
        )
      );
    const [atRest] = await shadows();
    await page.locator('[name="requirement"]').focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "flag");
    const [frame, inner] = await shadows();
    assert.notEqual(frame, atRest);
    assert.equal(inner, "none");
  });

  await t.step("flags are words at every width", async () => {
    for (const width of [1440, 1024, 1000, 860, 760, 720, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const flag = row(page, "Sanne").locator(".tag-words").first();
      const box = await flag.evaluate((one) => ({
        size: parseFloat(getComputedStyle(one).fontSize),
        width: one.getBoundingClientRect().width,
      }));
      assert.ok(box.size > 9 && box.width > 40, `${width}: ${JSON.stringify(box)}`);
      const right = await page.locator(".ranking").evaluate((one) =>
        one.getBoundingClientRect().right
      );
      assert.ok(right <= width, `${width}: the table ends at ${right}`);
    }
  });
});

Deno.test({ name: "numbers of two digits stand apart, in one line", ...options }, async (t) => {
  await using app = await browserApp({ worker: false });
  const { base, path, job } = await openWith(app, LONG_JOB);
  assert.ok(job.requirements.length >= 13, `${job.requirements.length} requirements`);
  const page = await app.signIn();

  await t.step("in the ranking", async () => {
    await page.goto(path);
    for (const width of [1440, 1024, 900]) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await closeOnes(page), [], String(width));
    }
    const heights = await page.locator("tr.row").evaluateAll((rows) =>
      rows.map((one) => one.getBoundingClientRect().height)
    );
    assert.ok(heights.every((height) => height <= 47), String(heights));
  });

  await t.step("on paper", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${base}/ranking/print`);
    const heights = await page.locator(".printed-key li b, .printed thead .strip-key b")
      .evaluateAll((numbers) => numbers.map((one) => one.getClientRects().length));
    assert.ok(heights.every((lines) => lines === 1), String(heights));
    assert.deepEqual(await closeOnes(page), []);
  });
});

/** What in the strip touches what stands before it. */
function closeOnes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inkOf = (one: Element) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getBoundingClientRect();
    };
    const close: string[] = [];
    const numbers = [...document.querySelectorAll("thead .strip-key > b")]
      .filter((one) => one.getClientRects().length > 0);
    for (const [index, one] of numbers.entries()) {
      const [before, at] = [numbers[index - 1], inkOf(one)];
      if (inkOf(one).height > 20) close.push(`${one.textContent} breaks`);
      if (before && at.left - inkOf(before).right < 4) {
        close.push(`${before.textContent} ${one.textContent}`);
      }
    }
    for (const met of document.querySelectorAll("tbody .met")) {
      const dot = met.parentElement?.querySelector(".dot");
      if (dot?.getClientRects().length && dot.getBoundingClientRect().left - inkOf(met).right < 9) {
        close.push(met.textContent ?? "");
      }
    }
    const dots = [...document.querySelectorAll("tbody tr:has(.dot)")][0]?.querySelectorAll(".dot");
    for (const [index, one] of numbers.entries()) {
      const [a, b] = [one, dots?.[index]].map((each) => each?.getBoundingClientRect());
      if (a && b && Math.abs(a.left + a.right - b.left - b.right) > 2) {
        close.push(`${one.textContent} stands beside its mark`);
      }
    }
    return close;
  });
}
