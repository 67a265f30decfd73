/** Holds the engine against the careful reader's verdicts. */
import { readDocument } from "../../lib/documents/read.ts";
import { DEFAULT_LIMITS } from "../../lib/documents/limits.ts";
import { evaluate } from "../../lib/talent/evaluate.ts";
import { readJob } from "../../lib/talent/requirements.ts";
import { DEFAULT_WEIGHTS, scoreMatches } from "../../lib/talent/score.ts";
import type { Kind, Language, Level, Match, Requirement, Verdict } from "../../lib/talent/types.ts";

/** The day on which the corpus was read. */
export const READ_ON = "2026-11-01";

interface ExpectedRequirement {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly kind: Kind;
  readonly years: number | null;
  readonly gate: boolean;
  /** Words of the posting that state it. */
  readonly quote: string;
}

interface Expected {
  readonly language: Language;
  readonly requirements: readonly ExpectedRequirement[];
  /** One verdict a requirement, in order, by file. */
  readonly verdicts: Readonly<Record<string, string>>;
}

/** One verdict of the engine beside the reader's. */
export interface Judged {
  readonly job: string;
  readonly file: string;
  readonly requirement: string;
  readonly asked: Requirement;
  readonly expected: Verdict;
  readonly match: Match;
  readonly text: string;
}

/** One requirement of the reader's and whether the engine found it in the posting. */
export interface Found {
  readonly job: string;
  readonly requirement: string;
  readonly isFound: boolean;
  readonly isLevelRight: boolean;
}

const folder = new URL("./", import.meta.url);

/** The reader's requirements and verdicts of a job. */
export async function readExpected(job: string): Promise<Expected> {
  return JSON.parse(await Deno.readTextFile(new URL(`${job}/expected.json`, folder)));
}

/** The names of the corpus's jobs. */
export function corpusJobs(): string[] {
  return [...Deno.readDirSync(folder)].filter((entry) => entry.isDirectory)
    .map((entry) => entry.name).sort();
}

/** The posting of a job, as it was written. */
export function postingOf(job: string): Promise<string> {
  return Deno.readTextFile(new URL(`${job}/job.txt`, folder));
}

async function textOf(job: string, file: string): Promise<string> {
  const bytes = await Deno.readFile(new URL(`${job}/${file}`, folder));
  return (await readDocument(bytes, { limits: DEFAULT_LIMITS, fileName: file })).text;
}

/** Judges each résumé of a job by the reader's own requirements. */
export async function judge(job: string): Promise<Judged[]> {
  const { language, requirements: asked, verdicts } = await readExpected(job);
  const requirements: Requirement[] = asked.map(({ quote: _quote, ...rest }) => ({
    ...rest,
    importance: 3,
    skill: null,
    source: null,
  }));
  const judged: Judged[] = [];
  for (const [file, line] of Object.entries(verdicts)) {
    const text = await textOf(job, file);
    const { matches } = evaluate({
      text,
      requirements,
      weights: DEFAULT_WEIGHTS,
      now: READ_ON,
      hiddenCharacters: 0,
      language,
    });
    const expected = line.split(" ") as Verdict[];
    if (expected.length !== requirements.length) {
      throw new RangeError(
        `${job}/${file} has ${expected.length} verdicts for ${requirements.length} requirements`,
      );
    }
    matches.forEach((match, i) => {
      const asked = requirements[i]!;
      const requirement = asked.name;
      judged.push({ job, file, requirement, asked, expected: expected[i]!, match, text });
    });
  }
  return judged;
}

/** Reads a job's posting and looks for each of the reader's requirements in what was found. */
export async function findRequirements(job: string): Promise<Found[]> {
  const { requirements: asked } = await readExpected(job);
  const posting = await postingOf(job);
  const found = readJob(posting).requirements;
  return asked.map((requirement) => {
    const at = posting.indexOf(requirement.quote);
    if (at < 0) throw new RangeError(`${job} does not say "${requirement.quote}"`);
    const here = found.filter(({ source }) => source && source.start <= at && at < source.end);
    return {
      job,
      requirement: requirement.name,
      isFound: here.length > 0,
      isLevelRight: here.some(({ level }) => level === requirement.level),
    };
  });
}

/** Shares from 0 to 1. */
export interface Agreement {
  readonly verdicts: number;
  readonly exact: number;
  readonly yesPrecision: number;
  readonly yesRecall: number;
}

/** Sums up verdicts: exact agreement, and how far a YES can be trusted and is found. */
export function agreementOf(judged: readonly Judged[]): Agreement {
  const count = (is: (one: Judged) => boolean) => judged.filter(is).length;
  const both = count(({ expected, match }) => expected === "YES" && match.verdict === "YES");
  return {
    verdicts: judged.length,
    exact: count(({ expected, match }) => expected === match.verdict) / judged.length,
    yesPrecision: both / count(({ match }) => match.verdict === "YES"),
    yesRecall: both / count(({ expected }) => expected === "YES"),
  };
}

/** Pairs of résumés for one job. */
export interface OrderAgreement {
  /** Pairs that the reader's verdicts put in an order. */
  readonly pairs: number;
  /** The share of them that the engine's verdicts put in the same order; half for a tie. */
  readonly share: number;
}

/** How far the engine's scores order the résumés of a job as the reader's verdicts do. */
export function orderAgreementOf(judged: readonly Judged[]): OrderAgreement {
  let [pairs, agreed] = [0, 0];
  for (const ofJob of Map.groupBy(judged, ({ job }) => job).values()) {
    const scores = [...Map.groupBy(ofJob, ({ file }) => file).values()].map((ofFile) => ({
      reader: scoreBy(ofFile, ({ expected }) => expected),
      engine: scoreBy(ofFile, ({ match }) => match.verdict),
    }));
    scores.forEach((one, i) =>
      scores.slice(i + 1).forEach((other) => {
        const wanted = Math.sign(one.reader - other.reader);
        if (wanted === 0) return;
        pairs++;
        agreed += (1 + wanted * Math.sign(one.engine - other.engine)) / 2;
      })
    );
  }
  return { pairs, share: agreed / pairs };
}

/** The score by these verdicts before caps, which would make ties of different résumés. */
function scoreBy(judged: readonly Judged[], verdictOf: (one: Judged) => Verdict): number {
  const items = judged.map((one) => ({ ...one.asked, verdict: verdictOf(one) }));
  return scoreMatches(items, DEFAULT_WEIGHTS).rawScore ?? 0;
}
