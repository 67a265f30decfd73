import { READER_MEMORY_BYTES } from "../limits.ts";
import { Refusal, toMebibytes } from "../refusal.ts";
import type { DocumentText, ReadLimits } from "../types.ts";
import { encodeFrame, FrameReader } from "./frames.ts";
import type { ReadReply, ReadRequest } from "./messages.ts";
import { READABLE } from "./readable.ts";
import { Watch } from "./watch.ts";

/** The heap of a reader; its buffers are watched by the process itself. */
const HEAP_MEBIBYTES = 768;

/** No permission is given but to read those files. */
const ARGUMENTS = [
  "run",
  "--quiet",
  "--no-prompt",
  `--allow-read=${READABLE.join(",")}`,
  `--v8-flags=--max-old-space-size=${HEAP_MEBIBYTES}`,
  new URL("./reader_process.ts", import.meta.url).href,
];

const START_MS = 30_000;

/** The reader ended without an answer: crashed, or killed from outside. */
export class ReaderGone extends Error {
  override readonly name = "ReaderGone";
}

/** What reads one file at a time. */
export interface DocumentReader {
  /** False once it has ended or was told to. */
  readonly alive: boolean;
  /**
   * Reads one file.
   *
   * @throws {Refusal} What the reader says of the file, or `too_slow`.
   * @throws {ReaderGone} If it ended without an answer.
   */
  read(
    bytes: Uint8Array,
    limits: ReadLimits,
    onPage: (page: number, of: number) => void,
  ): Promise<DocumentText>;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
  /** Ends it and waits until it is gone. */
  close(): Promise<void>;
}

/** What Deno goes by when it starts, and where it keeps its cache. */
const PASSED_ON = /^(?:DENO_|NPM_CONFIG_|HOME$|PATH$|TMPDIR$|XDG_CACHE_HOME$)/i;

/**
 * How a reader is started: with none of our secrets in its environment, and with nothing there that
 * Deno takes for more than the right to run one program (`LD_PRELOAD`). Who may not read the
 * environment, as a command without services, has no secrets there and hands it on.
 */
function program() {
  if (Deno.permissions.querySync({ name: "env" }).state !== "granted") return { args: ARGUMENTS };
  const env = Object.entries(Deno.env.toObject()).filter(([name]) => PASSED_ON.test(name));
  return { args: ARGUMENTS, clearEnv: true, env: Object.fromEntries(env) };
}

/** A reader that is a process of its own. */
export class Reader implements DocumentReader {
  readonly #child: Deno.ChildProcess;
  readonly #replies: FrameReader;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  #started: Promise<void> | undefined;
  /** False once it has ended or was told to. */
  alive = true;

  constructor() {
    const pipes = { stdin: "piped", stdout: "piped", stderr: "null" } as const;
    this.#child = new Deno.Command(Deno.execPath(), { ...program(), ...pipes }).spawn();
    this.#child.status.then(() => this.alive = false);
    this.#replies = new FrameReader(this.#child.stdout);
    this.#input = this.#child.stdin.getWriter();
    // A reader that dies while it is written to is noticed by the missing answer.
    this.#input.closed.catch(() => {});
    this.rest();
  }

  /** Lets the program end while this reader waits for work. */
  rest(): void {
    this.#child.unref();
  }

  async read(
    bytes: Uint8Array,
    limits: ReadLimits,
    onPage: (page: number, of: number) => void,
  ): Promise<DocumentText> {
    this.#child.ref();
    await (this.#started ??= this.#start());
    const request: ReadRequest = { limits };
    this.#input.write(encodeFrame(request, bytes)).catch(() => {});
    const watch = new Watch(() => this.kill());
    watch.start(limits.timeoutMs);
    const onScanned = () => limits.ocr && watch.start(limits.ocr.timeoutMs);
    try {
      return await this.#answer(onPage, onScanned);
    } catch (error) {
      if (!watch.isOver) throw error;
      throw new Refusal("too_slow", { limit: Math.round(watch.timeoutMs / 1000) });
    } finally {
      watch.stop();
      if (this.alive) this.rest();
    }
  }

  /** A reader that can't start is our fault, never the file's. */
  async #start(): Promise<void> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.kill();
    }, START_MS);
    const reply = (await this.#replies.next())?.header as ReadReply | undefined;
    clearTimeout(timer);
    if (reply?.type === "ready") return;
    const { signal } = await this.#child.status;
    if (signal && !isLate) throw new ReaderGone(`The reader was ended by ${signal} as it started`);
    const again = new Deno.Command(Deno.execPath(), { ...program(), stdin: "null" });
    const { stderr } = await again.output();
    const said = reply?.type === "crashed" ? reply.detail : new TextDecoder().decode(stderr);
    throw new Error(`A document reader could not start: ${said.trim().slice(-2000)}`);
  }

  async #answer(
    onPage: (page: number, of: number) => void,
    onScanned: () => void,
  ): Promise<DocumentText> {
    for (;;) {
      const reply = (await this.#replies.next())?.header as ReadReply | undefined;
      if (!reply) throw await this.#gone();
      switch (reply.type) {
        case "ready":
          break;
        case "page":
          onPage(reply.page, reply.of);
          break;
        case "scanned":
          onScanned();
          break;
        case "done":
          return reply.document;
        case "refused":
          throw new Refusal(reply.code, reply.params);
        case "out_of_memory":
          this.kill();
          throw new Refusal("zip_bomb", { limit: toMebibytes(READER_MEMORY_BYTES) });
        case "crashed":
          this.kill();
          throw new ReaderGone(reply.detail);
      }
    }
  }

  async #gone(): Promise<ReaderGone> {
    const { code, signal } = await this.#child.status;
    return new ReaderGone(`The reader ended with ${signal ?? `code ${code}`}`);
  }

  /** A looping Web Worker does not heed `terminate()`; a process heeds this. */
  kill(): void {
    if (!this.alive) return;
    this.alive = false;
    try {
      this.#child.kill("SIGKILL");
    } catch {
      // It ended by itself in the meantime.
    }
  }

  async close(): Promise<void> {
    this.kill();
    this.#child.ref();
    await this.#child.status;
    await this.#input.abort().catch(() => {});
    await this.#replies.cancel();
  }
}
