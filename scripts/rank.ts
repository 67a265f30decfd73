/**
 * Ranks résumés for a job on the command line, with the same readers and the same engine as the
 * product, and without services.
 */
import { closeReaders } from "../lib/documents/read.ts";
import type { Language } from "../lib/talent/types.ts";
import { translate } from "../locales/translate.ts";
import { rankingJson } from "./rank/as_json.ts";
import { rankingTable } from "./rank/as_table.ts";
import { BadUse, parseArguments, type RankArguments, USAGE } from "./rank/arguments.ts";
import { findFiles, type InputFile, readFile, readFiles, type ReadResult } from "./rank/files.ts";
import { type RankedJob, rankResumes } from "./rank/judge.ts";
import { Progress } from "./rank/progress.ts";
import { sayFailure } from "./rank/words.ts";

const DEFAULT_WIDTH = 120;

/** Leaves out what a folder holds beside résumés, and says so. */
function withoutOthers(
  files: readonly InputFile[],
  results: readonly ReadResult[],
  language: Language,
): ReadResult[] {
  const isOther = (result: ReadResult, i: number) =>
    files[i]?.isFromFolder && "failure" in result && result.failure.code === "unsupported";
  const others = results.filter(isOther);
  if (others.length > 0) {
    const names = others.map(({ path }) => path).join(", ");
    console.error(translate(language, "rank.skipped", { files: names }));
  }
  return results.filter((result, i) => !isOther(result, i));
}

async function readAll(files: readonly InputFile[]): Promise<ReadResult[]> {
  const progress = new Progress(files.length);
  const results = await readFiles(files, (done) => progress.show(done));
  progress.clear();
  return results;
}

function print(job: RankedJob, { json }: RankArguments, language: Language): void {
  if (json) {
    console.log(JSON.stringify([rankingJson(job, language)], null, 2));
    return;
  }
  const isTerminal = Deno.stdout.isTerminal();
  const width = isTerminal ? Deno.consoleSize().columns : DEFAULT_WIDTH;
  console.log(rankingTable(job, { language, width, colour: isTerminal && !Deno.noColor }));
}

/** Runs the command and returns its exit code. */
async function rank(args: RankArguments): Promise<number> {
  const job = await readFile(args.job);
  if ("failure" in job) {
    const { failure } = job;
    const words = sayFailure(failure, args.language ?? "en");
    if (!["not_found", "not_a_file"].includes(failure.code)) {
      console.error(`${args.job}: ${words}`);
      return 1;
    }
    throw new BadUse(`The job's file can't be read: ${words}`);
  }
  const files = await findFiles(args.paths, args.job);
  const read = await readAll(files);
  const text = job.document.text;
  const ranked = rankResumes({ path: args.job, text }, read, args.now);
  const language = args.language ?? ranked.reading.language;
  const kept = new Set(withoutOthers(files, read, language).map(({ path }) => path));
  const ranking = ranked.ranking.filter(({ path }) => kept.has(path));
  if (ranked.reading.requirements.length === 0) {
    console.error(translate(language, "rank.no_requirements"));
  }
  print({ ...ranked, ranking }, args, language);
  return ranking.some((one) => !("failure" in one)) ? 0 : 1;
}

if (import.meta.main) {
  try {
    const args = parseArguments(Deno.args);
    if (args === "help") console.log(USAGE);
    else Deno.exitCode = await rank(args);
  } catch (error) {
    if (!(error instanceof BadUse)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    Deno.exitCode = 2;
  } finally {
    await closeReaders();
  }
}
