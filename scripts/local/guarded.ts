import { ownProcess } from "./processes.ts";

/** The user that a program runs as, where it may not run as root. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** A program that ends when we end, however we end. */
export interface Guarded {
  /** Its exit code, when it has ended. */
  readonly exited: Promise<number>;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
}

/** In place of a log's path: show what the program prints. */
export const TERMINAL = "/dev/stderr";

// The shell waits for its standard input to close, which happens when `stop()` asks for it and
// also when this process is killed; either way the program gets its signal.
const GUARD = `
exec 3<&0
"$@" </dev/null >>"$GUARD_LOG" 2>&1 3<&- &
program=$!
{ read -r _ <&3; kill -s "$GUARD_SIGNAL" "$program"; } >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait "$program"
code=$?
kill "$watcher" 2>/dev/null
exit $code`;

/**
 * Starts a program in a session of its own (a Ctrl-C in our terminal does not reach it), with its
 * output appended to `log`.
 */
export function startGuarded(options: {
  readonly command: readonly string[];
  readonly log: string;
  readonly stopSignal: "INT" | "TERM" | "KILL";
  readonly user?: SystemUser;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}): Guarded {
  const child = new Deno.Command("/bin/sh", {
    args: ["-c", GUARD, "guard", ...options.command],
    cwd: options.cwd,
    env: { ...options.env, GUARD_LOG: options.log, GUARD_SIGNAL: options.stopSignal },
    stdin: "piped",
    stdout: options.log === TERMINAL ? "inherit" : "null",
    stderr: options.log === TERMINAL ? "inherit" : "null",
    detached: true,
    ...options.user,
  }).spawn();
  const exited = child.status.then((status) => status.code);
  const lifeline = child.stdin;
  return {
    exited,
    async stop() {
      await lifeline.close().catch(() => {}); // closed already when the program has ended
      await exited;
    },
  };
}

/**
 * Ends what a killed predecessor left running: waits for it, since it is told to end by the guard,
 * and signals it when it does not.
 *
 * @param pid As recorded by the program itself; ignored unless its command line contains `mark`.
 * @returns Whether something had to end.
 */
export async function endLeftover(pid: number, mark: string): Promise<boolean> {
  if (!ownProcess(pid, mark)) return false;
  const signals: Deno.Signal[] = ["SIGINT", "SIGTERM", "SIGKILL"];
  for (const signal of signals) {
    signalProcess(pid, signal);
    if (await hasEnded(pid, mark, 15_000)) return true;
  }
  throw new Error(`Process ${pid} does not end; stop it and try again`);
}

function signalProcess(pid: number, signal: Deno.Signal): void {
  try {
    Deno.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

async function hasEnded(pid: number, mark: string, withinMs: number): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (ownProcess(pid, mark)) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}
