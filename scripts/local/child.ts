import { LIFELINE } from "../../lib/platform/stopping.ts";
import { startGuarded, TERMINAL } from "./guarded.ts";
import { ROOT } from "./web_build.ts";

/** What a supervisor keeps running. */
export interface Supervised {
  readonly name: string;
  /** Its exit code, when it has ended. */
  readonly exited: Promise<number>;
  /** Asks it to stop and waits until it has; after `graceMs` it is killed. */
  stop(graceMs: number): Promise<void>;
}

/** A process of the product: ends when we end, however we end. */
export interface Child extends Supervised {
  readonly pid: number;
  /** Ends it with -9. */
  kill(): Promise<void>;
}

/** Starts `deno run` with these arguments, permissions among them, in the folder of the checkout. */
export function startChild(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Child {
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", ...args],
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

/**
 * Starts `deno run -A --watch` with these arguments: anew on every change. It is killed in place of
 * being asked, since a watcher outlives the program that it watches.
 */
export function startWatched(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Supervised {
  const guarded = startGuarded({
    command: [Deno.execPath(), "run", "-A", "-q", "--watch", "--no-clear-screen", ...args],
    log: TERMINAL,
    stopSignal: "KILL",
    env,
    cwd: ROOT,
  });
  return { name, exited: guarded.exited, stop: () => guarded.stop() };
}
