import { z } from "zod";
import {
  BulkFiles,
  BulkInput,
  BulkJob,
  MAX_BULK,
  toBulkFiles,
} from "../../../lib/hiring/bulk_evaluations.ts";
import { toFileName } from "../../../lib/hiring/file_names.ts";
import { issuesOf, PARSING } from "../../../lib/platform/input_issues.ts";
import { InvalidInput, TooLarge } from "../../../lib/platform/errors.ts";
import { checkTexts, readJson } from "../../../lib/platform/json_body.ts";
import { readForm } from "../../../lib/platform/multipart.ts";
import type { Services } from "../../../lib/platform/services.ts";
import { toCamelKeys } from "../../../lib/platform/snake_case.ts";

/** Twenty résumés of the longest text, in a language of two bytes a letter. */
const MAX_JSON_BYTES = 8 * 1_048_576;

const MAX_JOB_BYTES = 4 * 63_206;

/** The same with files, as a form takes it. */
export const BulkForm = z.strictObject({
  job: BulkJob,
  files: z.array(z.file()).min(1, "must have at least one file").max(MAX_BULK),
});

/**
 * Reads a job and résumés: JSON with their texts, or a form with the job in `job`, as its text or
 * as JSON, and the résumés in `files`.
 *
 * @throws {InvalidInput} If it does not fit.
 * @throws {TooLarge} If it is too large, or has more than twenty résumés.
 */
export async function readBulk(request: Request, config: Services["config"]): Promise<BulkFiles> {
  const type = request.headers.get("content-type") ?? "";
  if (/^multipart\/form-data\s*(;|$)/i.test(type)) return await readBulkForm(request, type, config);
  const bounds = { maxBytes: MAX_JSON_BYTES, idleMs: config.request.idleMs };
  return toBulkFiles(parse(BulkInput, await readJson(request, bounds)));
}

async function readBulkForm(
  request: Request,
  type: string,
  { document, request: { idleMs } }: Services["config"],
): Promise<BulkFiles> {
  const limits = {
    maxPartBytes: (fileName: string | undefined) =>
      fileName === undefined ? MAX_JOB_BYTES : document.maxBytes,
    maxTotalBytes: MAX_BULK * document.maxBytes + MAX_JSON_BYTES,
    idleMs,
  };
  const fields: Record<string, string> = {};
  const files: BulkFiles["files"][number][] = [];
  for await (const part of readForm(request.body, type, limits)) {
    if (part.fileName === undefined) {
      fields[part.name] = new TextDecoder().decode(part.bytes ?? undefined);
    } else if (part.name !== "files") {
      throw refusal("/files", "must be the field of every file");
    } else if (part.fileName !== "" || part.sizeBytes > 0) {
      const { bytes, sizeBytes } = part;
      files.push({ fileName: toFileName(part.fileName), bytes, sizeBytes });
    }
    if (files.length > MAX_BULK) {
      throw new TooLarge(`At most ${MAX_BULK} résumés are judged at once: send fewer`);
    }
  }
  if (files.length === 0) throw refusal("/files", "must have at least one file");
  const { job, ...others } = fields;
  const [other] = Object.keys(others);
  if (other !== undefined) throw refusal(`/${other}`, "is not a field of this");
  return { ...parse(z.object({ job: BulkJob }), { job: jobOf(job) }), files };
}

/** A field of a form that is an object comes as JSON (OpenAPI 3.1); the text alone will do. */
function jobOf(field: string | undefined): unknown {
  if (!field?.trimStart().startsWith("{")) return { text: field };
  let job: unknown;
  try {
    job = JSON.parse(field);
  } catch {
    return { text: field }; // such as "{Company} seeks a cook"
  }
  checkTexts(job, "/job");
  return job;
}

function parse<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const { value, issues } = toCamelKeys(given);
  const parsed = schema.safeParse(value, PARSING);
  if (parsed.success && issues.length === 0) return parsed.data;
  const found = [...issues, ...(parsed.error ? issuesOf(parsed.error) : [])];
  throw new InvalidInput("The body cannot be taken", found);
}

function refusal(pointer: string, detail: string): InvalidInput {
  return new InvalidInput("The body cannot be taken", [{ pointer, detail }]);
}
