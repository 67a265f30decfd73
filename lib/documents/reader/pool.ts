import { type DocumentReader, Reader, ReaderGone } from "./reader.ts";
import { ThreadReader } from "./thread_reader.ts";

/** Readers that are lent out one file at a time; made when needed, replaced when they died. */
export class ReaderPool {
  readonly #size: number;
  readonly #idle: DocumentReader[] = [];
  readonly #all = new Set<DocumentReader>();
  readonly #waiting: (() => void)[] = [];
  readonly #make: () => DocumentReader;
  #busy = 0;
  #isClosed = false;

  /** @param make What a reader is; default: a process where those may be started. */
  constructor(size: number, make: () => DocumentReader = fitting) {
    this.#size = size;
    this.#make = make;
  }

  /** Runs `work` with a reader of its own, waiting for one when all are busy. */
  async with<T>(work: (reader: DocumentReader) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const reader = await this.#borrow(signal);
    const abort = () => reader.kill();
    signal?.addEventListener("abort", abort);
    try {
      signal?.throwIfAborted();
      return await work(reader);
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener("abort", abort);
      if (reader.alive) this.#idle.push(reader);
      else await this.#bury(reader);
      this.#busy--;
      this.#waiting.shift()?.();
    }
  }

  /** Ends all readers; a reading under way rejects with `ReaderGone`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#idle.length = 0;
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all([...this.#all].map((reader) => this.#bury(reader)));
  }

  #take(): DocumentReader {
    for (;;) {
      const idle = this.#idle.pop();
      if (idle?.alive) return idle;
      if (idle) this.#bury(idle);
      else break;
    }
    const reader = this.#make();
    this.#all.add(reader);
    return reader;
  }

  async #bury(reader: DocumentReader): Promise<void> {
    this.#all.delete(reader);
    await reader.close();
  }

  async #borrow(signal?: AbortSignal): Promise<DocumentReader> {
    while (this.#busy >= this.#size && !this.#isClosed) {
      signal?.throwIfAborted();
      await this.#turn(signal);
    }
    signal?.throwIfAborted();
    if (this.#isClosed) throw new ReaderGone("The readers were closed");
    this.#busy++;
    return this.#take();
  }

  /** Waits until a reader is given back or `signal` fires; who has left is not called any more. */
  async #turn(signal?: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    signal?.addEventListener("abort", () => resolve(), { once: true });
    await promise;
    const index = this.#waiting.indexOf(resolve);
    if (index >= 0) this.#waiting.splice(index, 1);
  }
}

/** A reader as safe as this process can start one. */
function fitting(): DocumentReader {
  const { state } = Deno.permissions.querySync({ name: "run", command: Deno.execPath() });
  return state === "granted" ? new Reader() : new ThreadReader();
}
