import { join } from "node:path";
import { Environment } from "../lib/platform/config_schema.ts";
import { freePort } from "../scripts/local/processes.ts";
import { waitFor } from "../tests/harness/wait.ts";

const START_LIMIT_MS = 300_000;

/** Who signs in to a product that was started for a benchmark. */
export const OWNER = { username: "bench", password: "only for as long as it is measured" };

/** The product as a person starts it, with services and data of its own. */
export interface Product {
  readonly url: string;
  /** Seconds from the command to the first answer of the sign-in page. */
  readonly startSeconds: number;
  /** What the start says of each of its steps, in seconds. */
  readonly steps: ReadonlyMap<string, number>;
  /** Stops it by SIGTERM; answers how many seconds that took. */
  stop(): Promise<number>;
}

/** Runs `scripts/start.ts` of a checkout on `dataDir` and waits for the sign-in page. */
export async function startProduct(checkout: string, dataDir: string): Promise<Product> {
  const port = freePort();
  const url = `http://127.0.0.1:${port}`;
  const from = performance.now();
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "scripts/start.ts"],
    cwd: checkout,
    env: {
      // An empty value counts as unset, and wins over a .env file.
      ...Object.fromEntries(Object.keys(Environment.shape).map((name) => [name, ""])),
      OTEL_DENO: "false", // the runtime itself reads it, and takes no empty one
      DATA_DIR: dataDir,
      PORT: String(port),
      ADMIN_USERNAME: OWNER.username,
      ADMIN_PASSWORD: OWNER.password,
      LOG_LEVEL: "error",
      DEFAULT_RATE_LIMIT_LIMIT: "1000000",
    },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const said = { text: "" };
  const reading = Promise.all([process.stdout, process.stderr].map((from) => readInto(said, from)));
  let ended = false;
  void process.status.then(() => ended = true);
  const startSeconds = await waitFor("the sign-in page", async () => {
    if (ended) throw new Error(`The product did not start:\n${said.text}`);
    const response = await fetch(`${url}/sign-in`).catch(() => undefined);
    await response?.body?.cancel();
    return response?.status === 200 && (performance.now() - from) / 1000;
  }, START_LIMIT_MS);
  return {
    url,
    startSeconds,
    get steps() {
      return readSteps(said.text);
    },
    async stop() {
      const asked = performance.now();
      process.kill("SIGTERM");
      await Promise.all([process.status, reading]);
      return (performance.now() - asked) / 1000;
    },
  };
}

async function readInto(said: { text: string }, stream: ReadableStream<Uint8Array>): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of stream) said.text += decoder.decode(chunk, { stream: true });
}

/** "PostgreSQL          1.52 s  18, ours" */
const STEP = /^(\S.*?) +(\d+\.\d\d) s(?: |$)/gm;

function readSteps(said: string): Map<string, number> {
  return new Map([...said.matchAll(STEP)].map(([, name = "", taken]) => [name, Number(taken)]));
}

/** A temporary folder that PostgreSQL's own user may enter, removed after use. */
export async function withFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await Deno.makeTempDir({ prefix: "talent-bench-" });
  try {
    await Deno.chmod(folder, 0o755);
    return await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const MADE = new Set([".git", ".data", "_fresh", "node_modules", "coverage"]);

/** Copies a checkout as somebody would clone it: without what was built or stored in it. */
export async function copyCheckout(from: string, to: string): Promise<void> {
  await Deno.mkdir(to);
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    if (MADE.has(name) || name === ".env") continue;
    if (isDirectory) await copyCheckout(join(from, name), join(to, name));
    else await Deno.copyFile(join(from, name), join(to, name));
  }
}
