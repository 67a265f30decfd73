import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "./local/chromium.ts";
import { runCommand } from "./local/command.ts";
import { repackPng } from "./local/png.ts";

const HELP = `Takes the pictures of the guides from a running product with the sample loaded.

  ADMIN_PASSWORD=… deno task screenshots [http://localhost:8000]

Needs Chromium, in PATH or at CHROMIUM_PATH. Writes docs/images/*.png.`;

interface Picture {
  readonly name: string;
  readonly options?: BrowserContextOptions;
  /** Opens what is to be seen. */
  readonly open: (page: Page, places: Places) => Promise<unknown>;
}

/** Addresses of the sample. */
interface Places {
  readonly ranking: string;
  readonly evaluation: string;
  readonly board: string;
}

const FOLDER = join(import.meta.dirname ?? ".", "../docs/images");
const PHONE = { viewport: { width: 390, height: 844 } };

const PICTURES: readonly Picture[] = [
  { name: "ranking", open: (page, { ranking }) => page.goto(ranking) },
  {
    name: "ranking-dark",
    options: { colorScheme: "dark" },
    open: (page, p) => page.goto(p.ranking),
  },
  { name: "ranking-phone", options: PHONE, open: (page, { ranking }) => page.goto(ranking) },
  { name: "evaluation", open: (page, { evaluation }) => page.goto(evaluation) },
  {
    name: "override",
    open: async (page, { evaluation }) => {
      await page.goto(evaluation);
      // Only a live island lets go of the other choices' place in the tab order.
      await page.locator('.decision [tabindex="-1"]').first().waitFor({ state: "attached" });
      const row = page.locator('.verdict-row[data-verdict="NO"]').first();
      await row.locator("details.change summary").click();
      await row.locator("label", { has: page.locator('input[value="PARTIAL"]') }).click();
      await row.locator("textarea").fill("Two clear design documents came with the letter.");
      await row.scrollIntoViewIfNeeded();
    },
  },
  { name: "board", open: (page, { board }) => page.goto(board) },
  {
    name: "letter",
    open: async (page, { board }) => {
      await page.goto(board);
      const rejected = page.locator("section.board-column", { hasText: "Rejected" });
      const link = rejected.locator('[data-card] a[href^="/resumes/"]').first();
      const path = (await link.getAttribute("href"))?.split("?")[0];
      await page.goto(`${path}/letter?kind=missing&language=en`);
    },
  },
  { name: "dashboard", open: (page) => page.goto("/") },
  {
    name: "requirements",
    open: async (page, { ranking }) => {
      await page.goto(ranking.replace("/ranking", "/requirements"));
      await page.locator("tr.row").nth(1).hover();
    },
  },
];

async function main(base: string): Promise<void> {
  const login = Deno.env.get("ADMIN_USERNAME") ?? "admin";
  const password = Deno.env.get("ADMIN_PASSWORD");
  if (!password) throw new Error("Set ADMIN_PASSWORD to the password of the user to sign in as");
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"],
  });
  try {
    const storageState = await signIn(browser, base, login, password);
    const open = (options: BrowserContextOptions = {}) =>
      browser.newContext({
        baseURL: base,
        storageState,
        locale: "en-GB",
        viewport: { width: 1440, height: 860 },
        reducedMotion: "reduce",
        ...options,
      }).then((context) => context.newPage());
    const places = await findSample(await open());
    await decide(await open(), places);
    for (const picture of PICTURES) await take(await open(picture.options), picture, places);
  } finally {
    await browser.close();
  }
}

async function signIn(browser: Browser, base: string, login: string, password: string) {
  const context = await browser.newContext({ baseURL: base });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.fill("#login", login);
  await page.fill("#password", password);
  await page.click("button.btn-primary");
  await page.waitForURL((url) => url.pathname === "/");
  return await context.storageState();
}

/** The English sample job, and its candidate with hidden text; loads the sample when it is not there. */
async function findSample(page: Page): Promise<Places> {
  await page.goto("/");
  const load = page.locator('button[form="sample"]');
  if (await load.count() > 0) await load.click();
  const job = page.getByRole("link", { name: /Senior backend engineer/ }).first();
  const href = await job.getAttribute("href");
  if (!href) throw new Error("The sample job has no link");
  const ranking = href.replace(/\/\w+$/, "/ranking");
  // Without the line above it, everything is read.
  await page.goto(ranking);
  for (let tries = 0; await page.locator(".banner .spinner").count() > 0; tries += 1) {
    if (tries === 60) throw new Error("The sample is still being read after a minute");
    await page.waitForTimeout(1000);
    await page.reload();
  }
  const row = page.locator("tr.row", { hasText: "Hidden text" }).locator("a.row-link").first();
  const evaluation = await row.getAttribute("href");
  if (!evaluation) throw new Error("No candidate of the sample has hidden text");
  return { ranking, evaluation, board: ranking.replace("/ranking", "/board") };
}

/** Moves some candidates on, so that every picture shows what deciding looks like. */
async function decide(page: Page, { board }: Places): Promise<void> {
  await page.goto(board);
  const [fresh, ...others] = await page.locator("section.board-column").all();
  if (!fresh) throw new Error("The board has no columns");
  for (const column of others) if (await column.locator("[data-card]").count() > 0) return;
  for (const stage of ["Interview", "Shortlisted", "Interview", "Shortlisted", "Rejected"]) {
    const cards = fresh.locator("[data-card]");
    const before = await cards.count();
    await (stage === "Rejected" ? cards.last() : cards.first()).locator("button.mini").click();
    await page.getByRole("menuitemradio", { name: stage }).click();
    if (stage === "Rejected") {
      await page.locator('select[name="reason_code"]').selectOption({ index: 1 });
      await page.locator("dialog button.btn-danger").click();
    }
    await cards.nth(before - 1).waitFor({ state: "detached" });
  }
}

async function take(page: Page, { name, open }: Picture, places: Places): Promise<void> {
  await open(page, places);
  await page.evaluate(() => document.fonts.ready);
  const bytes = repackPng(await page.screenshot());
  await Deno.mkdir(FOLDER, { recursive: true });
  await Deno.writeFile(join(FOLDER, `${name}.png`), bytes);
  console.log(`${name}.png ${Math.round(bytes.length / 1000)} kB`);
  await page.context().close();
}

if (import.meta.main) {
  const words = { min: 0, max: 1 };
  Deno.exit(
    await runCommand({ help: HELP, words }, (_, [base = "http://localhost:8000"]) => main(base)),
  );
}
