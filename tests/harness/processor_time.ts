import process from "node:process";

/**
 * The milliseconds that the processor spent on `work` in this thread: what other programs and tests
 * do meanwhile counts for nothing.
 */
export function processorMs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
