/** Reads a public taxonomy into the form of the lexicon, in a file beside ours. */
import { LEXICON } from "../lib/talent/lexicon_data.ts";
import { readCompetentNl } from "./lexicon/competentnl.ts";
import { foldLabel, toLexicon } from "./lexicon/concepts.ts";
import { readEsco } from "./lexicon/esco.ts";

const USAGE = `Usage: deno task lexicon:import esco|competentnl FOLDER OUT.json

  FOLDER     the unpacked CSV release
  OUT.json   where the entries go; nothing inside lib/talent/lexicon is ever written`;

const READERS = { esco: readEsco, competentnl: readCompetentNl };

/** Something that the caller did wrong; the command ends with status 2. */
class BadUse extends Error {}

async function readFolder(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (isFile && name.endsWith(".csv")) {
      files.set(name, await Deno.readTextFile(`${folder}/${name}`));
    }
  }
  if (files.size === 0) throw new BadUse(`${folder} has no CSV file.`);
  return new Map([...files].sort(([a], [b]) => a < b ? -1 : 1));
}

async function run(args: readonly string[]): Promise<void> {
  const [source, folder, out] = args;
  if ((source !== "esco" && source !== "competentnl") || !folder || !out || args.length > 3) {
    throw new BadUse(USAGE);
  }
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

try {
  await run(Deno.args);
} catch (error) {
  if (!(error instanceof BadUse || error instanceof Deno.errors.NotFound)) throw error;
  console.error(error.message);
  Deno.exit(2);
}
