import type { Page } from "playwright-core";
import type { BrowserApp } from "../tests/browser/app.ts";
import type { Loads } from "../tests/browser/standards.ts";
import { type Figure, median, type Part } from "./figure.ts";
import type { Pages } from "./filled_app.ts";
import { answerTime, vitalsOf, watch } from "./vitals.ts";

/** What a page is to keep to: kB as gzip packs them, milliseconds, and a share of the window. */
const LIMITS = { script: 30, ranking: 45, style: 15, server: 30, answer: 100, jumps: 0.01 };

const scriptLimit = (path: string) => path.includes("/ranking") ? LIMITS.ranking : LIMITS.script;

const WARM_UP = 5;
const READS = 25;

/** What each page makes a browser load, and how soon it is there. */
export const pages: Part = {
  name: "pages",
  title: "Pages",
  how: "Each page of a workspace whose job has 200 candidates, opened in Chromium without its " +
    "cache: every request it makes, fonts and pictures included. Pages, scripts and styles as gzip " +
    "(level 6) packs them, each file by itself, in units of 1000 bytes; fonts as they are. Server: the middle of " +
    `${READS} reads over HTTP to the last byte, on a server that is warm. Drawn: when the largest ` +
    "part was (LCP); jumps: the most of any page (CLS). Answers: from the press to the drawing (INP), " +
    "which Chromium rounds to 8 ms and does not tell below 16.",
  measure,
};

async function measure(): Promise<Figure[]> {
  // It builds the app as soon as it is loaded, which would slow down the other parts.
  const { browserApp } = await import("../tests/browser/app.ts");
  const { fillApp } = await import("./filled_app.ts");
  const { Loads } = await import("../tests/browser/standards.ts");
  await using app = await browserApp();
  const visitor = await app.newPage();
  const figures: Figure[] = [];
  const shifts: number[] = [];
  const weighAll = async (page: Page, list: Pages) => {
    await watch(page);
    const loads = await Loads.of(page);
    for (const [name, path] of list) {
      const { figures: some, shift } = await weigh(page, loads, name, path);
      figures.push(...some);
      shifts.push(shift);
    }
  };
  await weighAll(visitor, [["Sign in", "/sign-in"]]);
  const list = await fillApp(app);
  const page = await app.signIn();
  await weighAll(page, list);
  figures.push({
    name: "Jumps, the most of any page",
    value: Math.max(...shifts),
    unit: "",
    limit: LIMITS.jumps,
  });
  figures.push(...await serverTimes(app, page, list));
  return [...figures, ...await answers(page, new Map(list))];
}

async function weigh(page: Page, loads: Loads, name: string, path: string) {
  const { settled } = await import("../tests/browser/standards.ts");
  loads.forget();
  const answer = await page.goto(path);
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
  await settled(page);
  const { largestPaintMs, shift } = await vitalsOf(page);
  const kilobytes = async (type: Parameters<Loads["bytes"]>[0]) => await loads.bytes(type) / 1000;
  const [script, style, html, fonts] = await Promise.all(
    (["script", "stylesheet", "document", "font"] as const).map(kilobytes),
  ) as [number, number, number, number];
  const figures: Figure[] = [
    { name: `${name}: JavaScript`, value: script, unit: "kB gz", limit: scriptLimit(path) },
    { name: `${name}: CSS`, value: style, unit: "kB gz", limit: LIMITS.style },
    { name: `${name}: HTML`, value: html, unit: "kB gz" },
    { name: `${name}: with fonts`, value: script + style + html + fonts, unit: "kB" },
    { name: `${name}: requests`, value: loads.count, unit: "" },
    { name: `${name}: drawn`, value: Math.round(largestPaintMs), unit: "ms" },
  ];
  return { figures, shift };
}

/** How soon the pages answer what people do most; it changes what it visits. */
async function answers(page: Page, paths: ReadonlyMap<string, string>): Promise<Figure[]> {
  const figures: Figure[] = [];
  const measured = async (name: string, act: () => Promise<unknown>) => {
    const value = await answerTime(page, act);
    figures.push({ name: `Answer: ${name}`, value, unit: "ms", limit: LIMITS.answer });
  };
  await page.goto(paths.get("Ranking") ?? "");
  await measured("select a row", () => page.locator(".c-sel [name=resume]").nth(3).click());
  await measured("go to the next row", () => page.keyboard.press("j"));
  await measured("shortlist", () => page.keyboard.press("s"));
  await measured(
    "filter by grade",
    () => page.locator(".filters [name=grade]").first().click({ force: true }),
  );
  await page.goto(paths.get("Evaluation") ?? "");
  const row = page.locator(".verdict-row", { has: page.locator("details.change") }).first();
  await measured("open an override", () => row.locator("details.change > summary").click());
  await row.locator("[name=verdict]:not(:checked)").first().check({ force: true });
  await row.locator("textarea").fill("Shown in the interview.");
  await measured("save a verdict", () => row.getByRole("button", { name: "Save verdict" }).click());
  await page.goto(paths.get("Board") ?? "");
  await page.getByRole("button", { name: /^Move / }).first().click();
  await measured("move a card", () => page.getByRole("menuitemradio").nth(2).click());
  return figures;
}

async function serverTimes({ url }: BrowserApp, page: Page, list: Pages): Promise<Figure[]> {
  const cookies = await page.context().cookies();
  const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") };
  const figures: Figure[] = [];
  for (const [name, path] of list) {
    const times: number[] = [];
    for (let read = 0; read < WARM_UP + READS; read += 1) {
      const from = performance.now();
      const answer = await fetch(`${url}${path}`, { headers });
      await answer.arrayBuffer();
      if (read >= WARM_UP) times.push(performance.now() - from);
    }
    figures.push({
      name: `${name}: server`,
      value: median(times),
      unit: "ms",
      limit: LIMITS.server,
    });
  }
  return figures;
}
