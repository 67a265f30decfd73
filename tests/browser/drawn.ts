import type { Page } from "playwright-core";

const WAYS = ["goto", "reload", "goBack", "goForward", "waitForURL"] as const;

/**
 * Lets every way of the page to a document end when that is painted and its islands live. A browser
 * drops keys and clicks before, which only a program is quick enough to send.
 */
export function waitForDrawing(page: Page): void {
  for (const way of WAYS) {
    const go = page[way].bind(page) as (...args: unknown[]) => Promise<unknown>;
    const goAndWait = async (...args: unknown[]) => {
      const answer = await go(...args);
      await drawn(page);
      return answer;
    };
    Object.assign(page, { [way]: goAndWait });
  }
}

async function drawn(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  try {
    await page.evaluate(() =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
        setTimeout(resolve, 1000); // a tab in the background is not painted
      })
    );
  } catch (error) {
    // It went on to another document by itself.
    if (!/context was destroyed|navigation/i.test(String(error))) throw error;
    await drawn(page);
  }
}
