import { join } from "node:path";
import { runCommand } from "../local/command.ts";
import { startPrivateServices } from "../local/private_services.ts";
import { SetupProblem } from "../local/problem.ts";
import { reporter, secondsSince } from "../local/step.ts";
import { ROOT } from "../local/web_build.ts";
import { readDockerfile, type Stage } from "./dockerfile.ts";
import { ignoredBy } from "./ignored.ts";
import { StageFolder } from "./stage_folder.ts";

const HELP =
  `Goes through the Dockerfile without a container engine: each step in a clean folder that
stands for the root of its stage, with the same command, user and environment; then runs what the
image runs (migrate, web, worker, the health check) against a PostgreSQL and a Redis of its own, and
tells the size and how long a start takes.

  deno task container:rehearse [--keep]

  --keep   leaves the folder of the image, and says where it is

As root each process runs as the image's user; as anybody else, as you.`;

/** What the base image says of itself: Deno's own binary and Debian's C library. */
const BASE_MEGABYTES = { "denoland/deno:distroless": 125 } as const;

const READY_MS = 60_000;
const { step, say } = reporter;

async function rehearse(isKept: boolean): Promise<number> {
  const folder = await Deno.makeTempDir({ prefix: "talent-image-" });
  await Deno.chmod(folder, 0o755); // for the image's user
  try {
    const stages = readDockerfile(await Deno.readTextFile(join(ROOT, "Dockerfile")));
    const [stage, image] = await build(stages, folder);
    await tellSize(stage, image);
    await run(new Container(stage, image));
    say(isKept ? `Kept in ${image.root}` : "");
    return 0;
  } finally {
    if (!isKept) await Deno.remove(folder, { recursive: true });
  }
}

/** Takes all stages. @returns The last one, which is the image. */
async function build(stages: readonly Stage[], folder: string): Promise<[Stage, StageFolder]> {
  const context = await contextFiles();
  const built = new Map<string, StageFolder>();
  let last: [Stage, StageFolder] | undefined;
  for (const [index, stage] of stages.entries()) {
    const name = stage.name ?? String(index);
    const root = join(folder, name);
    await Deno.mkdir(root);
    const made = new StageFolder(root, ROOT, context);
    await step(`Stage ${name}`, () => made.build(stage, built), () => stage.image);
    built.set(name, made);
    last = [stage, made];
  }
  if (!last) throw new SetupProblem("The Dockerfile has no stage");
  return last;
}

async function contextFiles(): Promise<string[]> {
  const isIgnored = ignoredBy(await Deno.readTextFile(join(ROOT, ".dockerignore")));
  const files: string[] = [];
  const walk = async (folder: string) => {
    for await (const { name, isDirectory } of Deno.readDir(join(ROOT, folder))) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (isIgnored(path)) continue;
      if (isDirectory) await walk(path);
      else files.push(path);
    }
  };
  await walk("");
  return files;
}

async function tellSize(stage: Stage, image: StageFolder): Promise<void> {
  const parts = await Promise.all(
    ["/app", "/deno-dir"].map(async (path) => [path, await sizeOf(image.path(path))] as const),
  );
  const own = parts.reduce((sum, [, bytes]) => sum + bytes, 0);
  const base = Object.entries(BASE_MEGABYTES).find(([name]) => stage.image.startsWith(name))?.[1];
  const inMegabytes = (bytes: number) => Math.round(bytes / 1e6);
  say(
    `Size: ${parts.map(([path, bytes]) => `${path} ${inMegabytes(bytes)} MB`).join(", ")}` +
      (base ? `, and the base about ${base} MB: ${inMegabytes(own) + base} MB unpacked` : ""),
  );
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for await (const entry of Deno.readDir(folder)) {
    const path = join(folder, entry.name);
    bytes += entry.isDirectory ? await sizeOf(path) : (await Deno.stat(path)).size;
  }
  return bytes;
}

/** Runs the image's commands as an engine would. */
class Container {
  readonly #stage: Stage;
  readonly #image: StageFolder;

  constructor(stage: Stage, image: StageFolder) {
    this.#stage = stage;
    this.#image = image;
  }

  start(args: readonly string[], env: Readonly<Record<string, string>>): Deno.ChildProcess {
    return this.#spawn([...this.#words("ENTRYPOINT"), ...args], env);
  }

  /** @returns Whether the health check says that all is well. */
  async isHealthy(env: Readonly<Record<string, string>>): Promise<boolean> {
    return (await this.#spawn(this.#words("HEALTHCHECK"), env).status).success;
  }

  #words(keyword: string): readonly string[] {
    return this.#stage.steps.find((step) => step.keyword === keyword)?.words ?? [];
  }

  #spawn([program = "", ...args]: readonly string[], env: Readonly<Record<string, string>>) {
    const image = this.#image;
    const [uid, gid] = image.user.split(":").map(Number);
    return new Deno.Command(image.inside(program), {
      args: args.map((word) => image.inside(word)),
      cwd: image.path(image.workdir),
      clearEnv: true,
      env: { ...image.environment(), ...env },
      ...(Deno.uid() === 0 && uid !== undefined && gid !== undefined ? { uid, gid } : {}),
      stdin: "null",
      stdout: "inherit",
      stderr: "inherit",
    }).spawn();
  }
}

async function run(container: Container): Promise<void> {
  const services = await startPrivateServices(reporter);
  const shared = {
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl,
    SECRET_KEY: crypto.randomUUID() + crypto.randomUUID(),
    ADMIN_PASSWORD: crypto.randomUUID(),
    PUBLIC_URL: "https://talent.example",
    DRAIN_SECONDS: "0",
  };
  try {
    await step("migrate", () => ends(container.start(["migrate"], shared)));
    for (const command of ["web", "worker"]) {
      const env = { ...shared, PORT: freePort(), WORKER_PROBE_PORT: freePort() };
      const port = command === "web" ? env.PORT : env.WORKER_PROBE_PORT;
      // The default command is run as the default.
      const child = container.start(command === "web" ? [] : [command], env);
      await step(`${command}: ready`, () => untilReady(port, child));
      await step(`${command}: health check`, async () => {
        if (!await container.isHealthy(env)) throw new SetupProblem("It says that it is not");
      });
      await step(`${command}: stopped`, () => {
        child.kill("SIGTERM");
        return ends(child);
      });
    }
  } finally {
    await services.stop();
  }
}

async function ends(child: Deno.ChildProcess): Promise<void> {
  const { code } = await child.status;
  if (code !== 0) throw new SetupProblem(`It ended with ${code}`);
}

async function untilReady(port: string, child: Deno.ChildProcess): Promise<void> {
  const from = performance.now();
  let hasEnded = false;
  void child.status.then(() => hasEnded = true);
  while (performance.now() - from < READY_MS) {
    if (hasEnded) throw new SetupProblem("It ended by itself");
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill("SIGKILL");
  throw new SetupProblem(`It was not ready within ${secondsSince(from)} s`);
}

function freePort(): string {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return String(listener.addr.port);
}

if (import.meta.main) {
  const options = { keep: { type: "boolean" } } as const;
  Deno.exit(await runCommand({ help: HELP, options }, ({ keep = false }) => rehearse(keep)));
}
