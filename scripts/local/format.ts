import { join } from "node:path";
import { runProgram } from "./processes.ts";
import { ROOT } from "./web_build.ts";

/**
 * A text as `deno fmt` would have it in this checkout.
 *
 * @param extension Of the file that it is for, such as "ts" or "md".
 */
export async function formatText(text: string, extension: string): Promise<string> {
  const folder = await Deno.makeTempDir();
  const file = join(folder, `text.${extension}`);
  try {
    await Deno.writeTextFile(file, text);
    const config = join(ROOT, "deno.json");
    const command = [Deno.execPath(), "fmt", "-q", "--config", config, file];
    const { success, output } = await runProgram(command);
    if (!success) throw new Error(`deno fmt: ${output}`);
    return await Deno.readTextFile(file);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
