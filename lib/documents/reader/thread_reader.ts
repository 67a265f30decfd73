import { Refusal } from "../refusal.ts";
import type { DocumentText, ReadLimits } from "../types.ts";
import type { ReadReply } from "./messages.ts";
import { READABLE } from "./readable.ts";
import { type DocumentReader, ReaderGone } from "./reader.ts";
import { Watch } from "./watch.ts";

/** Nothing is inherited. */
const PERMISSIONS: Deno.PermissionOptionsObject = {
  read: [...READABLE],
  write: false,
  net: false,
  env: false,
  run: false,
  ffi: false,
  sys: false,
  import: false,
};

/**
 * A reader that is a Web Worker of this very process, for platforms that start no other
 * (docs/adr/0047-without-processes-readers-are-threads.md). It has no permission but to read its
 * code. What it takes in memory is this process', and one that loops is left behind.
 */
export class ThreadReader implements DocumentReader {
  readonly #worker: Worker;
  #take: (reply: ReadReply | ReaderGone) => void = () => {};
  alive = true;

  constructor() {
    const url = new URL("./reader_worker.ts", import.meta.url);
    this.#worker = new Worker(url, { type: "module", deno: { permissions: PERMISSIONS } });
    this.#worker.onmessage = ({ data }: MessageEvent<ReadReply>) => this.#take(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.alive = false;
      this.#take(new ReaderGone(event.message));
    };
  }

  async read(
    bytes: Uint8Array,
    limits: ReadLimits,
    onPage: (page: number, of: number) => void,
  ): Promise<DocumentText> {
    const watch = new Watch(() => {
      this.kill();
      this.#take(new ReaderGone("It took too long"));
    });
    watch.start(limits.timeoutMs);
    try {
      return await new Promise<DocumentText>((resolve, reject) => {
        this.#take = (reply) => {
          if (reply instanceof ReaderGone) return reject(reply);
          if (reply.type === "page") onPage(reply.page, reply.of);
          if (reply.type === "scanned" && limits.ocr) watch.start(limits.ocr.timeoutMs);
          if (reply.type === "done") resolve(reply.document);
          if (reply.type === "refused") reject(new Refusal(reply.code, reply.params));
          if (reply.type === "crashed") {
            this.kill();
            reject(new ReaderGone(reply.detail));
          }
        };
        this.#worker.postMessage({ bytes, limits });
      });
    } catch (error) {
      if (!watch.isOver) throw error;
      throw new Refusal("too_slow", { limit: Math.round(watch.timeoutMs / 1000) });
    } finally {
      watch.stop();
      this.#take = () => {};
    }
  }

  kill(): void {
    if (!this.alive) return;
    this.alive = false;
    this.#worker.terminate();
    this.#take(new ReaderGone("It was ended"));
  }

  close(): Promise<void> {
    this.kill();
    return Promise.resolve();
  }
}
