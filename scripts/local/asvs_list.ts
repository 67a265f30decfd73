import { join } from "node:path";

/** A line of docs/security/asvs.md. */
export interface AsvsPoint {
  /** "2.1.12" */
  readonly number: string;
  readonly level: number;
  readonly status: string;
  readonly evidence: string;
}

/** How many requirements of levels 1 and 2 each chapter of ASVS 4.0.3 has. */
const CHAPTERS = [38, 53, 18, 9, 30, 13, 12, 15, 7, 5, 8, 15, 13, 23];

/** The points of the list, as it is written. */
export function asvsPoints(markdown: string): AsvsPoint[] {
  const row = /^\| (\d+\.\d+\.\d+) *\| (\d) *\|[^|]+\| *([^|]*?) *\| *([^|]*?) *\|$/gm;
  return [...markdown.matchAll(row)].map(
    ([, number = "", level, status = "", evidence = ""]) => ({
      number,
      level: Number(level),
      status,
      evidence,
    }),
  );
}

/**
 * What is wrong with a checkout's docs/security/asvs.md, a line each: points that are missing or
 * there twice, a status that is none, a "yes" that names no test, a "doc" that names no file, a file
 * that is not there.
 */
export async function findAsvsFaults(root: string): Promise<string[]> {
  const list = await Deno.readTextFile(join(root, "docs/security/asvs.md"));
  const points = asvsPoints(list);
  const faults = [...countFaults(points), ...points.flatMap(pointFaults)];
  for (const { number, evidence } of points) {
    for (const path of pathsIn(evidence)) {
      const isThere = await Deno.stat(join(root, path)).then(() => true, () => false);
      if (!isThere) faults.push(`${number}: ${path} is not there`);
    }
  }
  return faults.map((fault) => `docs/security/asvs.md: ${fault}`);
}

function countFaults(points: readonly AsvsPoint[]): string[] {
  return CHAPTERS.flatMap((count, i) => {
    const own = points.filter(({ number }) => number.startsWith(`${i + 1}.`));
    const distinct = new Set(own.map(({ number }) => number)).size;
    return distinct === count && own.length === count
      ? []
      : [`chapter ${i + 1} has ${own.length} points, ${distinct} different ones, not ${count}`];
  });
}

/** What is wrong with one point by itself. */
export function pointFaults({ number, level, status, evidence }: AsvsPoint): string[] {
  const faults: string[] = [];
  if (level !== 1 && level !== 2) faults.push(`${number} is of level ${level}`);
  if (!["yes", "doc", "not", "n/a"].includes(status)) faults.push(`${number} is "${status}"`);
  const paths = pathsIn(evidence);
  if (status === "yes" && !paths.some(isTest)) faults.push(`${number} names no test`);
  if (status === "doc" && paths.length === 0) faults.push(`${number} names no file`);
  if (evidence === "") faults.push(`${number} gives no reason`);
  return faults;
}

function isTest(path: string): boolean {
  return /_test\.tsx?$/.test(path);
}

/** What is written as code and looks like a file of the checkout. */
export function pathsIn(text: string): string[] {
  return [...text.matchAll(/`([^`\s]+)`/g)].map(([, code = ""]) => code)
    .filter((code) => code.includes("/") || /^Dockerfile$|\.(?:md|lock)$/.test(code));
}
