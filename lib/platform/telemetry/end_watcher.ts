/** The thread of `watchTheEnd()`: ends the process some time after it was told that it ends. */
import type { Config } from "../config.ts";
import { formatterOf } from "../log_format.ts";

/** What it is told as the process ends. */
export interface LastOrder {
  readonly afterMs: number;
  readonly logFormat: Config["logFormat"];
}

addEventListener("message", ({ data }: MessageEvent<LastOrder>) => {
  setTimeout(() => endNow(data), data.afterMs);
});

function endNow({ afterMs, logFormat }: LastOrder): void {
  const told =
    `Ended without telling the last spans and figures: nobody took them in ${afterMs} ms`;
  const line = formatterOf(logFormat)({
    category: ["talent", "telemetry"],
    level: "warning",
    message: [told],
    rawMessage: told,
    timestamp: Date.now(),
    properties: {},
  });
  try {
    Deno.stderr.writeSync(new TextEncoder().encode(line));
  } finally {
    // Of ourselves it asks no permission, and nothing softer gets past a main thread that waits.
    Deno.kill(Deno.pid, "SIGKILL");
  }
}
