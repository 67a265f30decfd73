import type { Supervised } from "./child.ts";
import { SetupProblem } from "./problem.ts";
import type { Reporter } from "./step.ts";

const EARLY_MS = 5000;
const EARLY_ENDS = 3;

/** Keeps processes running: one that ends is started again. */
export class Supervisor {
  readonly #reporter: Reporter;
  readonly #children = new Map<string, Supervised>();
  readonly #failure = Promise.withResolvers<never>();
  #isStopping = false;

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
    this.#failure.promise.catch(() => {}); // nobody may be waiting yet
  }

  /** Rejects when a process ends again and again right after its start. */
  get failed(): Promise<never> {
    return this.#failure.promise;
  }

  /** Starts a process, and starts it again whenever it ends. */
  keep(start: () => Supervised, earlyEnds = 0): void {
    const startedAt = performance.now();
    const child = start();
    this.#children.set(child.name, child);
    void child.exited.then((code) => {
      this.#children.delete(child.name);
      if (this.#isStopping) return;
      const ends = performance.now() - startedAt < EARLY_MS ? earlyEnds + 1 : 0;
      if (ends >= EARLY_ENDS) {
        const problem = `${child.name} ends right after its start, see above (code ${code})`;
        return this.#failure.reject(new SetupProblem(problem));
      }
      this.#reporter.say(`${child.name} ended (code ${code}) and is started again`);
      this.keep(start, ends);
    });
  }

  /** Stops all of them, and kills those that take longer than `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#children.values()].map((child) => child.stop(graceMs)));
  }
}
