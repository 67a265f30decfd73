import { join } from "node:path";
import { SetupProblem } from "./problem.ts";
import { findProgram, pathExists, runProgram } from "./processes.ts";
import type { Reporter } from "./step.ts";

const OLDEST_MAJOR = 7;

/** A Redis or Valkey server program. */
export interface RedisProgram {
  readonly path: string;
  readonly version: string;
  /** What it needs in its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Finds a Redis or Valkey server, or gets one: by apt-get as root, by brew, or, on Debian without
 * being root, by unpacking its packages into `folder`.
 *
 * @throws {SetupProblem} When there is none and none of these ways is open.
 */
export async function provideRedisProgram(
  folder: string,
  reporter: Reporter,
): Promise<RedisProgram> {
  const unpacked = join(folder, "programs");
  const found = await findRedis() ?? await unpackedRedis(unpacked);
  if (found) return found;
  const way = wayToGet(unpacked);
  const got = way && await reporter.step(way.name, way.get).catch((error: Error) => error);
  const program = await findRedis() ?? await unpackedRedis(unpacked);
  if (program) return program;
  throw new SetupProblem(
    "There is no redis-server or valkey-server (version 7 or later) in PATH" +
      (got instanceof Error ? `, and getting one failed (${got.message})` : "") +
      ": install one (Debian and Ubuntu: apt-get install redis-server; macOS: brew install redis) " +
      "or set REDIS_URL to a server of your own",
  );
}

async function findRedis(): Promise<RedisProgram | undefined> {
  for (const name of ["redis-server", "valkey-server"]) {
    const path = findProgram(name);
    const version = path && await versionOf(path);
    if (path && version) return { path, version };
  }
  return undefined;
}

async function versionOf(path: string, env?: Record<string, string>): Promise<string | undefined> {
  const { output } = await runProgram([path, "--version"], { env })
    .catch((error: Error) => ({ output: error.message }));
  const version = output.match(/\bv=(\d+)\.(\S+)/);
  return version && Number(version[1]) >= OLDEST_MAJOR ? `${version[1]}.${version[2]}` : undefined;
}

function wayToGet(unpacked: string): { name: string; get: () => Promise<void> } | undefined {
  const apt = findProgram("apt-get");
  if (apt && Deno.uid() === 0) return { name: "Installing Redis (apt-get)", get: () => byApt(apt) };
  if (apt && findProgram("dpkg")) {
    return { name: "Unpacking Redis (apt-get download)", get: () => byUnpacking(apt, unpacked) };
  }
  const brew = findProgram("brew");
  return brew
    ? {
      name: "Installing Redis (brew)",
      get: async () => void await succeed([brew, "install", "redis"]),
    }
    : undefined;
}

async function byApt(apt: string): Promise<void> {
  // The package's own server is not to be started: RUNLEVEL tells its script so.
  const env = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const install = [apt, "install", "-y", "-q", "--no-install-recommends", "redis-server"];
  if ((await runProgram(install, { env })).success) return;
  await succeed([apt, "update", "-q"]);
  await succeed(install, { env });
}

async function succeed(
  command: readonly string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
): Promise<string> {
  const { success, output } = await runProgram(command, options);
  if (success) return output;
  throw new Error(`${command.slice(0, 3).join(" ")}: ${output.split("\n").at(-1)}`);
}

/** Downloads the server's package and those it needs that are not installed, and unpacks them. */
async function byUnpacking(apt: string, folder: string): Promise<void> {
  const half = `${folder}-half-made`;
  if (await pathExists(half)) await Deno.remove(half, { recursive: true });
  await Deno.mkdir(join(half, "state", "lists", "partial"), { recursive: true });
  await Deno.mkdir(join(half, "cache", "archives", "partial"), { recursive: true });
  // Lists of our own: the system's may be missing, and only root may fetch those.
  const own = [
    "-o",
    `Dir::State=${join(half, "state")}`,
    "-o",
    `Dir::Cache=${join(half, "cache")}`,
    "-o",
    "Dir::State::status=/var/lib/dpkg/status",
    "-o",
    "Debug::NoLocking=true",
    "-o",
    "APT::Sandbox::User=",
  ];
  await succeed([apt, ...own, "update", "-q"]);
  const plan = await succeed([
    apt,
    ...own,
    "install",
    "--print-uris",
    "-y",
    "-q",
    "--no-install-recommends",
    "redis-server",
  ]);
  const packages = [...plan.matchAll(/^'[^']+' ([^_\s]+)_\S+\.deb /gm)].map((match) => match[1]!);
  if (packages.length === 0) throw new Error("apt-get names no package to download");
  await succeed([apt, ...own, "download", "-q", ...packages], { cwd: half });
  for await (const entry of Deno.readDir(half)) {
    if (entry.name.endsWith(".deb")) {
      await succeed(["dpkg", "-x", join(half, entry.name), join(half, "root")]);
    }
  }
  await Deno.rename(join(half, "root"), folder);
  await Deno.remove(half, { recursive: true });
}

async function unpackedRedis(folder: string): Promise<RedisProgram | undefined> {
  const path = join(folder, "usr", "bin", "redis-server");
  if (!(await pathExists(path))) return undefined;
  const libraries: string[] = [];
  for (const under of ["usr/lib", "lib"]) {
    const root = join(folder, under);
    if (!(await pathExists(root))) continue;
    libraries.push(root);
    for await (const entry of Deno.readDir(root)) {
      if (entry.isDirectory && entry.name.includes("-linux-")) {
        libraries.push(join(root, entry.name));
      }
    }
  }
  const env = { LD_LIBRARY_PATH: libraries.join(":") };
  const version = await versionOf(path, env);
  return version ? { path, version, env } : undefined;
}
