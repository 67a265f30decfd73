import { join } from "node:path";
import { formatText } from "../../scripts/local/format.ts";
import { ROOT } from "../../scripts/local/web_build.ts";
import { tellOwnCorpus } from "./own_corpus.ts";

export const PAGE = "docs/evaluation.md";

const OWN = "## Own corpus";
const LABELLED = "## Labelled data";
const HEAD = `# How good the judgement is

Written by \`deno task evaluate [--data DIR]\`, never by hand. Without \`--data\` only the part about
the own corpus is measured, and the rest stays as it was. Timing stands in
[performance.md](performance.md), the rules in [scoring.md](scoring.md).`;

/**
 * The page with the own corpus measured anew.
 *
 * @param labelled What to say of labelled data; what the page says now when left out.
 */
export async function renderPage(labelled?: string): Promise<string> {
  const own = await tellOwnCorpus();
  const rest = labelled ?? partAfter(await readPage(), LABELLED) ?? "Not measured yet.";
  return await formatText(
    [HEAD, OWN, own, LABELLED, rest.trim(), ""].join("\n\n"),
    "md",
  );
}

/** What is wrong with the page; undefined when it says what the code would say now. */
export async function faultOfPage(): Promise<string | undefined> {
  return await readPage() === await renderPage()
    ? undefined
    : `${PAGE} is not what the engine does with the own corpus: deno task evaluate`;
}

export async function writePage(page: string): Promise<void> {
  await Deno.writeTextFile(join(ROOT, PAGE), page);
}

function readPage(): Promise<string> {
  return Deno.readTextFile(join(ROOT, PAGE)).catch(() => "");
}

function partAfter(page: string, heading: string): string | undefined {
  const at = page.lastIndexOf(`\n${heading}\n`);
  return at < 0 ? undefined : page.slice(at + heading.length + 2);
}
