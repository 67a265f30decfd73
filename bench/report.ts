import { runProgram } from "../scripts/local/processes.ts";
import { ROOT } from "../scripts/local/web_build.ts";
import type { Figure, Part } from "./figure.ts";
import type { Machine } from "./machine.ts";

/** The figures of one part. */
export interface Measured {
  readonly part: Part;
  readonly figures: readonly Figure[];
}

/** The figures of one part for a terminal. */
export function toLines({ part, figures }: Measured): string {
  const wide = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map((figure) => {
    const beside = besideOf(figure);
    const value = `${toText(figure.value).padStart(8)} ${figure.unit}`.trimEnd();
    return `  ${figure.name.padEnd(wide)}  ${value}${beside && `  (${beside})`}`;
  });
  return [`${part.title} (${part.name})`, ...lines].join("\n");
}

export function toJson(machine: Machine, measured: readonly Measured[]): string {
  const parts = measured.map(({ part: { name, title, how }, figures }) => ({
    name,
    title,
    how,
    figures: figures.map(({ beside, ...figure }) => ({
      ...figure,
      ...(beside ? { beside: { ...beside, ratio: figure.value / beside.value } } : {}),
    })),
  }));
  return JSON.stringify({ machine, parts }, null, 2);
}

/** Writes what was measured into docs/performance.md; what was not stays as it stands there. */
export async function writePage(
  machine: Machine,
  parts: readonly Part[],
  measured: readonly Measured[],
): Promise<void> {
  const path = `${ROOT}/docs/performance.md`;
  const before = await Deno.readTextFile(path).catch(() => "");
  await Deno.writeTextFile(path, toPage(machine, parts, measured, before));
  await runProgram([Deno.execPath(), "fmt", "-q", path]);
}

/** The page with what was measured now, and what stands in the page before of all other parts. */
export function toPage(
  machine: Machine,
  parts: readonly Part[],
  measured: readonly Measured[],
  before: string,
): string {
  const known = sectionsOf(before);
  const sections = parts.flatMap((part) => {
    const now = measured.find((one) => one.part === part);
    return now ? section(machine, now) : known.get(part.title) ?? [];
  });
  return [...head(machine), ...sections].join("\n");
}

/** The lines of each section of the page, by its heading. */
function sectionsOf(page: string): Map<string, string[]> {
  const [, ...sections] = page.split(/^## /m);
  return new Map(sections.map((text) => {
    const lines = `## ${text.trimEnd()}`.split("\n");
    return [lines[0]?.slice(3) ?? "", [...lines, ""]];
  }));
}

function head(machine: Machine): string[] {
  return [
    "# Performance",
    "",
    "What is measured, how, and what came out. Written by `deno task bench --write`; never by hand. " +
    "`deno task bench` measures without writing, `deno task bench engine` one part, `--json` for " +
    "machines. Timing never fails a test: it depends on the machine.",
    "",
    `On ${machine.cores} cores (${machine.processor}), ${machine.memoryGibibytes} GiB of memory, ` +
    `${machine.system}, Deno ${machine.deno}.`,
    "",
  ];
}

function section(machine: Machine, { part, figures }: Measured): string[] {
  const hasPeers = figures.some((figure) => besideOf(figure) !== "");
  const row = (...cells: string[]) => `| ${cells.slice(0, hasPeers ? 3 : 2).join(" | ")} |`;
  const values = figures.map((figure) =>
    row(figure.name, `${toText(figure.value)} ${figure.unit}`.trim(), besideOf(figure))
  );
  return [
    `## ${part.title}`,
    "",
    `\`deno task bench ${part.name}\`: ${part.how} Measured on ${machine.date}; at the start ` +
    `${machine.load} other programs were busy (load average).`,
    "",
    row("", "measured", "beside"),
    row("---", "--:", "---"),
    ...values,
    "",
  ];
}

function besideOf(figure: Figure): string {
  const { value, beside, limit } = figure;
  const parts = [
    beside ? `${toText(value / beside.value)} × ${toText(beside.value)}, ${beside.name}` : "",
    limit === undefined ? "" : `${value <= limit ? "at most" : "**more than**"} ${limit}`,
    goalOf(figure),
  ];
  return parts.filter((part) => part !== "").join("; ");
}

/** Whether what is to be reached is reached; nothing where there is no such thing. */
function goalOf({ value, beside, goal }: Figure): string {
  if (goal === undefined) return "";
  const reached = beside ? value / beside.value : value;
  return `${reached >= goal ? "at least" : "**less than**"} ${goal}${beside ? " ×" : ""}`;
}

/** Three digits that count, never an exponent. */
function toText(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.min(3, digits));
}
