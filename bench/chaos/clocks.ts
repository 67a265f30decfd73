import { join } from "node:path";
import { runProgram } from "../../scripts/local/processes.ts";

/** The clock of some processes, which can be set wrong while they run. */
export interface Clock {
  readonly name: string;
  /** What a process is started with to go by it. */
  readonly env: Readonly<Record<string, string>>;
  /** Sets it that far ahead of the right time, or behind it; when this ends, all have seen it. */
  set(aheadSeconds: number): Promise<void>;
}

/** Where libfaketime lies by the packages of Debian, Fedora and Homebrew's Linux. */
const PLACES = [
  "/usr/lib/*/faketime/libfaketime.so.1",
  "/usr/lib64/faketime/libfaketime.so.1",
  "/usr/lib/faketime/libfaketime.so.1",
];
const SHARED_MEMORY = "/dev/shm";
const LEFTOVER = /^(?:sem\.faketime_sem|faketime_shm)_(\d+)$/;
/** Processes look at the file again once it is this old. */
const SEEN_AFTER_SECONDS = 1;

/** The library that gives processes a clock of their own; undefined where it is not installed. */
export async function findFaketime(): Promise<string | undefined> {
  if (Deno.build.os !== "linux") return undefined;
  const { output } = await runProgram(["/bin/sh", "-c", `ls -1 ${PLACES.join(" ")} 2>/dev/null`]);
  return output.split("\n").find((path) => path.startsWith("/"));
}

/** A clock by `library`, with its file in `folder`, which every process of it must be able to read. */
export async function makeClock(library: string, folder: string, name: string): Promise<Clock> {
  const file = join(folder, `clock-of-${name.replaceAll(/\W+/g, "-")}`);
  const write = async (aheadSeconds: number) => {
    // In place of the old one at once: who reads meanwhile must not find half a number.
    await Deno.writeTextFile(`${file}.new`, `${aheadSeconds < 0 ? "" : "+"}${aheadSeconds}\n`);
    await Deno.rename(`${file}.new`, file);
  };
  await write(0);
  return {
    name,
    env: {
      // Redis asks its own allocator, which asks for the time before the library can answer; so the
      // allocator is the C library's.
      LD_PRELOAD: `${library} libc.so.6`,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: String(SEEN_AFTER_SECONDS),
      // What measures how long something takes does not jump when a clock is set.
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
      NO_FAKE_STAT: "1",
    },
    async set(aheadSeconds) {
      await write(aheadSeconds);
      await new Promise((resolve) => setTimeout(resolve, SEEN_AFTER_SECONDS * 1100));
    },
  };
}

/** Removes what processes that were killed have left in shared memory. */
export async function clearAfterClocks(): Promise<void> {
  for await (const { name } of Deno.readDir(SHARED_MEMORY)) {
    const pid = LEFTOVER.exec(name)?.[1];
    if (!pid || await Deno.stat(`/proc/${pid}`).catch(() => undefined)) continue;
    await Deno.remove(join(SHARED_MEMORY, name)).catch(() => {}); // of another user
  }
}
