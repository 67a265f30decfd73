import { LIFELINE } from "../../lib/platform/stopping.ts";
import { ROOT } from "./web_build.ts";

/** A process of the product: ends when we end, however we end. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly exited: Promise<number>;
  /** Asks it to stop and waits until it has; after `graceMs` it is killed. */
  stop(graceMs: number): Promise<void>;
  /** Ends it with -9. */
  kill(): Promise<void>;
}

/** Starts `deno run -A` with these arguments, in the folder of the checkout. */
export function startChild(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Child {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", ...args],
    cwd: ROOT,
    env: { ...env, [LIFELINE]: "stdin" },
    stdin: "piped",
    stdout: "inherit",
    stderr: "inherit",
    detached: true, // a Ctrl-C is for us, who stop all in order
  }).spawn();
  const exited = process.status.then((status) => status.code);
  const end = (signal: Deno.Signal) => {
    try {
      process.kill(signal);
    } catch {
      // It has ended already.
    }
  };
  return {
    name,
    pid: process.pid,
    exited,
    async stop(graceMs) {
      end("SIGTERM");
      const timer = setTimeout(() => end("SIGKILL"), graceMs);
      await exited;
      clearTimeout(timer);
    },
    async kill() {
      end("SIGKILL");
      await exited;
    },
  };
}
