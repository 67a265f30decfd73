import { cpus } from "node:os";

/** Where and when figures were measured. */
export interface Machine {
  /** "YYYY-MM-DD" */
  readonly date: string;
  readonly cores: number;
  readonly processor: string;
  readonly memoryGibibytes: number;
  readonly deno: string;
  readonly system: string;
  /** How many programs wanted a core at the start, on average over a minute; 0 is an idle machine. */
  readonly load: number;
}

export function describeMachine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: navigator.hardwareConcurrency,
    processor: cpus()[0]?.model ?? "unknown",
    memoryGibibytes: Math.round(Deno.systemMemoryInfo().total / 2 ** 30),
    deno: Deno.version.deno,
    system: `${Deno.build.os} ${Deno.build.arch}`,
    load: Math.round((Deno.loadavg()[0] ?? 0) * 10) / 10,
  };
}
