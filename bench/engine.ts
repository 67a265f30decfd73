import process from "node:process";
import { fileURLToPath } from "node:url";
import { evaluate } from "../lib/talent/evaluate.ts";
import { readJob } from "../lib/talent/requirements.ts";
import { DEFAULT_WEIGHTS } from "../lib/talent/score.ts";
import { type Figure, median, type Part } from "./figure.ts";
import { POSTING, REQUIREMENT_COUNT } from "./made/posting.ts";
import type { LexiconStart } from "./made/lexicon_start.ts";
import { asText, makeResume } from "./made/resume_text.ts";
import { TfIdf } from "./tf_idf.ts";

const RESUMES = 60;
const ROUNDS = 9;
const WARM_UP = 2;
const TODAY = "2026-11-01";

/** The engine alone, beside what a search engine's cosine does with the same texts. */
export const engine: Part = {
  name: "engine",
  title: "Engine alone",
  how: `${RESUMES} invented two-page résumés a round, no text twice, each judged by ` +
    `${REQUIREMENT_COUNT} requirements from its plain text on; the TF-IDF cosine of posting and ` +
    `résumé from the same texts. In turn, ${ROUNDS} rounds after a warm-up, from which the engine ` +
    "knows the job and most words. The median by processor time (user and system, all threads), " +
    "so that other programs hardly count. How the time grows is measured with résumés put " +
    "together and the requirements taken once, twice and four times. The lexicon is loaded in a " +
    "process of its own.",
  measure: async () => [...measure(), ...growth(), ...await lexiconStart()],
};

/** How much longer texts and longer lists of requirements take, as times of the shortest. */
function growth(): Figure[] {
  const texts = Array.from({ length: RESUMES * 4 }, (_, seed) => asText(makeResume(seed)));
  const asked = readJob(POSTING).requirements.slice(0, REQUIREMENT_COUNT);
  const rounds = (length: number, times: number) => {
    const joined = Array.from(
      { length: RESUMES },
      (_, at) => texts.slice(at * 4, at * 4 + length).join("\n\n"),
    );
    const requirements = Array.from(
      { length: times },
      (_, copy) => asked.map((one) => ({ ...one, id: `${one.id}-${copy}` })),
    ).flat();
    const run = () =>
      joined.forEach((text) =>
        evaluate({ text, requirements, weights: DEFAULT_WEIGHTS, now: TODAY, hiddenCharacters: 0 })
      );
    run();
    return median(Array.from({ length: 5 }, () => processorSeconds(run)));
  };
  const once = rounds(1, 1);
  const row = (name: string, value: number) => ({ name, value: value / once, unit: "×" });
  return [
    row("Time with text of twice the length", rounds(2, 1)),
    row("Time with text of four times the length", rounds(4, 1)),
    row("Time with twice the requirements", rounds(1, 2)),
    row("Time with four times the requirements", rounds(1, 4)),
  ];
}

/** What loading the lexicon takes: processor time and memory. */
async function lexiconStart(): Promise<Figure[]> {
  const started: LexiconStart[] = [];
  for (let i = 0; i < 5; i++) {
    const { stdout, success } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "-q", "--v8-flags=--expose-gc", LEXICON_START],
      stderr: "inherit",
    }).output();
    if (!success) throw new Error("The lexicon did not load");
    started.push(JSON.parse(new TextDecoder().decode(stdout)));
  }
  return [{
    name: "Loading the lexicon, processor time",
    value: median(started.map(({ milliseconds }) => milliseconds)),
    unit: "ms",
  }, {
    name: "The lexicon in memory",
    value: median(started.map(({ megabytes }) => megabytes)),
    unit: "MB",
  }];
}

const LEXICON_START = fileURLToPath(new URL("made/lexicon_start.ts", import.meta.url));

function measure(): Figure[] {
  const all = Array.from(
    { length: RESUMES * (WARM_UP + ROUNDS) },
    (_, seed) => asText(makeResume(seed)),
  );
  const requirements = readJob(POSTING).requirements.slice(0, REQUIREMENT_COUNT);
  if (requirements.length < REQUIREMENT_COUNT) {
    throw new RangeError(`The posting gives ${requirements.length} requirements only`);
  }
  const judge = (text: string) =>
    evaluate({ text, requirements, weights: DEFAULT_WEIGHTS, now: TODAY, hiddenCharacters: 0 });
  const plain = new TfIdf(all);
  const rounds = { engine: [] as number[], plain: [] as number[] };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const texts = all.slice(round * RESUMES, (round + 1) * RESUMES);
    const engine = processorSeconds(() => texts.forEach(judge));
    const cosine = processorSeconds(() => texts.forEach((text) => plain.similarity(text, POSTING)));
    if (round < WARM_UP) continue;
    rounds.engine.push(RESUMES / engine);
    rounds.plain.push(RESUMES / cosine);
  }
  return [{
    name: "Evaluations, one core",
    value: median(rounds.engine),
    unit: "per second",
    beside: { name: "TF-IDF cosine of the same texts", value: median(rounds.plain) },
  }, {
    name: "Verdicts with reason and quotes, one core",
    value: median(rounds.engine) * REQUIREMENT_COUNT,
    unit: "per second",
  }];
}

/** The processor time that `work` took, in seconds. */
function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
