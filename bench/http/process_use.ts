/** What a process has used so far. */
export interface ProcessUse {
  /** Processor time, user and system, of all its threads. */
  readonly cpuSeconds: number;
  /** What it holds in memory. */
  readonly residentBytes: number;
}

// What the kernel counts in: see sysconf(3), _SC_CLK_TCK and _SC_PAGESIZE; so on x86-64 and arm64.
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

/** Reads it from the kernel (proc(5)); undefined where there is no /proc. */
export function processUse(pid: number): ProcessUse | undefined {
  if (Deno.build.os !== "linux") return undefined;
  const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
  // The name in brackets may hold anything; the third field comes after it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ").map(Number);
  const [userTicks = 0, systemTicks = 0] = fields.slice(11, 13);
  return {
    cpuSeconds: (userTicks + systemTicks) / TICKS_PER_SECOND,
    residentBytes: (fields[21] ?? 0) * PAGE_BYTES,
  };
}

/** The same of a process that may have ended. */
export function tryUse(pid: number): ProcessUse | undefined {
  try {
    return processUse(pid);
  } catch {
    return undefined;
  }
}

/** The process that started another one (proc(5)); undefined when that has ended. */
export function parentOf(pid: number): number | undefined {
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

/** The processes that a process has started and that still run; none where there is no /proc. */
export function childrenOf(pid: number): number[] {
  if (Deno.build.os !== "linux") return [];
  return [...Deno.readDirSync("/proc")].map(({ name }) => Number(name))
    .filter((one) => Number.isInteger(one) && parentOf(one) === pid);
}
