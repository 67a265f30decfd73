/// <reference lib="deno.worker" />
/**
 * The Web Worker in which a file is parsed. It has no permissions at all (see pool.ts), so a file
 * that took it over could reach neither network nor disk.
 */
import { Refusal } from "../refusal.ts";
import { readBytes } from "../read_bytes.ts";
import type { ReadLimits } from "../types.ts";
import type { ReadReply } from "./messages.ts";

const reply = (message: ReadReply) => self.postMessage(message);

// The process answers on its standard output: nothing that a library logs may end up there.
for (const method of ["log", "info", "debug", "warn", "error"] as const) console[method] = () => {};

// A promise that a library leaves behind must not end the worker under the next file.
self.addEventListener("unhandledrejection", (event) => event.preventDefault());

self.onmessage = async (
  { data: { bytes, limits } }: MessageEvent<{ bytes: Uint8Array; limits: ReadLimits }>,
) => {
  try {
    const onPage = (page: number, of: number) => reply({ type: "page", page, of });
    const onScanned = () => reply({ type: "scanned" });
    reply({ type: "done", document: await readBytes(bytes, limits, { onPage, onScanned }) });
  } catch (error) {
    if (error instanceof Refusal) {
      reply({ type: "refused", code: error.code, params: error.params });
    } else {
      reply({ type: "crashed", detail: String(error) });
    }
  }
};

reply({ type: "ready" });
