import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { ConfigError } from "../../lib/platform/config_error.ts";
import { AppError } from "../../lib/platform/errors.ts";
import { SetupProblem } from "./problem.ts";

/** Something that whoever called a command did wrong; it ends with 2 then. */
export class BadUse extends Error {
  override readonly name = "BadUse";
}

/** What a command can be called with, beside `--help`. */
export interface Command<Options extends ParseArgsOptionsConfig> {
  /** What it does and how it is called. */
  readonly help: string;
  readonly options?: Options;
  /** How many words may follow that are no options; default none. */
  readonly words?: { readonly min: number; readonly max: number };
}

type Values<Options extends ParseArgsOptionsConfig> = {
  readonly [Name in keyof Options]?: Options[Name]["type"] extends "boolean" ? boolean : string;
};

/**
 * Reads the arguments of a command and runs it.
 *
 * @param run Answers the exit code; nothing is 0.
 * @returns The exit code: 0 done, 1 not possible, 2 called in a way that it does not know. What went
 *   wrong stands on stderr then.
 * @throws What is our own fault.
 */
export async function runCommand<Options extends ParseArgsOptionsConfig>(
  { help, options, words = { min: 0, max: 0 } }: Command<Options>,
  run: (values: Values<Options>, words: string[]) => Promise<number | void>,
  args: string[] = Deno.args,
): Promise<number> {
  try {
    if (args.includes("--help") || args.includes("-h")) {
      console.log(help);
      return 0;
    }
    const { values, positionals } = parse(args, options);
    if (positionals.length > words.max) {
      throw new BadUse(`What is "${positionals[words.max]}" for?`);
    }
    if (positionals.length < words.min) throw new BadUse("Something is missing.");
    return await run(values as Values<Options>, positionals) ?? 0;
  } catch (error) {
    if (error instanceof BadUse) {
      console.error(`${error.message}\n\n${help}`);
      return 2;
    }
    const isTheirs = error instanceof SetupProblem || error instanceof ConfigError ||
      error instanceof AppError;
    if (!isTheirs) throw error;
    console.error(error.message);
    return 1;
  }
}

function parse(args: string[], options: ParseArgsOptionsConfig = {}) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new BadUse((cause as Error).message, { cause });
  }
}

/** Asks on a terminal; takes what there is where nobody can answer. */
export function ask(question: string, given: string): string {
  if (!Deno.stdin.isTerminal()) return given;
  return prompt(question, given)?.trim() || given;
}
