import { DEFAULT_WEIGHTS } from "../../lib/talent/score.ts";
import type { Evaluation, Grade, Language, Match, Requirement } from "../../lib/talent/types.ts";
import { translate } from "../../locales/translate.ts";
import type { Ranked, RankedJob } from "./judge.ts";
import { sayFailure } from "./words.ts";

/** How the table is drawn. */
export interface TableStyle {
  readonly language: Language;
  /** Characters across. */
  readonly width: number;
  readonly colour: boolean;
}

const HUES: Readonly<Record<Grade, number>> = { A: 32, B: 36, C: 33, D: 31 };
const LEAST_LAST_COLUMN = 20;

/** What a match costs the score: its weight, whole for NO and half for PARTIAL. */
function lossOf(match: Match, requirement: Requirement): number {
  const { required, niceToHave } = DEFAULT_WEIGHTS;
  const weight = requirement.level === "required" ? required : niceToHave;
  const share = { YES: 0, PARTIAL: 0.5, NO: 1 }[match.verdict];
  return weight * requirement.importance * share;
}

/** The requirement that costs the most, in words; empty when all are met. */
export function strongestGap(
  evaluation: Evaluation,
  requirements: readonly Requirement[],
  language: Language,
): string {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  let worst: { loss: number; match: Match; name: string } | undefined;
  for (const match of evaluation.matches) {
    const requirement = byId.get(match.requirementId);
    const loss = requirement ? lossOf(match, requirement) : 0;
    if (requirement && loss > (worst?.loss ?? 0)) worst = { loss, match, name: requirement.name };
  }
  if (!worst) return "";
  const key = worst.match.verdict === "NO" ? "ranking.gap_no" : "ranking.gap_partial";
  return translate(language, key, { name: worst.name });
}

function cut(text: string, width: number): string {
  const characters = [...text.replace(/\s+/g, " ")];
  return characters.length <= width
    ? characters.join("")
    : `${characters.slice(0, Math.max(0, width - 1)).join("")}…`;
}

function pad(text: string, width: number, alignRight: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - [...text].length));
  return alignRight ? blanks + text : text + blanks;
}

interface Row {
  readonly cells: readonly string[];
  readonly grade: Grade | null;
}

/** The folders that all paths have in common, with the slash; not worth repeating in each row. */
function sharedFolder(paths: readonly string[]): string {
  const [first = "", ...rest] = paths;
  let end = first.lastIndexOf("/") + 1;
  while (end > 0 && !rest.every((path) => path.startsWith(first.slice(0, end)))) {
    end = first.lastIndexOf("/", end - 2) + 1;
  }
  return first.slice(0, end);
}

function rowOf(ranked: Ranked, job: RankedJob, folder: string, language: Language): Row {
  const path = ranked.path.slice(folder.length);
  if ("failure" in ranked) {
    const words = sayFailure(ranked.failure, language);
    return { cells: ["–", "", "", "", "", path, words], grade: null };
  }
  const { rank, evaluation } = ranked;
  const { score, grade, requiredMet, requiredTotal, contact } = evaluation;
  const cells = [
    String(rank),
    grade ?? "",
    score === null ? "" : String(Math.round(score * 100)),
    `${requiredMet}/${requiredTotal}`,
    contact.name ?? "",
    path,
    strongestGap(evaluation, job.reading.requirements, language),
  ];
  return { cells, grade };
}

/** Rank, score and met are figures and stand to the right. */
const RIGHT = new Set([0, 2, 3]);

function widthsOf(rows: readonly (readonly string[])[], width: number): number[] {
  const natural = rows[0]!.map((_, i) => Math.max(...rows.map((row) => [...row[i] ?? ""].length)));
  const most = [4, 6, 5, 7, 24, 36];
  const widths = natural.map((one, i) => Math.min(one, most[i] ?? one));
  const used = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  widths[widths.length - 1] = Math.min(
    natural.at(-1) ?? 0,
    Math.max(LEAST_LAST_COLUMN, width - used),
  );
  return widths;
}

/** A long path keeps its end, which tells files apart. */
function cutPath(path: string, width: number): string {
  const characters = [...path];
  return characters.length <= width ? path : `…${characters.slice(1 - width).join("")}`;
}

/** Draws the ranking for people. */
export function rankingTable(job: RankedJob, style: TableStyle): string {
  const { language, width, colour } = style;
  const { requirements } = job.reading;
  const paint = (text: string, code: number) => colour ? `\x1b[${code}m${text}\x1b[0m` : text;
  const keys = ["rank", "grade", "score", "met", "candidate", "file", "gap"] as const;
  const head = keys.map((key) => translate(language, `rank.col_${key}`));
  const folder = sharedFolder(job.ranking.map((ranked) => ranked.path));
  const rows = job.ranking.map((ranked) => rowOf(ranked, job, folder, language));
  const widths = widthsOf([head, ...rows.map(({ cells }) => cells)], width);
  const draw = (cells: readonly string[]) =>
    cells.map((cell, i) => {
      const room = widths[i] ?? 0;
      return pad(i === 5 ? cutPath(cell, room) : cut(cell, room), room, RIGHT.has(i));
    }).join("  ").trimEnd();
  const required = requirements.filter(({ level }) => level === "required").length;
  const nice = requirements.length - required;
  return [
    paint(job.path, 1),
    translate(language, "rank.summary", { required, nice, resumes: job.ranking.length }),
    "",
    paint(draw(head), 2),
    ...rows.map(({ cells, grade }) => paint(draw(cells), grade ? HUES[grade] : 2)),
    "",
  ].join("\n");
}
