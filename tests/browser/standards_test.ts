import assert from "node:assert/strict";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { buildStyles } from "../../styles/tailwind.ts";
import { browserApp } from "./app.ts";
import { findingsInBothThemes, findingsOfWordsAndRoom } from "./axe.ts";
import { fill } from "./places.ts";
import {
  countJumps,
  cutTexts,
  hiddenTabs,
  jumpsOf,
  Loads,
  movingParts,
  overlappingCells,
  settled,
  smallTargets,
  unstyledClasses,
  widthTooMuch,
  wrongCurrents,
} from "./standards.ts";

/**
 * The most that a page may load, in bytes as gzip packs them. The guide, which only builders see,
 * has the sheets of several pages.
 */
const BUDGET = { script: 30_000, ranking: 45_000, stylesheet: 15_000, guide: 22_000 };

/** How much may jump while a page arrives. */
const MOST_JUMPS = 0.01;

/** What is wrong with a page, a line each. */
type Check = (page: Page, place: string, path: string) => Promise<string[]>;

const DESK = { width: 1440, height: 900 };

/** Ways to look at every page. */
const WALKS: readonly (readonly [name: string, BrowserContextOptions, Check])[] = [
  ["at a desk, then dark, then at twice the size with reduced motion", { viewport: DESK }, atDesk],
  ["on a phone, in Dutch", { locale: "nl-NL", viewport: { width: 390, height: 844 } }, onPhone],
];

Deno.test({
  name: "every page keeps to the standards",
  sanitizeOps: false,
  sanitizeResources: false,
}, async (t) => {
  await using app = await browserApp();
  const places = await fill(app);
  for (const [walk, options, check] of WALKS) {
    const page = await app.signIn(options);
    await countJumps(page);
    for (const [place, path] of Object.entries(places)) {
      await t.step(`${walk}: ${place}`, async () => {
        assert.deepEqual(await check(page, place, path), []);
      });
    }
    await page.context().close();
  }
});

const LOADS = new WeakMap<Page, Promise<Loads>>();

async function atDesk(page: Page, place: string, path: string): Promise<string[]> {
  if (!LOADS.has(page)) LOADS.set(page, Loads.of(page));
  const loads = await LOADS.get(page);
  loads?.forget();
  await page.setViewportSize(DESK);
  await page.goto(path);
  await settled(page);
  const wrong = [
    ...await headOf(page, place),
    ...await jumps(page),
    ...await page.evaluate(overlappingCells),
    ...await page.evaluate(wrongCurrents),
    ...await page.evaluate(smallTargets, 24),
    ...(await page.evaluate(unstyledClasses, await sheetRules)).map((one) => `no style for ${one}`),
  ];
  const script = await loads?.bytes("script") ?? 0;
  if (script > (path.includes("/ranking") ? BUDGET.ranking : BUDGET.script)) {
    wrong.push(`${script} bytes of JavaScript`);
  }
  const styles = await loads?.bytes("stylesheet") ?? 0;
  if (styles > BUDGET[place === "components" ? "guide" : "stylesheet"]) {
    wrong.push(`${styles} bytes of CSS`);
  }
  return [...wrong, ...await withoutMotion(page)];
}

async function onPhone(page: Page, _place: string, path: string): Promise<string[]> {
  await page.goto(path);
  await settled(page);
  const lang = await page.locator("html").getAttribute("lang");
  return [
    ...(lang === "nl" ? [] : [`in "${lang}"`]),
    ...await tooWide(page),
    ...await page.evaluate(cutTexts),
    ...await page.evaluate(overlappingCells),
    ...await page.evaluate(hiddenTabs),
    ...await jumps(page),
    ...await page.evaluate(smallTargets, 36),
    ...await findingsOfWordsAndRoom(page),
  ];
}

async function withoutMotion(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const wrong = [...await findingsInBothThemes(page), ...await enlarged(page)];
  await page.emulateMedia({ reducedMotion: "no-preference", colorScheme: "light" });
  return wrong;
}

/** What is wrong with the same page once it is shown at 200 %, which halves its window. */
async function enlarged(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: DESK.width / 2, height: DESK.height / 2 });
  await settled(page);
  const wrong = [
    ...await tooWide(page),
    ...await page.evaluate(movingParts),
    ...await page.evaluate(overlappingCells),
  ];
  return wrong.map((one) => `at 200 %: ${one}`);
}

async function headOf(page: Page, place: string): Promise<string[]> {
  const lang = await page.locator("html").getAttribute("lang");
  const title = await page.title();
  const wrong = [
    lang !== "en" && `in "${lang}"`,
    !/^\S.* · Talent Copilot$/.test(title) && `called "${title}"`,
    await page.locator("h1").count() !== 1 && "not one h1",
    await page.locator("main").count() !== 1 && "not one main",
  ].filter((one) => one !== false);
  if (place === "not found") return wrong; // nothing to skip
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.closest("main") ? "content" : activeElement?.getAttribute("href") ?? "";
  });
  if (first === "content") return wrong;
  if (!first.startsWith("#")) return [...wrong, `the first stop is "${first}"`];
  await page.keyboard.press("Enter");
  const isThere = await page.evaluate(() => document.activeElement?.closest("main") !== null);
  return isThere ? wrong : [...wrong, "the first stop does not lead to the content"];
}

async function jumps(page: Page): Promise<string[]> {
  const { value, what } = await jumpsOf(page);
  return value < MOST_JUMPS ? [] : [`${value} jumps: ${what}`];
}

async function tooWide(page: Page): Promise<string[]> {
  const pixels = await widthTooMuch(page);
  return pixels === 0 ? [] : [`${pixels} px wider than the window`];
}

const STATIC = join(import.meta.dirname ?? ".", "../../static");

/** The classes that begin a selector, of every sheet. */
const sheetRules = (async () => {
  const rules: Record<string, string[]> = {};
  for await (const { name } of Deno.readDir(STATIC)) {
    if (!name.endsWith(".css")) continue;
    const path = join(STATIC, name);
    const css = await buildStyles(path, await Deno.readTextFile(path));
    const names = [...css.matchAll(/^ {0,2}\.([a-z][\w-]*)/gm)].map(([, one = ""]) => one);
    rules[name.replace(".css", "")] = [...new Set(names)];
  }
  return rules;
})();
