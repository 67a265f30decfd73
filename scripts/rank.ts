/**
 * Ranks résumés for a job on the command line, with the same readers and the same engine as the
 * product, and without services.
 */
import { readPosting } from "../lib/talent/likeness.ts";
import { readJob } from "../lib/talent/requirements.ts";
import type { Language } from "../lib/talent/types.ts";
import { translate } from "../locales/translate.ts";
import { rankingJson } from "./rank/as_json.ts";
import { rankingTable } from "./rank/as_table.ts";
import { BadUse, parseArguments, type RankArguments, USAGE } from "./rank/arguments.ts";
import {
  findFiles,
  type InputFile,
  isOtherFile,
  readFile,
  readFiles,
  type ReadResult,
} from "./rank/files.ts";
import { type RankedJob, rankResumes } from "./rank/judge.ts";
import { Progress } from "./rank/progress.ts";
import { runReader } from "./rank/run_reader.ts";
import { sayFailure } from "./rank/words.ts";

const DEFAULT_WIDTH = 120;

/** Leaves out what a folder holds beside résumés, and says so. */
function withoutOthers(
  files: readonly InputFile[],
  results: readonly ReadResult[],
  language: Language,
): ReadResult[] {
  const isOther = (result: ReadResult, i: number) => files[i]?.isFromFolder && isOtherFile(result);
  const others = results.filter(isOther).map(({ path }) => path);
  if (others.length > 0) {
    console.error(translate(language, "rank.skipped", { files: others.join(", ") }));
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

/** Reads the job, or says what is wrong with it. */
async function readJobText(path: string, language: Language): Promise<string | undefined> {
  const job = await readFile(path);
  if ("document" in job) return job.document.text;
  const words = sayFailure(job.failure, language);
  if (["not_found", "not_a_file"].includes(job.failure.code)) {
    throw new BadUse(`${path}: ${words}`);
  }
  console.error(`${path}: ${words}`);
}

/** Runs the command and returns its exit code. */
async function rank(args: RankArguments): Promise<number> {
  const text = await readJobText(args.job, args.language ?? "en");
  if (text === undefined) return 1;
  const reading = readJob(text);
  const language = args.language ?? reading.language;
  const files = await findFiles(args.paths, args.job);
  const results = withoutOthers(files, await readAll(files), language);
  if (results.length === 0) console.error(translate(language, "rank.nothing"));
  if (reading.requirements.length === 0) console.error(translate(language, "rank.no_requirements"));
  print(
    rankResumes({ path: args.job, reading, posting: readPosting(text) }, results, args.now),
    args,
    language,
  );
  return results.some((result) => "document" in result) ? 0 : 1;
}

if (import.meta.main) await runReader({ usage: USAGE, parse: parseArguments, run: rank });
