import { dirname, join, resolve } from "node:path";
import { SetupProblem } from "../local/problem.ts";
import { pairsOf, type Stage, type Step } from "./dockerfile.ts";

/** Where the folders of a stage stand in the image; in a rehearsal all of them are below another. */
const FOLDERS = [
  "/build-cache",
  "/build",
  "/deno-dir",
  "/app",
  "/data",
  "/run/secrets",
  "/run/talent",
];

/** What Docker hands to a build beside the Dockerfile: how the network is reached. */
const HANDED =
  /^(HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy|NPM_CONFIG_REGISTRY|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|DENO_(CERT|TLS_CA_STORE))$/;

/** The steps of one stage, taken in a folder that stands for the root of its file system. */
export class StageFolder {
  readonly env: Record<string, string> = {};
  readonly #context: readonly string[];
  readonly #source: string;
  workdir = "/";
  /** `uid:gid`; empty is root. */
  user = "";

  /**
   * @param root The folder.
   * @param source The checkout, and `context` the files of it that `.dockerignore` lets in.
   */
  constructor(readonly root: string, source: string, context: readonly string[]) {
    this.#source = source;
    this.#context = context;
  }

  /** Takes all steps; what only describes the image changes nothing here. */
  async build(stage: Stage, others: ReadonlyMap<string, StageFolder>): Promise<void> {
    for (const step of stage.steps) await this.#take(step, others);
  }

  async #take(step: Step, others: ReadonlyMap<string, StageFolder>): Promise<void> {
    switch (step.keyword) {
      case "ENV":
        Object.assign(this.env, Object.fromEntries(pairsOf(step)));
        return;
      case "WORKDIR":
        this.workdir = resolve(this.workdir, step.words[0] ?? "");
        await Deno.mkdir(this.path(this.workdir), { recursive: true });
        return;
      case "USER":
        this.user = step.words[0] ?? "";
        return;
      case "COPY":
        return await this.#copy(step, others);
      case "RUN":
        return await this.#run(step.text);
      case "LABEL":
      case "EXPOSE":
      case "STOPSIGNAL":
      case "HEALTHCHECK":
      case "ENTRYPOINT":
      case "CMD":
        return;
      default:
        throw new SetupProblem(`A rehearsal does not know the step ${step.keyword}`);
    }
  }

  async #copy({ words, flags }: Step, others: ReadonlyMap<string, StageFolder>): Promise<void> {
    const to = resolve(this.workdir, words.at(-1) ?? "");
    for (const word of words.slice(0, -1)) {
      if (flags.from !== undefined) {
        const from = others.get(flags.from);
        if (!from) throw new SetupProblem(`There is no stage "${flags.from}" to copy from`);
        await copyFolder(from.path(word), this.path(to));
      } else {
        await this.#copyContext(word, to);
      }
    }
    if (flags.chown) await own(this.path(to), flags.chown);
  }

  /** A folder is copied by its content, a file under its own name. */
  async #copyContext(word: string, to: string): Promise<void> {
    const isAll = word === ".";
    const files = this.#context.filter((file) =>
      isAll || file === word || file.startsWith(`${word}/`)
    );
    if (files.length === 0) throw new SetupProblem(`COPY ${word}: nothing of it is in the context`);
    for (const file of files) {
      const inner = isAll || file === word ? file : file.slice(word.length + 1);
      const target = this.path(join(to, inner));
      await Deno.mkdir(dirname(target), { recursive: true });
      await Deno.copyFile(join(this.#source, file), target);
    }
  }

  async #run(command: string): Promise<void> {
    const child = new Deno.Command("/bin/sh", {
      args: ["-c", this.inside(command)],
      cwd: this.path(this.workdir),
      clearEnv: true,
      env: this.environment(handedEnv()),
      stdin: "null",
      stdout: "inherit",
      stderr: "inherit",
    });
    const { code } = await child.output();
    if (code !== 0) throw new SetupProblem(`RUN ${command}: ended with ${code}`);
  }

  /** The environment of a process in the stage, and nothing else. */
  environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    const own = Object.entries(this.env).map(([name, value]) => [name, this.inside(value)]);
    const path = `${dirname(Deno.execPath())}:/usr/bin:/bin`;
    return { PATH: path, HOME: this.root, ...more, ...Object.fromEntries(own) };
  }

  /** A path of the image, as it is here. */
  path(inImage: string): string {
    return join(this.root, inImage);
  }

  /** A text with the paths of the image in it, as they are here. */
  inside(text: string): string {
    const folders = new RegExp(`(?<![\\w./-])(${FOLDERS.join("|")})(?![\\w-])`, "g");
    return text.replaceAll("/bin/deno", Deno.execPath()).replaceAll(folders, `${this.root}$1`);
  }
}

function handedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(Deno.env.toObject()).filter(([name]) => HANDED.test(name)),
  );
}

async function copyFolder(from: string, to: string): Promise<void> {
  await Deno.mkdir(to, { recursive: true });
  for await (const entry of Deno.readDir(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory) await copyFolder(source, target);
    else await Deno.copyFile(source, target);
  }
}

async function own(path: string, owner: string): Promise<void> {
  const [uid, gid] = owner.split(":").map(Number);
  if (Deno.uid() === 0) await Deno.chown(path, uid ?? 0, gid ?? 0);
}
