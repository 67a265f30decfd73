import { join } from "node:path";
import { BadUse } from "../../scripts/local/command.ts";
import type { Marked } from "./skill_metrics.ts";

/** A posting and the résumés that people would look through for it. */
export interface Query {
  readonly name: string;
  readonly posting: string;
  readonly pool: readonly PoolResume[];
}

export interface PoolResume {
  readonly text: string;
  /** What its owner does, in words: "graphic designer". */
  readonly occupation: string;
  /** Whether that is the occupation that the posting asks for. */
  readonly isRelevant: boolean;
}

export interface LabelledData {
  readonly queries: readonly Query[];
  readonly resumes: readonly Marked[];
  readonly postings: readonly Marked[];
}

/**
 * Reads labelled data from a folder:
 *
 *     ranking/qrels.tsv          query, doc, grade (1: of the occupation asked for), with a heading
 *     ranking/docs.tsv           doc, occupation, with a heading
 *     ranking/<query>/job.txt    the posting
 *     ranking/resumes/<doc>.txt  a résumé
 *     extract/resumes.jsonl      {"id", "text", "skills": [{"start", "end"}], "zones"?} a line
 *     extract/jobs.jsonl         the same of postings
 *
 * @throws {BadUse} If the folder lacks one of them.
 */
export async function readLabelledData(folder: string): Promise<LabelledData> {
  const read = (path: string) =>
    Deno.readTextFile(join(folder, path)).catch((cause) => {
      throw new BadUse(`Cannot read ${path} in that folder: ${cause.message}`, { cause });
    });
  const occupations = new Map(
    rowsOf(await read("ranking/docs.tsv")).map(([doc, name]) => [doc, plainName(name ?? "")]),
  );
  const judged = Map.groupBy(rowsOf(await read("ranking/qrels.tsv")), ([query]) => query ?? "");
  const queries = await Promise.all([...judged].map(async ([name, rows]) => ({
    name,
    posting: await read(`ranking/${name}/job.txt`),
    pool: await Promise.all(rows.map(async ([, doc, grade]) => ({
      text: await read(`ranking/resumes/${doc}.txt`),
      occupation: occupations.get(doc ?? "") ?? "unknown",
      isRelevant: Number(grade) > 0,
    }))),
  })));
  return {
    queries,
    resumes: linesOf(await read("extract/resumes.jsonl")),
    postings: linesOf(await read("extract/jobs.jsonl")),
  };
}

function rowsOf(table: string): string[][] {
  return table.trim().split(/\r?\n/).slice(1).map((line) => line.split("\t"));
}

function linesOf(text: string): Marked[] {
  return text.split("\n").filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[-_\s]+/g, " ");
}
