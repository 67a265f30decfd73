import axe from "axe-core";
import type { Page } from "playwright-core";

interface Finding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly {
    readonly target: readonly string[];
    readonly failureSummary?: string;
  }[];
}

/** What axe finds wrong, one line each, in a part of the page or all of it. */
export async function findings(page: Page, part = "html"): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(`axe.run(${JSON.stringify(part)}, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }).then(({ violations }) => violations)`) as Finding[];
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      `${id}: ${help} at ${target.join(" ")}\n${failureSummary}`
    )
  );
}
