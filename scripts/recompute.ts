import { countEvaluations, type Recomputed, recomputeEach } from "../lib/hiring/recompute.ts";
import { readSettings } from "../lib/platform/config.ts";
import type { Db } from "../lib/platform/database.ts";
import { readEnv } from "../lib/platform/env_file.ts";
import { BadUse, runCommand } from "./local/command.ts";
import { Progress } from "./rank/progress.ts";
import { withDatabase } from "./services.ts";

const HELP =
  `Judges stored résumés again by their receipts and compares what comes out, byte for byte.
Nothing is changed.

  deno task recompute --all        every evaluation of every workspace
  deno task recompute ID…          these evaluations

Ends with 1 when any differs, although the same engine judged it. Those that an engine of another
version judged, and those of before receipts were kept, are counted apart.`;

const MAX_NAMED = 1000;

/** How many places are told of one evaluation. */
const TOLD = 3;

async function recomputeAll(db: Db, only: readonly string[] | null): Promise<number> {
  const total = only ? new Set(only).size : await countEvaluations(db);
  const progress = new Progress(total, (done, of) => `Computed ${done} of ${of} again`);
  const counts = { equal: 0, different: 0, other_engine: 0, without: 0 };
  for await (const one of recomputeEach(db, only)) {
    counts[one.recomputation?.outcome ?? "without"] += 1;
    if (one.recomputation?.outcome === "different") {
      progress.clear();
      console.log(say(one));
    }
    progress.show(Object.values(counts).reduce((sum, count) => sum + count));
  }
  progress.clear();
  const done = Object.values(counts).reduce((sum, count) => sum + count);
  console.log(
    `${counts.equal} equal, ${counts.different} different, ${counts.other_engine} of another ` +
      `engine, ${counts.without} without a receipt`,
  );
  if (only && done < total) console.error(`${total - done} of these are no evaluations`);
  return counts.different > 0 || (only !== null && done < total) ? 1 : 0;
}

function say({ evaluationId, recomputation }: Recomputed): string {
  const differences = recomputation?.differences ?? [];
  const places = differences.slice(0, TOLD).map(({ pointer }) => pointer).join(", ");
  const more = differences.length > TOLD ? ` and ${differences.length - TOLD} more` : "";
  return `${evaluationId} differs at ${places}${more}`;
}

async function main(isAll: boolean, ids: string[]): Promise<number> {
  if (isAll === ids.length > 0) throw new BadUse("Say which: --all, or the ids of evaluations.");
  const bad = ids.find((id) => !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
  if (bad !== undefined) throw new BadUse(`"${bad}" is no id of an evaluation.`);
  const env = readEnv();
  readSettings(env);
  return await withDatabase(env, (db) => recomputeAll(db, isAll ? null : ids));
}

if (import.meta.main) {
  const command = {
    help: HELP,
    options: { all: { type: "boolean" } },
    words: { min: 0, max: MAX_NAMED },
  } as const;
  Deno.exit(await runCommand(command, ({ all = false }, ids) => main(all, ids)));
}
