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

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const COLOURS = ["color-contrast", "link-in-text-block"];
/** What other words, or less room, can break. */
const WORDS_AND_ROOM = [
  "aria-command-name",
  "aria-toggle-field-name",
  "button-name",
  "document-title",
  "empty-heading",
  "empty-table-header",
  "heading-order",
  "html-lang-valid",
  "label",
  "label-content-name-mismatch",
  "label-title-only",
  "landmark-unique",
  "link-name",
  "page-has-heading-one",
  "scrollable-region-focusable",
  "select-name",
  "summary-name",
  "target-size",
];

/** What axe finds wrong, one line each, in a part of the page or all of it. */
export async function findings(page: Page, part = "html"): Promise<string[]> {
  return await run(page, part, { runOnly: STANDARDS });
}

/** The same but for colours, for a page whose colours were looked at in another width. */
export async function colourlessFindings(page: Page): Promise<string[]> {
  const rules = Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }]));
  return await run(page, "html", { runOnly: STANDARDS, rules });
}

/** What axe finds that differs by language and width, for a page that was looked at in another. */
export async function findingsOfWordsAndRoom(page: Page): Promise<string[]> {
  return await run(page, "html", { runOnly: WORDS_AND_ROOM });
}

/** What axe finds wrong with the colours alone: all that can differ once others are used. */
export async function colourFindings(page: Page): Promise<string[]> {
  return await run(page, "html", { runOnly: COLOURS });
}

/** The same in both themes, which a page changes between without being loaded. */
export async function findingsInBothThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await findings(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = (await colourFindings(page)).map((one) => `dark: ${one}`);
  return [...light, ...dark];
}

async function run(page: Page, part: string, how: object): Promise<string[]> {
  if (!await page.evaluate(() => "axe" in globalThis)) await page.evaluate(axe.source);
  const options = { ...how, resultTypes: ["violations"] };
  const found = await page.evaluate(
    `axe.run(${JSON.stringify(part)}, ${JSON.stringify(options)})
      .then(({ violations }) => violations)`,
  ) as Finding[];
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      `${id}: ${help} at ${target.join(" ")}\n${failureSummary}`
    )
  );
}
