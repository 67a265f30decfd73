import { closeReaders } from "../../lib/documents/read.ts";
import { measureLayouts } from "../../lib/documents/fixtures/layouts/measure.ts";
import { findMentions } from "../../lib/talent/mentions.ts";
import { TRAPS } from "../../lib/talent/mentions_test.ts";
import { ENGINE_VERSION } from "../../lib/talent/version.ts";
import {
  agreementOf,
  corpusJobs,
  findRequirements,
  judge,
  type Judged,
  orderAgreementOf,
} from "../../tests/corpus/measure.ts";
import { distance, share, table } from "./tables.ts";
import { tally } from "./tally.ts";

const KINDS = 15;

/** Measures the engine on tests/corpus and tells it in Markdown. */
export async function tellOwnCorpus(): Promise<string> {
  const jobs = corpusJobs();
  try {
    const judged: Judged[] = [];
    for (const job of jobs) judged.push(...await judge(job));
    const found = (await Promise.all(jobs.map(findRequirements))).flat();
    const right = found.filter(({ isFound, isLevelRight }) => isFound && isLevelRight).length;
    return [
      introduction(judged),
      goals(judged),
      table(
        ["", "found", "of"],
        [[
          "requirements read from the postings, at their level",
          String(right),
          String(found.length),
        ]],
      ),
      "### By job",
      byJob(judged),
      "### Kinds of errors",
      kinds(judged),
      "### Reading",
      await reading(),
    ].join("\n\n");
  } finally {
    await closeReaders();
  }
}

function introduction(judged: readonly Judged[]): string {
  const resumes = new Set(judged.map(({ job, file }) => `${job}/${file}`)).size;
  const jobs = new Set(judged.map(({ job }) => job)).size;
  return `${jobs} jobs and ${resumes} résumés in \`tests/corpus\`, English and Dutch, written for ` +
    `this; ${judged.length} verdicts by a careful reader, given before the engine saw them (see its ` +
    `README). Engine ${ENGINE_VERSION}. \`deno run -A bench/agreement.ts\` lists each verdict that ` +
    "differs.";
}

function goals(judged: readonly Judged[]): string {
  const { exact, yesPrecision, yesRecall } = agreementOf(judged);
  const order = orderAgreementOf(judged);
  const traps = TRAPS.filter(isTrapPassed).length / TRAPS.length;
  const quotes = judged.flatMap((one) => one.match.evidence.map((quote) => ({ ...quote, one })));
  const exactQuotes =
    quotes.filter(({ one, start, end, text }) => one.text.slice(start, end) === text).length /
    quotes.length;
  const row = (name: string, value: number, goal: number | null) => [
    name,
    share(value),
    goal === null ? "" : share(goal),
    goal === null ? "" : distance(value, goal),
  ];
  return table(["", "value", "goal", ""], [
    row("Verdicts that agree", exact, 0.9),
    row("Precision of YES", yesPrecision, null),
    row("Recall of YES", yesRecall, null),
    row(`Order agrees, of ${order.pairs} pairs of résumés`, order.share, null),
    row(`Traps passed, of ${TRAPS.length}`, traps, 1),
    row(`Quotes that stand in the text exactly, of ${quotes.length}`, exactQuotes, 1),
  ]);
}

/** Whether a text names what it names and nothing that it only seems to name. */
function isTrapPassed([text, ...skills]: (typeof TRAPS)[number]): boolean {
  const named = new Set(findMentions(text).map(({ skill }) => skill));
  return skills.every((skill) =>
    skill.startsWith("!") ? !named.has(skill.slice(1)) : named.has(skill)
  );
}

function byJob(judged: readonly Judged[]): string {
  const rows = [...Map.groupBy(judged, ({ job }) => job)].map(([job, ofJob]) => {
    const { verdicts, exact, yesPrecision, yesRecall } = agreementOf(ofJob);
    const order = orderAgreementOf(ofJob).share;
    return [
      job.replaceAll("_", " "),
      String(verdicts),
      ...[
        exact,
        yesPrecision,
        yesRecall,
        order,
      ].map(share),
    ];
  });
  return table(["job", "verdicts", "agreement", "YES precision", "YES recall", "order"], rows);
}

function kinds(judged: readonly Judged[]): string {
  const wrong = judged.filter(({ expected, match }) => expected !== match.verdict);
  const all = tally(
    wrong.map(({ asked, expected, match }) =>
      `${asked.kind} requirement: ${match.verdict} where the reader says ${expected} ` +
      `(\`${match.reason.code}\`)`
    ),
  );
  const rows = all.slice(0, KINDS).map(({ name, count }) => [name, String(count)]);
  const shown = rows.length < all.length ? `; the ${rows.length} most frequent kinds` : "";
  return `${wrong.length} verdicts differ${shown}. The code is the engine's reason.\n\n` +
    table(["kind", "verdicts"], rows);
}

/** How the pages of other programs are read. */
async function reading(): Promise<string> {
  const measured = await measureLayouts();
  const lines = measured.reduce((sum, one) => sum + one.lines.length, 0);
  const right = measured.reduce((sum, one) => sum + one.lines.length - one.wrong.length, 0);
  const byProducer = measured.toSorted((a, b) => a.madeBy.localeCompare(b.madeBy, "en"));
  const rows = byProducer.map(({ madeBy, look, lines, share: ordered }) => [
    madeBy,
    look,
    String(lines.length),
    share(ordered),
  ]);
  const producers = new Set(measured.map(({ madeBy }) => madeBy)).size;
  return `${measured.length} PDFs whose source is known, of ${producers} producers ` +
    "(`lib/documents/fixtures/layouts`): " +
    `${right} of ${lines} lines are read whole and in the order in which a person reads them.\n\n` +
    table(["made by", "layout", "lines", "in order"], rows);
}
