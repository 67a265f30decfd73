import type { Page } from "playwright-core";

/** What a browser itself says of a page. */
export interface Vitals {
  /** When the largest part of it was drawn (LCP). */
  readonly largestPaintMs: number;
  /** How much moved while it arrived (CLS). */
  readonly shift: number;
}

interface Seen {
  largest: number;
  shift: number;
  /** The slowest answer to a press or a key. */
  slowest: number;
}

type Entry = PerformanceEntry & {
  readonly value?: number;
  readonly hadRecentInput?: boolean;
  readonly interactionId?: number;
};

/** Has each page that is opened from now on watch itself. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { largest: 0, shift: 0, slowest: 0 };
    Object.assign(globalThis, { seen });
    const observe = (type: string, take: (entry: Entry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe(
        { type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit,
      );
    observe("largest-contentful-paint", ({ startTime }) => seen.largest = startTime);
    observe("layout-shift", ({ value, hadRecentInput }) => {
      if (!hadRecentInput) seen.shift += value ?? 0;
    });
    observe("event", ({ duration, interactionId }) => {
      if (interactionId) seen.slowest = Math.max(seen.slowest, duration);
    });
  });
}

/** What was seen of the page that is open. */
export async function vitalsOf(page: Page): Promise<Vitals> {
  const { largest, shift } = await seenBy(page);
  return { largestPaintMs: largest, shift };
}

/**
 * Does something and answers how long the page took to draw its answer, in milliseconds (INP);
 * browsers round it to 8.
 */
export async function answerTime(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    (globalThis as unknown as { seen: Seen }).seen.slowest = 0;
  });
  await act();
  // What took less than 16 ms is not told; two frames later the others are.
  await page.evaluate(() =>
    new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100)))
    )
  );
  return (await seenBy(page)).slowest;
}

function seenBy(page: Page): Promise<Seen> {
  return page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
}
