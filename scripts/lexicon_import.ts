/** Reads a public taxonomy into the form of the lexicon, in a file beside ours. */
import { LEXICON } from "../lib/talent/lexicon_data.ts";
import { readCompetentNl } from "./lexicon/competentnl.ts";
import { foldLabel, toLexicon } from "./lexicon/concepts.ts";
import { readEsco } from "./lexicon/esco.ts";
import { BadUse, runCommand } from "./local/command.ts";

const HELP = `Usage: deno task lexicon:import esco|competentnl FOLDER OUT.json

  FOLDER     the unpacked CSV release
  OUT.json   where the entries go; nothing inside lib/talent/lexicon is ever written`;

const READERS = { esco: readEsco, competentnl: readCompetentNl };

async function readFolder(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const isFolder = await Deno.stat(folder).then((found) => found.isDirectory, () => false);
  if (!isFolder) throw new BadUse(`${folder} is no folder.`);
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile && name.endsWith(".csv")) {
      files.set(name, await Deno.readTextFile(`${folder}/${name}`));
    }
  }
  if (files.size === 0) throw new BadUse(`${folder} has no CSV file.`);
  return new Map([...files].sort(([a], [b]) => a < b ? -1 : 1));
}

async function run([source, folder, out]: readonly string[]): Promise<void> {
  if (source !== "esco" && source !== "competentnl") {
    throw new BadUse(`"${source}" is no taxonomy that is read here.`);
  }
  if (!folder || !out) throw new BadUse("Something is missing.");
  if (/(?:^|\/)lib\/talent\/lexicon\//.test(out)) {
    throw new BadUse(
      "The lexicon of the engine stays as it is: choose another place for OUT.json.",
    );
  }
  const concepts = READERS[source](await readFolder(folder));
  if (concepts.length === 0) throw new BadUse(`${folder} has no concepts of ${source}.`);
  const owned = new Set(
    LEXICON.flatMap(({ skills }) => skills.flatMap(({ en, nl }) => [...en, ...nl].map(foldLabel))),
  );
  const { file, known, dangling } = toLexicon(source, concepts, owned);
  await Deno.writeTextFile(out, `${JSON.stringify(file, null, 2)}\n`);
  console.log(
    `${file.skills.length} entries in ${out}; ${known} were known, ${dangling} relations led elsewhere`,
  );
}

const words = { min: 3, max: 3 };
Deno.exit(await runCommand({ help: HELP, words }, (_, given) => run(given)));
