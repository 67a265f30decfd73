import { closeReaders } from "../lib/documents/read.ts";
import { agreementOf, corpusJobs, findRequirements, judge } from "../tests/corpus/measure.ts";
import type { Figure, Part } from "./figure.ts";

/** How far the engine agrees with a careful reader. */
export const corpus: Part = {
  name: "agreement",
  title: "Agreement with a careful reader",
  how: "Every résumé of `tests/corpus` judged by the reader's own requirements, held against the " +
    "reader's verdicts. `deno run -A bench/agreement.ts` lists each one that differs.",
  measure,
};

async function measure(): Promise<Figure[]> {
  const jobs = corpusJobs();
  try {
    const judged = [];
    for (const job of jobs) judged.push(...await judge(job));
    const found = (await Promise.all(jobs.map(findRequirements))).flat();
    const { verdicts, exact, yesPrecision, yesRecall } = agreementOf(judged);
    const right = found.filter(({ isFound, isLevelRight }) => isFound && isLevelRight).length;
    const percent = (name: string, share: number) => ({ name, value: 100 * share, unit: "%" });
    return [
      { name: "Verdicts of the corpus", value: verdicts, unit: "verdicts" },
      percent("Exact agreement", exact),
      percent("Precision of YES", yesPrecision),
      percent("Recall of YES", yesRecall),
      percent("Requirements found at their level", right / found.length),
    ];
  } finally {
    await closeReaders();
  }
}
