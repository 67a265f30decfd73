import { runProgram } from "../scripts/local/processes.ts";
import { ROOT } from "../scripts/local/web_build.ts";
import type { Figure, Part } from "./figure.ts";

/** What the test of the kills prints of each of its rounds. */
const ROUND =
  /^seed \d+: (\d+) files .*kills of web (\d+), of workers ([\d, and]+), Redis .*lost (\d+), double (\d+), (\d+) s/gm;

/** Files in while everything around them is killed. */
export const kills: Part = {
  name: "kills",
  title: "Nothing lost",
  how:
    "`tests/nothing_lost_test.ts`: résumés are uploaded while web server and workers are killed " +
    "with -9 at random moments and Redis is killed and emptied once. Lost: neither judged nor " +
    "refused in the end. Double: a second résumé, candidate or evaluation of one file.",
  measure,
};

async function measure(): Promise<Figure[]> {
  const { output } = await runProgram(
    [Deno.execPath(), "test", "-A", "--no-check", "tests/nothing_lost_test.ts"],
    { cwd: ROOT, env: { NO_COLOR: "1" } },
  );
  const rounds = [...output.matchAll(ROUND)];
  if (rounds.length === 0) throw new Error(`The test of the kills told nothing:\n${output}`);
  const sum = (group: number) =>
    rounds.flatMap((round) => round[group]?.match(/\d+/g) ?? [])
      .reduce((total, count) => total + Number(count), 0);
  return [
    { name: "Rounds", value: rounds.length, unit: "" },
    { name: "Files", value: sum(1), unit: "" },
    { name: "Kills of the web server", value: sum(2), unit: "" },
    { name: "Kills of workers", value: sum(3), unit: "" },
    { name: "Lost", value: sum(4), unit: "files" },
    { name: "Double", value: sum(5), unit: "files" },
    { name: "All rounds together", value: sum(6), unit: "s" },
  ];
}
