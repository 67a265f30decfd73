/**
 * deno task bench [NAME…] [--json] [--write]
 *
 * Measures the product and prints the figures, all or those of the parts named; starts and stops
 * what it needs by itself. --json prints them for machines, --write keeps them in
 * docs/performance.md. A slow figure is a figure: only what breaks ends with another code than 0.
 */
import { corpus } from "./corpus.ts";
import { engine } from "./engine.ts";
import type { Part } from "./figure.ts";
import { hiringSql } from "./hiring_sql.ts";
import { kills } from "./kills.ts";
import { lighthouse } from "./lighthouse.ts";
import { describeMachine } from "./machine.ts";
import { pages } from "./pages.ts";
import { ranking } from "./ranking.ts";
import { reading } from "./reading.ts";
import { type Measured, toJson, toLines, writePage } from "./report.ts";
import { searchSql } from "./search_sql.ts";
import { start } from "./start.ts";
import { upload } from "./upload.ts";

const PARTS: readonly Part[] = [
  start,
  engine,
  reading,
  upload,
  kills,
  hiringSql,
  searchSql,
  ranking,
  pages,
  lighthouse,
  corpus,
];

function usage(): string {
  return `deno task bench [${PARTS.map(({ name }) => name).join(" | ")}]… [--json]
deno task bench --write     all parts, and docs/performance.md`;
}

async function main(args: readonly string[]): Promise<number> {
  const names = args.filter((arg) => !arg.startsWith("--"));
  const flags = new Set(args.filter((arg) => arg.startsWith("--")));
  const parts = names.length > 0 ? PARTS.filter(({ name }) => names.includes(name)) : PARTS;
  const isKnown = names.every((name) => PARTS.some((part) => part.name === name)) &&
    [...flags].every((flag) => flag === "--json" || flag === "--write");
  if (args.includes("--help")) {
    console.log(usage());
    return 0;
  }
  if (!isKnown || (flags.has("--write") && parts.length < PARTS.length)) {
    console.error(`What is "${args.join(" ")}" for?\n\n${usage()}`);
    return 2;
  }
  const machine = describeMachine();
  const measured: Measured[] = [];
  for (const part of parts) {
    const one = { part, figures: await part.measure() };
    measured.push(one);
    if (!flags.has("--json")) console.log(`${toLines(one)}\n`);
  }
  if (flags.has("--json")) console.log(toJson(machine, measured));
  if (flags.has("--write")) await writePage(machine, measured);
  return 0;
}

if (import.meta.main) {
  // Servers and readers that were started for the tests' harness end with us.
  Deno.exit(await main(Deno.args));
}
