import { availableParallelism } from "node:os";
import type { z } from "zod";
import { flag, port, whole } from "../setting_kinds.ts";

const GROUP = "Worker";

export const WORKER_SETTINGS = {
  WORKER_CONCURRENCY: whole(1, 256, {
    group: GROUP,
    about: "Tasks that one worker process runs at the same time.",
    fallback: "the number of processor cores, at most 8",
  }).optional(),
  WORKER_PROBE_PORT: port({
    group: GROUP,
    about: "A port on which a worker process answers /livez, /readyz and /metrics.",
    fallback: "none: it listens on nothing",
  }).optional(),
  WORKER_INLINE: flag({
    group: GROUP,
    about: "Run the worker inside the web process, for the smallest of installations.",
  }).default(false),
  TASK_MAX_ATTEMPTS: whole(1, 20, {
    group: GROUP,
    about: "How often a failing task is tried before it is parked.",
  }).default(5),
  TASK_LEASE_SECONDS: whole(2, 600, {
    group: GROUP,
    about: "How long a silent worker keeps a task before another takes it over.",
  }).default(30),
  TASK_RETRY_SECONDS: whole(0, 600, {
    group: GROUP,
    about: "The pause before the second attempt; each further one doubles it.",
  }).default(2),
};

type Values = z.infer<z.ZodObject<typeof WORKER_SETTINGS>>;

export interface WorkerConfig {
  readonly concurrency: number;
  readonly inline: boolean;
  /** Where a worker process answers probes; undefined: nowhere. */
  readonly probePort: number | undefined;
  readonly maxAttempts: number;
  readonly leaseMs: number;
  readonly retryMs: number;
}

export function workerOf(values: Values): WorkerConfig {
  return {
    concurrency: values.WORKER_CONCURRENCY ?? Math.min(8, availableParallelism()),
    inline: values.WORKER_INLINE,
    probePort: values.WORKER_PROBE_PORT,
    maxAttempts: values.TASK_MAX_ATTEMPTS,
    leaseMs: values.TASK_LEASE_SECONDS * 1000,
    retryMs: values.TASK_RETRY_SECONDS * 1000,
  };
}
