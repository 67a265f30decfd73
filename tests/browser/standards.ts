import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";

/** Pixels by which a page is wider than its window. */
export async function widthTooMuch(page: Page): Promise<number> {
  return await page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)
  );
}

/** Waits until fonts and scripts are there, and what they change is drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 }));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

interface Jump {
  readonly value: number;
  readonly what: string;
}

/** From now on, each page that is opened counts what jumps in it; see `jumpsOf()`. */
export async function countJumps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const jumps: Jump[] = [];
    Object.assign(globalThis, { jumps });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (entry.hadRecentInput) continue;
        const what = entry.sources.map(({ node }) => (node as Element | null)?.className ?? "?");
        jumps.push({ value: entry.value, what: what.join(", ") });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** How much jumped while the page arrived (CLS), and what. */
export async function jumpsOf(page: Page): Promise<Jump> {
  const jumps = await page.evaluate(() => (globalThis as unknown as { jumps: Jump[] }).jumps);
  return {
    value: jumps.reduce((sum, { value }) => sum + value, 0),
    what: jumps.map(({ what }) => what).join("; "),
  };
}

/** Collects what pages load, as if nothing were in the browser's cache. */
export class Loads {
  #responses: Response[] = [];
  // Of files of the build, which are the same as long as the server runs.
  readonly #sizes = new Map<string, Promise<number>>();

  static async of(page: Page): Promise<Loads> {
    const loads = new Loads();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    page.on("response", (response) => loads.#responses.push(response));
    return loads;
  }

  forget(): void {
    this.#responses = [];
  }

  get count(): number {
    return this.#responses.length;
  }

  /** Bytes of that type, each file packed by itself. */
  async bytes(type: "script" | "stylesheet" | "document" | "font"): Promise<number> {
    const files = this.#responses.filter((one) => one.request().resourceType() === type);
    const sizes = await Promise.all(files.map((one) => {
      if (type === "document") return packedSize(one);
      const size = this.#sizes.get(one.url()) ?? packedSize(one);
      this.#sizes.set(one.url(), size);
      return size;
    }));
    return sizes.reduce((sum, size) => sum + size, 0);
  }
}

async function packedSize(response: Response): Promise<number> {
  return gzipSync(await response.body()).length;
}

/** What moves now. */
export function movingParts(): string[] {
  return document.getAnimations()
    .filter(({ playState, effect }) =>
      playState === "running" && Number(effect?.getComputedTiming().duration) > 1
    )
    .map(({ effect }) => String((effect as KeyframeEffect).target?.className));
}

/** Texts that do not fit into what hides the rest of them, unless an ellipsis says so. */
export function cutTexts(): string[] {
  return [...document.querySelectorAll<HTMLElement>("body *")].filter((one) => {
    const style = getComputedStyle(one);
    if (style.overflowX !== "hidden" && style.overflowX !== "clip") return false;
    if (style.textOverflow === "ellipsis" || style.clipPath !== "none") return false;
    if (one.closest(".skip, [aria-hidden], select") || one.clientWidth === 0) {
      return false;
    }
    return one.scrollWidth > one.clientWidth + 1 && (one.textContent ?? "").trim() !== "";
  }).map((one) => `${one.className}: ${one.textContent?.trim().slice(0, 60)}`);
}

/** Cells of tables whose words or controls lie over those of another cell in their row. */
export function overlappingCells(): string[] {
  const found: string[] = [];
  for (const row of document.querySelectorAll<HTMLTableRowElement>("tr")) {
    if (!row.checkVisibility() || row.closest("thead")?.clientHeight === 1) continue;
    const cells = [...row.cells].map((cell) => ({ cell, boxes: contentOf(cell) }));
    for (const [at, one] of cells.entries()) {
      const over = cells.slice(at + 1).find(({ boxes }) =>
        boxes.some((box) => one.boxes.some((other) => meet(box, other)))
      );
      if (!over) continue;
      const [words, others] = [one, over].map(({ cell }) => cell.innerText.trim().slice(0, 30));
      found.push(`“${words}” (${one.cell.className}) lies over “${others}”`);
    }
  }
  return found;

  function contentOf(cell: Element): DOMRect[] {
    const boxes = [...cell.querySelectorAll("input, select, button, svg, img")]
      .flatMap((one) => shownPart(one.getBoundingClientRect(), one, cell) ?? []);
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const { currentNode: { parentElement: parent, textContent } } = texts;
      if (!parent || !textContent?.trim()) continue;
      range.selectNodeContents(texts.currentNode);
      boxes.push(
        ...[...range.getClientRects()].flatMap((box) => shownPart(box, parent, cell) ?? []),
      );
    }
    return boxes;
  }

  /** Without what is cut off; nothing of what floats, or is seen by no eye. */
  function shownPart(box: DOMRect, one: Element, cell: Element): DOMRect | null {
    let { left, right, top, bottom } = box;
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;
    for (let up: Element | null = one; up && up !== cell.parentElement; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.position === "absolute" || style.position === "fixed") return null;
      if (up === one && !(one instanceof HTMLElement)) continue;
      if (style.display === "inline" || style.overflowX === "visible") continue;
      const edge = up.getBoundingClientRect();
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return right > left && bottom > top ? new DOMRect(left, top, right - left, bottom - top) : null;
  }

  function meet(a: DOMRect, b: DOMRect): boolean {
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  }
}

/** Tabs of the page one is on that stand beyond the edge of what scrolls them. */
export function hiddenTabs(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.tabs [aria-current="page"]')]
    .filter((tab) => {
      const { left, right } = tab.getBoundingClientRect();
      return left < 0 || right > innerWidth + 1;
    }).map((tab) => `the tab “${tab.textContent?.trim()}” is out of sight`);
}

/** Links that say they lead to where one is and do not, and menus that do not say where one is. */
export function wrongCurrents(): string[] {
  const menus = [...document.querySelectorAll("nav, .segments, .menu-panel")].map((menu) => ({
    menu,
    current: [...menu.querySelectorAll("[aria-current]")],
  }));
  const known = new Set(menus.flatMap(({ current }) => current[0] ?? []));
  const wrong = [...document.querySelectorAll("[aria-current]")].filter((one) => !known.has(one));
  const isPlace = /^\/(?:$|jobs|resumes|candidates|ask|reports)/.test(location.pathname);
  const silent = menus.filter(({ menu, current }) =>
    current.length === 0 && menu.matches(isPlace ? ".tabs, .top nav" : ".tabs")
  );
  return [
    ...wrong.map((one) => `“${one.textContent?.trim()}” is not current`),
    ...silent.map(({ menu }) => `nothing is current in “${menu.ariaLabel}”`),
  ];
}

/**
 * Targets below the size (WCAG 2.2, 2.5.8). A link within a sentence may be as high as its line,
 * and a small target with enough room around it counts, as the criterion says.
 */
export function smallTargets(least: number): string[] {
  const targets = [
    ...document.querySelectorAll<HTMLElement>("a[href], button, summary, select, label, input"),
  ].filter((one) => {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: false })) return false;
    if (one instanceof HTMLInputElement && (one.type === "hidden" || one.closest("label"))) {
      return false;
    }
    if (one instanceof HTMLSelectElement && one.closest("label")) return false;
    if (one instanceof HTMLLabelElement && !one.querySelector("input, select")) return false;
    // What is clipped away, as heads of tables on phones, is for screen readers alone.
    for (let up: Element | null = one; up; up = up.parentElement) {
      if (getComputedStyle(up).clipPath !== "none") return false;
    }
    return !one.closest(".skip, p, li > span, sup, .sentence, dialog:not([open])");
  });
  const boxes = targets.map((one) => ({ one, box: hitBox(one) }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  return boxes.filter(({ one, box }) => {
    // A link that is a word of its own keeps to what the criterion asks.
    const wanted = one.matches(".link, .tag") ? 24 : least;
    if (box.width >= wanted - 0.5 && box.height >= wanted - 0.5) return false;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    return boxes.some(({ one: other, box: near }) =>
      other !== one && !one.contains(other) && !other.contains(one) &&
      distance(near, x, y) < wanted / 2
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

/** Classes that have rules in a sheet that this page does not load; `rules` by sheet. */
export function unstyledClasses(rules: Readonly<Record<string, readonly string[]>>): string[] {
  const loaded = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
    .map(({ href }) => new URL(href).pathname.replace(/^.*\/([a-z]+)\b.*$/, "$1"));
  const used = new Set(
    [...document.querySelectorAll("body *")].flatMap((one) => [...one.classList]),
  );
  const known = new Set(loaded.flatMap((sheet) => rules[sheet] ?? []));
  return Object.entries(rules).filter(([sheet]) => !loaded.includes(sheet))
    .flatMap(([sheet, names]) =>
      names.filter((name) => used.has(name) && !known.has(name)).map((name) => `${sheet}: ${name}`)
    );
}
