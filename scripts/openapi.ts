import { join } from "node:path";
import { findBreaks, unacceptedBreaks } from "./local/api_breaks.ts";
import { runCommand } from "./local/command.ts";
import { currentDocument, documentText } from "./local/api_document.ts";
import { ROOT } from "./local/web_build.ts";
import type { OpenApiDocument } from "../lib/platform/openapi_types.ts";

const HELP =
  `Writes openapi.json from the operations of the API. What would break callers is not written
unless it is named in openapi_breaks.txt.

  deno task openapi`;

const FILE = join(ROOT, "openapi.json");
const BREAKS = join(ROOT, "openapi_breaks.txt");

/**
 * Holds the committed document against the code.
 *
 * @param isFix Writes it, unless that would break callers.
 * @returns What is wrong.
 */
export async function checkDocument(isFix: boolean): Promise<string | undefined> {
  const document = await currentDocument();
  const text = documentText(document);
  const committed = await Deno.readTextFile(FILE).catch(() => "");
  if (committed === text) return;
  const breaks = unacceptedBreaks(
    findBreaks(parse(committed) ?? document, document),
    await Deno.readTextFile(BREAKS).catch(() => ""),
  );
  if (breaks.length > 0) {
    return `These would break callers; if they have to, put their lines into openapi_breaks.txt:\n${
      breaks.join("\n")
    }`;
  }
  if (!isFix) return "openapi.json is not what the operations say: deno task check --fix";
  await Deno.writeTextFile(FILE, text);
}

/** Undefined where a merge left its marks in it. */
function parse(text: string): OpenApiDocument | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const code = await runCommand({ help: HELP }, async () => {
    const fault = await checkDocument(true);
    console[fault ? "error" : "log"](fault ?? "openapi.json is what the operations say");
    return fault ? 1 : 0;
  });
  Deno.exit(code);
}
