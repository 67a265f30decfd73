import { runChaos } from "./chaos/rounds.ts";
import type { Figure, Part } from "./figure.ts";

const ROUNDS = 50;
const FILES = 200;
const SEED = 20260501;

/** Files in while everything around them is killed. */
export const kills: Part = {
  name: "kills",
  title: "Nothing lost",
  how:
    "`deno task chaos`: résumés are uploaded by a client that repeats what is not answered, while " +
    "web server, workers, Redis (with and without its file) and PostgreSQL (all of it, or one of " +
    "its helpers) are killed with -9 at random moments, and the clocks of the product, of PostgreSQL " +
    "and of Redis jump by an hour or a day and are set right. A fault is anything that was accepted and " +
    "is not there once and judged once, a task, event or entry of the audit log lost or doubled, " +
    "and an answer that says neither done nor try again.",
  measure,
};

async function measure(): Promise<Figure[]> {
  const report = await runChaos({ rounds: ROUNDS, files: FILES, seed: SEED, say: () => {} });
  for (const fault of report.faults) console.error(fault);
  return [
    { name: "Rounds", value: ROUNDS, unit: "" },
    { name: "Files", value: report.files, unit: "" },
    ...Object.entries(report.blows).toSorted()
      .map(([name, value]) => ({ name: `Blows to ${name}`, value, unit: "" })),
    { name: "Calls of the client, repetitions included", value: report.calls, unit: "" },
    { name: "Webhooks told more than once", value: report.toldAgain, unit: "" },
    { name: "Faults", value: report.faults.length, unit: "" },
    { name: "All rounds together", value: report.seconds, unit: "s" },
  ];
}
