/**
 * deno task bench [NAME…] [--json] [--write]
 * deno task bench reads --url=http://localhost:8000 --token=…
 *
 * Measures the product and prints the figures, all but those that take long, or those of the parts
 * named; starts and stops what it needs by itself. --json prints them for machines, --write keeps
 * them in docs/performance.md, where what was not measured stays as it is. With --url, a server that runs already is measured, alone. A slow figure is a figure: only what breaks ends with another code than 0.
 */
import { parseArgs } from "node:util";
import { startPrivateServices } from "../scripts/local/private_services.ts";
import { silent } from "../scripts/local/step.ts";
import { TEST_SERVICES } from "../tests/harness/environment.ts";
import { accessibility } from "./accessibility.ts";
import { corpus } from "./corpus.ts";
import { drawing } from "./drawing.tsx";
import { engine } from "./engine.ts";
import type { Part, RunningServer } from "./figure.ts";
import { hiringSql } from "./hiring_sql.ts";
import { hostile } from "./hostile.ts";
import { kills } from "./kills.ts";
import { lighthouse } from "./lighthouse.ts";
import { many } from "./many.ts";
import { describeMachine } from "./machine.ts";
import { pages } from "./pages.ts";
import { posts } from "./posts.ts";
import { queue } from "./queue.ts";
import { ranking } from "./ranking.ts";
import { reading } from "./reading.ts";
import { reads } from "./reads.ts";
import { type Measured, toJson, toLines, writePage } from "./report.ts";
import { scale } from "./scale.ts";
import { searchSql } from "./search_sql.ts";
import { soak } from "./soak.ts";
import { start } from "./start.ts";
import { upload } from "./upload.ts";
import { wall } from "./wall.ts";

const PARTS: readonly Part[] = [
  start,
  engine,
  reading,
  hostile,
  upload,
  kills,
  reads,
  posts,
  queue,
  drawing,
  hiringSql,
  searchSql,
  wall,
  scale,
  ranking,
  pages,
  accessibility,
  lighthouse,
  corpus,
  soak,
  many,
];

function usage(): string {
  return `deno task bench [${PARTS.map(({ name }) => name).join(" | ")}]… [--json]
deno task bench --write     all parts but the long ones (${
    PARTS.filter(({ isLong }) => isLong).map(({ name }) => name).join(", ")
  }), and docs/performance.md
deno task bench reads --url=URL --token=TOKEN     a server that runs already`;
}

interface Asked {
  readonly parts: readonly Part[];
  readonly server: RunningServer | undefined;
  readonly isJson: boolean;
  readonly isWritten: boolean;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(usage());
    return 0;
  }
  const asked = readArguments(args);
  if (!asked) {
    console.error(`What is "${args.join(" ")}" for?\n\n${usage()}`);
    return 2;
  }
  const { server, isJson, isWritten } = asked;
  const machine = describeMachine();
  const measured = server ? await measureAll(asked) : await withServices(() => measureAll(asked));
  if (isJson) console.log(toJson(machine, measured));
  if (isWritten) await writePage(machine, PARTS, measured);
  return 0;
}

async function measureAll({ parts, server, isJson }: Asked): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const part of parts) {
    const figures = server ? await part.measureAt?.(server) ?? [] : await part.measure();
    const one = { part, figures };
    measured.push(one);
    if (!isJson) console.log(`${toLines(one)}\n`);
  }
  return measured;
}

/** With servers that write as in production, for the harness of the tests to find. */
async function withServices<T>(work: () => Promise<T>): Promise<T> {
  const { stop, ...addresses } = await startPrivateServices(silent, { durable: true });
  Deno.env.set(TEST_SERVICES, JSON.stringify(addresses));
  try {
    return await work();
  } finally {
    await stop();
  }
}

function readArguments(args: readonly string[]): Asked | undefined {
  const { values, positionals } = parse(args) ?? {};
  if (!values || !positionals) return undefined;
  const { url, token, json = false, write = false } = values;
  if (positionals.some((name) => !PARTS.some((part) => part.name === name))) return undefined;
  const parts = PARTS.filter(({ name, isLong }) =>
    positionals.length === 0 ? !isLong : positionals.includes(name)
  );
  if (write && url !== undefined) return undefined;
  if ((url === undefined) !== (token === undefined)) return undefined;
  const server = url !== undefined && token !== undefined ? { url, token } : undefined;
  const fitting = server ? parts.filter(({ measureAt }) => measureAt) : parts;
  return fitting.length === 0
    ? undefined
    : { parts: fitting, server, isJson: json, isWritten: write };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        write: { type: "boolean" },
        url: { type: "string" },
        token: { type: "string" },
      },
    });
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  // Readers that were started for the tests' harness end with us.
  Deno.exit(await main(Deno.args));
}
