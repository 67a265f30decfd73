import { BadUse, runCommand } from "../scripts/local/command.ts";
import { tellLabelled } from "./evaluation/labelled.ts";
import { readLabelledData } from "./evaluation/labelled_data.ts";
import { faultOfPage, PAGE, renderPage, writePage } from "./evaluation/page.ts";

/** The day that "present" means in labelled résumés, so that a later run says the same. */
const READ_ON = "2026-11-01";

const HELP = `Measures the judgement and writes ${PAGE}.

  deno task evaluate [--data DIR | --check]

  --data DIR   also rank and read the labelled résumés and postings of this folder; its form stands
               in bench/evaluation/labelled_data.ts
  --check      write nothing; fail when the page's part about the own corpus is behind the code`;

interface Options {
  readonly data?: string;
  readonly check?: boolean;
}

async function main({ data: folder, check }: Options): Promise<number> {
  if (check) {
    if (folder !== undefined) throw new BadUse("--check looks at the own corpus alone.");
    const fault = await faultOfPage();
    if (fault) console.error(fault);
    return fault ? 1 : 0;
  }
  const data = folder === undefined ? undefined : await readLabelledData(folder);
  const page = await renderPage(data && tellLabelled(data, READ_ON));
  await writePage(page);
  console.log(page);
  return 0;
}

if (import.meta.main) {
  const options = { data: { type: "string" }, check: { type: "boolean" } } as const;
  Deno.exit(await runCommand({ help: HELP, options }, main));
}
