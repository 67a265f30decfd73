import { join } from "node:path";
import { runCommand } from "./local/command.ts";
import { SetupProblem } from "./local/problem.ts";
import { runProgram } from "./local/processes.ts";
import { ROOT } from "./local/web_build.ts";
import { findSecrets } from "./precommit/secrets.ts";

const HELP =
  `Looks through what is about to be committed: format, lint, what looks like a secret, files
that are too large, and the format of Terraform where that is installed.

  deno task precommit [--all]

  --all   looks through every file that git knows

To have git do so by itself: pre-commit install, or
  printf '#!/bin/sh\\nexec deno task precommit\\n' > .git/hooks/pre-commit && chmod +x .git/hooks/pre-commit`;

const LARGEST_BYTES = 1024 * 1024;
/** Larger on purpose. */
const LARGE = new Set(["openapi.json"]);

/** Each names what is wrong; undefined when nothing is. */
const CHECKS: Readonly<Record<string, (files: readonly string[]) => Promise<string | undefined>>> =
  {
    "Format": (files) => deno("fmt", "--check", files, /\.(tsx?|jsx?|json|md|ya?ml|css)$/),
    "Lint": (files) => deno("lint", undefined, files, /\.tsx?$/),
    "Secrets": secretsIn,
    "Large files": largeIn,
    "Terraform": terraform,
  };

async function deno(
  command: string,
  flag: string | undefined,
  files: readonly string[],
  names: RegExp,
): Promise<string | undefined> {
  const chosen = files.filter((file) => names.test(file));
  if (chosen.length === 0) return undefined;
  const args = [command, "--permit-no-files", ...flag ? [flag] : [], ...chosen];
  const { success, output } = await runProgram([Deno.execPath(), ...args], { cwd: ROOT });
  return success ? undefined : output;
}

async function secretsIn(files: readonly string[]): Promise<string | undefined> {
  const faults: string[] = [];
  for (const file of files) {
    const bytes = await Deno.readFile(join(ROOT, file));
    if (bytes.subarray(0, 8000).includes(0)) continue; // no text
    for (const { line, kind } of findSecrets(new TextDecoder().decode(bytes))) {
      faults.push(`${file}:${line} looks like ${kind}`);
    }
  }
  return faults.join("\n") || undefined;
}

async function largeIn(files: readonly string[]): Promise<string | undefined> {
  const faults: string[] = [];
  for (const file of files) {
    const { size } = await Deno.stat(join(ROOT, file));
    if (size > LARGEST_BYTES && !LARGE.has(file)) faults.push(`${file} has ${size} bytes`);
  }
  return faults.join("\n") || undefined;
}

async function terraform(files: readonly string[]): Promise<string | undefined> {
  const chosen = files.filter((file) => file.endsWith(".tf"));
  if (chosen.length === 0) return undefined;
  const command = ["terraform", "fmt", "-check", "-diff", ...chosen];
  const result = await runProgram(command, { cwd: ROOT }).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return { success: true, output: "" };
    throw error;
  });
  return result.success ? undefined : result.output;
}

/** @returns The paths in the checkout of what is there and is to be looked at. */
async function chosenFiles(isAll: boolean): Promise<string[]> {
  const args = isAll
    ? ["ls-files", "-z"]
    : ["diff", "--cached", "--name-only", "--diff-filter=d", "-z"];
  const { success, output } = await runProgram(["git", ...args], { cwd: ROOT });
  if (!success) throw new SetupProblem(`git can't tell which files are meant:\n${output}`);
  const names = output.split("\0").filter((name) => name !== "");
  const isThere = await Promise.all(
    names.map((name) => Deno.lstat(join(ROOT, name)).then(({ isFile }) => isFile, () => false)),
  );
  return names.filter((_, index) => isThere[index]);
}

async function main(isAll: boolean): Promise<number> {
  const files = await chosenFiles(isAll);
  let faults = 0;
  for (const [name, check] of Object.entries(CHECKS)) {
    const fault = await check(files);
    if (fault === undefined) continue;
    faults++;
    console.log(`${name}\n${fault}`);
  }
  if (faults === 0) console.log(`${files.length} files are fine`);
  return faults === 0 ? 0 : 1;
}

if (import.meta.main) {
  const options = { all: { type: "boolean" } } as const;
  Deno.exit(await runCommand({ help: HELP, options }, ({ all = false }) => main(all)));
}
