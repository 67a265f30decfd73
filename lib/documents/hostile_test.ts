import assert from "node:assert/strict";
import { pdfMaze } from "./fixtures/bombs.ts";
import type { HostileCase } from "./fixtures/hostile/case.ts";
import { HOSTILE_SETS } from "./fixtures/hostile/sets.ts";
import { paragraph, rawDocx } from "./fixtures/raw_docx.ts";
import { line, rawPdf } from "./fixtures/raw_pdf.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { closeReaders, readDocument } from "./read.ts";
import { Refusal } from "./refusal.ts";

/** A file that must be refused for another reason than its time, however slow the machine. */
const PATIENT = { ...DEFAULT_LIMITS, timeoutMs: 120_000 };
/** For what may be refused for its time, and is not waited for. */
const SHORT = { ...DEFAULT_LIMITS, timeoutMs: 10_000 };
const HASTY = { ...DEFAULT_LIMITS, timeoutMs: 300 };
/** An honest file is read after so many hostile ones, while the next are read. */
const HONEST_EVERY = 12;
const AT_ONCE = 3;

const HONEST = [
  rawPdf([{ content: line(50, 700, "Noor Bakker, nurse") }]),
  rawDocx({ body: `<w:body>${paragraph("Noor Bakker, nurse")}</w:body>` }),
];

/** What went wrong with a case; undefined when it ended as it may. */
async function faultOf({ name, make, ends, never }: HostileCase): Promise<string | undefined> {
  try {
    const limits = ends.includes("too_slow") ? SHORT : PATIENT;
    const { text } = await readDocument(make(), { limits });
    if (!ends.includes("text")) return `${name}: was read as ${JSON.stringify(text.slice(0, 60))}`;
    if (text.length > PATIENT.maxCharacters) return `${name}: gave ${text.length} characters`;
    return never?.test(text) ? `${name}: gave ${never.exec(text)?.[0]}` : undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) return `${name}: ${error}`;
    // A crash costs two readers and says "corrupt" all the same.
    if (error.cause) return `${name}: ended its reader, ${error.cause}`;
    return ends.includes(error.code) ? undefined : `${name}: refused as ${error.code}`;
  }
}

async function honestFault(turn: number): Promise<string | undefined> {
  const bytes = HONEST[turn % HONEST.length] ?? HONEST[0]!; // the list is not empty
  const { text } = await readDocument(bytes, { limits: PATIENT });
  return text === "Noor Bakker, nurse" ? undefined : `honest file ${turn}: ${text}`;
}

/** Reads hostile files some at a time, and honest ones among them. */
async function faultsOf(cases: readonly HostileCase[]): Promise<string[]> {
  const faults: string[] = [];
  const waiting = cases.entries();
  const note = (fault: string | undefined) => fault && faults.push(fault);
  const work = async () => {
    for (const [i, hostile] of waiting) {
      note(await faultOf(hostile));
      if (i % HONEST_EVERY === 0) note(await honestFault(i / HONEST_EVERY));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return faults;
}

Deno.test("readDocument() and files made to do harm", async (t) => {
  try {
    for (const { name, make, atLeast } of HOSTILE_SETS) {
      await t.step(name, async () => {
        const cases = await make();
        assert.ok(cases.length >= atLeast, `there are ${cases.length} cases`);
        assert.deepEqual(await faultsOf(cases), []);
      });
    }
    await t.step("what runs against its time leaves its neighbours alone", async () => {
      const [maze, ...honest] = await Promise.all([
        readDocument(pdfMaze(), { limits: HASTY }).catch((error) => error.code),
        ...HONEST.keys().map(honestFault),
      ]);
      assert.deepEqual([maze, ...honest], ["too_slow", undefined, undefined]);
    });
  } finally {
    await closeReaders();
  }
});
