import { join } from "node:path";
import { newSecret } from "../../lib/accounts/secrets.ts";
import { type LocalServices, localServicesPath } from "../../lib/platform/local_services.ts";
import { SetupProblem } from "./problem.ts";
import { pathExists } from "./processes.ts";

/** A data folder that is ours until we let go of it or end, however we end. */
export interface HeldFolder {
  release(): Promise<void>;
}

/**
 * Makes the folder and takes it for this process.
 *
 * @returns Undefined when another process has it.
 * @throws {SetupProblem} When the folder can't be made or written.
 */
export async function holdFolder(dataDir: string): Promise<HeldFolder | undefined> {
  let file: Deno.FsFile;
  try {
    // Others may pass through: as root, PostgreSQL runs as another user.
    await Deno.mkdir(dataDir, { recursive: true, mode: 0o755 });
    file = await Deno.open(join(dataDir, "lock"), { create: true, read: true, write: true });
  } catch (error) {
    throw new SetupProblem(
      `Cannot write in ${dataDir} (${(error as Error).message}): make it writable for ${
        Deno.env.get("USER") ?? "this user"
      }, or set DATA_DIR to another folder`,
    );
  }
  if (!(await file.tryLock(true))) {
    file.close();
    return undefined;
  }
  await file.truncate();
  await file.write(new TextEncoder().encode(String(Deno.pid)));
  return {
    release() {
      file.close(); // and the lock with it
      return Promise.resolve();
    },
  };
}

/** What is to be said when `holdFolder()` finds the folder taken. */
export async function inUse(dataDir: string): Promise<SetupProblem> {
  const pid = await Deno.readTextFile(join(dataDir, "lock")).catch(() => "");
  return new SetupProblem(
    `${dataDir} is in use by ${pid ? `process ${pid}, ` : ""}another \`deno task start\`: ` +
      "stop that one, or set DATA_DIR (and PORT) for this one",
  );
}

/** Leaves the addresses for the tasks that run beside us; the result takes them away again. */
export async function recordServices(
  dataDir: string,
  services: LocalServices,
): Promise<() => Promise<void>> {
  const path = localServicesPath(dataDir);
  const half = `${path}.new`;
  await Deno.writeTextFile(half, JSON.stringify(services, null, 2), { mode: 0o600 });
  await Deno.rename(half, path);
  return async () => await Deno.remove(path).catch(() => {}); // taken away by a person: fine too
}

/** The secrets of this folder, a line each: the present one, then those it took over from. */
function secretsPath(dataDir: string): string {
  return join(dataDir, "secret_key");
}

/** The secrets of this folder, the present one first; none before the first start. */
export async function readSecrets(dataDir: string): Promise<string[]> {
  const path = secretsPath(dataDir);
  const text = await pathExists(path) ? await Deno.readTextFile(path) : "";
  return text.split("\n").map((line) => line.trim()).filter((line) => line.length >= 32);
}

/** The same, made the first time. */
export async function keptSecrets(dataDir: string): Promise<[string, ...string[]]> {
  const [first, ...others] = await readSecrets(dataDir);
  if (first !== undefined) return [first, ...others];
  const made = newSecret();
  await keepSecrets(dataDir, [made]);
  return [made];
}

/** Keeps the secrets of this folder, readable for its owner alone. */
export async function keepSecrets(dataDir: string, secrets: readonly string[]): Promise<void> {
  const path = secretsPath(dataDir);
  await Deno.mkdir(dataDir, { recursive: true, mode: 0o755 });
  await Deno.writeTextFile(`${path}.new`, secrets.join("\n"), { mode: 0o600 });
  await Deno.rename(`${path}.new`, path);
}
