/**
 * A process that reads files, one at a time, each in its Web Worker: files in by standard input,
 * answers out by standard output. It stays awake while the worker parses, so it can end both
 * when memory runs over, and it ends by itself when the one who asks is gone.
 */
import { READER_MEMORY_BYTES, READER_RETIRES_BYTES } from "../limits.ts";
import { encodeFrame, FrameReader } from "./frames.ts";
import type { ReadReply, ReadRequest } from "./messages.ts";

const MEMORY_CHECK_MS = 25;

function send(reply: ReadReply): void {
  let rest = encodeFrame(reply);
  while (rest.length > 0) rest = rest.subarray(Deno.stdout.writeSync(rest));
}

function endWith(reply: ReadReply): never {
  send(reply);
  Deno.exit(1);
}

function readInWorker(worker: Worker, request: ReadRequest, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (Deno.memoryUsage().rss > READER_MEMORY_BYTES) endWith({ type: "out_of_memory" });
    }, MEMORY_CHECK_MS);
    worker.onmessage = ({ data: reply }: MessageEvent<ReadReply>) => {
      if (reply.type === "crashed") endWith(reply);
      send(reply);
      if (reply.type === "page" || reply.type === "scanned") return;
      clearInterval(watch);
      if (Deno.memoryUsage().rss > READER_RETIRES_BYTES) Deno.exit(0);
      resolve();
    };
    worker.postMessage({ bytes, limits: request.limits }, [bytes.buffer]);
  });
}

// Ctrl-C goes to the whole group of processes; the one who asks decides when reading stops.
if (Deno.build.os !== "windows") {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    Deno.addSignalListener(signal, () => {});
  }
}

const worker = new Worker(new URL("./reader_worker.ts", import.meta.url), { type: "module" });
worker.onmessage = ({ data }: MessageEvent<ReadReply>) => send(data);
worker.onerror = (event) => {
  event.preventDefault();
  endWith({ type: "crashed", detail: event.message });
};

const requests = new FrameReader(Deno.stdin.readable);
let reading: Promise<void> | undefined;
for (;;) {
  // Never waits for the worker before listening again: end of input must end a busy reader too.
  const frame = await requests.next();
  if (!frame) Deno.exit(0);
  await reading;
  reading = readInWorker(worker, frame.header as ReadRequest, frame.body);
}
