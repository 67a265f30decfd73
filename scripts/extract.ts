/**
 * Finds skills in texts: JSON lines `{"id","text"}` from stdin, one line `{"id","skills"}` each to
 * stdout, in order, as they come.
 */
import { extractSkills } from "../lib/talent/skills.ts";

const USAGE = `Usage: deno task extract --as job|resume --jsonl < texts.jsonl > skills.jsonl

  --as job|resume   what the texts are
  --jsonl           read and write JSON lines: {"id", "text"} in, {"id", "skills": [{"name", "start", "end"}]} out

Offsets count UTF-16 units of "text".`;

/** Something that the caller did wrong; the command ends with status 2. */
class BadUse extends Error {}

function readArguments(args: readonly string[]): "job" | "resume" {
  let as: string | undefined;
  let isJsonl = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    if (arg === "--jsonl") isJsonl = true;
    else if (arg === "--as") as = args[++at];
    else if (arg.startsWith("--as=")) as = arg.slice("--as=".length);
    else throw new BadUse(`Unknown argument ${JSON.stringify(arg)}.`);
  }
  if (as === undefined) throw new BadUse("Say what the texts are: --as job or --as resume.");
  if (as !== "job" && as !== "resume") {
    throw new BadUse(`--as is job or resume, not ${JSON.stringify(as)}.`);
  }
  if (!isJsonl) throw new BadUse("Add --jsonl: it is the only form that is read.");
  return as;
}

interface Input {
  readonly id: string | number;
  readonly text: string;
}

function readInput(line: string, number: number): Input {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new BadUse(`Line ${number} is not JSON: ${(cause as Error).message}`, { cause });
  }
  const { id, text } = (value ?? {}) as Record<string, unknown>;
  if (typeof id !== "string" && typeof id !== "number") {
    throw new BadUse(`Line ${number} has no "id" that is a string or a number.`);
  }
  if (typeof text !== "string") throw new BadUse(`Line ${number} has no "text" that is a string.`);
  return { id, text };
}

/** The lines of a stream as they come, the last one also without a line end. */
async function* readLines(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  if (rest !== "") yield rest;
}

async function run(args: readonly string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(USAGE);
    return;
  }
  const as = readArguments(args);
  const writer = Deno.stdout.writable.getWriter();
  const encoder = new TextEncoder();
  let number = 0;
  for await (const line of readLines(Deno.stdin.readable)) {
    number++;
    if (line.trim() === "") continue;
    const { id, text } = readInput(line, number);
    const answer = { id, skills: extractSkills(text, as) };
    await writer.write(encoder.encode(`${JSON.stringify(answer)}\n`));
  }
}

try {
  await run(Deno.args);
} catch (error) {
  if (!(error instanceof BadUse)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  Deno.exit(2);
}
