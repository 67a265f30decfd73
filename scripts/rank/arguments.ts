import { parseArgs } from "node:util";
import type { Language } from "../../lib/talent/types.ts";

export interface RankArguments {
  readonly job: string;
  readonly paths: readonly string[];
  readonly json: boolean;
  /** The language of the answer; the job's own when not given. */
  readonly language?: Language;
  /** YYYY-MM-DD. */
  readonly now: string;
}

/** The command was called in a way that makes no sense; the message says how. */
export class BadUse extends Error {
  override readonly name = "BadUse";
}

export const USAGE = `Usage: deno task rank JOB FILE-OR-FOLDER… [--json] [--lang en|nl] [--now DATE]

Ranks résumés for a job. JOB and the résumés are PDF, DOCX, ODT, RTF, HTML or plain text; a
folder stands for every such file in it. No services are needed.

  --json        one JSON array on standard output instead of the table
  --lang en|nl  the language of the reasons; by default the job's own
  --now DATE    the day that "present" means, as YYYY-MM-DD; by default today (UTC)

Exits with 0 (also when some files could not be read), 1 when none could, 2 on bad use.`;

const OPTIONS = {
  json: { type: "boolean", default: false },
  lang: { type: "string" },
  now: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/**
 * Splits a command line into options and words.
 *
 * @throws {BadUse} When an option is unknown.
 */
export function splitArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new BadUse(error instanceof Error ? error.message : String(error));
  }
}

/** @throws {BadUse} If it is neither language. */
export function languageOf(value: string | undefined): Language | undefined {
  if (value === undefined || value === "en" || value === "nl") return value;
  throw new BadUse(`--lang is "${value}"; it can be "en" or "nl"`);
}

/**
 * The day given, or today.
 *
 * @throws {BadUse} If there is no such day.
 */
export function dayOf(value: string | undefined): string {
  const day = value ?? new Date().toISOString().slice(0, 10);
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  // "2026-02-30" parses in some engines, as another day.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new BadUse(`--now is "${value}"; it must be a day like 2026-01-31`);
  }
  return day;
}

/**
 * Reads the command line.
 *
 * @returns "help" when only the usage was asked for.
 * @throws {BadUse} When an option is unknown or wrong, or the job or the résumés are missing.
 */
export function parseArguments(args: readonly string[]): RankArguments | "help" {
  const { values, positionals } = splitArguments(args);
  if (values.help) return "help";
  const [job, ...paths] = positionals;
  if (job === undefined) throw new BadUse("The job's file is missing");
  if (paths.length === 0) throw new BadUse("Name at least one résumé or folder after the job");
  return {
    job,
    paths,
    json: values.json,
    language: languageOf(values.lang),
    now: dayOf(values.now),
  };
}
