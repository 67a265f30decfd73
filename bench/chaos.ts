import { BadUse, runCommand } from "../scripts/local/command.ts";
import { type ChaosReport, runChaos } from "./chaos/rounds.ts";

const HELP =
  `Starts a product with servers and data of its own, uploads résumés to it over the API, and kills
its web server, its workers, Redis (with and without its file) and PostgreSQL with -9 at random
moments meanwhile. Where libfaketime is installed, the clocks of the product, of PostgreSQL and of
Redis jump as well: an hour or a day ahead, or an hour back. Afterwards everything that was accepted must be there once, and judged once.

  deno task chaos [--rounds N] [--files N] [--seed N]

  --rounds  how many blows, at times two at once (50)
  --files   how many résumés (200)
  --seed    which choices; the same seed chooses the same (a new one each time)

Ends with 1 when something was lost or doubled.`;

function tell(report: ChaosReport, seed: number): number {
  const blows = Object.entries(report.blows).map(([name, count]) => `${name} ${count}`);
  console.log(
    `${report.files} files in ${report.calls} calls; hit: ${blows.join(", ")}; ` +
      `${report.endings} ends of processes by themselves; seed ${seed}\n` +
      `${report.resumes} résumés, ${report.evaluations} evaluations, ${report.tasks} tasks, ` +
      `${report.told} webhooks (${report.toldAgain} of them told again), ` +
      `${report.entries} entries of the audit log, ${report.seconds} s\n` +
      `${report.faults.length} faults`,
  );
  for (const fault of report.faults) console.error(fault);
  return report.faults.length === 0 ? 0 : 1;
}

function whole(name: string, given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new BadUse(`--${name} is a whole number`);
}

if (import.meta.main) {
  const options = {
    rounds: { type: "string" },
    files: { type: "string" },
    seed: { type: "string" },
  } as const;
  Deno.exit(
    await runCommand({ help: HELP, options }, async (given) => {
      const seed = whole("seed", given.seed ?? String(Math.floor(Math.random() * 1e9)));
      console.log(`seed ${seed}`);
      const report = await runChaos({
        rounds: whole("rounds", given.rounds ?? "50"),
        files: whole("files", given.files ?? "200"),
        seed,
        say: console.log,
      });
      return tell(report, seed);
    }),
  );
}
