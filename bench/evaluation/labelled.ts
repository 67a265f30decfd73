import { ENGINE_VERSION } from "../../lib/talent/version.ts";
import { type ExtractionResult, measureExtraction } from "./extraction.ts";
import type { LabelledData, Query } from "./labelled_data.ts";
import { meanOf, measureRanking, type Ranker, type RankingResult } from "./ranking.ts";
import { RANK_FIGURES, type RankFigures } from "./rank_metrics.ts";
import { distance, share, table } from "./tables.ts";

const KINDS_EACH = 10;
const NAMES = Object.keys(RANK_FIGURES) as (keyof RankFigures)[];

/** Measures the engine on labelled data and tells it in Markdown. */
export function tellLabelled(data: LabelledData, now: string): string {
  const ranking = measureRanking(data.queries, now);
  const resumes = measureExtraction(data.resumes, "resume");
  const postings = measureExtraction(data.postings, "job");
  return [
    introduction(data, now),
    goals(ranking, resumes, postings),
    "### Ranking",
    rankingTable(ranking.rankers),
    byQuery(data.queries, ranking.rankers),
    "### Skills",
    skillsTable(resumes, postings),
    "### The 30 most frequent kinds of errors",
    "Ten of each task. For the ranking, pairs of résumés; for skills, places in the texts. The share " +
    "is of all errors of that task.",
    kindsTable({ ranking, resumes, postings }),
  ].join("\n\n");
}

function introduction({ queries, resumes, postings }: LabelledData, now: string): string {
  const inPools = new Set(queries.flatMap(({ pool }) => pool.map(({ text }) => text))).size;
  return `Public résumés and postings that nobody here wrote, not part of the repository: ` +
    `${queries.length} postings with ${inPools} résumés to rank, skills marked in ` +
    `${resumes.length} résumés and ${postings.length} postings or sentences of them. A résumé is ` +
    "right for a posting when its owner has the occupation asked for, which is less than being fit " +
    "for the job. Skills of résumés were marked in blocks only; precision inside those is the zone " +
    `precision. Engine ${ENGINE_VERSION}, “present” is ${now}, all methods in the same run. The ` +
    "engine's quotes were all exact.";
}

function goals(
  { rankers }: RankingResult,
  { engine: resumes }: ExtractionResult,
  { engine: postings }: ExtractionResult,
): string {
  const engine = meanOf(rankers[0]!);
  const rows: [string, number, number][] = [
    ["Ranking: nDCG@10", engine.ndcgAt10, 0.8],
    ["Ranking: AUC", engine.auc, 0.95],
    ["Skills of résumés: partial recall", resumes.partial.recall, 0.6],
    ["Skills of résumés: partial F1", resumes.partial.f1, 0.48],
    ["Skills of résumés: zone precision", resumes.zonePrecision ?? 0, 0.9],
    ["Skills of postings: partial F1", postings.partial.f1, 0.6],
  ];
  return table(
    ["goal", "value", "at least", ""],
    rows.map(([name, value, goal]) => [name, share(value), share(goal), distance(value, goal)]),
  );
}

function rankingTable(rankers: readonly Ranker[]): string {
  const rows = rankers.map((one) => [one.name, ...NAMES.map((name) => share(meanOf(one)[name]))]);
  return table(["mean over the postings", ...Object.values(RANK_FIGURES)], rows);
}

function byQuery(queries: readonly Query[], rankers: readonly Ranker[]): string {
  const rows = queries.map(({ name, pool }, at) => [
    name.replace(/^[a-z]-/, "").replaceAll("-", " "),
    `${pool.filter(({ isRelevant }) => isRelevant).length} of ${pool.length}`,
    ...rankers.flatMap(({ figures }) => [share(figures[at]!.ndcgAt10), share(figures[at]!.auc)]),
  ]);
  const head = rankers.flatMap(({ name }) => [`${name}: nDCG@10`, "AUC"]);
  return table(["posting", "right", ...head], rows);
}

function skillsTable(resumes: ExtractionResult, postings: ExtractionResult): string {
  const row = (name: string, { strict, partial, zonePrecision }: ExtractionResult["engine"]) => [
    name,
    ...[strict, partial].flatMap(({ precision, recall, f1 }) => [precision, recall, f1].map(share)),
    share(zonePrecision),
  ];
  return table(
    ["", "strict P", "R", "F1", "partial P", "R", "F1", "zone P"],
    [
      row("résumés, the engine", resumes.engine),
      row("résumés, word list of the other half's labels", resumes.gazetteer),
      row("postings, the engine", postings.engine),
      row("postings, word list of the other half's labels", postings.gazetteer),
    ],
  );
}

interface Results {
  readonly ranking: RankingResult;
  readonly resumes: ExtractionResult;
  readonly postings: ExtractionResult;
}

function kindsTable({ ranking, resumes, postings }: Results): string {
  const tasks = [
    { task: "ranking", kinds: ranking.kinds, all: ranking.wrongPairs },
    { task: "skills of résumés", kinds: resumes.kinds, all: resumes.errors },
    { task: "skills of postings", kinds: postings.kinds, all: postings.errors },
  ];
  const rows = tasks.flatMap(({ task, kinds, all }) =>
    kinds.slice(0, KINDS_EACH).map(({ name, count }) => [
      task,
      name,
      String(count),
      `${(100 * count / all).toFixed(1)} %`,
    ])
  );
  return table(["task", "kind", "errors", "share"], rows);
}
