import { logger } from "../log.ts";
import { type SendOptions, type Sent, TIMEOUT_MS } from "./exchange.ts";
import { type PostOrder, type SenderAnswer, type SenderOrder, wholeLines } from "./sender_lines.ts";

/** Whoever is that late is not coming: the process has its own limit for each answer. */
const HANGS_MS = 60_000;

/**
 * Private networks, this machine and the link, where clouds tell machines their secrets. Deno takes
 * ranges of IPv4 and single addresses of IPv6: the code looks at all of IPv6 (address.ts).
 */
const PRIVATE = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "224.0.0.0/4",
  "240.0.0.0/4",
  "[::1]",
  "[fd00:ec2::23]",
  "[fd00:ec2::254]",
];

/** What the runtime itself wants to know to verify a certificate, or to find its packages. */
const PASSED_ON = ["DENO_DIR", "DENO_CERT", "DENO_TLS_CA_STORE", "HOME", "PATH"];

/**
 * What `deno run` is given for a process that sends webhooks: the network, without what is private
 * unless that is allowed, and nothing else. What it is to send comes by standard input.
 */
export function senderArguments(allowPrivate: boolean): string[] {
  return [
    "run",
    "--quiet",
    "--no-prompt",
    "--allow-net",
    ...(allowPrivate ? [] : [`--deny-net=${PRIVATE.join(",")}`]),
    new URL("./sender_process.ts", import.meta.url).href,
  ];
}

/** Sends webhooks by a process, which is made with the first one, and anew where it died. */
export class Sender {
  readonly #allowPrivate: boolean;
  #process: SenderProcess | undefined;

  constructor(allowPrivate: boolean) {
    this.#allowPrivate = allowPrivate;
  }

  /** Never throws: that a process died is an answer, too. */
  post(message: Message, options: SendOptions): Promise<Sent> {
    if (!this.#process?.isAlive) {
      this.#process = new SenderProcess(senderArguments(this.#allowPrivate));
    }
    return this.#process.post(message, options);
  }
}

type Message = Pick<PostOrder, "target" | "headers" | "body">;

class SenderProcess {
  readonly #child: Deno.ChildProcess;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #waiting = new Map<number, (answer: Partial<Sent>) => void>();
  #last = 0;
  isAlive = true;

  constructor(args: string[]) {
    this.#child = new Deno.Command(Deno.execPath(), {
      args,
      clearEnv: true,
      env: Object.fromEntries(PASSED_ON.flatMap((name) => {
        const value = Deno.env.get(name);
        return value === undefined ? [] : [[name, value]];
      })),
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#input = this.#child.stdin.getWriter();
    this.#input.closed.catch(() => {}); // noticed by the end of its answers
    void this.#listen();
  }

  async post(message: Message, { signal, ...options }: SendOptions): Promise<Sent> {
    const begun = performance.now();
    const id = ++this.#last;
    const stop = () => this.#tell({ order: "stop", id });
    const late = setTimeout(() => this.#kill(), (options.timeoutMs ?? TIMEOUT_MS) + HANGS_MS);
    this.#child.ref();
    try {
      const answer = await new Promise<Partial<Sent>>((resolve) => {
        this.#waiting.set(id, resolve);
        const { allowPrivate, timeoutMs, ca } = options;
        this.#tell({ order: "post", id, ...message, allowPrivate, timeoutMs, ca });
        signal.addEventListener("abort", stop);
        if (signal.aborted) stop();
      });
      return { ...NO_ANSWER, durationMs: Math.round(performance.now() - begun), ...answer };
    } finally {
      clearTimeout(late);
      signal.removeEventListener("abort", stop);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#child.unref(); // the program may end now
    }
  }

  #tell(order: SenderOrder): void {
    const line = new TextEncoder().encode(`${JSON.stringify(order)}\n`);
    this.#input.write(line).catch(() => {});
  }

  async #listen(): Promise<void> {
    for await (const line of wholeLines(this.#child.stdout)) {
      const { id, sent } = JSON.parse(line) as SenderAnswer;
      this.#waiting.get(id)?.(sent);
    }
    this.isAlive = false;
    const { code, signal } = await this.#child.status;
    logger("webhooks").warn("The sender of webhooks ended with {end}", { end: signal ?? code });
    for (const answer of this.#waiting.values()) {
      answer({ error: "What sends webhooks ended before an answer came" });
    }
  }

  #kill(): void {
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

const NO_ANSWER: Omit<Sent, "durationMs"> = {
  status: undefined,
  response: "",
  error: undefined,
  retryAfter: undefined,
};
