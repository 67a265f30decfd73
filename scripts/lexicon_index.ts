import { join } from "node:path";
import { indexLabels } from "../lib/talent/label_index.ts";
import { LEXICON } from "../lib/talent/lexicon_data.ts";
import { runCommand } from "./local/command.ts";
import { ROOT } from "./local/web_build.ts";

const HELP = `Writes lib/talent/label_index.json from the labels of the lexicon, so that no program
has to work it out when it starts.

  deno task lexicon:index`;

const FILE = join(ROOT, "lib/talent/label_index.json");

/**
 * Holds the committed index against the lexicon.
 *
 * @param isFix Writes it.
 * @returns What is wrong.
 */
export async function checkLexiconIndex(isFix: boolean): Promise<string | undefined> {
  const text = `${JSON.stringify(indexLabels(LEXICON), null, 2)}\n`;
  if (await Deno.readTextFile(FILE).catch(() => "") === text) return;
  if (!isFix) return "label_index.json is not what the lexicon says: deno task lexicon:index";
  await Deno.writeTextFile(FILE, text);
}

if (import.meta.main) {
  const code = await runCommand({ help: HELP }, async () => {
    await checkLexiconIndex(true);
    console.log("lib/talent/label_index.json is what the lexicon says");
    return 0;
  });
  Deno.exit(code);
}
