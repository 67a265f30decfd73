/** Run in a process of its own: loads the lexicon and prints what that took, as JSON. */
import process from "node:process";

/** What loading the lexicon takes. */
export interface LexiconStart {
  /** Processor time of reading and indexing it. */
  readonly milliseconds: number;
  /** What stays in memory after rubbish was collected. */
  readonly megabytes: number;
}

async function measure(): Promise<LexiconStart> {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new TypeError("Run me with --v8-flags=--expose-gc");
  const memory = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const heap = memory();
  const from = process.cpuUsage();
  const { lexicon } = await import("../../lib/talent/lexicon.ts");
  const isLoaded = lexicon().skillById("java") !== undefined;
  const { user, system } = process.cpuUsage(from);
  if (!isLoaded) throw new RangeError("The lexicon knows no Java");
  return { milliseconds: (user + system) / 1000, megabytes: (memory() - heap) / 1e6 };
}

if (import.meta.main) console.log(JSON.stringify(await measure()));
