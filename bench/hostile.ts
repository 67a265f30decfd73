import type { HostileCase } from "../lib/documents/fixtures/hostile/case.ts";
import { HOSTILE_SETS } from "../lib/documents/fixtures/hostile/sets.ts";
import { DEFAULT_LIMITS } from "../lib/documents/limits.ts";
import { closeReaders, readDocument } from "../lib/documents/read.ts";
import { Refusal } from "../lib/documents/refusal.ts";
import { type Figure, median, type Part, seconds } from "./figure.ts";
import { childrenOf, tryUse } from "./http/process_use.ts";

const LOOK_EVERY_MS = 50;
const MB = 1_000_000;

/** Files made to do harm, each within its bounds. */
export const hostile: Part = {
  name: "hostile",
  title: "Files made to do harm",
  how:
    "Every file of `lib/documents/fixtures/hostile` through `readDocument` with the limits of the " +
    "product, one after the other: nested without end, with loops, bombs, entities and garbage, cut " +
    "off and with bits turned over. A file ends well when it is read, or refused for what it is; " +
    `that a reader crashes or it throws anything else does not count. Memory: the highest of the ` +
    `process with its readers, looked at every ${LOOK_EVERY_MS} ms.`,
  measure,
};

async function measure(): Promise<Figure[]> {
  const highest = watchMemory();
  try {
    const took: number[] = [];
    let well = 0;
    for (const { make } of HOSTILE_SETS) {
      for (const one of await make()) {
        took.push(
          await seconds(async () => {
            if (await endsWell(one)) well += 1;
          }),
        );
      }
    }
    const bytes = highest.stop();
    return [
      { name: "Files", value: took.length, unit: "files" },
      { name: "Of these ended well", value: well, unit: "files", goal: took.length },
      { name: "The middle one", value: 1000 * median(took), unit: "ms" },
      {
        name: "The longest",
        value: Math.max(...took),
        unit: "s",
        limit: 1.5 * DEFAULT_LIMITS.timeoutMs / 1000,
      },
      ...(bytes > 0 ? [{ name: "Memory at the highest", value: bytes / MB, unit: "MB" }] : []),
    ];
  } finally {
    highest.stop();
    await closeReaders();
  }
}

async function endsWell({ make, ends }: HostileCase): Promise<boolean> {
  try {
    await readDocument(make(), { limits: DEFAULT_LIMITS });
    return ends.includes("text");
  } catch (error) {
    return error instanceof Refusal && !error.cause && ends.includes(error.code);
  }
}

function watchMemory() {
  let bytes = 0;
  const timer = setInterval(() => {
    const now = [Deno.pid, ...childrenOf(Deno.pid)]
      .reduce((sum, pid) => sum + (tryUse(pid)?.residentBytes ?? 0), 0);
    bytes = Math.max(bytes, now);
  }, LOOK_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return bytes;
    },
  };
}
