import { dirname, join } from "node:path";
import { parse } from "yaml";

/** A file of documentation: its path in the checkout, and what it says. */
export interface Doc {
  readonly path: string;
  readonly text: string;
}

/** What commands can name. */
interface Known {
  /** By task: the text of the scripts that it runs. */
  readonly tasks: ReadonlyMap<string, string>;
  /** The services of all compose files. */
  readonly services: ReadonlySet<string>;
  /** All manifests for Kubernetes. */
  readonly manifests: string;
  /** By path of the API: its methods. */
  readonly operations: ReadonlyMap<string, readonly string[]>;
  /** Whether a file or folder of the checkout is there. */
  readonly isThere: (path: string) => Promise<boolean>;
}

/**
 * What is wrong with the commands in a checkout's Markdown, a line each: `deno task` with a name
 * that is none or an option that its script does not take, compose files and services that are not
 * there, folders and objects of Kubernetes, and `curl` to what the API does not have.
 */
export async function findCommandFaults(root: string, docs: readonly Doc[]): Promise<string[]> {
  const known = await whatIsKnown(root);
  const faults: string[] = [];
  for (const { path, text } of docs) {
    const joined = text.replaceAll(/\\\n\s*/g, " ");
    const found = [
      ...taskFaults(joined, known),
      ...await composeFaults(joined, known),
      ...await kubectlFaults(joined, known),
      ...curlFaults(joined, known),
    ];
    faults.push(...found.map((fault) => `${path}: ${fault}`));
  }
  return faults;
}

async function whatIsKnown(root: string): Promise<Known> {
  const read = (path: string) => Deno.readTextFile(join(root, path)).catch(() => "");
  const { tasks } = JSON.parse(await read("deno.json")) as {
    tasks: Record<string, string | { command: string }>;
  };
  const scripts = Object.entries(tasks).map(async ([name, task]) => {
    const command = typeof task === "string" ? task : task.command;
    const files = [...command.matchAll(/[\w/]+\.ts\b/g)].map(([file]) => file);
    const texts = await Promise.all(files.map(read));
    // Some keep what they are called with in a file of their own.
    const beside = files.flatMap((file, at) =>
      [...(texts[at] ?? "").matchAll(/ from "(\.{1,2}\/[\w/]+\.ts)"/g)]
        .map(([, to = ""]) => join(dirname(file), to))
    );
    return [name, [...texts, ...await Promise.all(beside.map(read))].join("\n")] as const;
  });
  const compose = ["docker-compose.yml", ...await filesBelow(root, "deploy/compose")];
  const services = (await Promise.all(compose.map(read)))
    .flatMap((text) => Object.keys(parse(text, { logLevel: "silent" })?.services ?? {}));
  const manifests = await Promise.all((await filesBelow(root, "deploy/kubernetes")).map(read));
  const api = JSON.parse(await read("openapi.json") || "{}") as { paths?: Record<string, object> };
  return {
    tasks: new Map(await Promise.all(scripts)),
    services: new Set(services),
    manifests: manifests.join("\n"),
    operations: new Map(
      Object.entries(api.paths ?? {}).map(([path, item]) => [path, Object.keys(item)]),
    ),
    isThere: (path) => Deno.stat(join(root, path)).then(() => true, () => false),
  };
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const files: string[] = [];
  try {
    for await (const { name, isDirectory } of Deno.readDir(join(root, folder))) {
      if (isDirectory) files.push(...await filesBelow(root, `${folder}/${name}`));
      else if (/\.ya?ml$/.test(name)) files.push(`${folder}/${name}`);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return files;
}

/** What follows a command's name, up to the end of the line, the code or the command. */
const REST = String.raw`([^\n\`|;&#<>]*)`;

function taskFaults(text: string, { tasks }: Known): string[] {
  const uses = text.matchAll(
    new RegExp(String.raw`\bdeno(?:@[\d.]+)? task ([a-z][\w:]*)${REST}`, "g"),
  );
  return [...uses].flatMap(([, name = "", rest = ""]) => {
    const script = tasks.get(name);
    if (script === undefined) return [`there is no task "${name}"`];
    return optionsIn(rest).filter((option) => !takes(script, option))
      .map((option) => `deno task ${name} takes no ${option}`);
  });
}

function optionsIn(words: string): string[] {
  return [...words.matchAll(/(?<=^|[\s[])--[a-z][a-z-]*/g)].map(([option]) => option);
}

/** By its help, or by how it reads its options. */
function takes(script: string, option: string): boolean {
  const name = option.slice(2);
  return option === "--help" ||
    new RegExp(String.raw`${option}(?![\w-])|^\s+"?${name}"?: \{ type:`, "m").test(script);
}

async function composeFaults(text: string, { services, isThere }: Known): Promise<string[]> {
  const faults: string[] = [];
  for (const [, rest = ""] of text.matchAll(new RegExp(`docker compose${REST}`, "g"))) {
    for (const [, file = ""] of rest.matchAll(/\s-f (\S+)/g)) {
      if (!await isThere(file)) faults.push(`there is no compose file ${file}`);
    }
    const named = servicesIn(rest.replaceAll(/\s(-f|--profile) \S+/g, ""));
    faults.push(
      ...named.filter((name) => !services.has(name)).map((name) => `there is no service ${name}`),
    );
  }
  return faults;
}

/** Those that a command of compose is about: of `exec` and `run` the first, of the others each. */
function servicesIn(rest: string): string[] {
  const scaled = [...rest.matchAll(/--scale (\w+)=/g)].map(([, name = ""]) => name);
  const [command = "", ...words] = rest.replaceAll(/--scale \S+/g, "").trim().split(/\s+/)
    .filter((word) => word !== "" && !word.startsWith("-"));
  if (!["up", "exec", "run", "logs", "restart", "stop", "pull"].includes(command)) return scaled;
  return [...scaled, ...(["exec", "run"].includes(command) ? words.slice(0, 1) : words)];
}

async function kubectlFaults(text: string, { manifests, isThere }: Known): Promise<string[]> {
  const faults: string[] = [];
  for (const [, rest = ""] of text.matchAll(new RegExp(`kubectl${REST}`, "g"))) {
    for (const [, folder = ""] of rest.matchAll(/\s(?:-k|--kustomize) (\S+)/g)) {
      if (!await isThere(folder)) faults.push(`there is no folder ${folder}`);
    }
    for (const [, name = ""] of rest.matchAll(/\b(?:deployment|job)[/ ]([a-z][\w-]+)/g)) {
      const isMade = new RegExp(String.raw`^\s+name: ${name}$`, "m").test(manifests);
      if (!isMade) faults.push(`no manifest makes ${name}`);
    }
  }
  return faults;
}

function curlFaults(text: string, { operations }: Known): string[] {
  return [...text.matchAll(/\bcurl ([^\n|]*)/g)].flatMap(([, words = ""]) => {
    const address = /\/api\/v1(\/[^\s"'?`]*)/.exec(words)?.[1];
    if (address === undefined) return [];
    const method = /-X ([A-Z]+)/.exec(words)?.[1]?.toLowerCase() ??
      (/\s(-d|-F|--json|--data\S*|--form) /.test(` ${words} `) ? "post" : "get");
    const isThere = [...operations].some(([path, methods]) =>
      methods.includes(method) && fits(path, address)
    );
    return isThere ? [] : [`the API has no ${method.toUpperCase()} ${address}`];
  });
}

/** Whether an address is one of a path: `/jobs/$JOB` of `/jobs/{id}`. */
function fits(path: string, address: string): boolean {
  const [wanted, given] = [path.split("/"), address.split("/")];
  return wanted.length === given.length &&
    wanted.every((part, at) => part === given[at] || /^\{\w+\}$/.test(part));
}
