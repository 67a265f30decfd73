/** What is asked of a server, again and again. */
export interface Load {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bearer tokens, which take turns. */
  readonly tokens?: readonly string[];
  /** As many requests are under way at any time. */
  readonly connections: number;
  /** How long it goes on, in seconds; or `amount`. */
  readonly duration?: number;
  /** How many requests in all. */
  readonly amount?: number;
}

/** How it answered. */
export interface Loaded {
  /** Answers of success. */
  readonly requests: number;
  /** Other answers, and requests without one. */
  readonly failed: number;
  readonly seconds: number;
  readonly p99Ms: number;
}

/**
 * Loads a server from a process of its own.
 *
 * @throws {RangeError} If a request is not answered with success: what is measured then is refusals.
 */
export async function loadServer(load: Load): Promise<Loaded> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", new URL("./load_process.ts", import.meta.url).href],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(load)));
  await writer.close();
  const { stdout, success } = await child.output();
  if (!success) throw new RangeError(`The program that loads ${load.url} failed`);
  const loaded = JSON.parse(new TextDecoder().decode(stdout)) as Loaded;
  if (loaded.failed > 0) {
    throw new RangeError(`${loaded.failed} of the requests to ${load.url} were refused`);
  }
  return loaded;
}
