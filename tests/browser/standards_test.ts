import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";
import { type BrowserApp, browserApp } from "./app.ts";
import { fill } from "./places.ts";

type Places = Record<string, string>;

/** Opens every place in one window, one step each. */
async function atEach(
  t: Deno.TestContext,
  page: Page,
  places: Places,
  check: (name: string) => Promise<void>,
): Promise<void> {
  for (const [name, path] of Object.entries(places)) {
    await t.step(name, async () => {
      await page.goto(path);
      await check(name);
    });
  }
}

function standard(
  name: string,
  run: (t: Deno.TestContext, app: BrowserApp, places: Places) => Promise<void>,
): void {
  Deno.test({ name, sanitizeOps: false, sanitizeResources: false }, async (t) => {
    await using app = await browserApp();
    await run(t, app, await fill(app));
  });
}

standard(
  "every page has a language, a title, one h1 and a way past its head",
  async (t, app, places) => {
    const page = await app.signIn();
    const titles = new Map<string, string>();
    await atEach(t, page, places, async (name) => {
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
      const title = await page.title();
      assert.match(title, /^\S.* · Talent Copilot$/);
      titles.set(name, title);
      assert.equal(await page.locator("h1").count(), 1);
      assert.equal(await page.locator("main").count(), 1);
      if (name === "not found") return; // nothing to skip
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      const target = await page.evaluate(() => document.activeElement?.id ?? "");
      assert.equal(target, "main", "the first stop leads to the content");
    });
    assert.ok(
      new Set(titles.values()).size > titles.size / 2,
      "pages are told apart by their titles",
    );
  },
);

standard(
  "twice the size is the narrow layout: nothing scrolls sideways",
  async (t, app, places) => {
    const page = await app.signIn({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
    await atEach(t, page, places, async () => assert.equal(await widthTooMuch(page), 0));
  },
);

standard("with reduced motion nothing moves", async (t, app, places) => {
  const page = await app.signIn({ reducedMotion: "reduce" });
  await atEach(t, page, places, async () => {
    const moving = await page.evaluate(() =>
      document.getAnimations().filter(({ playState, effect }) =>
        playState === "running" && Number(effect?.getComputedTiming().duration) > 1
      ).map(({ effect }) => (effect as KeyframeEffect).target?.className ?? "")
    );
    assert.deepEqual(moving, []);
  });
});

standard("nothing jumps while a page arrives", async (t, app, places) => {
  const page = await app.signIn();
  await page.addInitScript(() => {
    const jumps: { value: number; what: string }[] = [];
    Object.assign(globalThis, { jumps });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (entry.hadRecentInput) continue;
        const what = entry.sources.map(({ node }) => (node as Element | null)?.className ?? "?");
        jumps.push({ value: entry.value, what: what.join(", ") });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await atEach(t, page, places, async () => {
      await settled(page);
      const jumps = await page.evaluate(() => (globalThis as unknown as Jumps).jumps);
      const sum = jumps.reduce((total, { value }) => total + value, 0);
      assert.ok(sum < 0.01, `${width} px: ${sum} by ${JSON.stringify(jumps)}`);
    });
  }
});

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

interface Jumps {
  readonly jumps: readonly { readonly value: number; readonly what: string }[];
}

standard("in Dutch at 390 px nothing is cut or too wide", async (t, app, places) => {
  const page = await app.signIn({
    locale: "nl-NL",
    viewport: { width: 390, height: 844 },
  });
  await atEach(t, page, places, async () => {
    assert.equal(await page.locator("html").getAttribute("lang"), "nl");
    assert.equal(await widthTooMuch(page), 0);
    assert.deepEqual(await page.evaluate(cutTexts), []);
  });
});

/** Texts that do not fit into what hides the rest of them, unless an ellipsis says so. */
function cutTexts(): string[] {
  return [...document.querySelectorAll<HTMLElement>("body *")].filter((one) => {
    const style = getComputedStyle(one);
    if (style.overflowX !== "hidden" && style.overflowX !== "clip") return false;
    if (style.textOverflow === "ellipsis" || style.clipPath !== "none") return false;
    if (one.closest(".sr-only, .skip, [aria-hidden], select") || one.clientWidth === 0) {
      return false;
    }
    return one.scrollWidth > one.clientWidth + 1 && (one.textContent ?? "").trim() !== "";
  }).map((one) => `${one.className}: ${one.textContent?.trim().slice(0, 60)}`);
}

for (const [what, width, least] of [["a mouse", 1440, 24], ["a thumb", 390, 36]] as const) {
  standard(`what is pressed is large enough for ${what}`, async (t, app, places) => {
    const page = await app.signIn({ viewport: { width, height: 900 } });
    await atEach(t, page, places, async () => {
      assert.deepEqual(await page.evaluate(smallTargets, least), []);
    });
  });
}

/**
 * Targets below the size (WCAG 2.2, 2.5.8). A link within a sentence may be as high as its line,
 * and a small target with enough room around it counts, as the criterion says.
 */
function smallTargets(least: number): string[] {
  const targets = [
    ...document.querySelectorAll<HTMLElement>("a[href], button, summary, select, label, input"),
  ].filter((one) => {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: false })) return false;
    if (one instanceof HTMLInputElement && (one.type === "hidden" || one.closest("label"))) {
      return false;
    }
    if (one instanceof HTMLSelectElement && one.closest("label")) return false;
    if (one instanceof HTMLLabelElement && !one.querySelector("input, select")) return false;
    return !one.closest(".skip, .sr-only, p, li > span, sup, .sentence, dialog:not([open])");
  });
  const boxes = targets.map((one) => ({ one, box: hitBox(one) }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  return boxes.filter(({ one, box }) => {
    if (box.width >= least - 0.5 && box.height >= least - 0.5) return false;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return boxes.some(({ one: other, box: near }) =>
      other !== one && !one.contains(other) && !other.contains(one) &&
      distance(near, x, y) < least / 2
    );
  }).map(({ one, box }) =>
    `${one.tagName.toLowerCase()}.${one.className} “${one.textContent?.trim().slice(0, 30)}” ` +
    `${Math.round(box.width)} × ${Math.round(box.height)}`
  );

  /** With what a pseudo-element adds to it. */
  function hitBox(one: HTMLElement): DOMRect {
    const box = one.getBoundingClientRect();
    for (const pseudo of ["::before", "::after"]) {
      const style = getComputedStyle(one, pseudo);
      if (style.content === "none" || style.position !== "absolute") continue;
      const [top, right, bottom, left] = [style.top, style.right, style.bottom, style.left]
        .map((side) => Number.parseFloat(side) || 0);
      const larger = new DOMRect(
        box.x + (left ?? 0),
        box.y + (top ?? 0),
        box.width - (left ?? 0) - (right ?? 0),
        box.height - (top ?? 0) - (bottom ?? 0),
      );
      if (larger.width >= box.width && larger.height >= box.height) return larger;
    }
    return box;
  }

  function distance(box: DOMRect, x: number, y: number): number {
    const dx = Math.max(box.left - x, 0, x - box.right);
    const dy = Math.max(box.top - y, 0, y - box.bottom);
    return Math.hypot(dx, dy);
  }
}

const BUDGET = { script: 30_000, ranking: 45_000, stylesheet: 15_000 };

standard("no page loads more than its budget", async (t, app, places) => {
  const page = await app.signIn();
  const storageState = await page.context().storageState();
  for (const [name, path] of Object.entries(places)) {
    await t.step(name, async () => {
      const fresh = await app.newPage({ storageState });
      const responses: Response[] = [];
      fresh.on("response", (response) => responses.push(response));
      await fresh.goto(path);
      await settled(fresh);
      const weigh = async (type: string) => {
        const files = responses.filter((one) => one.request().resourceType() === type);
        const bodies = await Promise.all(files.map((one) => one.body()));
        return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
      };
      const scripts = await weigh("script");
      const most = path.includes("/ranking") ? BUDGET.ranking : BUDGET.script;
      assert.ok(scripts <= most, `${scripts} bytes of JavaScript`);
      const styles = await weigh("stylesheet");
      assert.ok(styles <= BUDGET.stylesheet, `${styles} bytes of CSS`);
      await fresh.context().close();
    });
  }
});

/** Fonts and scripts are there, and what they change is drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

async function widthTooMuch(page: Page): Promise<number> {
  return await page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)
  );
}
