import { commandLine } from "./processes.ts";

/** A process of this machine. */
export interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All processes whose command line holds each of these words, ourselves left out. */
export function runningWith(...words: readonly string[]): Running[] {
  const all = Deno.build.os === "linux" ? fromProc() : fromPs();
  return all.filter(({ pid, command }) =>
    pid !== Deno.pid && words.every((word) => command.includes(word))
  );
}

function fromProc(): Running[] {
  return [...Deno.readDirSync("/proc")].flatMap(({ name }) => {
    const pid = Number(name);
    const command = pid > 0 ? commandLine(pid) : undefined;
    const parent = command === undefined ? undefined : parentOf(pid);
    return command === undefined || parent === undefined ? [] : [{ pid, parent, command }];
  });
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    // The name in brackets may hold anything; the state and the parent follow it.
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined; // has ended meanwhile
  }
}

function fromPs(): Running[] {
  const { stdout } = new Deno.Command("ps", { args: ["-axo", "pid=,ppid=,command="] }).outputSync();
  return new TextDecoder().decode(stdout).split("\n").flatMap((line) => {
    const [, pid, parent, command] = line.match(/^\s*(\d+)\s+(\d+)\s+(.*)$/) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
