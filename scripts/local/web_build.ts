import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupProblem } from "./problem.ts";
import { pathExists, runProgram } from "./processes.ts";

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What a build leaves to be served. */
export const WEB_SERVER = new URL("../../_fresh/server.js", import.meta.url);

const STAMP = join(ROOT, "_fresh", ".inputs");
const LOCK = join(ROOT, ".data", "build.lock");
const INPUTS = [
  "deno.json",
  "deno.lock",
  "dev.ts",
  "main.ts",
  "fresh.config.ts",
  "define.ts",
  "components",
  "islands",
  "lib",
  "locales",
  "packages/fresh",
  "routes",
  "static",
  "styles",
];

/**
 * Builds the web app into `_fresh/` unless it was built from just these files.
 *
 * @returns Whether it had to be built.
 * @throws {SetupProblem} With what the build printed.
 */
export async function buildWeb(): Promise<boolean> {
  await Deno.mkdir(dirname(LOCK), { recursive: true });
  using lock = await Deno.open(LOCK, { create: true, write: true });
  await lock.lock(true); // until the file is closed
  return await buildIfStale();
}

async function buildIfStale(): Promise<boolean> {
  const inputs = await hashInputs();
  if (await stampedWith(inputs) && await pathExists(fileURLToPath(WEB_SERVER))) return false;
  await Deno.remove(STAMP).catch(() => {}); // not there yet
  const { success, output } = await runProgram(
    [Deno.execPath(), "run", "-A", "-q", "dev.ts", "build"],
    { cwd: ROOT },
  );
  if (!success) throw new SetupProblem(`The web app could not be built:\n${output}`);
  await Deno.writeTextFile(STAMP, inputs);
  return true;
}

async function stampedWith(inputs: string): Promise<boolean> {
  return await pathExists(STAMP) && await Deno.readTextFile(STAMP) === inputs;
}

async function hashInputs(): Promise<string> {
  const hash = createHash("sha256").update(Deno.version.deno);
  for (const path of INPUTS) {
    for (const file of (await filesOf(path)).toSorted()) {
      hash.update(`\n${file}\n`).update(await Deno.readFile(join(ROOT, file)));
    }
  }
  return hash.digest("hex");
}

/** The files under a path of the checkout, tests left out; none when it does not exist. */
async function filesOf(path: string): Promise<string[]> {
  const full = join(ROOT, path);
  if (!(await pathExists(full))) return [];
  if ((await Deno.stat(full)).isFile) return [path];
  const files: string[] = [];
  for await (const entry of Deno.readDir(full)) {
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory) files.push(...await filesOf(inner));
    else if (!/_test\.tsx?$/.test(entry.name)) files.push(inner);
  }
  return files;
}
