import { SetupProblem } from "./problem.ts";
import { freePort } from "./processes.ts";

const TRIES = 10;

/** Another program listens on the port that a server of ours was to have. */
export class PortTaken extends SetupProblem {}

/** Where a server of ours is to listen. */
export interface PortChoice {
  /** This port and no other. */
  readonly port?: number;
  /** How a port is chosen when none is given; default: any that nobody listens on. */
  readonly choosePort?: () => number;
}

/**
 * Starts a server on a port that is free. Between the choice and the start another program may take
 * it, such as a server of another start: then another one is chosen.
 *
 * @throws {PortTaken} If the given port is taken, or one chosen port after the other.
 */
export async function onFreePort<Server>(
  { port, choosePort = freePort }: PortChoice,
  start: (port: number) => Promise<Server>,
): Promise<Server> {
  if (port !== undefined) return await start(port);
  for (let left = TRIES - 1;; left--) {
    try {
      return await start(choosePort());
    } catch (error) {
      if (!(error instanceof PortTaken) || left === 0) throw error;
    }
  }
}

/**
 * Why a server did not start, by the last lines of its log.
 *
 * @param log The path of the log.
 */
export async function notStarted(name: string, log: string): Promise<SetupProblem> {
  const lines = (await Deno.readTextFile(log)).trim().split("\n").slice(-5).join("\n");
  const Problem = /address already in use/i.test(lines) ? PortTaken : SetupProblem;
  return new Problem(`${name} did not start (${log}):\n${lines}`);
}
