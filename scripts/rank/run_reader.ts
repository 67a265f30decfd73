import { closeReaders } from "../../lib/documents/read.ts";
import { BadUse } from "./arguments.ts";

/** A command that reads files and needs no services. */
export interface Reader<Arguments> {
  readonly usage: string;
  /** @throws {BadUse} When it is called in a way that makes no sense. */
  readonly parse: (args: readonly string[]) => Arguments | "help";
  /** Answers the exit code. */
  readonly run: (args: Arguments) => Promise<number>;
}

/** Runs it as it was called, and sets the exit code: 2 on bad use, with what to do on stderr. */
export async function runReader<Arguments extends object>(
  { usage, parse, run }: Reader<Arguments>,
): Promise<void> {
  try {
    goWhereCalled();
    const args = parse(Deno.args);
    if (args === "help") console.log(usage);
    else Deno.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof BadUse)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    Deno.exitCode = 2;
  } finally {
    await closeReaders();
  }
}

/** `deno task` works in the project's folder; the paths are as seen from where it was called. */
function goWhereCalled(): void {
  const folder = Deno.env.get("INIT_CWD");
  if (folder) Deno.chdir(folder);
}
