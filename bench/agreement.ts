/**
 * Prints how far the engine agrees with the careful reader, and where it does not.
 *
 *     deno run -A bench/agreement.ts
 */
import { closeReaders } from "../lib/documents/read.ts";
import { sayReason } from "../lib/talent/reasons.ts";
import { agreementOf, corpusJobs, findRequirements, judge } from "../tests/corpus/measure.ts";

function line(name: string, judged: Parameters<typeof agreementOf>[0]): string {
  const { verdicts, exact, yesPrecision, yesRecall } = agreementOf(judged);
  const share = (value: number) => value.toFixed(3).padStart(7);
  return `${name.padEnd(24)}${String(verdicts).padStart(9)}${share(exact)}${share(yesPrecision)}${
    share(yesRecall)
  }`;
}

const all = [];
console.log("job                      verdicts  exact  YES P  YES R");
for (const job of corpusJobs()) {
  const judged = await judge(job);
  all.push(...judged);
  console.log(line(job, judged));
}
console.log(line("all", all));
await closeReaders();

const found = (await Promise.all(corpusJobs().map(findRequirements))).flat();
const isRight = found.filter((one) => one.isFound && one.isLevelRight).length;
console.log(`\nrequirements found at their level: ${isRight} of ${found.length}`);
for (const one of found.filter((one) => !one.isFound || !one.isLevelRight)) {
  console.log(`  ${one.job}: ${one.requirement}${one.isFound ? " (other level)" : ""}`);
}

console.log("\nverdicts that differ");
for (const { job, file, requirement, expected, match } of all) {
  if (expected === match.verdict) continue;
  const why = sayReason(match.reason, "en");
  console.log(`  ${job}/${file}: ${requirement}: ${match.verdict} for ${expected}: ${why}`);
}
