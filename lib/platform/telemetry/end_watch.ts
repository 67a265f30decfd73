import type { Config } from "../config.ts";
import type { LastOrder } from "./end_watcher.ts";

/** Telling takes some milliseconds where somebody listens. */
const TELLING_MS = 3000;

/**
 * Sees to it that this process ends once it exits. The runtime tells its last spans and figures
 * then, and waits for whoever takes them, without end; its main thread runs nothing any more. So
 * another thread counts, and ends the process.
 *
 * @see docs/adr/0062-a-process-ends-though-nobody-listens.md
 */
export function watchTheEnd({ logFormat }: Pick<Config, "logFormat">): void {
  const watcher = new Worker(new URL("./end_watcher.ts", import.meta.url), {
    type: "module",
    name: "end of the process",
    deno: { permissions: "none" },
  });
  const order: LastOrder = { afterMs: TELLING_MS, logFormat };
  addEventListener("unload", () => watcher.postMessage(order));
  // Left to the runtime, an error nobody caught ends all threads first and waits then.
  for (const name of ["error", "unhandledrejection"] as const) {
    addEventListener(name, (event) => {
      console.error(event instanceof ErrorEvent ? event.error : event.reason);
      Deno.exit(1);
    });
  }
}
